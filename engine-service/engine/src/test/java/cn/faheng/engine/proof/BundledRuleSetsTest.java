package cn.faheng.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.engine.Bundled;
import cn.faheng.rules.catalogue.InForce;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.RuleSet;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("随产品发布的规则集")
class BundledRuleSetsTest {

    private static final LocalDate CODE_OF_ENVIRONMENT = LocalDate.of(2026, 8, 15);

    @TestFactory
    @DisplayName("每一规则集都通过发布门：形状、完备、无重叠、案例、边界")
    Stream<DynamicTest> everyRuleSetPassesTheGate() {
        RuleSetGate gate = new RuleSetGate();
        return Bundled.BASE.catalogue().ruleSets().stream()
                .map(ruleSet -> DynamicTest.dynamicTest(ruleSet.ref().toString(), () -> assertThat(gate.check(ruleSet))
                        .isEmpty()));
    }

    @TestFactory
    @DisplayName("2015—2026 年每季度首日，每一事项恰有一个版本，或者有名称的“未施行”“已失效”")
    Stream<DynamicTest> everyItemHasOneVersionOrANamedAnswerEachQuarter() {
        return Bundled.BASE.catalogue().items().stream()
                .map(item -> DynamicTest.dynamicTest(item.code(), () -> sweep(item)));
    }

    private static void sweep(Item item) {
        List<RuleSet> versions = Bundled.BASE.catalogue().statutes(item.code());
        LocalDate first = versions.get(0).effective().from();
        LocalDate last = versions.get(versions.size() - 1).effective().to();
        for (LocalDate day = LocalDate.of(2015, 1, 1); day.getYear() < 2027; day = day.plusMonths(3)) {
            InForce state = Bundled.BASE.catalogue().statute(item.code(), day);
            if (day.isBefore(first)) {
                assertThat(state).as("%s", day).isEqualTo(new InForce.NotYet(first));
            } else if (last != null && day.isAfter(last)) {
                assertThat(state).as("%s", day).isEqualTo(new InForce.Ended(last));
            } else {
                assertThat(state).as("%s", day).isInstanceOf(InForce.Found.class);
            }
        }
    }

    @Test
    @DisplayName("覆盖面：事项、档次表、权重表、多版本、跨越法典施行日")
    void coversEveryFormOfTheLaw() {
        List<Item> items = List.copyOf(Bundled.BASE.catalogue().items());
        assertThat(items).hasSizeGreaterThanOrEqualTo(60);
        assertThat(withBenchmark("tiers")).hasSizeGreaterThanOrEqualTo(25);
        assertThat(withBenchmark("weights")).hasSizeGreaterThanOrEqualTo(12);
        assertThat(items.stream()
                        .filter(i -> Bundled.BASE.catalogue().statutes(i.code()).size() > 1))
                .hasSizeGreaterThanOrEqualTo(12);
        assertThat(items.stream()
                        .filter(i -> found(i, CODE_OF_ENVIRONMENT.minusDays(1)))
                        .filter(i -> found(i, CODE_OF_ENVIRONMENT))
                        .filter(i -> !Bundled.BASE
                                .catalogue()
                                .statute(i.code(), CODE_OF_ENVIRONMENT)
                                .equals(Bundled.BASE.catalogue().statute(i.code(), CODE_OF_ENVIRONMENT.minusDays(1)))))
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(items.stream().map(Item::field)).contains("traffic", "food", "market", "transport", "urban");
        assertThat(Bundled.BASE.catalogue().ruleSets().stream()
                        .filter(r -> r.kind() == RuleSet.Kind.STATUTE)
                        .map(RuleSet::form))
                .contains("fixed", "range", "ceiling", "multiple", "per-unit", "two-step", "mixed");
    }

    private static List<Item> withBenchmark(String form) {
        return Bundled.BASE.catalogue().items().stream()
                .filter(item -> Bundled.BASE.catalogue().benchmarks(item.code()).stream()
                        .anyMatch(b -> b.form().equals(form)))
                .toList();
    }

    private static boolean found(Item item, LocalDate day) {
        return Bundled.BASE.catalogue().statute(item.code(), day) instanceof InForce.Found;
    }
}
