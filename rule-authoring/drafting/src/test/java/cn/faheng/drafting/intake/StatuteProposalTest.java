package cn.faheng.drafting.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.drafting.draft.DraftContent;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import cn.faheng.engine.proof.ProofReport.Finding;
import cn.faheng.engine.proof.ProofReport.Property;
import cn.faheng.engine.proof.ProofReport.Status;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("随事项提出的法定幅度")
class StatuteProposalTest {

    private static final String LAW_102 = "违反本法规定，有下列行为之一，由生态环境主管部门责令改正，处以罚款，没收违法所得；情节严重的，报经有批准权的人民政府批准，"
            + "可以责令停业或者关闭：（一）甲行为的；（七）庚行为的；有前款第一项、第八项行为之一，处五万元以上二十万元以下的罚款；"
            + "有前款第七项行为，处所需处置费用一倍以上三倍以下的罚款，所需处置费用不足十万元的，按十万元计算。对前款第十一项行为的处罚，有关法律、行政法规另有规定的，适用其规定。";

    private static DraftContent content(String title, String item, String statute, String tiers) {
        String json =
                """
                {"id": "T-1", "domain": "environment", "jurisdiction": "广东省", "kind": "published", "violation": "%s",
                 "legalBasis": [{"law": "测试污染防治条例", "article": 102, "paragraph": "第一款", "item": %s}],
                 "statutoryRangeText": "%s", "effective": "2022-01-01", "expires": "2026-12-31", "source": "测试", "tiers": [%s]}
                """
                        .formatted(title, item.isEmpty() ? "null" : "\"" + item + "\"", statute, tiers);
        return Intake.read(new SourceFile("一项.json", json.getBytes(StandardCharsets.UTF_8)), Samples.CONTEXT)
                .items()
                .get(0)
                .content();
    }

    private static String tier(String condition, long min, long max) {
        return "{\"name\": \"%s\", \"condition\": \"%s\", \"standard\": \"\", \"fine\": {\"min\": %d, \"max\": %d}}"
                .formatted(condition, condition, min, max);
    }

    private static String columns(String correction, long min, long max) {
        return "{\"name\": \"%s\", \"conditions\": {\"整改情况\": \"%s\"}, \"standard\": \"\", \"fine\": {\"min\": %d, \"max\": %d}}"
                .formatted(correction, correction, min, max);
    }

    /** What is said of the range once the library holds the law of the sample. */
    private static List<Status> contained(DraftContent content) {
        return new ItemProof(Samples.BASE, Samples.holding(content))
                .prove(content).findings().stream()
                        .filter(f -> f.property() == Property.CONTAINED)
                        .map(Finding::status)
                        .toList();
    }

    private static List<SheetRow> rows(DraftContent content) {
        return Objects.requireNonNull(content.statute()).decisions().get(0).rows();
    }

    @Test
    @DisplayName("按项分别规定的罚款，只取本事项所属的一项；超出的一档给出反例")
    void byItem() {
        DraftContent content =
                content("甲行为", "第一项", LAW_102, tier("轻", 50000, 100000) + "," + tier("重", 100000, 200000));
        assertThat(rows(content)).allSatisfy(r -> assertThat(r.outputs()).contains("50000", "200000"));
        assertThat(contained(content)).containsOnly(Status.PROVED);
        DraftContent wide = content("甲行为", "第一项", LAW_102, tier("轻", 50000, 100000) + "," + tier("重", 100000, 200001));
        assertThat(contained(wide)).contains(Status.REFUTED);
        assertThat(content.questions()).noneMatch(q -> q.where().equals("statute"));
    }

    @Test
    @DisplayName("按处置费用计算并有最低基数的一项")
    void leastBase() {
        DraftContent content = content(
                "庚行为",
                "第七项",
                LAW_102,
                "{\"name\": \"1\", \"condition\": \"轻\", \"standard\": \"\", \"fine\": {\"base\": \"所需处置费用\", \"minTimes\": 1, \"maxTimes\": 2}},"
                        + "{\"name\": \"2\", \"condition\": \"重\", \"standard\": \"\", \"fine\": {\"base\": \"所需处置费用\", \"minTimes\": 2, \"maxTimes\": 3}}");
        assertThat(rows(content)).allSatisfy(r -> assertThat(r.outputs()).contains("max(所需处置费用, 100000) * 3"));
    }

    @Test
    @DisplayName("没有写明属于哪一项的，不提出法定幅度，写明原因")
    void unknownItem() {
        DraftContent content = content("甲行为", "", LAW_102, tier("轻", 50000, 100000));
        assertThat(content.statute()).isNull();
        assertThat(content.questions())
                .filteredOn(q -> q.where().equals("statute"))
                .singleElement()
                .satisfies(q -> assertThat(q.asks()).contains("没有写明本事项属于哪一项"));
    }

    @Test
    @DisplayName("逾期不改正的幅度与表中的整改情况是同一个问题")
    void correction() {
        DraftContent content = content(
                "未公开信息",
                "",
                "违反本条例规定，未公开信息的，责令限期改正，处一万元以上三万元以下的罚款；逾期不改正的，处三万元以上十万元以下的罚款。",
                columns("限期内改正", 10000, 30000) + "," + columns("逾期未改正", 30000, 100000));
        assertThat(Objects.requireNonNull(content.statute()).decisions().get(0).inputs())
                .containsExactly("整改情况");
        assertThat(contained(content)).containsOnly(Status.PROVED);
        DraftContent early = content(
                "未公开信息",
                "",
                "违反本条例规定，未公开信息的，责令限期改正，处一万元以上三万元以下的罚款；逾期不改正的，处三万元以上十万元以下的罚款。",
                columns("限期内改正", 10000, 40000) + "," + columns("逾期未改正", 30000, 100000));
        assertThat(contained(early)).contains(Status.REFUTED);
    }

    private static final String BY_VALUE = "违反本条例规定，销售不合格产品，货值金额不足一万元的，处五万元以上十万元以下罚款；" + "货值金额一万元以上的，处货值金额十倍以上二十倍以下罚款。";

    @Test
    @DisplayName("事项名称写明货值金额不足一万元的，只取这一情形，另一情形列入由人决定")
    void amountInTheTitle() {
        DraftContent content =
                content("销售不合格产品（货值金额不足一万元）", "", BY_VALUE, tier("轻", 50000, 70000) + "," + tier("重", 70000, 100000));
        assertThat(rows(content)).singleElement().satisfies(r -> assertThat(r.outputs())
                .contains("50000", "100000"));
        Sheet statute = Objects.requireNonNull(content.statute());
        assertThat(statute.decisions().get(0).inputs()).isEmpty();
        assertThat(statute.facts()).singleElement().satisfies(f -> assertThat(f.max())
                .isEqualByComparingTo("9999.99"));
        assertThat(statute.leftToPerson()).anyMatch(l -> l.contains("货值金额1万元以上"));
        assertThat(contained(content)).containsOnly(Status.PROVED);
        DraftContent wide =
                content("销售不合格产品（货值金额不足一万元）", "", BY_VALUE, tier("轻", 50000, 70000) + "," + tier("重", 70000, 100001));
        assertThat(contained(wide)).contains(Status.REFUTED);
    }

    @Test
    @DisplayName("事项名称写明货值金额一万元以上的，表的货值金额从一万元起，各档按倍数证明；没有写明的，未证明")
    void multipleInTheTitle() {
        String tiers =
                "{\"name\": \"1\", \"condition\": \"轻\", \"standard\": \"\", \"fine\": {\"base\": \"货值金额\", \"minTimes\": 10, \"maxTimes\": 15}},"
                        + "{\"name\": \"2\", \"condition\": \"重\", \"standard\": \"\", \"fine\": {\"base\": \"货值金额\", \"minTimes\": 15, \"maxTimes\": 20}}";
        DraftContent content = content("销售不合格产品（货值金额一万元以上）", "", BY_VALUE, tiers);
        assertThat(content.sheet().facts())
                .filteredOn(f -> f.name().equals("货值金额"))
                .singleElement()
                .satisfies(f -> assertThat(f.min()).isEqualByComparingTo("10000"));
        assertThat(rows(content)).singleElement().satisfies(r -> assertThat(r.outputs())
                .contains("货值金额 * 10", "货值金额 * 20"));
        assertThat(contained(content)).containsOnly(Status.PROVED);
        assertThat(contained(content("销售不合格产品", "", BY_VALUE, tiers))).doesNotContain(Status.PROVED);
    }

    @Test
    @DisplayName("事项名称写明的界限不是条文的界限：不取哪一情形，仍然未证明")
    void otherLimitInTheTitle() {
        DraftContent content =
                content("销售不合格产品（货值金额不足二万元）", "", BY_VALUE, tier("轻", 50000, 70000) + "," + tier("重", 70000, 100000));
        assertThat(rows(content)).hasSize(2);
        assertThat(contained(content)).containsOnly(Status.NOT_PROVED);
    }

    private static final String STEPS =
            "违反本条例规定，未建立台账的，责令限期改正，处一千元以上五千元以下的罚款；逾期不改正的，处五千元以上二万元以下的罚款；" + "造成严重后果的，处二万元以上十万元以下的罚款。";

    @Test
    @DisplayName("事项名称写明拒不改正、造成严重后果的，各取条文的那一步骤；没有写明的，未证明")
    void stepInTheTitle() {
        String late = tier("一次", 5000, 10000) + "," + tier("二次", 10000, 20000);
        DraftContent refused = content("未建立台账，拒不改正的", "", STEPS, late);
        assertThat(contained(refused)).doesNotContain(Status.REFUTED);
        assertThat(rows(refused)).anySatisfy(r -> assertThat(r.outputs()).contains("5000", "20000"));
        assertThat(rows(refused)).noneSatisfy(r -> assertThat(r.outputs()).contains("1000", "5000"));
        String grave = tier("一次", 20000, 50000) + "," + tier("二次", 50000, 100000);
        DraftContent serious = content("未建立台账，造成严重后果的", "", STEPS, grave);
        assertThat(rows(serious)).singleElement().satisfies(r -> assertThat(r.outputs())
                .contains("20000", "100000"));
        assertThat(contained(serious)).containsOnly(Status.PROVED);
        assertThat(contained(content("未建立台账", "", STEPS, grave))).containsOnly(Status.NOT_PROVED);
    }

    @Test
    @DisplayName("只摘录幅度、没有“处”“可以”的：数额照编，应当还是可以要问，不因不罚的一档驳回")
    void bareAmount() {
        DraftContent content = content(
                "张贴宣传品",
                "",
                "五十元以上二百元以下",
                "{\"name\": \"轻\", \"condition\": \"及时清除\", \"standard\": \"不处罚款\", \"fine\": {\"none\": true}},"
                        + tier("重", 50, 200));
        assertThat(rows(content)).allSatisfy(r -> assertThat(r.outputs()).contains("\"may\"", "50", "200"));
        assertThat(content.questions())
                .filteredOn(q -> q.where().equals("statute"))
                .singleElement()
                .satisfies(q -> assertThat(q.asks()).contains("应当处罚还是可以处罚"));
        assertThat(contained(content)).doesNotContain(Status.REFUTED);
        DraftContent wide = content("张贴宣传品", "", "五十元以上二百元以下", tier("轻", 50, 200) + "," + tier("重", 200, 201));
        assertThat(contained(wide)).contains(Status.REFUTED);
    }

    @Test
    @DisplayName("拒不改正之后以分号隔开的对责任人员的罚款：两种读法都不驳回，并且要问")
    void personsBehindTheStep() {
        String law = "违反本条例规定的，责令改正，处二万元以上二十万元以下的罚款；拒不改正的，处二十万元以上一百万元以下的罚款；" + "对直接负责的主管人员和其他直接责任人员处五千元以上二万元以下的罚款。";
        String both = "{\"name\": \"1\", \"conditions\": {\"整改情况\": \"限期内改正\"}, \"standard\": \"\", \"fine\": "
                + "{\"对单位罚款\": {\"min\": 20000, \"max\": 200000}, \"对直接负责的主管人员和其他直接责任人员罚款\": {\"min\": 5000, \"max\": 10000}}},"
                + "{\"name\": \"2\", \"conditions\": {\"整改情况\": \"逾期未改正\"}, \"standard\": \"\", \"fine\": "
                + "{\"对单位罚款\": {\"min\": 200000, \"max\": 1000000}, \"对直接负责的主管人员和其他直接责任人员罚款\": {\"min\": 10000, \"max\": 20000}}}";
        DraftContent content = content("未进行评估", "", law, both);
        assertThat(contained(content)).doesNotContain(Status.REFUTED);
        assertThat(content.questions())
                .filteredOn(q -> q.where().equals("statute"))
                .singleElement()
                .satisfies(q -> assertThat(q.asks()).contains("以分号隔开"));
    }

    @Test
    @DisplayName("条文有几种违法情形的，按事项名称取其一；别的情形列入由人决定")
    void conducts() {
        DraftContent content = content(
                "未经批准擅自拆除、闲置大气污染防治设施",
                "",
                "违反本条例规定，企业事业单位未经批准擅自拆除、闲置环境噪声污染防治设施的，责令改正，并处五万元以上十万元以下罚款；"
                        + "未经批准擅自拆除、闲置大气污染防治设施的，责令改正，处二万元以上二十万元以下罚款。",
                tier("轻", 20000, 100000) + "," + tier("重", 100000, 200000));
        Sheet statute = Objects.requireNonNull(content.statute());
        assertThat(contained(content)).containsOnly(Status.PROVED);
        assertThat(statute.leftToPerson()).anyMatch(l -> l.contains("五万元以上十万元以下"));
    }

    @Test
    @DisplayName("引文与法规库的条文不一致的要问，并按法规库的条文读")
    void quotation() {
        assertThat(CitedWords.between("处十万元以上50万元以下的罚款；吊销许可证", "由机关处10万元以上五十万元以下罚款，可以吊销许可证。"))
                .satisfies(d -> assertThat(d.amounts()).isEmpty());
        CitedWords.Difference other = CitedWords.between("违反本法规定的，处十万元以上六十万元以下的罚款", "违反本法规定的，处十万元以上五十万元以下罚款。");
        assertThat(other.amounts()).containsExactly("处十万元以上六十万元以下的罚款");
    }
}
