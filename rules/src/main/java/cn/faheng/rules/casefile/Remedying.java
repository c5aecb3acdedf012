package cn.faheng.rules.casefile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Reconsideration and litigation about what was decided. */
public sealed interface Remedying extends Entry {

    /** Which way. */
    enum Path {
        RECONSIDERATION,
        LITIGATION
    }

    /** How it ended. */
    enum Result {
        UPHELD,
        ALTERED,
        REVOKED,
        UNLAWFUL,
        VOID,
        WITHDRAWN,
        REJECTED,
        SETTLED
    }

    /**
     * Somebody went against a decision or measure.
     *
     * @param against id of the entry
     * @param acceptedOn the day on which it was accepted
     * @param haltsExecution whether execution stands still
     */
    record RemedySought(
            String id,
            LocalDateTime at,
            Path path,
            String party,
            String against,
            String before,
            LocalDate acceptedOn,
            boolean haltsExecution)
            implements Remedying {}

    /**
     * The organ answered: written answer with evidence and basis (行政复议法 第四十八条), or answer to the action (行政诉讼法 第六十七条).
     */
    record RemedyAnswered(String id, LocalDateTime at, String remedy) implements Remedying {}

    /**
     * It ended.
     *
     * @param effectiveOn the day on which the result takes effect
     */
    record RemedyEnded(
            String id, LocalDateTime at, String remedy, Result result, LocalDate effectiveOn, @Nullable String document)
            implements Remedying {}
}
