package cn.faheng.web.show;

import cn.faheng.contract.model.DeterminedOutcomeBody;
import cn.faheng.contract.model.LawComparisonBody;
import cn.faheng.contract.model.LawResultBody;
import cn.faheng.contract.model.NoPenaltyOutcomeBody;
import cn.faheng.contract.model.OutcomeBody;
import cn.faheng.contract.model.PenaltyRangeBody;
import cn.faheng.contract.model.RefusedBenchmarkBody;
import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.rules.catalogue.Penalty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The law at the act and the law at the decision, side by side (从旧兼从轻). */
final class Laws {

    private final @Nullable LawComparisonBody comparison;

    Laws(OutcomeBody outcome) {
        this.comparison = outcome instanceof DeterminedOutcomeBody determined
                ? determined.getComparison()
                : outcome instanceof NoPenaltyOutcomeBody none ? none.getComparison() : null;
    }

    @Nullable
    LawComparisonBody comparison() {
        return comparison;
    }

    boolean actLawChosen() {
        return comparison != null && comparison.getChosen() == LawComparisonBody.ChosenEnum.LAW_AT_ACT;
    }

    @Nullable
    LawResultBody applied() {
        if (comparison == null) {
            return null;
        }
        return actLawChosen() ? comparison.getAtAct() : comparison.getAtDecision();
    }

    /** Whether the two laws differ, so that one was weighed against the other. */
    boolean weighed() {
        LawComparisonBody c = comparison;
        return c != null
                && !Links.path(c.getAtAct().getStatute())
                        .equals(Links.path(c.getAtDecision().getStatute()));
    }

    /** Both laws, the one at the act first. */
    List<LawResultBody> both() {
        return comparison == null ? List.of() : List.of(comparison.getAtAct(), comparison.getAtDecision());
    }

    /** The penalties of both laws by id, for the table that holds them side by side. */
    List<Answer.Pair> pairs() {
        if (comparison == null) {
            return List.of();
        }
        Map<String, Answer.Pair> pairs = new LinkedHashMap<>();
        for (PenaltyRangeBody body : comparison.getAtAct().getPenalties()) {
            PenaltyRange range = Bodies.range(body);
            pairs.put(range.penalty().id(), new Answer.Pair(range.penalty(), range, null));
        }
        for (PenaltyRangeBody body : comparison.getAtDecision().getPenalties()) {
            PenaltyRange range = Bodies.range(body);
            Penalty penalty = range.penalty();
            Answer.Pair known = pairs.get(penalty.id());
            pairs.put(penalty.id(), new Answer.Pair(penalty, known == null ? null : known.atAct(), range));
        }
        return List.copyOf(pairs.values());
    }

    /** The benchmarks refused under either law; told once where both laws refuse the same for the same reasons. */
    List<Answer.Refused> refused() {
        LawComparisonBody c = comparison;
        LawResultBody applied = applied();
        if (c == null || applied == null) {
            return List.of();
        }
        if (!weighed() && reasons(c.getAtAct()).equals(reasons(c.getAtDecision()))) {
            return refused(applied, null, true);
        }
        List<Answer.Refused> refused = new ArrayList<>(refused(c.getAtAct(), true, actLawChosen()));
        refused.addAll(refused(c.getAtDecision(), false, !actLawChosen()));
        return refused;
    }

    private static List<Answer.Refused> refused(LawResultBody law, @Nullable Boolean atAct, boolean applied) {
        return law.getRefused().isEmpty() ? List.of() : List.of(new Answer.Refused(law, atAct, applied));
    }

    private static List<String> reasons(LawResultBody law) {
        return law.getRefused().stream().map(Laws::reason).toList();
    }

    private static String reason(RefusedBenchmarkBody refused) {
        return Links.path(refused.getBenchmark()) + " " + refused.getReason().getValue();
    }
}
