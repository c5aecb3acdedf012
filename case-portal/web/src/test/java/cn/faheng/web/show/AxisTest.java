package cn.faheng.web.show;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.engine.outcome.PenaltyMode;
import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.Range;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("幅度图的轴")
class AxisTest {

    @Test
    @DisplayName("到法定最高限为止；拟处罚更高时延长")
    void reachesAsFarAsTheStatuteOrTheProposal() {
        Range statutory = Range.of(1_000, 10_000);
        assertThat(Axis.of(fine(statutory), statutory, null).end()).isEqualTo(10_000);
        assertThat(Axis.of(fine(statutory), statutory, 5_000L).end()).isEqualTo(10_000);
        assertThat(Axis.of(fine(statutory), statutory, 12_000L).end()).isEqualTo(13_000);
    }

    @Test
    @DisplayName("没有上限的，留出余地")
    void leavesRoomForAnOpenEnd() {
        Range open = new Range(1_000, null, true);
        assertThat(Axis.of(fine(open), open, null).end()).isGreaterThan(1_000);
    }

    @Test
    @DisplayName("挨得太近的数字不写在一起")
    void leavesOutAmountsThatWouldLieOnEachOther() {
        Range statutory = Range.of(0, 10_000);
        Axis axis = Axis.of(fine(statutory), statutory, null);
        assertThat(axis.labelled(statutory, Range.of(4_000, 9_500))).containsExactly(0L, 10_000L, 4_000L);
    }

    private static PenaltyRange fine(Range range) {
        Penalty penalty = new Penalty("fine", PenaltyKind.FINE, Penalty.Subject.PARTY, "罚款");
        return new PenaltyRange(penalty, PenaltyMode.MUST, range, null, range);
    }
}
