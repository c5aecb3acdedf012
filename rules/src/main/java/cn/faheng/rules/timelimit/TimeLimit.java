package cn.faheng.rules.timelimit;

import cn.faheng.rules.calendar.DueDate;
import cn.faheng.rules.calendar.WorkingCalendar;
import cn.faheng.rules.legal.Citation;
import cn.faheng.rules.legal.EffectivePeriod;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One time limit of the procedure.
 *
 * @param id DL-006, or DL-047a … DL-047c where one provision holds several limits
 * @param scope where it holds
 * @param stage the part of the work to which it belongs
 * @param title what has to be done, or what ends
 * @param titleEn short English title
 * @param length how long
 * @param counts how the act stands to the period
 * @param lastDay what happens to a last day that is not a working day
 * @param startsFrom the event from which the period is counted, in the law's words; for {@link Counts#BEFORE} the event
 *     before which the act has to come
 * @param extension how it may be lengthened, or null
 * @param exception what is not counted, and where something else holds, or null
 * @param citation the provision that lays it down
 * @param countedBy the provisions that say how its days are counted; empty where the law is silent and 民事诉讼法
 *     第八十五条 is followed
 * @param effective the days on which the cited version is in force
 * @param note remarks and doubts, or null
 */
public record TimeLimit(
        String id,
        Scope scope,
        Stage stage,
        String title,
        String titleEn,
        Length length,
        Counts counts,
        LastDay lastDay,
        String startsFrom,
        @Nullable Extension extension,
        @Nullable String exception,
        Citation citation,
        List<Citation.OfProvision> countedBy,
        EffectivePeriod effective,
        @Nullable String note) {

    public TimeLimit {
        countedBy = List.copyOf(countedBy);
        if (!id.matches("DL-\\d{3}[a-z]?")) {
            throw new IllegalArgumentException("A time limit is named like DL-006 or DL-047a, not '" + id + "'");
        }
        boolean inWorkingDays = isWorkingDays(length);
        if (counts == Counts.BEFORE && (!inWorkingDays || extension != null)) {
            throw new IllegalArgumentException("Only working days are counted backwards, and without extension");
        }
        boolean extendedByWorkingDays =
                extension != null && extension.steps().stream().anyMatch(TimeLimit::isWorkingDays);
        if (lastDay == LastDay.STAYS && (inWorkingDays || extendedByWorkingDays)) {
            throw new IllegalArgumentException("A period of working days ends on a working day; leave lastDay out");
        }
    }

    private static boolean isWorkingDays(Length length) {
        return length instanceof Length.Period period && period.unit() == Unit.WORKING_DAY;
    }

    /** The id without the letter of a part: the row of the collected source. */
    public String sourceId() {
        return id.substring(0, 6);
    }

    /**
     * The day on which the limit runs out, without extension. For {@link Counts#BEFORE} the latest day for the act; for
     * {@link Counts#AFTER} the last day of waiting.
     *
     * @param start the day of the event in {@link #startsFrom()}, itself not counted
     * @return empty for hours ({@link #dueAt}), rates and rules of order
     */
    public Optional<DueDate> dueFrom(LocalDate start, WorkingCalendar calendar) {
        return dueFrom(start, 0, calendar);
    }

    /**
     * The day on which the limit runs out after the first {@code extensions} extensions. Each begins on the day after the
     * raw last day of the period before it.
     *
     * @param start the day of the event in {@link #startsFrom()}, itself not counted
     * @param extensions how many were granted; {@link IllegalArgumentException} if the law has no such length
     * @return empty for hours ({@link #dueAt}), rates and rules of order
     */
    public Optional<DueDate> dueFrom(LocalDate start, int extensions, WorkingCalendar calendar) {
        List<Length.Period> steps = extension == null ? List.of() : extension.steps();
        if (extensions < 0 || extensions > steps.size()) {
            throw new IllegalArgumentException(
                    id + " can be extended " + steps.size() + " times by a fixed length, not " + extensions + " times");
        }
        if (!(length instanceof Length.Period first) || first.unit() == Unit.HOUR) {
            return Optional.empty();
        }
        DueDate due = end(start, first, calendar);
        for (Length.Period step : steps.subList(0, extensions)) {
            due = end(due.rawLastDay(), step, calendar).orProvisional(due);
        }
        return Optional.of(lastDay == LastDay.STAYS ? due.withoutMoving() : due);
    }

    /**
     * The moment at which a limit of hours runs out, counted from the moment of the event without rounding up to a full
     * hour and without regard to holidays: never later than any reading of 民事诉讼法 第八十五条.
     *
     * @param start the moment of the event in {@link #startsFrom()}
     * @return empty for all other lengths
     */
    public Optional<LocalDateTime> dueAt(LocalDateTime start) {
        return length instanceof Length.Period period && period.unit() == Unit.HOUR
                ? Optional.of(start.plusHours(period.count()))
                : Optional.empty();
    }

    private DueDate end(LocalDate start, Length.Period period, WorkingCalendar calendar) {
        return switch (period.unit()) {
            case WORKING_DAY ->
                counts == Counts.BEFORE
                        ? calendar.workingDaysBefore(start, period.count())
                        : calendar.addWorkingDays(start, period.count());
            case DAY -> calendar.addDays(start, period.count());
            case MONTH -> calendar.addMonths(start, period.count());
            case YEAR -> calendar.addYears(start, period.count());
            case HOUR -> throw new IllegalStateException("Hours do not end on a day: " + id);
        };
    }
}
