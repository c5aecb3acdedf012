package cn.faheng.rules.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * What the papers of one year announce. A few days may lie in the December before, because New Year's Day draws them in.
 *
 * @param year the year in the title of the papers
 * @param papers the papers, the amending ones last
 * @param daysOff spans of days off, weekends inside them included
 * @param makeUpWorkingDays Saturdays and Sundays that are worked
 */
record HolidayYear(
        @JsonProperty(required = true) int year,
        @JsonProperty(required = true) List<HolidayPaper> papers,
        @JsonProperty(required = true) List<DaysOff> daysOff,
        @JsonProperty(required = true) List<LocalDate> makeUpWorkingDays) {

    HolidayYear {
        papers = List.copyOf(papers);
        daysOff = List.copyOf(daysOff);
        makeUpWorkingDays = List.copyOf(makeUpWorkingDays);
        if (papers.isEmpty()) {
            throw new IllegalArgumentException("The holidays of " + year + " name no paper");
        }
        for (LocalDate day : makeUpWorkingDays) {
            if (!isWeekend(day)) {
                throw new IllegalArgumentException(day + " is no Saturday or Sunday and needs no make-up");
            }
            if (daysOff.stream().anyMatch(span -> span.contains(day))) {
                throw new IllegalArgumentException(day + " is both a day off and a make-up working day");
            }
        }
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /**
     * Consecutive days off under one name.
     *
     * @param name 春节, 国庆节, …
     * @param from the first day off
     * @param to the last day off
     */
    record DaysOff(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) LocalDate from,
            @JsonProperty(required = true) LocalDate to) {

        DaysOff {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException(name + " ends before it begins: " + from + " to " + to);
            }
        }

        boolean contains(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }
}
