package cn.faheng.rules.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

    /** The papers up to 2026, so that these tests stay the same when 2027 is announced. */
    private final WorkingCalendar calendar = new WorkingCalendar(HolidayYears.upTo(2026));

    @DisplayName("起算日不计入；最后一日非工作日的顺延（民事诉讼法第八十五条，行政处罚法第八十五条）")
    @ParameterizedTest(name = "{0} + {1} {2} = {4}")
    @CsvFileSource(resources = "/calendar/due-dates.csv", numLinesToSkip = 1)
    void countsPeriodsAsTheCollectedVectorsDo(
            LocalDate start, int count, String unit, LocalDate rawLastDay, LocalDate due, boolean provisional) {
        DueDate answer =
                switch (unit) {
                    case "working-day" -> calendar.addWorkingDays(start, count);
                    case "day" -> calendar.addDays(start, count);
                    case "month" -> calendar.addMonths(start, count);
                    default -> throw new IllegalArgumentException(unit);
                };
        assertThat(answer.date()).isEqualTo(due);
        assertThat(answer.rawLastDay()).isEqualTo(rawLastDay);
        assertThat(answer.provisional()).as(answer.reason()).isEqualTo(provisional);
        assertThat(answer.moved()).isEqualTo(!due.equals(rawLastDay));
    }

    @DisplayName("历年放假安排：休息日和调休上班日的天数")
    @ParameterizedTest
    @CsvSource({
        "2018, 250",
        "2019, 250",
        "2020, 249",
        "2021, 250",
        "2022, 249",
        "2023, 249",
        "2024, 251",
        "2025, 248",
        "2026, 248"
    })
    void knowsTheWorkingDaysOfEachYear(int year, long workingDays) {
        LocalDate first = LocalDate.of(year, 1, 1);
        assertThat(first.datesUntil(first.plusYears(1))
                        .filter(calendar::isWorkingDay)
                        .count())
                .isEqualTo(workingDays);
        assertThat(calendar.papers(year)).isNotEmpty().allSatisfy(paper -> {
            assertThat(paper.number()).matches("国办发明电〔\\d{4}〕\\d+号");
            assertThat(paper.url()).contains("www.gov.cn/");
        });
    }

    @Test
    @DisplayName("调休上班的周末是工作日，放假的平日不是")
    void followsMakeUpDaysAndDaysOff() {
        assertThat(calendar.isWorkingDay(LocalDate.of(2024, 10, 12))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2024, 10, 13))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2024, 10, 7))).isFalse();
        assertThat(calendar.holiday(LocalDate.of(2024, 10, 7))).contains("国庆节");
        assertThat(calendar.holiday(LocalDate.of(2024, 10, 13))).isEmpty();
    }

    @Test
    @DisplayName("下一年的放假安排及于上年12月的，一并适用")
    void letsThePaperOfTheNextYearDecideAboutDecember() {
        assertThat(calendar.isWorkingDay(LocalDate.of(2018, 12, 29))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2018, 12, 31))).isFalse();
        assertThat(calendar.isSettled(LocalDate.of(2018, 12, 31))).isTrue();
        assertThat(calendar.isSettled(LocalDate.of(2026, 12, 31))).isFalse();
    }

    @Test
    @DisplayName("未公布放假安排的年份：按周末推算并注明")
    void marksAnswersBeyondThePapersAsProvisional() {
        DueDate after = calendar.addDays(LocalDate.of(2026, 12, 1), 90);
        assertThat(after.rawLastDay()).isEqualTo("2027-03-01");
        assertThat(after.provisional()).isTrue();
        assertThat(after.reason()).contains("2027年放假安排尚未收录");

        DueDate across = calendar.addWorkingDays(LocalDate.of(2026, 12, 24), 1);
        assertThat(across.date()).isEqualTo("2026-12-25");
        assertThat(across.provisional()).isTrue();

        DueDate before = calendar.addWorkingDays(LocalDate.of(2017, 12, 28), 2);
        assertThat(before.provisional()).isTrue();
        assertThat(before.reason()).contains("2018年以前");

        DueDate settled = calendar.addWorkingDays(LocalDate.of(2017, 12, 31), 1);
        assertThat(settled.date()).isEqualTo("2018-01-02");
        assertThat(settled.provisional()).isFalse();
    }

    @Test
    @DisplayName("从未收录的起算日起，只要最后一日已有放假安排，自然日期间就不是推算")
    void asksOnlyTheLastDayOfACalendarPeriod() {
        DueDate answer = calendar.addYears(LocalDate.of(2016, 6, 1), 2);
        assertThat(answer.date()).isEqualTo("2018-06-01");
        assertThat(answer.provisional()).isFalse();
    }

    @Test
    @DisplayName("以月、年计算的，没有对应日的以月末为最后一日")
    void endsShortMonthsOnTheirLastDay() {
        assertThat(calendar.addMonths(LocalDate.of(2023, 8, 31), 6).rawLastDay())
                .isEqualTo("2024-02-29");
        assertThat(calendar.addYears(LocalDate.of(2020, 2, 29), 2).rawLastDay()).isEqualTo("2022-02-28");
    }

    @Test
    @DisplayName("举行听证的七日前：留足七个工作日（行政处罚法第六十四条第二项）")
    void leavesFullWorkingDaysBeforeAnEvent() {
        // Seven full working days before Tuesday 15 October 2024 are 14, 12, 11, 10, 9, 8 October and 30 September.
        DueDate latest = calendar.workingDaysBefore(LocalDate.of(2024, 10, 15), 7);
        assertThat(latest.rawLastDay()).isEqualTo("2024-09-29");
        assertThat(latest.date()).isEqualTo("2024-09-29");

        DueDate earlier = calendar.workingDaysBefore(LocalDate.of(2024, 10, 11), 3);
        assertThat(earlier.rawLastDay()).isEqualTo("2024-10-07");
        assertThat(earlier.date()).isEqualTo("2024-09-30");
        assertThat(earlier.moved()).isTrue();
    }

    @Test
    @DisplayName("期限届满日不顺延的，以原最后一日为准")
    void canKeepTheRawLastDay() {
        DueDate moved = calendar.addDays(LocalDate.of(2024, 9, 30), 90);
        assertThat(moved.date()).isEqualTo("2024-12-30");
        assertThat(moved.reason()).contains("休息日", "顺延");
        assertThat(moved.withoutMoving().date()).isEqualTo("2024-12-29");
        assertThat(moved.withoutMoving().moved()).isFalse();
    }

    @Test
    @DisplayName("说明理由时写出节日名称")
    void namesTheHolidayOnWhichAPeriodEnds() {
        DueDate moved = calendar.addDays(LocalDate.of(2024, 9, 2), 30);
        assertThat(moved.date()).isEqualTo("2024-10-08");
        assertThat(moved.reason()).contains("国庆节假期");
    }

    @Test
    void refusesPeriodsWithoutLength() {
        LocalDate start = LocalDate.of(2024, 1, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.addWorkingDays(start, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.addDays(start, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.addMonths(start, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.addYears(start, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.workingDaysBefore(start, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new WorkingCalendar(List.of()));
    }

    @Test
    void refusesFilesThatContradictThemselves() {
        assertThat(parsing("daysOff: [{name: 元旦, from: 2030-01-01, to: 2030-01-01}]\nmakeUpWorkingDays: [2030-01-05]"))
                .isNotNull();
        for (String bad : List.of(
                "daysOff: [{name: 元旦, from: 2030-01-02, to: 2030-01-01}]\nmakeUpWorkingDays: []",
                "daysOff: []\nmakeUpWorkingDays: [2030-01-01]",
                "daysOff: [{name: 元旦, from: 2030-01-05, to: 2030-01-06}]\nmakeUpWorkingDays: [2030-01-05]",
                "daysOff: []",
                "daysOff: []\nmakeUpWorkingDays: []\nholidays: []")) {
            assertThatIllegalStateException().isThrownBy(() -> parsing(bad)).withMessageStartingWith("bad.yaml: ");
        }
    }

    @Test
    void publishesEveryYearFromTheFirst() {
        Set<Integer> years = HolidayYears.all().stream().map(HolidayYear::year).collect(Collectors.toSet());
        assertThat(years).contains(2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026);
        assertThat(WorkingCalendar.published().isSettled(Year.of(2026).atDay(1)))
                .isTrue();
        assertThat(WorkingCalendar.published().papers(2017)).isEmpty();
    }

    private static HolidayYear parsing(String rest) {
        String yaml = "year: 2030\npapers: [{number: 国办发明电〔2029〕1号, url: \"https://www.gov.cn/\"}]\n" + rest;
        return HolidayYears.parse("bad.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
