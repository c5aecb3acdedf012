package cn.faheng.drafting.impact;

import cn.faheng.engine.outcome.Decision;
import cn.faheng.engine.outcome.LawResult;
import cn.faheng.engine.outcome.Outcome;
import cn.faheng.engine.outcome.PenaltyMode;
import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.Range;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a computation leaves for one case.
 *
 * @param outcome slug of the outcome
 * @param tier branch of the statute and tier of the benchmark, or empty
 * @param minFen least fine, or null where there is none
 * @param maxFen greatest fine, or null where there is none or no bound
 * @param others the other penalties that must or may be imposed, in order
 */
public record CaseRange(
        String outcome, String tier, @Nullable Long minFen, @Nullable Long maxFen, List<String> others) {

    public CaseRange {
        others = List.copyOf(others);
    }

    static CaseRange of(Decision decision) {
        Outcome outcome = decision.outcome();
        if (outcome instanceof Outcome.Determined determined) {
            LawResult law = determined.applied();
            return of(outcome.code(), law.tier(), law.penalties());
        }
        if (outcome instanceof Outcome.NeedsClarification open) {
            return of(outcome.code(), "", open.hull());
        }
        return of(outcome.code(), "", List.of());
    }

    private static CaseRange of(String outcome, String tier, List<PenaltyRange> penalties) {
        Optional<PenaltyRange> fine = penalties.stream()
                .filter(p -> p.penalty().kind() == PenaltyKind.FINE
                        && p.penalty().subject() == Penalty.Subject.PARTY
                        && p.mode() != PenaltyMode.NONE)
                .findFirst();
        Range range = fine.map(PenaltyRange::remaining).orElse(null);
        List<String> others = penalties.stream()
                .filter(p -> fine.filter(p::equals).isEmpty() && p.mode() != PenaltyMode.NONE)
                .map(CaseRange::words)
                .sorted()
                .collect(Collectors.toList());
        return new CaseRange(
                outcome, tier, range == null ? null : range.min(), range == null ? null : range.max(), others);
    }

    private static String words(PenaltyRange penalty) {
        Range left = penalty.remaining();
        String amount = left == null ? "" : " " + left.min() + "-" + (left.max() == null ? "" : left.max());
        return penalty.penalty().label() + " " + penalty.mode().name().toLowerCase(java.util.Locale.ROOT) + amount;
    }

    /** Whether a fine lies in what is left. */
    boolean holds(long fen) {
        return minFen != null && fen >= minFen && (maxFen == null || fen <= maxFen);
    }
}
