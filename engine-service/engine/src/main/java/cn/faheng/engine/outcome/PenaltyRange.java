package cn.faheng.engine.outcome;

import cn.faheng.rules.catalogue.Penalty;
import org.jspecify.annotations.Nullable;

/**
 * One penalty of the set that a clause allows, with what each step leaves of it.
 *
 * @param penalty the penalty
 * @param mode whether it is imposed
 * @param statutory what the statute allows; null for kinds without an amount
 * @param benchmark what the benchmark or the national bands leave; null where none applies
 * @param remaining what is left after circumstances; null for kinds without an amount
 */
public record PenaltyRange(
        Penalty penalty,
        PenaltyMode mode,
        @Nullable Range statutory,
        @Nullable Range benchmark,
        @Nullable Range remaining) {

    /** Whether the benchmark goes below the statutory minimum (减轻), which it does on an established ground only. */
    public boolean isMitigatedByBenchmark() {
        return benchmark != null && statutory != null && benchmark.min() < statutory.min();
    }

    /** The same ranges, imposed in another mode. */
    public PenaltyRange inMode(PenaltyMode other) {
        return new PenaltyRange(penalty, other, statutory, benchmark, remaining);
    }

    /** The smallest set of ranges that holds both; used over all completions of missing facts. */
    public PenaltyRange hull(PenaltyRange other) {
        return new PenaltyRange(
                penalty,
                mode == other.mode ? mode : PenaltyMode.MAY,
                hull(statutory, other.statutory),
                hull(benchmark, other.benchmark),
                hull(remaining, other.remaining));
    }

    private static @Nullable Range hull(@Nullable Range a, @Nullable Range b) {
        if (a == null) {
            return b;
        }
        return b == null ? a : a.hull(b);
    }
}
