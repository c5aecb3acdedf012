package cn.faheng.rules.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.rules.calendar.HolidayYear.DaysOff;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What happens to last days when one more day off is announced. */
class MoreHolidaysProperties {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 2);

    private static WorkingCalendar with(DaysOff... daysOff) {
        return new WorkingCalendar(
                List.of(new HolidayYear(2025, List.of(new HolidayPaper("测试", "")), List.of(daysOff), List.of())));
    }

    @Property
    @Label("多放一天假：工作日期限、末日顺延的期限都不会提前，向前倒数的期限不会推后")
    void oneMoreDayOff(
            @ForAll @IntRange(max = 250) int start,
            @ForAll @IntRange(min = 1, max = 40) int count,
            @ForAll @IntRange(max = 300) int off) {
        LocalDate day = FIRST.plusDays(start);
        LocalDate holiday = FIRST.plusDays(off);
        WorkingCalendar before = with();
        WorkingCalendar after = with(new DaysOff("加放", holiday, holiday));
        assertThat(after.addWorkingDays(day, count).date())
                .isAfterOrEqualTo(before.addWorkingDays(day, count).date());
        assertThat(after.addDays(day, count).date())
                .isAfterOrEqualTo(before.addDays(day, count).date());
        assertThat(after.addMonths(day, count).date())
                .isAfterOrEqualTo(before.addMonths(day, count).date());
        assertThat(after.workingDaysBefore(day, count).date())
                .isBeforeOrEqualTo(before.workingDaysBefore(day, count).date());
    }
}
