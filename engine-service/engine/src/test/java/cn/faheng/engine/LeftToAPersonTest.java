package cn.faheng.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.faheng.engine.outcome.Outcome;
import cn.faheng.engine.outcome.Range;
import cn.faheng.engine.request.CaseCircumstances;
import cn.faheng.engine.request.DecisionRequest;
import cn.faheng.engine.request.Party;
import cn.faheng.rules.catalogue.Division;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("裁量基准没有规定的、规定了不止一档的：由人决定")
class LeftToAPersonTest {

    private static Outcome decide(Engine engine, String tier) {
        LocalDate day = LocalDate.of(2024, 3, 1);
        return engine.decide(new DecisionRequest(
                        "MK-F124",
                        new Division("330100"),
                        day,
                        day,
                        day,
                        LocalDate.of(2024, 6, 1),
                        new Party(Party.Kind.ORGANISATION, null, Party.MentalState.NORMAL),
                        Map.of("suspectedCrime", false, "goodsValue", 5000, "circumstancesGrade", "一般", "档次", tier),
                        CaseCircumstances.none(),
                        null,
                        List.of()))
                .outcome();
    }

    private static void leftToAPerson(Outcome outcome, String why) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.NeedsClarification.class, open -> {
            assertThat(open.questions()).isEmpty();
            assertThat(open.judgements()).singleElement().satisfies(judgement -> assertThat(judgement.matter())
                    .contains(why));
            assertThat(open.hull())
                    .filteredOn(p -> p.penalty().id().equals("fine"))
                    .singleElement()
                    .satisfies(p -> {
                        assertThat(p.benchmark()).isNull();
                        assertThat(p.remaining()).isEqualTo(Range.of(5_000_000, 10_000_000));
                    });
        });
    }

    @Test
    @DisplayName("没有一行符合：写明文件留给人的理由，只余法定幅度；有行的照常")
    void aGapThatTheDocumentLeaves() {
        Engine engine = new TierBenchmark("一般|60000|80000")
                .answer("特别情形")
                .leaving("gap", "特别情形由集体讨论决定")
                .engine();
        leftToAPerson(decide(engine, "特别情形"), "没有规定的情形：特别情形由集体讨论决定");
        assertThat(decide(engine, "一般")).isInstanceOf(Outcome.Determined.class);
    }

    @Test
    @DisplayName("不止一行符合：写明文件留给人的理由，只余法定幅度；一行符合的照常")
    void anOverlapThatTheDocumentLeaves() {
        Engine engine = new TierBenchmark("一般|60000|80000", "较重|70000|90000", "较重|80000|100000")
                .leaving("overlap", "两档都符合的由审核人员选定")
                .engine();
        leftToAPerson(decide(engine, "较重"), "适用的档次不止一个：两档都符合的由审核人员选定");
        assertThat(decide(engine, "一般")).isInstanceOf(Outcome.Determined.class);
    }

    @Test
    @DisplayName("文件没有留给人的空缺和重叠不猜：停下，指出是哪一个规则集")
    void nothingIsGuessed() {
        Engine gap = new TierBenchmark("一般|60000|80000")
                .answer("特别情形")
                .leaving("overlap", "只说了重叠")
                .engine();
        assertThatThrownBy(() -> decide(gap, "特别情形"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("food/MK-F124/330100@2021-05-01");
        Engine overlap = new TierBenchmark("一般|60000|80000", "较重|70000|90000", "较重|80000|100000")
                .leaving("gap", "只说了空缺")
                .engine();
        assertThatThrownBy(() -> decide(overlap, "较重")).isInstanceOf(IllegalStateException.class);
    }
}
