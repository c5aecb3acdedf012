package cn.faheng.casework.deadlines;

import cn.faheng.rules.gate.Bearing;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time limit of a case as last computed.
 *
 * @param caseRef the case
 * @param key which limit of the case
 * @param subject whom or what it is about, or empty
 * @param bearing whom it concerns
 * @param state whether it runs
 * @param watched whether the organ has to act before its end, so that it is warned of and escalated
 * @param startsAt the moment from which it is counted
 * @param dueOn its last day, or null where it has none
 * @param endsAt the first moment at which it is over, or null where it has no end
 * @param provisional whether its end rests on days for which no holidays are announced yet
 * @param stoodDays days for which it stood still
 * @param reason how its end was found, in Chinese
 * @param doneAt when the act was done, or null
 * @param warnings when which warning is due; null unless watched
 */
public record Deadline(
        CaseRef caseRef,
        Key key,
        String subject,
        Bearing bearing,
        State state,
        boolean watched,
        LocalDateTime startsAt,
        @Nullable LocalDate dueOn,
        @Nullable LocalDateTime endsAt,
        boolean provisional,
        int stoodDays,
        String reason,
        @Nullable LocalDateTime doneAt,
        @Nullable Warnings warnings) {

    /**
     * Which limit of a case.
     *
     * @param limit id of the limit: DL-033
     * @param start id of the entry that started it
     * @param ordinal number among those with the same limit and start, from 0
     */
    public record Key(String limit, String start, int ordinal) {}

    /** Whether it runs. */
    public enum State {
        RUNNING,
        STANDING,
        DONE,
        DONE_LATE
    }

    /** From when it is amber and red, and from when heads and supervisors learn that it was missed. */
    public record Warnings(LocalDateTime amber, LocalDateTime red, LocalDateTime toHead, LocalDateTime toSupervisor) {}

    /** Id of the case. */
    public UUID caseId() {
        return caseRef.id();
    }

    /** How it stands at a moment. */
    public Colour colour(LocalDateTime now) {
        return switch (state) {
            case DONE -> Colour.DONE;
            case DONE_LATE -> Colour.LATE;
            case STANDING -> Colour.STANDING;
            case RUNNING -> running(now);
        };
    }

    private Colour running(LocalDateTime now) {
        boolean over = endsAt != null && !now.isBefore(endsAt);
        if (warnings == null) {
            return over ? Colour.PAST : Colour.WAITING;
        }
        if (over) {
            return Colour.OVERDUE;
        }
        if (!now.isBefore(warnings.red())) {
            return Colour.RED;
        }
        return now.isBefore(warnings.amber()) ? Colour.GREEN : Colour.AMBER;
    }
}
