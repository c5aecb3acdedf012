package cn.faheng.drafting.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import cn.faheng.drafting.sheet.SheetFact;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("同一张表由JSON的数字和由Excel的文字导入，结果相同")
class SameInExcelTest {

    /**
     * A tier.
     *
     * @param words its standard in words
     * @param figures the same in figures
     * @param outputs mode, least and greatest amount that it must yield
     */
    record Tier(String words, String figures, List<String> outputs) {}

    private static final String MUST = "\"must\"";
    private static final String MAY = "\"may\"";

    static Stream<Tier> tiers() {
        List<Tier> tiers = new ArrayList<>(List.of(
                new Tier("处0.5万元罚款", "{\"min\": 5000, \"max\": 5000, \"fixed\": true}", List.of(MUST, "5000", "5000")),
                new Tier("可以处三千五百元以下罚款", "{\"min\": 0, \"max\": 3500}", List.of(MAY, "0", "3500")),
                new Tier("处低于8000元的罚款", "{\"maxExclusive\": 8000}", List.of(MUST, "0", "7999.99")),
                new Tier(
                        "处合同价款2.5%以上4%以下的罚款",
                        "{\"base\": \"合同价款\", \"minPct\": 2.5, \"maxPct\": 4}",
                        List.of(MUST, "合同价款 * 0.025", "合同价款 * 0.04")),
                new Tier("处评估费用一半的罚款", "", List.of()),
                new Tier(
                        "处评估费用一倍半的罚款",
                        "{\"base\": \"评估费用\", \"minTimes\": 1.5, \"maxTimes\": 1.5}",
                        List.of(MUST, "评估费用 * 1.5", "评估费用 * 1.5")),
                new Tier(
                        "处评估费用半倍以上两倍半以下罚款",
                        "{\"base\": \"评估费用\", \"minTimes\": 0.5, \"maxTimes\": 2.5}",
                        List.of(MUST, "评估费用 * 0.5", "评估费用 * 2.5")),
                new Tier(
                        "处评估费用1.5倍以上3倍以下罚款",
                        "{\"base\": \"评估费用\", \"minTimes\": 1.5, \"maxTimes\": 3}",
                        List.of(MUST, "评估费用 * 1.5", "评估费用 * 3")),
                new Tier(
                        "处评估费用低于5倍的罚款",
                        "{\"base\": \"评估费用\", \"maxTimesExclusive\": 5}",
                        List.of(MUST, "0", "max(评估费用 * 5 - 0.01, 0)")),
                new Tier(
                        "处每平方米80元以上120元以下罚款",
                        "{\"perUnit\": \"平方米\", \"min\": 80, \"max\": 120}",
                        List.of(MUST, "平方米 * 80", "平方米 * 120"))));
        for (String step : List.of("1.37", "0.0333", "12.5")) {
            BigDecimal wan = new BigDecimal(step);
            String min = Numbers.text(wan.movePointRight(4));
            String max = Numbers.text(wan.movePointRight(4).multiply(new BigDecimal("2")));
            tiers.add(new Tier(
                    "处" + step + "万元以上" + Numbers.text(wan.multiply(new BigDecimal("2"))) + "万元以下罚款",
                    "{\"min\": " + min + ", \"max\": " + max + "}",
                    List.of(MUST, min, max)));
        }
        return tiers.stream();
    }

    @ParameterizedTest
    @MethodSource("tiers")
    @DisplayName("定额、上限、不含本数、百分比、倍数、按单位、小数的万元")
    void same(Tier tier) {
        Sheet excel = excel(tier);
        if (tier.figures().isEmpty()) {
            assertThat(row(excel).outputs()).contains("\"person-decides\"");
            return;
        }
        assertThat(row(excel).outputs().subList(1, 4)).isEqualTo(tier.outputs());
        Sheet json = json(tier);
        assertThat(row(json).outputs().subList(1, 4)).isEqualTo(tier.outputs());
        assertThat(excel.facts())
                .extracting(SheetFact::name)
                .isEqualTo(json.facts().stream().map(SheetFact::name).toList());
    }

    private static SheetRow row(Sheet sheet) {
        return sheet.decisions().get(0).rows().get(0);
    }

    private static Sheet excel(Tier tier) {
        @Nullable
        String[][] rows = {
            {"违法行为", "处罚依据", "裁量档次", "改名的因素", "第二因素", "处罚标准"},
            {"测试行为", "《测试条例》第五条", "1", "轻的；或者初次的", "有", tier.words()},
            {"测试行为", "《测试条例》第五条", "2", "重的", "无", "处9万元罚款"},
        };
        return Intake.read(new SourceFile("表.xlsx", Samples.xlsx(rows)), Samples.CONTEXT)
                .items()
                .get(0)
                .content()
                .sheet();
    }

    private static Sheet json(Tier tier) {
        String text =
                """
                {"id": "T-1", "domain": "urban", "jurisdiction": "济宁市", "kind": "published", "violation": "测试行为",
                 "legalBasis": [{"law": "测试条例", "article": 5}], "source": "测试", "tiers": [
                 {"name": "1", "conditions": {"改名的因素": "轻的；或者初次的", "第二因素": "有"}, "standard": "%s", "fine": %s},
                 {"name": "2", "conditions": {"改名的因素": "重的", "第二因素": "无"}, "standard": "", "fine": {"min": 90000, "max": 90000}}]}
                """
                        .formatted(tier.words(), tier.figures());
        return Intake.read(new SourceFile("一项.json", text.getBytes(StandardCharsets.UTF_8)), Samples.CONTEXT)
                .items()
                .get(0)
                .content()
                .sheet();
    }
}
