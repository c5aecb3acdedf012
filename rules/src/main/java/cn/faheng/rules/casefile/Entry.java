package cn.faheng.rules.casefile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** One thing that is on record. A file is the sequence of its entries; an entry is never changed, a later one may correct it. */
public sealed interface Entry
        permits Coercion,
                Deciding,
                Execution,
                Hearing,
                Notifying,
                Opening,
                Participants,
                Proof,
                Proposing,
                Remedying,
                Reviewing,
                Serving,
                Winding {

    /** Name of the entry within its file; other entries refer to it. */
    String id();

    /** When it happened, Beijing time. */
    LocalDateTime at();

    /** The day on which it happened. */
    default LocalDate on() {
        return at().toLocalDate();
    }

    /**
     * Whose leave was given for a step.
     *
     * @param by name of the person, or of the body where it decided collectively
     * @param rank who gave it
     * @param at when
     */
    record Leave(String by, Rank rank, LocalDateTime at) {}

    /** Who can give leave. */
    enum Rank {
        /** 办案机构负责人. */
        UNIT_HEAD,
        /** 行政机关负责人. */
        HEAD,
        /** 行政机关负责人集体讨论. */
        HEADS_COLLECTIVELY
    }

    /**
     * Whether leave was given by a head of the organ, alone or with the others.
     *
     * @param leave the leave on record, or null
     */
    static boolean givenByHead(@Nullable Leave leave) {
        return leave != null && leave.rank() != Rank.UNIT_HEAD;
    }
}
