package cn.faheng.web.show;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.engine.outcome.PenaltyMode;
import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.Range;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("没有判定时，拟处罚对应哪一项处罚")
class ProposedTest {

    private static final PenaltyRange SMALL = fine("fine-small", Penalty.Subject.PARTY, Range.of(100, 200));
    private static final PenaltyRange LARGE = fine("fine-large", Penalty.Subject.PARTY, Range.of(1_000, 2_000));
    private static final PenaltyRange PERSON =
            fine("fine-person", Penalty.Subject.RESPONSIBLE_PERSON, Range.of(100, 9_000));

    @Test
    @DisplayName("对应种类、对象相同而且幅度包含该数额的一项")
    void belongsToThePenaltyWhoseRangeHoldsIt() {
        Proposed proposed = Proposed.of(null, asked(1_500), List.of(PERSON, SMALL, LARGE));
        assertThat(proposed.to(LARGE)).contains(new RangeBar.Proposed(1_500, "undetermined"));
        assertThat(proposed.to(SMALL)).isEmpty();
        assertThat(proposed.to(PERSON)).isEmpty();
    }

    @Test
    @DisplayName("都不包含的，对应第一项")
    void belongsToTheFirstWhereNoneHoldsIt() {
        assertThat(Proposed.of(null, asked(5_000), List.of(SMALL, LARGE)).to(SMALL))
                .isPresent();
    }

    private static CaseAsked asked(long amount) {
        return new CaseAsked(
                Division.NATION,
                LocalDate.of(2026, 3, 1),
                List.of(new CaseAsked.Amount(PenaltyKind.FINE, Penalty.Subject.PARTY, amount)));
    }

    private static PenaltyRange fine(String id, Penalty.Subject subject, Range range) {
        return new PenaltyRange(new Penalty(id, PenaltyKind.FINE, subject, "罚款"), PenaltyMode.MUST, range, null, range);
    }
}
