package cn.faheng.rules.timelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.faheng.rules.calendar.DueDate;
import cn.faheng.rules.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLimitTest {

    private final WorkingCalendar calendar = WorkingCalendar.published();

    @DisplayName("由起算之日求届满之日")
    @ParameterizedTest(name = "{0} 自 {1}：{2}")
    @CsvSource({
        "DL-021, 2024-09-27, 2024-10-10", // five working days across the National Day
        "DL-012, 2024-09-27, 2024-10-12", // seven, ending on a make-up Saturday
        "DL-006, 2024-09-27, 2024-10-23", // fifteen
        "DL-046, 2024-09-16, 2024-10-08", // fifteen calendar days end on 1 October and move
        "DL-032, 2024-09-30, 2024-12-30", // ninety calendar days end on a Sunday and move
        "DL-078a, 2024-09-30, 2025-03-31", // six months end on a Sunday and move
        "DL-052, 2024-11-30, 2025-02-28", // three months end with February
        "DL-015, 2024-09-05, 2024-10-05", // a seizure ends on the holiday itself
        "DL-001, 2022-10-01, 2024-10-01", // so does the limitation of penalties
        "DL-061, 2024-07-01, 2024-10-01", // and the time on display
        "DL-022, 2024-10-15, 2024-09-29", // counted back from the hearing
        "DL-050, 2024-09-24, 2024-10-12", // last day of waiting after the demand notice
        "DL-056, 2021-08-16, 2024-08-16"
    })
    void findsTheDueDate(String id, LocalDate start, LocalDate due) {
        assertThat(limit(id).dueFrom(start, calendar)).map(DueDate::date).contains(due);
    }

    @Test
    @DisplayName("延长的期限自原期限最后一日的次日起算（市场监督管理行政处罚程序规定第六十四条）")
    void addsExtensionsToTheRawLastDay() {
        LocalDate filed = LocalDate.of(2024, 9, 30);
        DueDate extended = limit("DL-033").dueFrom(filed, 1, calendar).orElseThrow();
        assertThat(extended.rawLastDay()).isEqualTo(filed.plusDays(120));
        assertThat(extended.date()).isEqualTo("2025-02-05"); // 28 January 2025 opens the Spring Festival
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limit("DL-033").dueFrom(filed, 2, calendar))
                .withMessageContaining("DL-033 can be extended 1 times");
        assertThat(limit("DL-035").dueFrom(filed, 2, calendar).orElseThrow().rawLastDay())
                .isEqualTo(filed.plusDays(180));
    }

    @Test
    @DisplayName("五个工作日延长十五日（农业行政处罚程序规定第五十三条）")
    void mixesUnitsOfLengthAndExtension() {
        DueDate extended =
                limit("DL-031").dueFrom(LocalDate.of(2024, 6, 3), 1, calendar).orElseThrow();
        assertThat(extended.rawLastDay()).isEqualTo("2024-06-26");
    }

    @Test
    @DisplayName("原期限为推算的，延长后仍为推算")
    void staysProvisionalThroughExtensions() {
        LocalDate start = LocalDate.of(2017, 12, 27);
        DueDate first = limit("DL-031").dueFrom(start, calendar).orElseThrow();
        DueDate extended = limit("DL-031").dueFrom(start, 1, calendar).orElseThrow();
        assertThat(first.provisional()).isTrue();
        assertThat(extended.provisional()).isTrue();
        assertThat(extended.reason()).contains("2018年以前");
    }

    @Test
    @DisplayName("以小时计算的，自实施之时起满二十四小时（行政强制法第十九条）")
    void countsHoursFromTheMoment() {
        LocalDateTime moment = LocalDateTime.of(2024, 9, 30, 16, 20);
        assertThat(limit("DL-014").dueAt(moment)).contains(LocalDateTime.of(2024, 10, 1, 16, 20));
        assertThat(limit("DL-014").dueFrom(moment.toLocalDate(), calendar)).isEmpty();
        assertThat(limit("DL-032").dueAt(moment)).isEmpty();
    }

    @Test
    @DisplayName("加处罚款是比率，复议前置是顺序，均不计算届满之日")
    void computesNoDateForRatesAndRulesOfOrder() {
        LocalDate day = LocalDate.of(2024, 9, 30);
        assertThat(limit("DL-048").length().chinese()).isEqualTo("每日3%");
        assertThat(limit("DL-048").dueFrom(day, calendar)).isEmpty();
        assertThat(limit("DL-076").length()).isEqualTo(new Length.OrderOnly());
        assertThat(limit("DL-076").dueFrom(day, calendar)).isEmpty();
        assertThat(limit("DL-021").length().chinese()).isEqualTo("5个工作日");
    }

    @Test
    @DisplayName("除小时、比率和顺序外，每一期限都能计算")
    void computesEveryOtherLimit() {
        LocalDate day = LocalDate.of(2020, 5, 6);
        for (TimeLimit limit : TimeLimits.published().all()) {
            boolean onDays = limit.length() instanceof Length.Period period && period.unit() != Unit.HOUR;
            assertThat(limit.dueFrom(day, calendar).isPresent()).as(limit.id()).isEqualTo(onDays);
            if (onDays) {
                DueDate due = limit.dueFrom(day, calendar).orElseThrow();
                assertThat(due.date().isBefore(day)).as(limit.id()).isEqualTo(limit.counts() == Counts.BEFORE);
            }
        }
    }

    private static TimeLimit limit(String id) {
        return TimeLimits.published().find(id).orElseThrow();
    }
}
