package cn.faheng.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.rules.calendar.WorkingCalendar;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.gate.Bearing;
import cn.faheng.rules.gate.CaseLaw;
import cn.faheng.rules.gate.Running.Limit;
import cn.faheng.rules.gate.Running.Stood;
import cn.faheng.rules.timelimit.TimeLimit;
import cn.faheng.rules.timelimit.TimeLimits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** What holds for every limit on every day of the calendar that is held and beyond. */
class RunningLimitsProperties {

    private static final LocalDate FIRST = LocalDate.of(2022, 11, 1);
    private static final int DAYS = 1900;
    private static final WorkingCalendar CALENDAR = WorkingCalendar.published();
    private static final List<String> LIMITS =
            List.of("DL-006", "DL-012", "DL-015", "DL-029", "DL-033", "DL-046", "DL-052", "DL-058a", "DL-062");

    private static CaseLimit limit(String id, LocalDate start, int extensions, List<Stood> stood, LocalDate now) {
        CaseLaw law = new CaseLaw(TimeLimits.published(), CALENDAR, "food", new Division("370811"));
        Limit found = new Limit(
                "deadlines/2021-07-15",
                id,
                "",
                "e1",
                "",
                start.atTime(9, 0),
                Bearing.DUTY,
                extensions,
                null,
                false,
                stood,
                null);
        return new RunningLimits(law, now.atTime(10, 0)).of(List.of(found)).get(0);
    }

    private static LocalDate due(CaseLimit limit) {
        if (limit.due() == null) {
            throw new AssertionError(limit.limit().id());
        }
        return limit.due().date();
    }

    private static LocalDate start(int day) {
        return FIRST.plusDays(day);
    }

    private static List<Stood> span(LocalDate start, int after, int length, boolean open) {
        LocalDate from = start.plusDays(after);
        @Nullable LocalDate to = open ? null : from.plusDays(length);
        return List.of(new Stood(from, to, "e2", "中止"));
    }

    @Property(tries = 400)
    @Label("起算日在后的，届满日不会在前")
    void laterStartIsNeverEarlierDue(@ForAll @IntRange(max = DAYS) int day, @ForAll @IntRange(max = 8) int which) {
        String id = LIMITS.get(which);
        LocalDate start = start(day);
        assertThat(due(limit(id, start.plusDays(1), 0, List.of(), start)))
                .isAfterOrEqualTo(due(limit(id, start, 0, List.of(), start)));
    }

    @Property(tries = 400)
    @Label("不计入的时间不会使期限提前届满；届满之后才发生的不使其延后")
    void standingStillNeverShortens(
            @ForAll @IntRange(max = DAYS) int day,
            @ForAll @IntRange(max = 8) int which,
            @ForAll @IntRange(max = 200) int after,
            @ForAll @IntRange(max = 90) int length,
            @ForAll boolean open) {
        String id = LIMITS.get(which);
        LocalDate start = start(day);
        LocalDate plain = due(limit(id, start, 0, List.of(), start));
        List<Stood> stood = span(start, after, length, open);
        CaseLimit stopped = limit(id, start, 0, stood, start.plusDays(after + length));
        assertThat(due(stopped)).isAfterOrEqualTo(plain);
        if (stood.get(0).from().isAfter(plain)) {
            assertThat(due(stopped)).isEqualTo(plain);
            assertThat(stopped.isStanding()).isFalse();
        }
    }

    @Property(tries = 400)
    @Label("工作日期限停止后按工作日接续：计入的工作日数恰为法定日数")
    void workingDaysAreCountedAsWorkingDays(
            @ForAll @IntRange(max = 1100) int day,
            @ForAll @IntRange(max = 30) int after,
            @ForAll @IntRange(max = 60) int length) {
        LocalDate start = start(day);
        List<Stood> stood = span(start, after, length, false);
        LocalDate due = due(limit("DL-006", start, 1, stood, start.plusDays(200)));
        long counted = start.plusDays(1)
                .datesUntil(due.plusDays(1))
                .filter(CALENDAR::isWorkingDay)
                .filter(d -> !stood.get(0).covers(d))
                .count();
        assertThat(counted).isEqualTo(30);
        assertThat(CALENDAR.isWorkingDay(due)).isTrue();
    }

    @Property(tries = 300)
    @Label("日历日期限：原期限加延长加不计入的日数，与中止在延长之前还是之后无关；末日顺延到工作日")
    void daysAreCountedAsDays(
            @ForAll @IntRange(max = 1100) int day,
            @ForAll @IntRange(max = 119) int after,
            @ForAll @IntRange(max = 60) int length) {
        LocalDate start = start(day);
        List<Stood> stood = span(start, after + 1, length, false);
        CaseLimit limit = limit("DL-033", start, 1, stood, start.plusDays(400));
        LocalDate raw = limit.due() == null ? LocalDate.MIN : limit.due().rawLastDay();
        assertThat(raw).isEqualTo(start.plusDays(120L + length + 1));
        assertThat(CALENDAR.isWorkingDay(due(limit))).isTrue();
        assertThat(limit.stoodDays()).isEqualTo(length + 1L);
    }

    @Property(tries = 200)
    @Label("有尚未收录放假安排的日子参与计算的，标明暂定")
    void provisionalWhereNoPaperIsHeld(@ForAll @IntRange(max = DAYS) int day, @ForAll @IntRange(max = 40) int length) {
        LocalDate start = start(day);
        for (List<Stood> stood : List.of(List.<Stood>of(), span(start, 1, length, false))) {
            CaseLimit limit = limit("DL-006", start, 0, stood, start.plusDays(100));
            assertThat(Objects.requireNonNull(limit.due()).provisional())
                    .isEqualTo(!CALENDAR.isSettled(due(limit)) || !CALENDAR.isSettled(start.plusDays(1)));
        }
    }

    @Property(tries = 100)
    @Label("每一期限：停止期间再多，逐段相加不早于任何一段")
    void moreStandingIsNeverEarlier(@ForAll @IntRange(max = DAYS) int day, @ForAll @IntRange(max = 8) int which) {
        LocalDate start = start(day);
        List<Stood> spans = new ArrayList<>();
        LocalDate before = due(limit(LIMITS.get(which), start, 0, spans, start.plusDays(300)));
        for (int i = 1; i < 5; i++) {
            spans.addAll(span(start, i * 9, i, false));
            LocalDate next = due(limit(LIMITS.get(which), start, 0, spans, start.plusDays(300)));
            assertThat(next).isAfterOrEqualTo(before);
            before = next;
        }
    }

    @Property(tries = 60)
    @Label("每一条法定期限都能算出届满日或者说明没有")
    void everyLimitEnds(@ForAll @IntRange(max = DAYS) int day) {
        LocalDate start = start(day);
        for (TimeLimit limit : TimeLimits.published().all()) {
            limit.dueFrom(start, CALENDAR)
                    .ifPresent(due -> assertThat(due.reason()).isNotBlank());
        }
    }
}
