package cn.faheng.web.show;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.engine.outcome.PenaltyMode;
import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.Range;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("幅度图")
class RangeBarTest {

    private final Show show = Texts.chinese();

    @Test
    @DisplayName("拟处罚超过法定最高限时，轴延长并标出法定以外的部分")
    void showsWhatLiesBeyondTheStatute() {
        RangeBar bar = fine(
                Range.of(0, yuan(50_000)),
                null,
                Range.of(0, yuan(50_000)),
                new RangeBar.Proposed(yuan(60_000), "unlawful"));
        assertThat(Optional.ofNullable(bar.beyond())).isPresent();
        assertThat(marker(bar).style()).isEqualTo("unlawful");
        assertThat(marker(bar).words()).isEqualTo("拟6万元");
    }

    @Test
    @DisplayName("没有上限的幅度画到底，并写明无上限")
    void drawsAnOpenRangeToTheEnd() {
        Range open = new Range(yuan(1_000), null, true);
        RangeBar bar = fine(open, null, open, null);
        assertThat(bar.lanes()).allMatch(RangeBar.Lane::open);
        assertThat(bar.ticks()).extracting(RangeBar.Tick::words).contains("无上限");
        assertThat(Optional.ofNullable(bar.beyond())).isEmpty();
    }

    @Test
    @DisplayName("定额也看得见")
    void drawsASingleAmountWideEnoughToSee() {
        Range fixed = Range.of(yuan(200), yuan(200));
        RangeBar.Piece piece =
                fine(fixed, null, fixed, null).lanes().get(0).pieces().get(0);
        assertThat(percent(piece.width())).isPositive();
        assertThat(percent(piece.x()).add(percent(piece.width()))).isLessThanOrEqualTo(BigDecimal.valueOf(100));
    }

    @Test
    @DisplayName("本档不给予时没有条，只有文字")
    void saysWhereNothingRemains() {
        RangeBar bar = fine(Range.of(0, yuan(100)), null, null, null);
        RangeBar.Lane last = bar.lanes().get(bar.lanes().size() - 1);
        assertThat(last.pieces()).isEmpty();
        assertThat(last.words()).isEqualTo("本档不给予");
    }

    @Test
    @DisplayName("在基准以外、法定以内的标为偏离")
    void marksADeviation() {
        RangeBar bar = fine(
                Range.of(0, yuan(50_000)),
                Range.of(0, yuan(10_000)),
                Range.of(0, yuan(10_000)),
                new RangeBar.Proposed(yuan(20_000), "deviation"));
        assertThat(marker(bar).style()).isEqualTo("deviation");
        assertThat(bar.description()).contains("5万元以下").contains("1万元以下").contains("拟2万元");
    }

    @Test
    @DisplayName("每一块都在图内，且从左到右")
    void keepsEveryPieceInside() {
        for (long max : new long[] {1, 100, 20_000_000, 1_000_000_000_000L}) {
            RangeBar bar = fine(
                    Range.of(max / 3, max),
                    Range.of(max / 2, max),
                    Range.of(max / 2, max),
                    new RangeBar.Proposed(max / 2, "within-benchmark"));
            bar.lanes().forEach(lane -> lane.pieces().forEach(piece -> {
                assertThat(percent(piece.x())).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
                assertThat(percent(piece.x()).add(percent(piece.width())))
                        .isLessThanOrEqualTo(new BigDecimal("100.001"));
            }));
        }
    }

    @Test
    @DisplayName("事实不全：画出可能的幅度和拟处罚，标明暂定，并说明拟处罚在哪里")
    void drawsWhatIsPossibleAndSaysThatItIsProvisional() {
        RangeBar bar = possible(new RangeBar.Proposed(yuan(20_000), "undetermined"));
        assertThat(bar.provisional()).isTrue();
        assertThat(bar.lanes()).extracting(RangeBar.Lane::label).contains("可能的法定幅度", "可能的结果");
        assertThat(marker(bar).words()).isEqualTo("拟2万元");
        assertThat(bar.standing()).contains("在目前可能的结果之内");
        assertThat(bar.description()).contains("暂定").contains("拟2万元");
        assertThat(possible(new RangeBar.Proposed(yuan(45_000), "undetermined")).standing())
                .contains("不在目前可能的裁量结果之内");
        assertThat(possible(new RangeBar.Proposed(yuan(50_001), "undetermined")).standing())
                .contains("无论余下的事实如何都不合法");
        assertThat(possible(new RangeBar.Proposed(yuan(9_999), "undetermined")).standing())
                .contains("只有依法减轻处罚时才可能");
        assertThat(Optional.ofNullable(possible(null).standing())).isEmpty();
    }

    private RangeBar possible(RangeBar.@Nullable Proposed proposed) {
        Penalty penalty = new Penalty("fine", PenaltyKind.FINE, Penalty.Subject.PARTY, "罚款");
        Range statutory = Range.of(yuan(10_000), yuan(50_000));
        Range remaining = Range.of(yuan(15_000), yuan(30_000));
        return RangeBar.of(
                new PenaltyRange(penalty, PenaltyMode.MUST, statutory, null, remaining),
                List.of(),
                proposed,
                null,
                true,
                show);
    }

    private RangeBar fine(
            Range statutory,
            @Nullable Range benchmark,
            @Nullable Range remaining,
            RangeBar.@Nullable Proposed proposed) {
        Penalty penalty = new Penalty("fine", PenaltyKind.FINE, Penalty.Subject.PARTY, "罚款");
        return RangeBar.of(
                new PenaltyRange(penalty, PenaltyMode.MUST, statutory, benchmark, remaining),
                List.of(),
                proposed,
                null,
                false,
                show);
    }

    private static RangeBar.Marker marker(RangeBar bar) {
        return Optional.ofNullable(bar.marker()).orElseThrow();
    }

    private static long yuan(long amount) {
        return amount * 100;
    }

    private static BigDecimal percent(String text) {
        return new BigDecimal(text.replace("%", ""));
    }
}
