package cn.faheng.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.engine.Bundled;
import cn.faheng.engine.proof.ProofReport.CounterExample;
import cn.faheng.engine.proof.ProofReport.Finding;
import cn.faheng.engine.proof.ProofReport.Property;
import cn.faheng.engine.proof.ProofReport.Status;
import cn.faheng.rules.catalogue.RuleSet;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is bundled stands the proof; the only thing against it is that a parent statute has ended since, which is true. */
@DisplayName("随产品发布的规则集经得起证明")
class BundledProofTest {

    private static final Prover PROVER = new Prover(Bundled.BASE, Bundled.MODELS, false);

    @TestFactory
    @DisplayName("没有一项被驳回；基准只在上位法终止或者修改以后的日期被驳回")
    Stream<DynamicTest> nothingIsRefutedBeforeTheParentEnds() {
        return Bundled.BASE.catalogue().ruleSets().stream()
                .map(ruleSet -> DynamicTest.dynamicTest(ruleSet.ref().toString(), () -> check(ruleSet)));
    }

    private static void check(RuleSet ruleSet) {
        ProofReport report = PROVER.prove(ruleSet);
        for (Property property : Property.values()) {
            assertThat(report.findings()).as("%s", property).anyMatch(f -> f.property() == property);
        }
        List<Finding> refuted = report.findings().stream()
                .filter(f -> f.status() == Status.REFUTED)
                .toList();
        if (ruleSet.kind() != RuleSet.Kind.BENCHMARK) {
            assertThat(refuted).isEmpty();
        }
        assertThat(refuted).allSatisfy(finding -> {
            assertThat(finding.property()).isIn(Property.GROUNDED, Property.CONTAINED);
            CounterExample example = Shown.example(finding);
            assertThat(LocalDate.parse(String.valueOf(example.on())))
                    .as("a day on which the parent has changed")
                    .isAfter(ruleSet.effective().from());
        });
    }

    @Test
    @DisplayName("上位法终止：广东省的表自生态环境法典施行之日起没有依据")
    void namesTheEndedParent() {
        RuleSet table = Bundled.BASE.catalogue().benchmarks("GD-ENV-1.3").stream()
                .filter(b -> b.adoption() == null)
                .findFirst()
                .orElseThrow();
        assertThat(PROVER.prove(table).findings())
                .anyMatch(f -> f.property() == Property.GROUNDED
                        && f.status() == Status.REFUTED
                        && f.message().contains("2026-08-15"));
    }
}
