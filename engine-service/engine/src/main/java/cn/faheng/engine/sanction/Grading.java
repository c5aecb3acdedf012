package cn.faheng.engine.sanction;

import cn.faheng.engine.evaluation.TierWords;
import cn.faheng.engine.outcome.PenaltyMode;
import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.Range;
import cn.faheng.engine.sanction.RuleSetAnswer.Bounds;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.rules.catalogue.RuleSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the tier of a benchmark makes of the penalties of a clause: narrowed inside the statute, below its minimum where a ground for 减轻
 * is established, or contradicting it.
 */
final class Grading {

    private final RuleSet statute;
    private final RuleSetAnswer law;
    private final @Nullable RuleSetAnswer tier;
    private final Discretion discretion;
    private final @Nullable RuleSet bands;

    Grading(
            RuleSet statute,
            RuleSetAnswer law,
            @Nullable RuleSetAnswer tier,
            Discretion discretion,
            @Nullable RuleSet bands) {
        this.statute = statute;
        this.law = law;
        this.tier = tier;
        this.discretion = discretion;
        this.bands = bands;
    }

    /** The same where only the statute is certain. */
    Grading withoutTier() {
        return new Grading(statute, law, null, discretion, bands);
    }

    /** Why the facts cannot all hold: a fine that has to be imposed and comes to nothing, or a tier outside the statute; or null. */
    @Nullable
    String contradiction() {
        for (Penalty penalty : statute.penalties()) {
            Range statutory = law.mode(penalty) == PenaltyMode.NONE ? null : law.range(penalty);
            if (statutory == null) {
                continue;
            }
            Long max = statutory.max();
            if (penalty.kind() == PenaltyKind.FINE
                    && max != null
                    && max == 0
                    && law.mode(penalty) == PenaltyMode.MUST) {
                return "所填事实互相矛盾：按其算出的法定罚款为零，请核对";
            }
            Bounds allowed = law.bounds(penalty);
            Bounds graded = graded(penalty);
            if (allowed == null || graded == null) {
                continue;
            }
            String tierOf = "裁量基准该档的" + penalty.label();
            if (graded.isBelow(allowed) && !mitigates(penalty)) {
                return tierOf + "在法定最低以下，只有具备减轻处罚的法定情形才可适用，由人决定";
            }
            if (allowed.isBelow(graded)) {
                return tierOf + "在法定最高以上，不得适用；请核对事实和裁量基准";
            }
        }
        return null;
    }

    /** Every penalty that the clause imposes, with what each step leaves of it. */
    List<PenaltyRange> penalties() {
        return statute.penalties().stream().flatMap(p -> range(p).stream()).toList();
    }

    private Optional<PenaltyRange> range(Penalty penalty) {
        PenaltyMode statutoryMode = law.mode(penalty);
        if (statutoryMode == PenaltyMode.NONE) {
            return Optional.empty();
        }
        Range statutory = law.range(penalty);
        Penalty refined = refinement(penalty);
        PenaltyMode mode = tier == null || refined == null ? statutoryMode : tier.mode(refined);
        if (statutory == null) {
            return Optional.of(new PenaltyRange(penalty, mode, null, null, null));
        }
        Range asPublished = gradedRange(penalty);
        Range benchmark = asPublished == null ? null : lawful(asPublished, statutory, mitigates(penalty));
        Range remaining = benchmark == null ? statutory : discretion.within(statutory, benchmark);
        if (benchmark == null && bands != null && penalty.kind() == PenaltyKind.FINE) {
            benchmark = discretion.band(bands, statutory).orElse(null);
            remaining = benchmark == null ? statutory : benchmark;
        }
        Range below = discretion.below(statutory, penalty.kind());
        if (discretion.mustMitigate() && below != null) {
            remaining = benchmark == null || benchmark.min() >= statutory.min() ? below : lowPart(benchmark, below);
        }
        return Optional.of(
                new PenaltyRange(penalty, mode, statutory, benchmark, mode == PenaltyMode.NONE ? null : remaining));
    }

    /** The range of the tier as the document gives it; null where there is no tier, or it imposes or grades nothing. */
    private @Nullable Range gradedRange(Penalty penalty) {
        Penalty refined = refinement(penalty);
        return tier == null || refined == null ? null : tier.range(refined);
    }

    private @Nullable Bounds graded(Penalty penalty) {
        Penalty refined = refinement(penalty);
        return tier == null || refined == null ? null : tier.bounds(refined);
    }

    private @Nullable Penalty refinement(Penalty penalty) {
        if (tier == null) {
            return null;
        }
        List<Penalty> candidates = tier.compiled().ruleSet().penalties();
        return candidates.stream()
                .filter(p -> p.id().equals(penalty.id()) && p.kind() == penalty.kind())
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(p -> p.kind() == penalty.kind() && p.subject() == penalty.subject())
                        .findFirst())
                .orElse(null);
    }

    /** A benchmark may narrow the statute, never leave it, but for 减轻 on a ground that is established. Whatever lies outside is cut off. */
    private static Range lawful(Range benchmark, Range statutory, boolean mitigates) {
        Long statutoryMax = statutory.max();
        Long benchmarkMax = benchmark.max();
        long low = mitigates ? benchmark.min() : Math.max(benchmark.min(), statutory.min());
        if (statutoryMax != null) {
            low = Math.min(low, statutoryMax);
        }
        Long high = benchmarkMax == null
                ? statutoryMax
                : statutoryMax == null ? benchmarkMax : Long.valueOf(Math.min(benchmarkMax, statutoryMax));
        return new Range(low, high == null ? null : Math.max(high, low), true);
    }

    /**
     * Whether a tier goes below the statutory minimum lawfully: it lies there whole or says of itself that it mitigates, it leaves a penalty,
     * and a ground for 减轻 is established; 从轻 alone is none (行政处罚法 (2021) 第三十二条).
     */
    private boolean mitigates(Penalty penalty) {
        Bounds allowed = law.bounds(penalty);
        Bounds graded = graded(penalty);
        Range range = gradedRange(penalty);
        Long most = range == null ? null : range.max();
        if (tier == null || allowed == null || graded == null || most == null || most <= 0) {
            return false;
        }
        return graded.min().compareTo(allowed.min()) < 0
                && (graded.isBelow(allowed) || TierWords.mitigates(tier.tier()))
                && discretion.mayMitigate();
    }

    /** What a tier leaves below the minimum, where the law demands to go there. */
    private static Range lowPart(Range benchmark, Range below) {
        Long minimum = below.max();
        Long max = benchmark.max();
        return minimum != null && (max == null || max >= minimum)
                ? new Range(benchmark.min(), minimum, false)
                : benchmark;
    }
}
