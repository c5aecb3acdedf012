package cn.faheng.casework.inspections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.faheng.server.canonical.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("双随机抽取：均匀、可复核、坏名单被拒")
class DoubleRandomTest {

    private static final int DRAWS = 4_000;

    /** Quantiles 0.9999 of chi-square; the seeds are fixed, so the test gives the same answer every day. */
    private static final double CHI_19 = 52.4;

    private static final double CHI_7 = 29.9;

    private static byte[] seed(int n) {
        return Sha256.of(("uniform " + n).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("同一等级的每一户被抽中的机会相等（卡方）")
    void everyObjectOfAClassIsEquallyLikely() {
        Candidates lists = Lists.of(100, 8, 5, 2);
        Map<String, Integer> hits = new HashMap<>();
        for (int n = 0; n < DRAWS; n++) {
            DoubleRandom.draw(lists, seed(n)).drawn().stream()
                    .filter(drawn -> drawn.riskClass() == RiskClass.C)
                    .forEach(drawn -> hits.merge(drawn.object(), 1, Integer::sum));
        }
        assertThat(hits).hasSize(20);
        // Five of twenty each time: without replacement the counts vary less than the plain statistic takes them to.
        double expected = DRAWS * 5 / 20.0;
        double chi = hits.values().stream()
                        .mapToDouble(h -> (h - expected) * (h - expected) / expected)
                        .sum()
                * 20
                / 15
                * 19
                / 20;
        assertThat(chi).isLessThan(CHI_19);
    }

    @Test
    @DisplayName("第一个抽出的位置、第一名检查人员也均匀（卡方）")
    void theFirstPlaceIsUniform() {
        Candidates lists = Lists.of(100, 16, 1, 2);
        Map<String, Integer> objects = new HashMap<>();
        Map<String, Integer> inspectors = new HashMap<>();
        for (int n = 0; n < DRAWS; n++) {
            DrawOutcome.Drawn first = DoubleRandom.draw(lists, seed(n)).drawn().get(0);
            objects.merge(first.object(), 1, Integer::sum);
            inspectors.merge(first.inspectors().get(0), 1, Integer::sum);
        }
        assertThat(objects).hasSize(20);
        assertThat(inspectors).hasSize(8);
        assertThat(chi(objects, DRAWS / 20.0)).isLessThan(CHI_19);
        assertThat(chi(inspectors, DRAWS / 8.0)).isLessThan(CHI_7);
    }

    private static double chi(Map<String, Integer> counts, double expected) {
        return counts.values().stream()
                .mapToDouble(c -> (c - expected) * (c - expected) / expected)
                .sum();
    }

    @Test
    @DisplayName("取模之前舍弃偏多的部分：2^63+1 以内的数一半被舍弃，仍然均匀")
    void rejectsInsteadOfFavouring() {
        SeededStream stream = new SeededStream(seed(1), "x");
        int[] counts = new int[3];
        for (int i = 0; i < 30_000; i++) {
            counts[stream.below(3)]++;
        }
        for (int count : counts) {
            assertThat(count).isBetween(9_700, 10_300);
        }
        assertThat(new SeededStream(seed(2), "y").below(1)).isZero();
    }

    @Test
    @DisplayName("导出后改动任何一项，核验都指出是哪一项")
    void theVerifierNamesWhatWasChanged() {
        String json = Proofs.of(Lists.of(40, 6, 2, 2), "0123456789abcdef", "03 08 15 22 27 31 + 09")
                .json();
        assertThat(DrawVerifier.verify(json).holds()).isTrue();

        assertThat(broken(json.replace("\"企业7\"", "\"企业七\""))).contains(DrawVerifier.Point.CANDIDATES_HASH);
        assertThat(broken(json.replace("\"0123456789abcdef\"", "\"0123456789abcdeg\"")))
                .contains(DrawVerifier.Point.FIRST_COMMITMENT, DrawVerifier.Point.SEED, DrawVerifier.Point.OUTCOME);
        assertThat(broken(json.replace("31 + 09", "31 + 10")))
                .contains(DrawVerifier.Point.SEED, DrawVerifier.Point.OUTCOME)
                .doesNotContain(DrawVerifier.Point.FIRST_COMMITMENT, DrawVerifier.Point.CANDIDATES_HASH);
        DrawProof proof = Proofs.of(Lists.of(40, 6, 2, 2), "0123456789abcdef", "03 08 15 22 27 31 + 09");
        String drawn = proof.outcome().drawn().get(0).object();
        int at = json.indexOf("\"outcome\"");
        String swapped = json.substring(0, at) + json.substring(at).replace(drawn, "object-9999");
        assertThat(broken(swapped)).containsExactly(DrawVerifier.Point.OUTCOME);
    }

    private static List<DrawVerifier.Point> broken(String json) {
        DrawVerifier.Verdict verdict = DrawVerifier.verify(json);
        assertThat(verdict.readable()).isTrue();
        assertThat(verdict.holds()).isFalse();
        return verdict.checks().stream()
                .filter(check -> !check.holds())
                .map(DrawVerifier.Check::point)
                .toList();
    }

    @Test
    @DisplayName("不是导出文件的，说明读不出，不算核验通过")
    void refusesWhatIsNoExport() {
        assertThat(DrawVerifier.verify("{}").readable()).isFalse();
        assertThat(DrawVerifier.verify("不是 JSON").holds()).isFalse();
        assertThat(DrawVerifier.verify("{\"draw\":\"a\",\"draw\":\"b\"}").readable())
                .isFalse();
    }

    @Test
    @DisplayName("候选少于要抽的、没有地区、人员不足、没有本机关人员、重复、少于两人：抽取以前就拒绝")
    void refusesListsFromWhichItCannotBeDrawn() {
        assertRefused(() -> Lists.of(20, 6, 5, 2).requireDrawable(), "要抽取 5 户，符合条件的检查对象只有 4 户");
        assertRefused(() -> Lists.of(20, 6, 0, 2).requireDrawable(), "没有要抽取的检查对象");
        assertRefused(() -> Lists.of(20, 1, 1, 2).requireDrawable(), "只有 1 名检查人员");
        assertRefused(() -> Lists.of(20, 6, 1, 1), "不得少于两人");
        assertRefused(
                () -> Lists.of(
                                20,
                                4,
                                1,
                                2,
                                List.of(
                                        new Candidates.Recused("37H-000", "object-0003", "近亲属关系"),
                                        new Candidates.Recused("37H-002", "object-0003", "曾在该单位任职")))
                        .requireDrawable(),
                "没有本机关的检查人员可派");
        Candidates.Candidate nowhere = new Candidates.Candidate("x", "无地区商店", "", RiskClass.A);
        assertRefused(
                () -> new Candidates(List.of(nowhere), List.of(), List.of(), List.of(), Map.of(), 2, "b"), "没有填写所在地区");
        Candidates.Candidate twice = new Candidates.Candidate("x", "商店", "370811", RiskClass.A);
        assertRefused(
                () -> new Candidates(List.of(twice, twice), List.of(), List.of(), List.of(), Map.of(), 2, "b"),
                "出现了两次");
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable draw, String says) {
        assertThatThrownBy(draw).hasMessageContaining(says);
    }

    @Test
    @DisplayName("比例按等级向上取整，数量照写")
    void quotasFollowTheSample() {
        Map<RiskClass, Integer> held = Map.of(RiskClass.A, 41, RiskClass.D, 3);
        Sample share = new Sample(
                Sample.Mode.SHARE,
                Map.of(RiskClass.A, new java.math.BigDecimal("5"), RiskClass.D, new java.math.BigDecimal("33.4")));
        assertThat(share.quotas(held)).containsEntry(RiskClass.A, 3).containsEntry(RiskClass.D, 2);
        Sample number = new Sample(Sample.Mode.NUMBER, Map.of(RiskClass.A, new java.math.BigDecimal("7")));
        assertThat(number.quotas(held)).containsOnly(Map.entry(RiskClass.A, 7));
    }
}
