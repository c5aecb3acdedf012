package cn.faheng.web.show;

import cn.faheng.contract.model.AmountRangeBody;
import cn.faheng.contract.model.PenaltyBody;
import cn.faheng.contract.model.PenaltyRangeBody;
import cn.faheng.engine.outcome.PenaltyMode;
import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.Range;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads penalties and ranges of an answer back into the form in which they can be drawn. */
final class Bodies {

    private Bodies() {}

    static List<PenaltyRange> ranges(List<PenaltyRangeBody> bodies) {
        return bodies.stream().map(Bodies::range).toList();
    }

    static PenaltyRange range(PenaltyRangeBody range) {
        return new PenaltyRange(
                penalty(range.getPenalty()),
                PenaltyMode.ofCode(range.getMode().getValue()).orElse(PenaltyMode.NONE),
                amounts(range.getStatutory()),
                amounts(range.getBenchmark()),
                amounts(range.getRemaining()));
    }

    static Penalty penalty(PenaltyBody penalty) {
        return new Penalty(
                penalty.getId(),
                kind(penalty.getKind().getValue()),
                subject(penalty.getSubject().getValue()),
                penalty.getLabel());
    }

    static PenaltyKind kind(String code) {
        return PenaltyKind.ofCode(code).orElse(PenaltyKind.OTHER);
    }

    static Penalty.Subject subject(String code) {
        return code.equals("party") ? Penalty.Subject.PARTY : Penalty.Subject.RESPONSIBLE_PERSON;
    }

    static @Nullable Range amounts(@Nullable AmountRangeBody range) {
        if (range == null) {
            return null;
        }
        boolean included = range.getMaxIncluded();
        if (range.getMinMonths() != null || range.getMaxMonths() != null) {
            return new Range(orZero(range.getMinMonths()), range.getMaxMonths(), included);
        }
        if (range.getMinDays() != null || range.getMaxDays() != null) {
            return new Range(orZero(range.getMinDays()), range.getMaxDays(), included);
        }
        return new Range(orZero(range.getMinFen()), range.getMaxFen(), included);
    }

    /** The one of the three that is given, or null. */
    static @Nullable Long amount(@Nullable Long fen, @Nullable Long months, @Nullable Long days) {
        return fen != null ? fen : months != null ? months : days;
    }

    private static long orZero(@Nullable Long amount) {
        return amount == null ? 0 : amount;
    }
}
