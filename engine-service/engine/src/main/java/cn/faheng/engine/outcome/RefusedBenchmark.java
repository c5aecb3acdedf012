package cn.faheng.engine.outcome;

import cn.faheng.rules.catalogue.RuleSet;

/**
 * A benchmark that would concern the item but may not be applied.
 *
 * @param benchmark the benchmark
 * @param reason why
 * @param detail the reason as a sentence that names benchmark, statute and dates
 */
public record RefusedBenchmark(RuleSet benchmark, Reason reason, String detail) {

    /** Why a benchmark is refused. */
    public enum Reason {
        /** The statute it rests on has ended. */
        PARENT_ENDED,
        /** The statute in force is another version than those it rests on. */
        PARENT_CHANGED,
        /** Its own period has ended. */
        ENDED,
        /** Its own period has not begun. */
        NOT_YET_IN_FORCE;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
