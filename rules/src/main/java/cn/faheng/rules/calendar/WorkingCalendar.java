package cn.faheng.rules.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Working days, and the days on which periods end. Immutable and thread-safe.
 *
 * <p>How periods are counted: the day on which a period begins is not counted, and a period whose last day is a
 * statutory holiday ends on the first day after it (民事诉讼法 第八十五条, which 行政复议法 第八十八条 and 行政诉讼法
 * 第一百零一条 adopt; to the same effect 市场监督管理行政处罚程序规定 第八十条, 山东省行政程序规定 第九十二条). Where the law
 * says working days, only these are counted (行政处罚法 第八十五条, 行政强制法 第六十九条, 行政复议法 第八十八条第二款).
 * Weekly days of rest are treated as statutory holidays for the last day of a period; {@link DueDate#rawLastDay()} keeps
 * the day without that reading.
 *
 * <p>Working days are known for the years of the papers ({@link #isSettled}). Outside them Saturdays and Sundays are
 * taken as the only days off, and every answer that rests on such a day is {@linkplain DueDate#provisional provisional}.
 */
public final class WorkingCalendar {

    private final List<HolidayYear> years;
    private final Map<LocalDate, String> daysOff = new HashMap<>();
    private final Set<LocalDate> makeUpWorkingDays = new HashSet<>();
    private final LocalDate settledFrom;
    private final LocalDate settledTo;

    WorkingCalendar(List<HolidayYear> years) {
        if (years.isEmpty()) {
            throw new IllegalArgumentException("A working calendar needs at least one year");
        }
        this.years = List.copyOf(years);
        for (HolidayYear year : years) {
            for (HolidayYear.DaysOff span : year.daysOff()) {
                span.from().datesUntil(span.to().plusDays(1)).forEach(day -> daysOff.put(day, span.name()));
            }
            makeUpWorkingDays.addAll(year.makeUpWorkingDays());
        }
        this.settledFrom = LocalDate.of(years.get(0).year(), 1, 1);
        // The paper of the next year may still move the last days of December, as those of 2019 and 2023 did.
        this.settledTo = LocalDate.of(years.get(years.size() - 1).year(), 12, 24);
    }

    /** The calendar of all papers in the jar, 2018 on. */
    public static WorkingCalendar published() {
        return Published.CALENDAR;
    }

    /** Whether the day is worked. Outside the {@linkplain #isSettled settled} days this knows weekends only. */
    public boolean isWorkingDay(LocalDate day) {
        if (makeUpWorkingDays.contains(day)) {
            return true;
        }
        return !daysOff.containsKey(day) && !HolidayYear.isWeekend(day);
    }

    /** Whether the papers that decide about the day are held. */
    public boolean isSettled(LocalDate day) {
        return !day.isBefore(settledFrom) && !day.isAfter(settledTo);
    }

    /** The name of the holiday for which the day is off: 春节, 国庆节, …; empty for a plain weekend and a working day. */
    public Optional<String> holiday(LocalDate day) {
        return Optional.ofNullable(daysOff.get(day));
    }

    /** The papers about one year, the amending ones last; empty when none is held. */
    public List<HolidayPaper> papers(int year) {
        return years.stream()
                .filter(held -> held.year() == year)
                .findFirst()
                .map(HolidayYear::papers)
                .orElse(List.of());
    }

    /**
     * The {@code count}-th working day after {@code start}; {@code start} itself is not counted.
     *
     * @param count working days, 1 or more, else {@link IllegalArgumentException}
     */
    public DueDate addWorkingDays(LocalDate start, int count) {
        requirePositive(count);
        LocalDate day = start;
        for (int left = count; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        String reason = "自" + start + "的次日起算，第" + count + "个工作日为" + day + "（不计休息日、法定节假日，计调休上班日）。";
        return answer(start.plusDays(1), day, day, reason);
    }

    /**
     * The end of a period of calendar days after {@code start}.
     *
     * @param count days, 1 or more, else {@link IllegalArgumentException}
     */
    public DueDate addDays(LocalDate start, int count) {
        requirePositive(count);
        return ending(start, start.plusDays(count), count + "日");
    }

    /**
     * The end of a period of months after {@code start}: the day of the same number, or the last day of a month that has
     * none.
     *
     * @param count months, 1 or more, else {@link IllegalArgumentException}
     */
    public DueDate addMonths(LocalDate start, int count) {
        requirePositive(count);
        return ending(start, start.plusMonths(count), count + "个月");
    }

    /**
     * The end of a period of years after {@code start}: the same day of the year, or 28 February for 29 February.
     *
     * @param count years, 1 or more, else {@link IllegalArgumentException}
     */
    public DueDate addYears(LocalDate start, int count) {
        requirePositive(count);
        return ending(start, start.plusYears(count), count + "年");
    }

    /**
     * The latest day for an act that has to come {@code count} working days before {@code event}, such as the notice of a
     * hearing (行政处罚法 第六十四条第二项). Between the two lie {@code count} full working days: the stricter reading, which
     * satisfies the other one too. {@link DueDate#date()} is a working day, at or before the raw last day.
     *
     * @param count working days, 1 or more, else {@link IllegalArgumentException}
     */
    public DueDate workingDaysBefore(LocalDate event, int count) {
        requirePositive(count);
        LocalDate day = event;
        for (int left = count; left > 0; ) {
            day = day.minusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        LocalDate rawLastDay = day.minusDays(1);
        LocalDate date = rawLastDay;
        while (!isWorkingDay(date)) {
            date = date.minusDays(1);
        }
        String reason = "在" + event + "之前留足" + count + "个工作日，最迟为工作日" + date + "。";
        return answer(date, event.minusDays(1), date, rawLastDay, reason);
    }

    private DueDate ending(LocalDate start, LocalDate rawLastDay, String length) {
        LocalDate date = rawLastDay;
        while (!isWorkingDay(date)) {
            date = date.plusDays(1);
        }
        String counted = "自" + start + "的次日起算" + length + "，最后一日" + rawLastDay;
        String reason = date.equals(rawLastDay)
                ? counted + "为工作日。"
                : counted + "为" + kindOfRest(rawLastDay) + "，顺延至其后第一个工作日" + date + "。";
        return answer(rawLastDay, date, rawLastDay, reason);
    }

    private String kindOfRest(LocalDate day) {
        return holiday(day).map(name -> name + "假期").orElse("休息日");
    }

    private DueDate answer(LocalDate firstAsked, LocalDate date, LocalDate rawLastDay, String reason) {
        return answer(firstAsked, date, date, rawLastDay, reason);
    }

    private DueDate answer(
            LocalDate firstAsked, LocalDate lastAsked, LocalDate date, LocalDate rawLastDay, String reason) {
        if (firstAsked.isBefore(settledFrom)) {
            return new DueDate(
                    date, rawLastDay, true, reason + "未收录" + settledFrom.getYear() + "年以前的放假安排，暂按周六、周日休息推算。");
        }
        if (lastAsked.isAfter(settledTo)) {
            int missing = settledTo.getYear() + 1;
            return new DueDate(date, rawLastDay, true, reason + missing + "年放假安排尚未收录，" + settledTo + "之后暂按周六、周日休息推算。");
        }
        return new DueDate(date, rawLastDay, false, reason);
    }

    private static void requirePositive(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("A period has a length of 1 or more, not " + count);
        }
    }

    private static final class Published {
        private static final WorkingCalendar CALENDAR = new WorkingCalendar(new ArrayList<>(HolidayYears.all()));
    }
}
