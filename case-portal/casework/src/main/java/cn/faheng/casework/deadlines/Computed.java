package cn.faheng.casework.deadlines;

import cn.faheng.casework.deadlines.Deadline.State;
import cn.faheng.engine.gate.CaseLimit;
import cn.faheng.rules.gate.Bearing;
import cn.faheng.rules.timelimit.Counts;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the deadlines of a case from its limits. */
@Component
final class Computed {

    private final WarningDays warnings;

    Computed(WarningDays warnings) {
        this.warnings = warnings;
    }

    List<Deadline> of(CaseRef ref, List<CaseLimit> limits) {
        Map<String, Integer> seen = new HashMap<>();
        List<Deadline> deadlines = new ArrayList<>();
        for (CaseLimit limit : limits) {
            int ordinal = seen.merge(limit.limit().id() + " " + limit.start(), 1, Integer::sum) - 1;
            deadlines.add(deadline(ref, new Deadline.Key(limit.limit().id(), limit.start(), ordinal), limit));
        }
        return deadlines;
    }

    private Deadline deadline(CaseRef ref, Deadline.Key key, CaseLimit limit) {
        LocalDate lastDay = lastDay(limit);
        LocalDateTime end = end(limit);
        boolean watched = limit.bearing() == Bearing.DUTY && limit.limit().counts() != Counts.AFTER && end != null;
        return new Deadline(
                ref,
                key,
                limit.subject(),
                limit.bearing(),
                state(limit),
                watched,
                limit.from(),
                lastDay,
                end,
                limit.due() != null && limit.due().provisional(),
                Math.toIntExact(limit.stoodDays()),
                reason(limit),
                limit.doneAt(),
                watched && lastDay != null && end != null ? warnings.of(limit.from(), lastDay, end) : null);
    }

    private static State state(CaseLimit limit) {
        if (limit.doneAt() != null) {
            return limit.bearing() == Bearing.DUTY && limit.wasLate() ? State.DONE_LATE : State.DONE;
        }
        return limit.isStanding() ? State.STANDING : State.RUNNING;
    }

    private static @Nullable LocalDate lastDay(CaseLimit limit) {
        if (limit.dueAt() != null) {
            return limit.dueAt().toLocalDate();
        }
        return limit.due() == null ? null : limit.due().date();
    }

    /** A limit of hours ends with its last minute, one of days with its last day. */
    private static @Nullable LocalDateTime end(CaseLimit limit) {
        if (limit.dueAt() != null) {
            return limit.dueAt().plusMinutes(1);
        }
        return limit.due() == null ? null : limit.due().date().plusDays(1).atStartOfDay();
    }

    private static String reason(CaseLimit limit) {
        if (limit.dueAt() != null) {
            return "自" + limit.from() + "起算" + limit.limit().length().chinese() + "，至" + limit.dueAt() + "。";
        }
        if (limit.due() == null) {
            return "自" + limit.from().toLocalDate() + "起，"
                    + limit.limit().length().chinese() + "。";
        }
        return limit.isStanding()
                ? limit.due().reason() + "现在停止计算，按明日恢复推算。"
                : limit.due().reason();
    }
}
