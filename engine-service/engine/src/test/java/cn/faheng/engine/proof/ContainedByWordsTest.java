package cn.faheng.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.engine.proof.ProofReport.Finding;
import cn.faheng.engine.proof.ProofReport.Property;
import cn.faheng.engine.proof.ProofReport.Status;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.legal.LegalInstrument;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("证明：按用语认定同一步骤、同一违法行为的上级基准")
class ContainedByWordsTest {

    private static final LegalInstrument OPEN = Draft.law("2020-01-01", null, "罚款");
    private static final String NAME = "未按照规定公开信息的";

    /** 责令改正，处一千元以上五千元以下罚款；拒不改正的，处五千元以上二万元以下罚款. */
    private static RuleSet twoSteps() {
        return Draft.statute()
                .truth("拒不改正")
                .penalty(List.of("拒不改正"), "S1|false|1000|5000", "S2|true|5000|20000")
                .build();
    }

    private static Draft table(String[] answers, String... rows) {
        return Draft.benchmark("370000").choice("整改情况", answers).penalty(List.of("整改情况"), rows);
    }

    private static List<Finding> contained(ProofReport report) {
        return report.findings().stream()
                .filter(f -> f.property() == Property.CONTAINED)
                .toList();
    }

    private static List<Finding> prove(Draft draft) {
        return prove(draft, "某某行为");
    }

    /** Proves it where the rule base calls the item {@code name}. */
    private static List<Finding> prove(Draft draft, String name) {
        return contained(new Prover(Draft.base(Map.of("X-1", name), List.of(OPEN), twoSteps())).prove(draft.build()));
    }

    @Test
    @DisplayName("表中的“逾期未改正”就是法律的“拒不改正”：各在各的幅度之内；超出的给出反例")
    void tiesTheStep() {
        String[] answers = {"限期内改正", "逾期未改正"};
        assertThat(prove(table(answers, "T1|\"限期内改正\"|1000|5000", "T2|\"逾期未改正\"|5000|20000")))
                .singleElement()
                .satisfies(f -> assertThat(f.status()).isEqualTo(Status.PROVED));
        assertThat(prove(table(answers, "T1|\"限期内改正\"|1000|6000", "T2|\"逾期未改正\"|5000|20000")))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.status()).isEqualTo(Status.REFUTED);
                    assertThat(f.where()).isEqualTo("T1");
                    assertThat(Shown.example(f).facts())
                            .containsEntry("整改情况", "限期内改正")
                            .containsEntry("拒不改正（上位）", false);
                    assertThat(Shown.example(f).amounts()).containsEntry("法定最高", "5000元");
                });
    }

    @Test
    @DisplayName("没有说是否改正的一档仍然未证明，写明取决于什么；说了的各档已证明")
    void leavesTheRestOpen() {
        List<Finding> found = prove(table(
                new String[] {"限期内改正", "逾期未改正", "造成不良影响"},
                "T1|\"限期内改正\"|1000|5000",
                "T2|\"逾期未改正\"|5000|20000",
                "T3|\"造成不良影响\"|20000|20000"));
        assertThat(found).singleElement().satisfies(f -> {
            assertThat(f.status()).isEqualTo(Status.NOT_PROVED);
            assertThat(f.where()).isEqualTo("“T3”");
            assertThat(f.message()).contains("拒不改正＝是时在幅度之内", "拒不改正＝否时高于上位最高");
        });
    }

    @Test
    @DisplayName("另一项要求（逾期未拆除）不是法律的这一步骤：未证明，不驳回")
    void keepsOtherOrdersApart() {
        List<Finding> found =
                prove(table(new String[] {"限期内拆除", "逾期未拆除"}, "T1|\"限期内拆除\"|1000|6000", "T2|\"逾期未拆除\"|5000|20000"));
        assertThat(found).isNotEmpty().anyMatch(f -> f.where().contains("T2") && f.status() == Status.NOT_PROVED);
    }

    @Test
    @DisplayName("事项名称限于拒不改正的，按这一步骤的幅度比较")
    void takesTheStepFromTheName() {
        Draft draft = Draft.benchmark("370000")
                .ofItem("X-1", "未公开信息，拒不改正的")
                .choice("次数", "一次", "二次")
                .penalty(List.of("次数"), "T1|\"一次\"|5000|10000", "T2|\"二次\"|10000|20000");
        assertThat(prove(draft, "未公开信息，拒不改正的")).singleElement().satisfies(f -> assertThat(f.status())
                .isEqualTo(Status.PROVED));
        Draft low = Draft.benchmark("370000")
                .ofItem("X-1", "未公开信息，拒不改正的")
                .choice("次数", "一次", "二次")
                .penalty(List.of("次数"), "T1|\"一次\"|4999|10000", "T2|\"二次\"|10000|20000");
        assertThat(prove(low, "未公开信息，拒不改正的")).singleElement().satisfies(f -> assertThat(f.status())
                .isEqualTo(Status.REFUTED));
    }

    @Test
    @DisplayName("事项的名称以规则库为准：草案的模型自称“拒不改正的”不算数")
    void takesTheNameFromTheRuleBase() {
        Draft draft = Draft.benchmark("370000")
                .ofItem("X-1", "未公开信息，拒不改正的")
                .choice("次数", "一次", "二次")
                .penalty(List.of("次数"), "T1|\"一次\"|5000|10000", "T2|\"二次\"|10000|20000");
        assertThat(prove(draft, "未公开信息")).extracting(Finding::status).doesNotContain(Status.PROVED);
    }

    private static RuleSet county(long max) {
        return Draft.benchmark("370811")
                .ofItem("C-1", "未按规定公开信息")
                .choice("次数", "一次", "二次")
                .penalty(List.of("次数"), "T1|\"一次\"|1000|5000", "T2|\"二次\"|5000|" + max)
                .build();
    }

    private static Draft province(String code, String name) {
        return Draft.benchmark("370000")
                .ofItem(code, name)
                .choice("次数", "一次", "二次")
                .penalty(List.of("次数"), "T1|\"一次\"|1000|5000", "T2|\"二次\"|5000|10000");
    }

    private static List<Finding> county(long max, Map<String, String> others, RuleSet... above) {
        Map<String, String> items = new LinkedHashMap<>(others);
        items.put("C-1", "未按规定公开信息");
        RuleSet statute = Draft.statute()
                .ofItem("C-1", "")
                .choice("any", "是", "否")
                .penalty(List.of("any"), "S1|-|100|1000000")
                .build();
        RuleSet[] all = Arrays.copyOf(above, above.length + 1);
        all[above.length] = statute;
        return contained(new Prover(Draft.base(items, List.of(OPEN), all)).prove(county(max)));
    }

    @Test
    @DisplayName("县的表与省的表编码不同而条文、名称相同：在省的幅度之内才证明，超出的驳回")
    void findsTheSuperiorByTheProvision() {
        Map<String, String> items = Map.of("P-1", NAME);
        assertThat(county(10000, items, province("P-1", NAME).build()))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.status()).isEqualTo(Status.PROVED);
                    assertThat(f.message()).contains("核对了1个）");
                });
        assertThat(county(10001, items, province("P-1", NAME).build()))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.status()).isEqualTo(Status.REFUTED);
                    assertThat(f.message()).contains("上级裁量基准");
                    assertThat(Shown.example(f).amounts()).containsEntry("上级最高", "10000元");
                });
    }

    @Test
    @DisplayName("名称只是相近的：超出也不驳回，由人确认是否同一违法行为")
    void neverRefutesByLikeness() {
        String alike = "未按照规定公开有关信息";
        Map<String, String> items = Map.of("P-1", alike);
        assertThat(county(10001, items, province("P-1", alike).build()))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.status()).isEqualTo(Status.NOT_PROVED);
                    assertThat(f.message()).contains("是否同一违法行为不能认定");
                });
    }

    @Test
    @DisplayName("同一条文有几个相近的上级事项：不比较，写明是哪几个")
    void namesSeveralCandidates() {
        Map<String, String> items = Map.of("P-1", "未按照规定公开有关信息", "P-2", "未按照规定公开其他信息");
        assertThat(county(
                        10001,
                        items,
                        province("P-1", "未按照规定公开有关信息").build(),
                        province("P-2", "未按照规定公开其他信息").build()))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.status()).isEqualTo(Status.NOT_PROVED);
                    assertThat(f.message()).contains("P-1 未按照规定公开有关信息", "P-2 未按照规定公开其他信息");
                });
    }

    @Test
    @DisplayName("名称不同的上级事项不比较，结论里写明")
    void saysWhatItDidNotCompare() {
        assertThat(county(
                        10001,
                        Map.of("P-1", "擅自开工建设"),
                        province("P-1", "擅自开工建设").build()))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.status()).isEqualTo(Status.PROVED);
                    assertThat(f.message()).contains("没有比较", "P-1 擅自开工建设");
                });
    }

    @Test
    @DisplayName("上级按别的事实分档，本表一档跨其中几档：不驳回；超出各档合起来的幅度才驳回")
    void spansTiersOfTheSuperior() {
        RuleSet above = Draft.benchmark("370000")
                .ofItem("P-1", NAME)
                .choice("区域", "一般", "敏感")
                .penalty(List.of("区域"), "T1|\"一般\"|1000|4000", "T2|\"敏感\"|4000|10000")
                .build();
        Map<String, String> items = Map.of("P-1", NAME);
        assertThat(county(10000, items, above))
                .allSatisfy(f -> assertThat(f.status()).isEqualTo(Status.NOT_PROVED))
                .anyMatch(f -> f.where().equals("T1") && f.message().contains("跨越"));
        assertThat(county(10001, items, above)).anyMatch(f -> f.where().equals("T2") && f.status() == Status.REFUTED);
    }

    @Test
    @DisplayName("落在上级各档之间的空当里，不在任何一档的幅度之内：驳回")
    void betweenTiersOfTheSuperior() {
        RuleSet above = Draft.benchmark("370000")
                .ofItem("P-1", NAME)
                .choice("区域", "一般", "敏感")
                .penalty(List.of("区域"), "T1|\"一般\"|1000|4000", "T2|\"敏感\"|11000|20000")
                .build();
        assertThat(county(10000, Map.of("P-1", NAME), above))
                .anyMatch(f -> f.where().equals("T2") && f.status() == Status.REFUTED);
    }

    @Test
    @DisplayName("国家的表编码相同，省的表编码不同而条文、名称相同：两个都比较")
    void everyDivisionAbove() {
        RuleSet nation = Draft.benchmark("000000")
                .ofItem("C-1", "")
                .choice("次数", "一次", "二次")
                .penalty(List.of("次数"), "T1|\"一次\"|1000|5000", "T2|\"二次\"|5000|20000")
                .build();
        RuleSet province = province("P-1", NAME).build();
        Map<String, String> items = Map.of("P-1", NAME);
        assertThat(county(10001, items, nation, province))
                .anyMatch(f -> f.where().equals("T2") && f.status() == Status.REFUTED);
        assertThat(county(10000, items, nation, province))
                .extracting(Finding::status)
                .containsOnly(Status.PROVED);
    }
}
