package cn.faheng.drafting.plain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.drafting.plain.Reading.NotUnderstood;
import cn.faheng.drafting.plain.Reading.Understood;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.SheetDecision;
import cn.faheng.drafting.sheet.SheetFact;
import cn.faheng.drafting.sheet.SheetFacts;
import cn.faheng.drafting.sheet.Sheets;
import cn.faheng.rules.catalogue.RuleSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("法务人员写的单元格与FEEL互相转换")
class PlainCellTest {

    private static final SheetFact MONEY = SheetFacts.of("货值金额", "money", "元", List.of());
    private static final SheetFact PERCENT = SheetFacts.of("超载比例", "number", "%", List.of());
    private static final SheetFact COUNT = SheetFacts.of("次数", "integer", "次", List.of());
    private static final SheetFact HOURS = SheetFacts.of("持续时间", "number", "小时", List.of());
    private static final SheetFact TRIPS = SheetFacts.of("违法车次", "integer", "车次", List.of());
    private static final SheetFact CHOICE =
            SheetFacts.of("情节", "choice", null, List.of("一般", "严重", "一般、严重并存", "已改正，且消除影响"));
    private static final SheetFact TRUTH = SheetFacts.of("初犯", "boolean", null, List.of());

    private static SheetFact fact(String name) {
        return switch (name) {
            case "元" -> MONEY;
            case "%" -> PERCENT;
            case "次" -> COUNT;
            case "小时" -> HOURS;
            case "选" -> CHOICE;
            default -> TRUTH;
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "元|任意|-",
                "元|-|-",
                "元|5万元以上|>= 50000",
                "元|不足5万元|< 50000",
                "元|5万元以下|<= 50000",
                "元|5万元以下（不含）|< 50000",
                "元|5万元（不含）以下|< 50000",
                "元|1万元以上3万元以下|[10000..30000]",
                "元|1万元以上不足3万元|[10000..30000)",
                "元|1万元以上、不满3万元|[10000..30000)",
                "元|超过1.5万元不超过三万元|(15000..30000]",
                "元|一千元以上五千元以下|[1000..5000]",
                "元|10,000元以上|>= 10000",
                "元|2亿元以上|>= 200000000",
                "元|≥500元|>= 500",
                "%|10%以上不足30%|[10..30)",
                "%|１０％以上|>= 10",
                "次|超过3|> 3",
                "次|3以下（不含）|< 3",
                "次|5至10|[5..10]",
                "次|5次~10次|[5..10]",
                "次|5以上不足10|[5..10)",
                "次|1次或者2次|1, 2",
                "次|不是2次|not(2)",
                "次|3次及以上|>= 3",
                "次|不少于3次且少于5次|[3..5)",
                "小时|24小时以上|>= 24",
                "小时|2小时以上小于24小时|[2..24)",
                "选|一般|\"一般\"",
                "选|“一般”、“严重”|\"一般\", \"严重\"",
                "选|一般或者严重|\"一般\", \"严重\"",
                "选|已改正，且消除影响|\"已改正，且消除影响\"",
                "选|不是严重|not(\"严重\")",
                "选|严重、已改正，且消除影响|\"严重\", \"已改正，且消除影响\"",
                "否|是|true",
                "否|否|false"
            })
    @DisplayName("条件读成FEEL")
    void condition(String unit, String text, String feel) {
        assertThat(PlainCell.condition(fact(unit), Bounds.CIVIL_CODE, text)).isEqualTo(new Understood(feel));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "元|1至3万元|没有单位",
                "元|5吨以上|单位",
                "元|较大|没有读懂",
                "元|3万元以上1万元以下|下限",
                "元|5以上6以上|不是一个数值范围",
                "次|若干次|没有读懂",
                "次|3次左右|没有读懂",
                "选|特别严重|不是这个问题的取值",
                "选|一般、特别严重|不是这个问题的取值",
                "选|>= 5|不是这个问题的取值",
                "选|\"其他\"|不是这个问题的取值",
                "否|可能|只能填"
            })
    @DisplayName("没有读懂的说明原因，不猜测")
    void notUnderstood(String unit, String text, String reason) {
        assertThat(PlainCell.condition(fact(unit), Bounds.CIVIL_CODE, text))
                .isInstanceOfSatisfying(
                        NotUnderstood.class, not -> assertThat(not.reason()).contains(reason));
    }

    @Test
    @DisplayName("以上、以下是否包含本数由文件决定")
    void bounds() {
        assertThat(PlainCell.condition(MONEY, Bounds.HALF_OPEN, "1万元以上3万元以下"))
                .isEqualTo(new Understood("[10000..30000)"));
        assertThat(PlainCell.condition(MONEY, new Bounds(false, true), "1万元以上3万元以下"))
                .isEqualTo(new Understood("(10000..30000]"));
        assertThat(PlainCell.conditionText(MONEY, Bounds.HALF_OPEN, "[10000..30000]"))
                .isEqualTo("1万元以上不超过3万元");
        assertThat(PlainCell.conditionText(MONEY, Bounds.CIVIL_CODE, "[10000..30000)"))
                .isEqualTo("1万元以上不足3万元");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                "< 12500",
                "<= 12345.67",
                "> 0",
                ">= 100000000",
                "[1..2]",
                "(1..2)",
                "[50000..100000)",
                "(50000..100000]",
                "5, 7",
                "not(5)",
                "not([1..2])",
                "< 5, > 10"
            })
    @DisplayName("数值条件写成中文再读回来相同")
    void numbersBack(String feel) {
        for (Bounds bounds :
                List.of(Bounds.CIVIL_CODE, Bounds.HALF_OPEN, new Bounds(false, true), new Bounds(false, false))) {
            for (SheetFact fact : List.of(MONEY, PERCENT, COUNT, HOURS)) {
                String text = PlainCell.conditionText(fact, bounds, feel);
                assertThat(text).isNotEqualTo(feel);
                assertThat(PlainCell.condition(fact, bounds, text)).as(text).isEqualTo(new Understood(feel));
            }
        }
    }

    @Test
    @DisplayName("并列取值会被读成别的取值时加引号")
    void quoted() {
        assertThat(PlainCell.conditionText(CHOICE, Bounds.CIVIL_CODE, "\"一般\", \"严重\""))
                .isEqualTo("一般、严重");
        SheetFact twofold = SheetFacts.of("情节", "choice", null, List.of("甲", "乙", "甲、乙"));
        String text = PlainCell.conditionText(twofold, Bounds.CIVIL_CODE, "\"甲\", \"乙\"");
        assertThat(text).isEqualTo("“甲”、“乙”");
        assertThat(PlainCell.condition(twofold, Bounds.CIVIL_CODE, text)).isEqualTo(new Understood("\"甲\", \"乙\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5万元|50000|5万元",
                "1.25万元|12500|1.25万元",
                "12345元|12345|12345元",
                "伍|?|",
                "货值金额的10倍|货值金额 * 10|货值金额的10倍",
                "货值金额十五倍|货值金额 * 15|货值金额的15倍",
                "货值金额的3%|货值金额 * 0.03|货值金额的3%",
                "货值金额的千分之五|货值金额 * 0.005|货值金额的0.5%",
                "按每车次500元|违法车次 * 500|每车次500元",
                "无|null|无",
                "货值金额 * 2 + 100|货值金额 * 2 + 100|货值金额 * 2 + 100",
                "10倍|?|",
                "每吨100元|?|",
                "违法所得的2倍|?|",
                "3个月|?|"
            })
    @DisplayName("数额读成FEEL，并写回中文")
    void amounts(String text, String feel, String back) {
        List<SheetFact> facts = List.of(MONEY, TRIPS, CHOICE);
        if (feel.equals("?")) {
            assertThat(PlainCell.amount(facts, text)).isInstanceOf(NotUnderstood.class);
        } else {
            assertThat(PlainCell.amount(facts, text)).isEqualTo(new Understood(feel));
            assertThat(PlainCell.amountText(facts, feel)).isEqualTo(back);
        }
    }

    @ParameterizedTest
    @CsvSource({"应当并处,must", "可以并处,may", "不处,none", "择一处,either", "可以单处或者并处,either-or-both"})
    @DisplayName("处罚方式")
    void modes(String text, String code) {
        assertThat(PlainCell.mode(text)).isEqualTo(new Understood("\"" + code + "\""));
        assertThat(PlainCell.modeText("\"" + code + "\"")).isEqualTo(text);
        assertThat(PlainCell.mode("或许")).isInstanceOf(NotUnderstood.class);
    }

    @Test
    @DisplayName("随版本发布的规则集的每一格写成中文再读回来相同")
    void bundled() {
        int cells = 0;
        int plain = 0;
        int outputs = 0;
        for (RuleSet ruleSet : Sheets.BASE.catalogue().ruleSets()) {
            Sheet sheet = Sheets.bundled(ruleSet);
            for (SheetDecision decision : sheet.decisions()) {
                for (SheetDecision.SheetRow row : decision.rows()) {
                    for (int i = 0; i < row.cells().size(); i++) {
                        String name = decision.inputs().get(i);
                        SheetFact fact = sheet.facts().stream()
                                .filter(f -> f.name().equals(name))
                                .findFirst()
                                .orElse(null);
                        List<String> answers = cn.faheng.drafting.sheet.SheetTexts.answers(sheet, name);
                        String text = PlainCell.conditionText(
                                fact, answers, Bounds.CIVIL_CODE, row.cells().get(i));
                        Reading again = PlainCell.condition(fact, answers, Bounds.CIVIL_CODE, text);
                        assertThat(again)
                                .as(ruleSet.ref() + " " + row.id() + " " + name + " " + text)
                                .isInstanceOfSatisfying(Understood.class, u -> assertThat(
                                                u.feel().replace(" ", ""))
                                        .isEqualTo(row.cells()
                                                .get(decision.inputs().indexOf(name))
                                                .replace(" ", "")));
                        cells++;
                        plain += text.equals(row.cells().get(i)) ? 0 : 1;
                    }
                    for (int i = 0; i < row.outputs().size(); i++) {
                        String feel = row.outputs().get(i);
                        String text = PlainCell.outputText(sheet, decision, i, feel);
                        if (!text.equals(feel)) {
                            outputs++;
                            assertThat(PlainCell.output(sheet, decision, i, text))
                                    .as(ruleSet.ref() + " " + row.id() + " " + text)
                                    .isEqualTo(new Understood(feel));
                        }
                    }
                }
            }
        }
        assertThat(cells).isGreaterThan(5000);
        assertThat(plain).as("写成中文的条件").isEqualTo(cells);
        assertThat(outputs).as("写成中文的结果").isGreaterThan(8000);
    }
}
