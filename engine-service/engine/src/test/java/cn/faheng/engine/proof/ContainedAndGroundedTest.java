package cn.faheng.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.engine.proof.ProofReport.Finding;
import cn.faheng.engine.proof.ProofReport.Property;
import cn.faheng.engine.proof.ProofReport.Status;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.legal.LegalInstrument;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("证明：在法定幅度和上级基准之内，依据在每一日都有效")
class ContainedAndGroundedTest {

    private static final LegalInstrument OPEN = Draft.law("2020-01-01", null, "罚款");

    private static Draft statute(String... rows) {
        return Draft.statute().truth("grave").money("value").penalty(List.of("grave"), rows);
    }

    private static Draft benchmark(String... rows) {
        return Draft.benchmark("370000").choice("情节", "轻", "重").penalty(List.of("情节"), rows);
    }

    private static List<Finding> of(ProofReport report, Property property, Status status) {
        return report.findings().stream()
                .filter(f -> f.property() == property && f.status() == status)
                .toList();
    }

    private static ProofReport prove(RuleSet draft, List<LegalInstrument> laws, RuleSet... held) {
        return new Prover(Draft.base(laws, held)).prove(draft);
    }

    @Test
    @DisplayName("高于法定最高：驳回，写明本表和法定的金额与日期")
    void findsWhatExceedsTheStatute() {
        ProofReport report = prove(
                benchmark("T1|\"轻\"|1000|5000", "T2|\"重\"|5000|20001").build(),
                List.of(OPEN),
                statute("S1|false|1000|20000", "S2|true|1000|20000").build());
        List<Finding> refuted = of(report, Property.CONTAINED, Status.REFUTED);
        assertThat(refuted).hasSize(1);
        assertThat(refuted.get(0).where()).isEqualTo("T2");
        assertThat(Shown.example(refuted.get(0)).amounts())
                .containsEntry("本表最高", "20001元")
                .containsEntry("法定最高", "20000元");
        assertThat(Shown.example(refuted.get(0)).on()).isEqualTo("2020-01-01");
    }

    @Test
    @DisplayName("只在后一个法律版本里超出：驳回并写明自哪一日起；依据的文字也已改变")
    void findsTheVersionThatIsExceeded() {
        List<LegalInstrument> laws =
                List.of(Draft.law("2020-01-01", "2022-12-31", "处二万元以下罚款"), Draft.law("2023-01-01", null, "处三千元以下罚款"));
        RuleSet old = statute("S1|false|0|20000", "S2|true|0|20000")
                .inForce("2020-01-01", "2022-12-31")
                .build();
        RuleSet now = statute("S1|false|0|3000", "S2|true|0|3000")
                .inForce("2023-01-01", "open")
                .restsOn("2023-01-01")
                .build();
        ProofReport report =
                prove(benchmark("T1|\"轻\"|100|2000", "T2|\"重\"|2000|5000").build(), laws, old, now);
        assertThat(of(report, Property.CONTAINED, Status.REFUTED)).hasSize(1).allSatisfy(f -> {
            assertThat(f.where()).isEqualTo("T2");
            assertThat(Shown.example(f).on()).isEqualTo("2023-01-01");
        });
        assertThat(of(report, Property.GROUNDED, Status.REFUTED)).isNotEmpty().allMatch(f -> "2023-01-01"
                .equals(Shown.example(f).on()));
    }

    @Test
    @DisplayName("法律在别处修改而本条一字未动：依据继续有效")
    void carriesOnWhereTheWordsStand() {
        List<LegalInstrument> laws =
                List.of(Draft.law("2020-01-01", "2022-12-31", "处二万元以下罚款"), Draft.law("2023-01-01", null, "处二万元以下罚款"));
        RuleSet old = statute("S1|false|0|20000", "S2|true|0|20000")
                .inForce("2020-01-01", "2022-12-31")
                .build();
        RuleSet now = statute("S1|false|0|20000", "S2|true|0|20000")
                .inForce("2023-01-01", "open")
                .restsOn("2023-01-01")
                .build();
        ProofReport report =
                prove(benchmark("T1|\"轻\"|100|2000", "T2|\"重\"|2000|5000").build(), laws, old, now);
        assertThat(of(report, Property.GROUNDED, Status.REFUTED)).isEmpty();
        assertThat(of(report, Property.CONTAINED, Status.PROVED)).hasSize(1);
    }

    @Test
    @DisplayName("上位法终止后基准仍然有效：自终止次日起驳回")
    void findsTheEndedParent() {
        RuleSet ended = statute("S1|false|0|20000", "S2|true|0|20000")
                .inForce("2020-01-01", "2024-06-30")
                .build();
        ProofReport report = prove(
                benchmark("T1|\"轻\"|100|2000", "T2|\"重\"|2000|5000").build(),
                List.of(Draft.law("2020-01-01", "2024-06-30", "罚款")),
                ended);
        assertThat(of(report, Property.GROUNDED, Status.REFUTED)).isNotEmpty().allMatch(f -> "2024-07-01"
                .equals(Shown.example(f).on()));
    }

    @Test
    @DisplayName("引证不在法律库的该版本中：驳回")
    void findsTheMissingCitation() {
        ProofReport report = prove(
                benchmark("T1|\"轻\"|100|2000", "T2|\"重\"|2000|5000")
                        .restsOn("2019-01-01")
                        .build(),
                List.of(OPEN),
                Draft.wideStatute());
        assertThat(of(report, Property.GROUNDED, Status.REFUTED))
                .anyMatch(f -> f.message().contains("不在法律库中"));
    }

    @Test
    @DisplayName("取决于本表没有问的事实：未证明，两种情形都举出；两种情形都超出才驳回")
    void askesForTheFactThatDecides() {
        RuleSet law = statute("S1|false|1000|5000", "S2|true|5000|20000").build();
        ProofReport report =
                prove(benchmark("T1|\"轻\"|1000|5000", "T2|\"重\"|30000|40000").build(), List.of(OPEN), law);
        assertThat(of(report, Property.CONTAINED, Status.NOT_PROVED)).hasSize(1).allSatisfy(f -> {
            assertThat(f.message()).contains("“T1”", "grave＝否", "grave＝是");
        });
        assertThat(of(report, Property.CONTAINED, Status.REFUTED))
                .extracting(Finding::where)
                .containsExactly("T2");
    }

    @Test
    @DisplayName("倍数逐项比较：同一基数的倍数超出即驳回，不靠取样")
    void comparesMultiplesByCoefficient() {
        RuleSet law = Draft.statute()
                .money("value")
                .penalty(List.of("value"), "S1|< 10000|50000|100000", "S2|>= 10000|value * 10|value * 20")
                .build();
        Draft inside = Draft.benchmark("370000")
                .money("value")
                .penalty(List.of("value"), "T1|< 10000|50000|80000", "T2|>= 10000|value * 10|value * 20");
        assertThat(of(prove(inside.build(), List.of(OPEN), law), Property.CONTAINED, Status.PROVED))
                .hasSize(1);
        Draft over = Draft.benchmark("370000")
                .money("value")
                .penalty(List.of("value"), "T1|< 10000|50000|80000", "T2|>= 10000|value * 10|value * 20 + 0.01");
        assertThat(of(prove(over.build(), List.of(OPEN), law), Property.CONTAINED, Status.REFUTED))
                .hasSize(1);
        Draft wrongLimit = Draft.benchmark("370000")
                .money("value")
                .penalty(List.of("value"), "T1|< 20000|50000|80000", "T2|>= 20000|value * 10|value * 20");
        assertThat(of(prove(wrongLimit.build(), List.of(OPEN), law), Property.CONTAINED, Status.REFUTED))
                .hasSize(1)
                .allSatisfy(f -> assertThat((BigDecimal) Shown.fact(f, "value"))
                        .isBetween(new BigDecimal("10000"), new BigDecimal("19999.99")));
    }

    @Test
    @DisplayName("下级只可缩小上级基准：扩大即驳回，被采用的外地基准不是上级")
    void narrowsTheSuperiorBenchmark() {
        RuleSet law = statute("S1|false|0|50000", "S2|true|0|50000").build();
        RuleSet province =
                benchmark("P1|\"轻\"|1000|5000", "P2|\"重\"|5000|20000").build();
        Draft city = Draft.benchmark("370800")
                .choice("情节", "轻", "重")
                .penalty(List.of("情节"), "T1|\"轻\"|1000|3000", "T2|\"重\"|5000|20001");
        ProofReport report = prove(city.build(), List.of(OPEN), law, province);
        assertThat(of(report, Property.CONTAINED, Status.REFUTED)).hasSize(1).allSatisfy(f -> {
            assertThat(f.where()).isEqualTo("T2");
            assertThat(f.message()).contains("上级裁量基准");
            assertThat(Shown.example(f).amounts()).containsEntry("上级最高", "20000元");
        });
        Draft elsewhere = Draft.benchmark("440100")
                .choice("情节", "轻", "重")
                .penalty(List.of("情节"), "T1|\"轻\"|1000|3000", "T2|\"重\"|5000|20001");
        assertThat(of(prove(elsewhere.build(), List.of(OPEN), law, province), Property.CONTAINED, Status.REFUTED))
                .isEmpty();
    }

    @Test
    @DisplayName("法律没有规定的处罚种类、把应当改为可以：驳回；把可以改为应当是缩小")
    void holdsKindsAndModes() {
        List<String> columns = List.of("tier", "fine", "fineMin", "fineMax", "revoke");
        String kinds =
                "  - {id: fine, kind: fine, subject: party}\n  - {id: revoke, kind: licence-revocation, subject: party}\n";
        RuleSet law = Draft.statute()
                .choice("any", "是", "否")
                .penalties(kinds)
                .table("penalty", "UNIQUE", List.of("any"), columns, List.of("S1|-|\"S\"|\"must\"|0|5000|\"may\""))
                .build();
        Draft must = Draft.benchmark("370000")
                .choice("any", "是", "否")
                .penalties(kinds)
                .table("penalty", "UNIQUE", List.of("any"), columns, List.of("T1|-|\"T\"|\"must\"|0|5000|\"must\""));
        assertThat(of(prove(must.build(), List.of(OPEN), law), Property.CONTAINED, Status.REFUTED))
                .isEmpty();
        Draft may = Draft.benchmark("370000")
                .choice("any", "是", "否")
                .penalties(kinds)
                .table("penalty", "UNIQUE", List.of("any"), columns, List.of("T1|-|\"T\"|\"may\"|0|5000|\"may\""));
        assertThat(of(prove(may.build(), List.of(OPEN), law), Property.CONTAINED, Status.REFUTED))
                .hasSize(1)
                .allMatch(f -> f.message().contains("应当并处"));
        ProofReport unknown = prove(
                must.build(),
                List.of(OPEN),
                statute("S1|false|0|5000", "S2|true|0|5000").build());
        assertThat(of(unknown, Property.CONTAINED, Status.REFUTED))
                .anyMatch(f -> f.message().contains("没有规定吊销许可证件"));
    }

    @Test
    @DisplayName("法律规定择一的，本表不得并处")
    void keepsAlternativesApart() {
        List<String> columns = List.of("tier", "fine", "fineMin", "fineMax", "warning");
        String kinds = "  - {id: fine, kind: fine, subject: party}\n  - {id: warning, kind: warning, subject: party}\n";
        RuleSet law = Draft.statute()
                .choice("any", "是", "否")
                .penalties(kinds)
                .table("penalty", "UNIQUE", List.of("any"), columns, List.of("S1|-|\"S\"|\"either\"|0|5000|\"either\""))
                .build();
        Draft both = Draft.benchmark("370000")
                .choice("any", "是", "否")
                .penalties(kinds)
                .table("penalty", "UNIQUE", List.of("any"), columns, List.of("T1|-|\"T\"|\"must\"|0|5000|\"must\""));
        assertThat(of(prove(both.build(), List.of(OPEN), law), Property.CONTAINED, Status.REFUTED))
                .hasSize(1)
                .allMatch(f -> f.message().contains("择一"));
        Draft one = Draft.benchmark("370000")
                .choice("any", "是", "否")
                .penalties(kinds)
                .table("penalty", "UNIQUE", List.of("any"), columns, List.of("T1|-|\"T\"|\"must\"|0|5000|\"none\""));
        assertThat(of(prove(one.build(), List.of(OPEN), law), Property.CONTAINED, Status.REFUTED))
                .isEmpty();
    }

    @Test
    @DisplayName("只有草案自己引用、法律库没有收录的法律：依据和幅度都未证明，不说它的版本")
    void doesNotTakeTheDraftsWordForTheLaw() {
        LegalInstrument quoted = new LegalInstrument(
                OPEN.title(), OPEN.level(), OPEN.effective(), OPEN.source(), LegalInstrument.QUOTED, OPEN.articles());
        ProofReport report = new Prover(Draft.base(List.of()))
                .prove(
                        benchmark("T1|\"轻\"|1000|5000", "T2|\"重\"|5000|20000").build(),
                        List.of(statute("S1|false|1000|20000", "S2|true|1000|20000")
                                .build()),
                        List.of(quoted));
        assertThat(of(report, Property.GROUNDED, Status.NOT_PROVED)).isNotEmpty();
        assertThat(of(report, Property.CONTAINED, Status.NOT_PROVED))
                .anyMatch(f -> f.message().contains("版本未核实"));
    }

    @Test
    @DisplayName("减轻的档次低于法定最低：不驳回，写明法律依据，由人确认")
    void setsMitigationApart() {
        Draft draft = Draft.benchmark("370000")
                .choice("情节", "减轻情节", "一般")
                .table(
                        "penalty",
                        "UNIQUE",
                        List.of("情节"),
                        List.of("tier", "fine", "fineMin", "fineMax"),
                        List.of("T1|\"减轻情节\"|\"减轻处罚\"|\"must\"|100|999", "T2|\"一般\"|\"一般\"|\"must\"|1000|5000"));
        ProofReport report = prove(
                draft.build(),
                List.of(OPEN),
                statute("S1|false|1000|5000", "S2|true|1000|5000").build());
        assertThat(of(report, Property.CONTAINED, Status.REFUTED)).isEmpty();
        assertThat(of(report, Property.CONTAINED, Status.NOT_PROVED))
                .anyMatch(f -> f.message().contains("第三十二条"));
    }

    @Test
    @DisplayName("同时起草的法定幅度和随附的条文作数；没有法定幅度则未证明")
    void usesCompanionsAndLaws() {
        RuleSet draft = benchmark("T1|\"轻\"|1000|5000", "T2|\"重\"|5000|20001").build();
        Prover empty = new Prover(Draft.base(List.of()));
        assertThat(of(empty.prove(draft), Property.CONTAINED, Status.NOT_PROVED))
                .hasSize(1);
        ProofReport report = empty.prove(
                draft,
                List.of(statute("S1|false|1000|20000", "S2|true|1000|20000").build()),
                List.of(OPEN));
        assertThat(of(report, Property.CONTAINED, Status.REFUTED)).hasSize(1);
        assertThat(of(report, Property.GROUNDED, Status.PROVED)).hasSize(1);
    }
}
