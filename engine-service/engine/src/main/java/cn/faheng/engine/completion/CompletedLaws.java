package cn.faheng.engine.completion;

import cn.faheng.engine.completion.Completions.Completed;
import cn.faheng.engine.outcome.Effect;
import cn.faheng.engine.outcome.LawComparison;
import cn.faheng.engine.outcome.LawResult;
import cn.faheng.engine.outcome.PenaltyMode;
import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.Range;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What all completions of missing facts come to together: the points to order questions by, and the ranges that hold them all. */
public final class CompletedLaws {

    private final List<Completed<LawComparison>> all;

    public CompletedLaws(List<Completed<LawComparison>> all) {
        this.all = List.copyOf(all);
    }

    /** One point for each completion. */
    public List<QuestionOrder.Point> points() {
        return all.stream()
                .map(c -> new QuestionOrder.Point(
                        c.chosen(),
                        signature(c.result().applied()),
                        least(c.result().applied()),
                        greatest(c.result().applied())))
                .toList();
    }

    /** The ranges over all completions. A penalty that some completions do not know at all is only possible, not certain. */
    public List<PenaltyRange> hull() {
        Map<String, PenaltyRange> hull = new LinkedHashMap<>();
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (Completed<LawComparison> completed : all) {
            for (PenaltyRange penalty : completed.result().applied().penalties()) {
                String id = penalty.penalty().id();
                hull.merge(id, bounded(penalty), PenaltyRange::hull);
                seen.merge(id, 1, Integer::sum);
            }
        }
        List<PenaltyRange> ranges = new ArrayList<>();
        hull.forEach((id, range) ->
                ranges.add(Objects.equals(seen.get(id), all.size()) ? range : range.inMode(PenaltyMode.MAY)));
        return ranges;
    }

    /** Whether every completion has a penalty of its own, none left to a person. */
    public boolean allDecided() {
        return all.stream().noneMatch(c -> c.result().applied().disposition() == LawResult.Disposition.PERSON_DECIDES);
    }

    /** Whether some completion leaves a ground for going below the statutory minimum. */
    public boolean mitigable() {
        return all.stream().anyMatch(c -> c.result().applied().mitigation() != null);
    }

    /** Equal for completions that leave the same penalties by the same law; the choice of tier alone does not count. */
    private static String signature(LawResult law) {
        if (law.exemption().isPresent()) {
            return Effect.NO_PENALTY.code();
        }
        StringBuilder text = new StringBuilder(law.statute().ref().toString()).append(law.disposition());
        law.penalties().forEach(p -> text.append('|')
                .append(p.penalty().id())
                .append(p.mode())
                .append(p.statutory())
                .append(p.remaining()));
        law.circumstances().forEach(c -> text.append('|').append(c.code()).append(c.effect()));
        return text.toString();
    }

    private static long least(LawResult law) {
        return law.penalties().stream()
                .filter(CompletedLaws::isFineOnParty)
                .map(PenaltyRange::remaining)
                .filter(Objects::nonNull)
                .mapToLong(Range::min)
                .min()
                .orElse(0);
    }

    private static @Nullable Long greatest(LawResult law) {
        long greatest = 0;
        for (PenaltyRange penalty : law.penalties()) {
            Range remaining = bounded(penalty).remaining();
            if (isFineOnParty(penalty) && remaining != null) {
                Long max = remaining.max();
                if (max == null) {
                    return null;
                }
                greatest = Math.max(greatest, max);
            }
        }
        return greatest;
    }

    private static boolean isFineOnParty(PenaltyRange penalty) {
        return penalty.penalty().kind() == PenaltyKind.FINE && penalty.penalty().subject() == Penalty.Subject.PARTY;
    }

    private static PenaltyRange bounded(PenaltyRange penalty) {
        return penalty.penalty().kind() != PenaltyKind.FINE
                ? penalty
                : new PenaltyRange(
                        penalty.penalty(),
                        penalty.mode(),
                        bounded(penalty.statutory()),
                        bounded(penalty.benchmark()),
                        bounded(penalty.remaining()));
    }

    /**
     * A fine computed from {@link Completions#UNBOUNDED} has no end. The comparison is in fen, a hundredth of the stand-in, so that a
     * percentage of it is recognised as well.
     */
    private static @Nullable Range bounded(@Nullable Range range) {
        Long max = range == null ? null : range.max();
        boolean endless = max != null && BigDecimal.valueOf(max).compareTo(Completions.UNBOUNDED) >= 0;
        return range != null && endless ? new Range(range.min(), null, true) : range;
    }
}
