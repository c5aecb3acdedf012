package cn.faheng.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.engine.proof.ProofReport.Finding;
import cn.faheng.engine.proof.ProofReport.Property;
import cn.faheng.engine.proof.ProofReport.Status;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.format.RuleBase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("证明：每一种缺陷都带着正确的反例被驳回")
class ProverTest {

    private static final RuleBase WIDE = Draft.wideBase();

    private static ProofReport prove(Draft draft) {
        return new Prover(WIDE).prove(draft.build());
    }

    private static List<Finding> of(ProofReport report, Property property, Status status) {
        return report.findings().stream()
                .filter(f -> f.property() == property && f.status() == status)
                .toList();
    }

    private static Finding only(ProofReport report, Property property, Status status) {
        assertThat(of(report, property, status))
                .as("%s %s of %s", property, status, report.findings())
                .hasSize(1);
        return of(report, property, status).get(0);
    }

    private static Draft sound() {
        return Draft.benchmark("370000")
                .money("value")
                .penalty(List.of("value"), "T1|< 1000|100|500", "T2|[1000..5000)|500|1000", "T3|>= 5000|1000|2000");
    }

    @Test
    @DisplayName("无缺陷的表：各项都得到证明，没有一项不说明")
    void provesWhatIsSound() {
        ProofReport report = prove(sound());
        assertThat(report.nothingRefuted()).as("%s", report.findings()).isTrue();
        for (Property property : Property.values()) {
            assertThat(report.findings()).as("%s", property).anyMatch(f -> f.property() == property);
        }
        assertThat(report.notProved()).extracting(Finding::property).containsOnly(Property.CASES);
    }

    @Test
    @DisplayName("空隙：相差一分也举出该数额，并且同时驳回精确")
    void findsTheHole() {
        ProofReport report = prove(Draft.benchmark("370000")
                .money("value")
                .penalty(List.of("value"), "T1|<= 999.98|100|500", "T2|>= 1000|500|1000"));
        Finding finding = only(report, Property.COMPLETE, Status.REFUTED);
        assertThat(Shown.example(finding).facts()).containsEntry("value", new BigDecimal("999.99"));
        assertThat(of(report, Property.EXACT, Status.REFUTED)).hasSize(1);
    }

    @Test
    @DisplayName("数值没有写明最小值：负数没有档次")
    void findsNegativeNumbers() {
        Draft draft = Draft.benchmark("370000")
                .number("n", "integer")
                .penalty(List.of("n"), "T1|[1..9]|100|200", "T2|> 9|200|300");
        assertThat(Shown.example(only(prove(draft), Property.COMPLETE, Status.REFUTED))
                        .facts())
                .containsEntry("n", BigDecimal.ZERO);
    }

    @Test
    @DisplayName("重叠：两行都包括同一界限，举出两行的金额")
    void findsTheOverlap() {
        ProofReport report = prove(Draft.benchmark("370000")
                .money("value")
                .penalty(List.of("value"), "T1|<= 1000|100|500", "T2|>= 1000|500|1000"));
        Finding finding = only(report, Property.UNAMBIGUOUS, Status.REFUTED);
        assertThat(Shown.example(finding).facts()).containsEntry("value", new BigDecimal("1000"));
        assertThat(Shown.example(finding).rows()).containsExactly("T1", "T2");
        assertThat(Shown.example(finding).amounts())
                .containsEntry("T1 fineMax", "500")
                .containsEntry("T2 fineMax", "1000");
        assertThat(finding.message()).contains("相接");
    }

    @Test
    @DisplayName("重叠而文件自己有规则：按名接受，不驳回")
    void acceptsTheDocumentsOwnRule() {
        Draft draft = Draft.benchmark("370000")
                .money("value")
                .waiver("penalty", "overlap", "同时符合两档的，从重")
                .penalty(List.of("value"), "T1|<= 1000|100|500", "T2|>= 1000|500|1000");
        assertThat(of(prove(draft), Property.UNAMBIGUOUS, Status.PROVED))
                .anyMatch(f -> f.message().contains("从重"));
        assertThat(of(prove(draft), Property.UNAMBIGUOUS, Status.REFUTED)).isEmpty();
    }

    @Test
    @DisplayName("死行：取值不存在的行，和所问判定永远不给出的结果")
    void findsDeadRows() {
        Draft derived = Draft.benchmark("370000")
                .money("value")
                .table("size", "UNIQUE", List.of("value"), List.of(""), List.of("D1|< 10|\"小\"", "D2|>= 10|\"大\""))
                .penalty(List.of("size"), "T1|\"小\"|100|200", "T2|\"大\"|200|300", "T3|\"特大\"|300|400");
        assertThat(only(prove(derived), Property.REACHABLE, Status.REFUTED).where())
                .isEqualTo("T3");
        Draft beyond =
                Draft.benchmark("370000").money("value").penalty(List.of("value"), "T1|>= 0|100|200", "T2|< 0|200|300");
        assertThat(only(prove(beyond), Property.REACHABLE, Status.REFUTED).where())
                .isEqualTo("T2");
    }

    @Test
    @DisplayName("经过别的判定才看得出的空隙，以事实举例；只在自由组合里才有的空隙不算")
    void composesDerivedInputs() {
        List<String> size = List.of("D1|< 10|\"小\"", "D2|>= 10|\"大\"");
        Draft sound = Draft.benchmark("370000")
                .money("value")
                .table("size", "UNIQUE", List.of("value"), List.of(""), size)
                .penalty(List.of("size", "value"), "T1|\"小\"|< 10|100|200", "T2|\"大\"|>= 10|200|300");
        assertThat(prove(sound).nothingRefuted()).isTrue();
        Draft hole = Draft.benchmark("370000")
                .money("value")
                .table("size", "UNIQUE", List.of("value"), List.of(""), size)
                .penalty(List.of("size", "value"), "T1|\"小\"|< 10|100|200", "T2|\"大\"|>= 20|200|300");
        assertThat(Shown.example(only(prove(hole), Property.COMPLETE, Status.REFUTED))
                        .facts())
                .containsEntry("value", new BigDecimal("10"));
    }

    @Test
    @DisplayName("倍数由两个事实相除得出：按任意值证明，找得到事实的空隙才驳回")
    void treatsRatiosAsFree() {
        Draft draft = Draft.benchmark("370000")
                .money("gains")
                .money("value")
                .expression("ratio", "if value > 0 then gains / value else 0")
                .penalty(List.of("ratio"), "T1|< 2|100|200", "T2|[2..3)|200|300", "T3|>= 5|300|400");
        Finding finding = prove(draft).findings().stream()
                .filter(f -> f.property() == Property.COMPLETE && f.status() != Status.PROVED)
                .findFirst()
                .orElseThrow();
        assertThat(finding.status()).isIn(Status.REFUTED, Status.NOT_PROVED);
        assertThat(finding.message()).contains("没有任何一行");
    }

    @Test
    @DisplayName("结果为空、最低高于最高：驳回并举例")
    void findsNullAndEmptyResults() {
        ProofReport none = prove(Draft.benchmark("370000")
                .truth("grave")
                .penalty(List.of("grave"), "T1|false|100|null", "T2|true|200|300"));
        assertThat(Shown.example(only(none, Property.COMPLETE, Status.REFUTED)).facts())
                .containsEntry("grave", false);
        ProofReport upsideDown = prove(Draft.benchmark("370000")
                .money("value")
                .penalty(List.of("value"), "T1|< 100|100|200", "T2|>= 100|value * 2|10000"));
        Finding finding = only(upsideDown, Property.COMPLETE, Status.REFUTED);
        assertThat(finding.message()).contains("最低高于最高");
        assertThat((BigDecimal) Shown.fact(finding, "value")).isGreaterThan(new BigDecimal("5000"));
    }

    @Test
    @DisplayName("除不尽的三分之一：驳回精确并写出金额")
    void findsOneThird() {
        Finding finding = only(
                prove(Draft.benchmark("370000")
                        .truth("grave")
                        .penalty(List.of("grave"), "T1|false|100|1000 / 3", "T2|true|1000|2000")),
                Property.EXACT,
                Status.REFUTED);
        assertThat(finding.message()).contains("除不尽");
        assertThat(Shown.example(finding).amounts().get("本表最高")).startsWith("333.33");
    }

    @Test
    @DisplayName("看不懂的单元格和表达式：列为未证明并写明是哪一格")
    void neverSkipsSilently() {
        ProofReport report = prove(Draft.benchmark("370000")
                .money("value")
                .penalty(List.of("value"), "T1|< 10 * 100|100|500", "T2|>= 1000|500|1000"));
        assertThat(of(report, Property.COMPLETE, Status.NOT_PROVED))
                .anyMatch(f -> f.where().equals("T1") && f.message().contains("< 10 * 100"));
        ProofReport odd = prove(Draft.benchmark("370000")
                .money("value")
                .penalty(List.of("value"), "T1|< 1000|100|sqrt(value)", "T2|>= 1000|500|1000"));
        assertThat(of(odd, Property.COMPLETE, Status.NOT_PROVED))
                .anyMatch(f -> f.message().contains("sqrt"));
    }

    @Test
    @DisplayName("档次越重罚得越少：写明两个取值和金额；主动改正一类的事实方向相反")
    void findsWhatFalls() {
        ProofReport named = prove(Draft.benchmark("370000")
                .choice("情节", "甲", "乙")
                .table(
                        "penalty",
                        "UNIQUE",
                        List.of("情节"),
                        List.of("tier", "fine", "fineMin", "fineMax"),
                        List.of("T1|\"甲\"|\"一般\"|\"must\"|500|900", "T2|\"乙\"|\"严重\"|\"must\"|500|800")));
        Finding finding = only(named, Property.MONOTONE, Status.REFUTED);
        assertThat(Shown.example(finding).amounts())
                .containsEntry("“甲”时最高", "900元")
                .containsEntry("“乙”时最高", "800元");
        ProofReport open = prove(Draft.benchmark("370000")
                .choice("情节", "甲", "乙")
                .penalty(List.of("情节"), "T1|\"甲\"|500|900", "T2|\"乙\"|500|800"));
        only(open, Property.MONOTONE, Status.NOT_PROVED);
        ProofReport mitigating = prove(Draft.benchmark("370000")
                .choice("改正", "未改正", "主动改正")
                .penalty(List.of("改正"), "T1|\"未改正\"|500|900", "T2|\"主动改正\"|100|500"));
        assertThat(only(mitigating, Property.MONOTONE, Status.PROVED).message()).contains("方向相反");
    }

    @Test
    @DisplayName("权重：中间一项比前一项小，驳回")
    void findsAWeightThatFalls() {
        ProofReport report = prove(Draft.benchmark("370000")
                .choice("f1", "a", "b", "c")
                .choice("f2", "d", "e")
                .table(
                        "weight1",
                        "UNIQUE",
                        List.of("f1"),
                        List.of(""),
                        List.of("W1.1|\"a\"|0", "W1.2|\"b\"|20", "W1.3|\"c\"|10"))
                .table("weight2", "UNIQUE", List.of("f2"), List.of(""), List.of("W2.1|\"d\"|0", "W2.2|\"e\"|5"))
                .expression("total", "min(10 + weight1 + weight2, 100)")
                .context(Map.of(
                        "tier", "\"累加\"", "fine", "\"must\"", "fineMin", "total * 1000", "fineMax", "total * 1000")));
        Finding finding = only(report, Property.MONOTONE, Status.REFUTED);
        assertThat(finding.where()).isEqualTo("f1");
        assertThat(Shown.example(finding).amounts())
                .containsEntry("“b”时最高", "30000元")
                .containsEntry("“c”时最高", "20000元");
    }

    @Test
    @DisplayName("案例不符：驳回；没有用到的行：未证明")
    void readsTheCases() {
        ProofReport report = prove(sound().cases("id,title,value,=rows,=fineMax\nC1,错,10,T1,501\n"));
        assertThat(of(report, Property.CASES, Status.REFUTED))
                .anyMatch(f -> f.message().contains("501"));
        assertThat(of(report, Property.CASES, Status.NOT_PROVED))
                .anyMatch(f -> f.message().contains("T2"));
    }

    @Test
    @DisplayName("名称不变则内容不变：同一内容的发现同名，内容改变则改名")
    void namesFindingsByContent() {
        RuleSet one = sound().build();
        List<String> first = new Prover(WIDE)
                .prove(one).findings().stream().map(Finding::key).toList();
        assertThat(new Prover(WIDE).prove(one).findings())
                .extracting(Finding::key)
                .isEqualTo(first)
                .doesNotHaveDuplicates();
    }
}
