package cn.faheng.engine.gate;

import cn.faheng.rules.calendar.DueDate;
import cn.faheng.rules.gate.Bearing;
import cn.faheng.rules.timelimit.Counts;
import cn.faheng.rules.timelimit.TimeLimit;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A time limit of a case.
 *
 * @param limit the limit of the law
 * @param start id of the entry that started it
 * @param subject whom or what it is about in this case, or empty
 * @param from the moment from which it is counted
 * @param bearing whom it concerns
 * @param due its last day with the reason, or null for a limit of hours or a rate; while it stands still, the day if it ran on tomorrow
 * @param dueAt its last moment for a limit of hours, else null
 * @param stoodDays days for which it stood still so far
 * @param isStanding whether it stands still now
 * @param doneAt the moment at which the act was done, or null while it runs
 */
public record CaseLimit(
        TimeLimit limit,
        String start,
        String subject,
        LocalDateTime from,
        Bearing bearing,
        @Nullable DueDate due,
        @Nullable LocalDateTime dueAt,
        long stoodDays,
        boolean isStanding,
        @Nullable LocalDateTime doneAt) {

    /** The day on which the act was done, or null while it runs. */
    public @Nullable LocalDate done() {
        return doneAt == null ? null : doneAt.toLocalDate();
    }

    /** Whether it still runs and is over at a moment. A time of waiting is never overdue. */
    public boolean isOverdue(LocalDateTime now) {
        return doneAt == null && !isStanding && limit.counts() != Counts.AFTER && isAfterEnd(now);
    }

    /** Whether the act was done, but too late. */
    public boolean wasLate() {
        return doneAt != null && limit.counts() != Counts.AFTER && isAfterEnd(doneAt);
    }

    private boolean isAfterEnd(LocalDateTime moment) {
        if (dueAt != null) {
            return moment.isAfter(dueAt);
        }
        return due != null && moment.toLocalDate().isAfter(due.date());
    }
}
