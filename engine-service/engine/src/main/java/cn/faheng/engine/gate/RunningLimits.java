package cn.faheng.engine.gate;

import cn.faheng.rules.calendar.DueDate;
import cn.faheng.rules.gate.CaseLaw;
import cn.faheng.rules.gate.Running.Limit;
import cn.faheng.rules.gate.Running.Stood;
import cn.faheng.rules.timelimit.TimeLimit;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The last days of the limits that the rules found, with extensions and the time for which they stood still. */
final class RunningLimits {

    private final CaseLaw law;
    private final LocalDateTime now;

    RunningLimits(CaseLaw law, LocalDateTime now) {
        this.law = law;
        this.now = now;
    }

    /** Those that are law for the case on the day they began, the most urgent first. */
    List<CaseLimit> of(List<Limit> found) {
        return found.stream()
                .filter(this::leads)
                .map(this::limit)
                .flatMap(Optional::stream)
                .distinct()
                .sorted(Comparator.comparing(RunningLimits::urgency)
                        .thenComparing(limit -> limit.limit().id())
                        .thenComparing(CaseLimit::start)
                        .thenComparing(CaseLimit::subject))
                .toList();
    }

    /** No limit of the field takes its place. */
    private boolean leads(Limit found) {
        return found.givesWayTo().isEmpty()
                || law.limit(found.givesWayTo(), found.from().toLocalDate()).isEmpty();
    }

    private static LocalDateTime urgency(CaseLimit limit) {
        if (limit.dueAt() != null) {
            return limit.dueAt();
        }
        return limit.due() == null ? LocalDateTime.MAX : limit.due().date().atTime(23, 59);
    }

    private Optional<CaseLimit> limit(Limit found) {
        return law.limit(found.id(), found.from().toLocalDate()).map(limit -> limit(found, limit));
    }

    private CaseLimit limit(Limit found, TimeLimit limit) {
        LocalDateTime end = found.done() == null || found.done().isAfter(now) ? now : found.done();
        StillDays still = new StillDays(found.stood(), end.toLocalDate());
        @Nullable DueDate due = due(found, limit, still);
        boolean standing = found.done() == null && isStanding(found, due);
        return new CaseLimit(
                limit,
                found.start(),
                found.subject(),
                found.from(),
                found.bearing(),
                due,
                limit.dueAt(found.from()).orElse(null),
                due == null ? 0 : still.between(found.from().toLocalDate(), due.rawLastDay()),
                standing,
                found.done());
    }

    /** A limit that ran out before something stopped it does not stand still. */
    private static boolean isStanding(Limit found, @Nullable DueDate due) {
        return due != null
                && found.stood().stream()
                        .filter(stood -> stood.to() == null)
                        .map(Stood::from)
                        .anyMatch(from -> !from.isAfter(due.date()));
    }

    private @Nullable DueDate due(Limit found, TimeLimit limit, StillDays still) {
        LocalDate start = found.from().toLocalDate();
        int steps = limit.extension() == null ? 0 : limit.extension().steps().size();
        @Nullable
        DueDate counted = new PeriodEnd(limit, law.calendar(), still)
                .of(start, Math.min(found.extensions(), steps))
                .orElse(null);
        LocalDate fixed = found.fixed();
        if (fixed == null) {
            return counted;
        }
        DueDate decided = decided(start, fixed, still);
        return found.beyond() || counted == null || decided.date().isBefore(counted.date()) ? decided : counted;
    }

    private static DueDate decided(LocalDate start, LocalDate fixed, StillDays still) {
        LocalDate last = still.later(start, fixed);
        String reason = "决定（证件）确定的最后一日为" + fixed + "。";
        return new DueDate(
                last,
                last,
                false,
                last.equals(fixed) ? reason : reason + still.words(start, last) + "最后一日为" + last + "。");
    }
}
