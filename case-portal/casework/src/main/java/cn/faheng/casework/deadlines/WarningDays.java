package cn.faheng.casework.deadlines;

import cn.faheng.casework.deadlines.Deadline.Warnings;
import cn.faheng.rules.calendar.WorkingCalendar;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** When a deadline becomes amber and red, and when it is escalated. */
final class WarningDays {

    private static final int HUNDRED = 100;

    private final DeadlineSettings settings;
    private final WorkingCalendar calendar;

    WarningDays(DeadlineSettings settings, WorkingCalendar calendar) {
        this.settings = settings;
        this.calendar = calendar;
    }

    /**
     * The moments of a deadline.
     *
     * @param start the moment from which it is counted
     * @param lastDay the day on which it ends
     * @param end the first moment at which it is over
     */
    Warnings of(LocalDateTime start, LocalDate lastDay, LocalDateTime end) {
        return new Warnings(
                ahead(
                        start,
                        lastDay,
                        end,
                        settings.amberPercent(),
                        settings.amberWorkingDays(),
                        settings.amberMostDays()),
                ahead(start, lastDay, end, settings.redPercent(), settings.redWorkingDays(), settings.redMostDays()),
                after(lastDay, end, settings.headAfter()),
                after(lastDay, end, settings.supervisorAfter()));
    }

    private LocalDateTime ahead(
            LocalDateTime start, LocalDate lastDay, LocalDateTime end, int percent, int workingDays, int mostDays) {
        Duration left = Duration.between(start, end).multipliedBy(percent).dividedBy(HUNDRED);
        LocalDateTime byShare = left.isNegative() ? end : end.minus(left);
        LocalDateTime byDays = workingDaysBefore(lastDay, workingDays).atStartOfDay();
        LocalDateTime earlier = byShare.isBefore(byDays) ? byShare : byDays;
        LocalDateTime earliest = end.minusDays(mostDays);
        return earlier.isBefore(earliest) ? earliest : earlier;
    }

    /** The day after which, up to the last day, so many working days are left. */
    private LocalDate workingDaysBefore(LocalDate lastDay, int count) {
        LocalDate day = lastDay;
        for (int left = count; left > 0; day = day.minusDays(1)) {
            if (calendar.isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** When so many working days have passed in vain. */
    private LocalDateTime after(LocalDate lastDay, LocalDateTime end, int workingDays) {
        return workingDays == 0
                ? end
                : calendar.addWorkingDays(lastDay, workingDays)
                        .date()
                        .plusDays(1)
                        .atStartOfDay();
    }
}
