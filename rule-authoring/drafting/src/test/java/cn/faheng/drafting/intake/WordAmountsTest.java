package cn.faheng.drafting.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.drafting.draft.DraftContent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("只有文字的数额")
class WordAmountsTest {

    private static DraftContent content(String statute, String... tiers) {
        String json =
                """
                {"id": "T-1", "domain": "environment", "jurisdiction": "广东省", "kind": "published", "violation": "测试",
                 "legalBasis": [{"law": "测试条例", "article": 5}], "statutoryRangeText": "%s", "effective": "2022-01-01",
                 "expires": "2026-12-31", "source": "测试", "tiers": [%s]}
                """
                        .formatted(statute, String.join(",", tiers));
        return Intake.read(new SourceFile("一项.json", json.getBytes(StandardCharsets.UTF_8)), Samples.CONTEXT)
                .items()
                .get(0)
                .content();
    }

    private static String tier(int n, String standard, String fine) {
        return "{\"name\": \"%d\", \"condition\": \"情形%d\", \"standard\": \"%s\", \"fine\": %s}"
                .formatted(n, n, standard, fine);
    }

    private static List<String> asked(DraftContent content) {
        return content.questions().stream()
                .filter(q -> q.where().startsWith("T"))
                .map(DraftContent.OpenQuestion::asks)
                .toList();
    }

    private static List<String> outputs(DraftContent content, int row) {
        return content.sheet().decisions().get(0).rows().get(row).outputs();
    }

    @Test
    @DisplayName("读来没有疑义的编入并说明，不再提问")
    void plainWords() {
        DraftContent content = content(
                "处代为处置费用一倍以上三倍以下的罚款。",
                tier(1, "责令限期改正，可以并处2500元以下罚款", "{}"),
                tier(2, "责令限期改正，处代为处置费用两倍的罚款", "[]"),
                tier(3, "给予警告，并处违法所得一倍罚款", "[]"));
        assertThat(asked(content)).isEmpty();
        assertThat(outputs(content, 0)).containsSequence("\"may\"", "0", "2500");
        assertThat(outputs(content, 1)).containsSequence("\"must\"", "代为处置费用 * 2", "代为处置费用 * 2");
        assertThat(outputs(content, 2)).containsSequence("\"must\"", "违法所得 * 1", "违法所得 * 1");
        assertThat(outputs(content, 2)).last().isEqualTo("\"must\"");
        assertThat(content.sheet().notes()).contains("来源没有给出数字，文字“责令限期改正，处代为处置费用两倍的罚款”没有疑义");
    }

    @ParameterizedTest
    @CsvSource({
        "7.5万元元以上8.5万元元以下, 75000, 85000",
        "2.5元万以上3.5万元以下, 25000, 35000",
        "18万以上20万元以下, 180000, 200000",
        "1000元以2000元以下, 1000, 2000"
    })
    @DisplayName("只有一种读法的笔误编入并说明；与数字不符的仍提问")
    void typos(String standard, String min, String max) {
        String right = "{\"min\": %s, \"max\": %s, \"sourceTypo\": true}".formatted(min, max);
        DraftContent content = content(
                "处一千元以上二十万元以下的罚款。", tier(1, standard, right), tier(2, "20万元", "{\"min\": 200000, \"max\": 200000}"));
        assertThat(asked(content)).isEmpty();
        assertThat(outputs(content, 0)).containsSequence(min, max);
        assertThat(content.sheet().notes()).contains("有笔误，只有一种读法");
        DraftContent wrong = content(
                "处一千元以上二十万元以下的罚款。",
                tier(1, standard, "{\"min\": 1, \"max\": 2, \"sourceTypo\": true}"),
                tier(2, "20万元", "{\"min\": 200000, \"max\": 200000}"));
        assertThat(asked(wrong)).singleElement().asString().contains("有笔误");
    }

    @Test
    @DisplayName("矛盾的文字、高于上限的下限、与前后两档相差十倍以上的数额要问")
    void doubtful() {
        assertThat(asked(content("处罚款。", tier(1, "处七万元以下九万元以下罚款", "[]"), tier(2, "处9万元罚款", "[]"))))
                .singleElement()
                .asString()
                .contains("第1档");
        assertThat(asked(content(
                        "处罚款。",
                        tier(1, "", "{\"min\": 50000, \"max\": 20000}"),
                        tier(2, "9万元", "{\"min\": 90000, \"max\": 90000}"))))
                .singleElement()
                .asString()
                .contains("高于最高数额");
        DraftContent far = content(
                "处罚款。",
                tier(1, "1万元以上2万元以下", "{\"min\": 10000, \"max\": 20000}"),
                tier(2, "52万元以上68万元以下", "{\"min\": 520000, \"max\": 680000}"),
                tier(3, "2万元以上3万元以下", "{\"min\": 20000, \"max\": 30000}"));
        assertThat(asked(far)).singleElement().asString().contains("相差十倍以上");
        assertThat(outputs(far, 1)).contains("520000", "680000");
    }

    @Test
    @DisplayName("一栏空着的不借用另一栏的数额，另一栏的读法标明栏名")
    void emptyColumn() {
        DraftContent content = content(
                "处罚款。",
                tier(
                        1,
                        "",
                        "{\"对单位罚款\": {\"text\": \"52万元以上68万元以下\", \"min\": 520000, \"max\": 680000},"
                                + " \"对直接责任人员罚款\": {\"text\": \"\"}}"),
                tier(
                        2,
                        "",
                        "{\"对单位罚款\": {\"text\": \"100万元\", \"min\": 1000000, \"max\": 1000000},"
                                + " \"对直接责任人员罚款\": {\"text\": \"2万元\", \"min\": 20000, \"max\": 20000}}"));
        assertThat(asked(content)).singleElement().asString().contains("“对直接责任人员罚款”", "一格是空的", "对单位罚款：处520000元");
    }

    @Test
    @DisplayName("单位和个人分栏的，当事人类型有选项，两种都能算")
    void parties() {
        DraftContent content = content(
                "单位500元以上3000元以下；个人200元以上1000元以下",
                tier(1, "单位500–1500元，个人200–500元", "{\"unit\": [500, 1500], \"individual\": [200, 500]}"),
                tier(2, "单位1500–3000元，个人500–1000元", "{\"unit\": [1500, 3000], \"individual\": [500, 1000]}"));
        assertThat(content.sheet().facts())
                .filteredOn(f -> f.fromParty())
                .singleElement()
                .satisfies(f -> assertThat(f.values())
                        .extracting(v -> v.value())
                        .containsExactly("individual", "sole-proprietor", "organisation"));
        assertThat(content.statute()).isNotNull();
        ItemProof proofs = new ItemProof(Samples.BASE, Samples.BASE.law());
        assertThat(proofs.prove(content).findings())
                .filteredOn(f -> f.property() == cn.faheng.engine.proof.ProofReport.Property.CONTAINED)
                .singleElement()
                .satisfies(f -> assertThat(f.message()).contains("法律库没有收录该法"));
        ItemProof held = new ItemProof(Samples.BASE, Samples.holding(content));
        assertThat(held.prove(content).findings())
                .filteredOn(f -> f.property() == cn.faheng.engine.proof.ProofReport.Property.CONTAINED)
                .extracting(f -> f.status())
                .containsOnly(cn.faheng.engine.proof.ProofReport.Status.PROVED);
    }
}
