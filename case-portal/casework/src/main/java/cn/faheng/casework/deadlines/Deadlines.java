package cn.faheng.casework.deadlines;

import cn.faheng.engine.gate.CaseLimit;
import cn.faheng.engine.gate.GateReport;
import cn.faheng.rules.calendar.WorkingCalendar;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The deadlines of all cases. What is read is confined to what the caller on this thread may see. */
@Service
public class Deadlines {

    private final DeadlineRows rows;
    private final DueLists lists;
    private final Computed computed;
    private final DueScope scope;
    private final Clock clock;

    Deadlines(DeadlineRows rows, DueLists lists, Computed computed, DueScope scope, Clock clock) {
        this.rows = rows;
        this.lists = lists;
        this.computed = computed;
        this.scope = scope;
        this.clock = clock;
    }

    /** Brings the deadlines of a case up to date; to be called in the transaction of each change of a case. */
    @Transactional
    public void recompute(CaseRef ref, GateReport report) {
        recompute(ref, report.limits());
    }

    /** The same from the limits alone. Only what changed is written. */
    @Transactional
    public void recompute(CaseRef ref, List<CaseLimit> limits) {
        rows.lock(ref.id());
        Map<Deadline.Key, Deadline> before = new HashMap<>();
        rows.of(ref.id()).forEach(deadline -> before.put(deadline.key(), deadline));
        for (Deadline now : computed.of(ref, limits)) {
            if (!now.equals(before.remove(now.key()))) {
                rows.put(now);
            }
        }
        before.keySet().forEach(gone -> rows.delete(ref.id(), gone));
    }

    /** All deadlines of a case, the one that ends first first; none where the caller may not see the case. */
    @Transactional(readOnly = true)
    public List<Deadline> ofCase(UUID caseId) {
        Optional<Set<String>> visible = scope.visible();
        return rows.of(caseId).stream()
                .filter(deadline -> visible.map(
                                bodies -> bodies.contains(deadline.caseRef().body()))
                        .orElse(true))
                .toList();
    }

    /** Open deadlines that have an end. */
    @Transactional(readOnly = true)
    public DuePage list(DueQuery query) {
        return lists.page(query, visible(query), now());
    }

    /** How many open deadlines have each colour; the colour of the query itself is left out of account. */
    @Transactional(readOnly = true)
    public Map<Colour, Integer> counts(DueQuery query) {
        return lists.counts(
                new DueQuery(
                        query.body(),
                        query.officer(),
                        query.limit(),
                        null,
                        query.from(),
                        query.to(),
                        null,
                        query.size()),
                visible(query),
                now());
    }

    /** A month with what ends on each day. */
    @Transactional(readOnly = true)
    public MonthOfDeadlines month(YearMonth month, DueQuery query) {
        DueQuery ofMonth = new DueQuery(
                query.body(),
                query.officer(),
                query.limit(),
                query.colour(),
                month.atDay(1),
                month.atEndOfMonth(),
                null,
                query.size());
        Map<LocalDate, Map<Colour, Integer>> ends = lists.byDay(ofMonth, visible(query), now());
        return new MonthOfDeadlines(
                month,
                month.atDay(1)
                        .datesUntil(month.atEndOfMonth().plusDays(1))
                        .map(day -> day(day, ends.getOrDefault(day, Map.of())))
                        .toList());
    }

    /** The bodies whose deadlines the caller sees; empty for all. */
    public Optional<Set<String>> visible() {
        return scope.visible();
    }

    /** Now, Beijing time. */
    public LocalDateTime now() {
        return LocalDateTime.now(clock);
    }

    private static MonthOfDeadlines.Day day(LocalDate day, Map<Colour, Integer> ends) {
        WorkingCalendar calendar = WorkingCalendar.published();
        boolean working = calendar.isWorkingDay(day);
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return new MonthOfDeadlines.Day(
                day, working, working && weekend, calendar.holiday(day).orElse(null), calendar.isSettled(day), ends);
    }

    /** What belongs to a body that the caller may not see is as if it were not there. */
    private Optional<Set<String>> visible(DueQuery query) {
        Optional<Set<String>> visible = scope.visible();
        String body = query.body();
        if (body != null && visible.isPresent() && !visible.get().contains(body)) {
            throw new ProblemException(ProblemType.NOT_FOUND, "没有找到执法主体“" + body + "”，或者它不在您的管辖范围内。请重新选择。");
        }
        return visible;
    }
}
