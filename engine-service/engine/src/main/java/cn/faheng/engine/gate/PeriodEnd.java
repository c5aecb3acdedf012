package cn.faheng.engine.gate;

import cn.faheng.rules.calendar.DueDate;
import cn.faheng.rules.calendar.WorkingCalendar;
import cn.faheng.rules.timelimit.LastDay;
import cn.faheng.rules.timelimit.Length;
import cn.faheng.rules.timelimit.Length.Period;
import cn.faheng.rules.timelimit.TimeLimit;
import cn.faheng.rules.timelimit.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The last day of a limit whose days do not all count: working days are counted as working days, days as days. */
final class PeriodEnd {

    private final TimeLimit limit;
    private final WorkingCalendar calendar;
    private final StillDays still;

    PeriodEnd(TimeLimit limit, WorkingCalendar calendar, StillDays still) {
        this.limit = limit;
        this.calendar = calendar;
        this.still = still;
    }

    /** The last day after some extensions, each of which begins after the raw last day of what came before it. */
    Optional<DueDate> of(LocalDate start, int extensions) {
        Optional<DueDate> plain = limit.dueFrom(start, extensions, calendar);
        if (plain.isEmpty()
                || still.isEmpty()
                || still.between(start, plain.get().rawLastDay()) == 0) {
            return plain;
        }
        List<Period> periods = periods(extensions);
        LocalDate raw = start;
        boolean provisional = false;
        for (Period period : periods) {
            LocalDate begin = raw;
            raw = end(begin, period);
            provisional |= period.unit() == Unit.WORKING_DAY && !settled(begin.plusDays(1), raw);
        }
        LocalDate date = raw;
        while (limit.lastDay() == LastDay.MOVES && !calendar.isWorkingDay(date)) {
            date = date.plusDays(1);
        }
        provisional |= limit.lastDay() == LastDay.MOVES && !settled(raw, date);
        return Optional.of(new DueDate(date, raw, provisional, reason(start, periods, raw, date, provisional)));
    }

    private List<Period> periods(int extensions) {
        List<Period> periods = new ArrayList<>();
        if (limit.length() instanceof Period first) {
            periods.add(first);
        }
        if (limit.extension() != null) {
            periods.addAll(limit.extension().steps().subList(0, extensions));
        }
        return periods;
    }

    private LocalDate end(LocalDate begin, Period period) {
        return switch (period.unit()) {
            case WORKING_DAY -> workingDays(begin, period.count());
            case DAY -> still.later(begin, begin.plusDays(period.count()));
            case MONTH -> still.later(begin, begin.plusMonths(period.count()));
            case YEAR -> still.later(begin, begin.plusYears(period.count()));
            case HOUR -> throw new IllegalStateException("Hours do not end on a day: " + limit.id());
        };
    }

    private LocalDate workingDays(LocalDate begin, int count) {
        LocalDate day = begin;
        for (int left = count; left > 0; ) {
            day = day.plusDays(1);
            if (calendar.isWorkingDay(day) && !still.covers(day)) {
                left--;
            }
        }
        return day;
    }

    private boolean settled(LocalDate first, LocalDate last) {
        return calendar.isSettled(first) && calendar.isSettled(last);
    }

    private String reason(LocalDate start, List<Period> periods, LocalDate raw, LocalDate date, boolean provisional) {
        String counted = "自" + start + "的次日起算"
                + periods.stream().map(Length::chinese).collect(Collectors.joining("加")) + "，"
                + still.words(start, raw);
        String end = date.equals(raw) ? "最后一日为" + raw + "。" : "最后一日" + raw + "为休息日，顺延至" + date + "。";
        return counted + end + (provisional ? "其间有放假安排尚未收录的日子，暂按周六、周日休息推算。" : "");
    }
}
