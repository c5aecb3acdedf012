package cn.faheng.web.cases;

import cn.faheng.casework.cases.CaseView;
import cn.faheng.engine.gate.CaseLimit;
import cn.faheng.rules.gate.Bearing;
import cn.faheng.rules.timelimit.Counts;
import cn.faheng.web.show.Show;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time limit of a case as a line.
 *
 * @param limit the limit
 * @param title what has to be done
 * @param style red, amber, green or grey
 * @param sign the shape that tells the same as the colour
 * @param words how it stands
 * @param last its last day or moment, or null
 * @param running whether it still runs
 */
public record LimitLine(
        CaseLimit limit,
        String title,
        String style,
        String sign,
        String words,
        @Nullable String last,
        boolean running) {

    private static final int SOON = 3;

    /** The limits of a case, those that end first in front, those that are done behind. */
    static List<LimitLine> of(CaseView view, LocalDateTime now, Show show) {
        return view.report().limits().stream()
                .sorted(Comparator.comparing((CaseLimit limit) -> limit.doneAt() != null)
                        .thenComparing(limit -> limit.due() == null
                                ? "9999"
                                : limit.due().date().toString()))
                .map(limit -> line(limit, now, show))
                .toList();
    }

    static LimitLine line(CaseLimit limit, LocalDateTime now, Show show) {
        String title = show.english() ? limit.limit().titleEn() : limit.limit().title();
        String last = last(limit);
        if (limit.doneAt() != null) {
            boolean late = limit.wasLate();
            return new LimitLine(
                    limit,
                    title,
                    late ? "amber" : "grey",
                    late ? "▲" : "✓",
                    show.text(
                            late ? "cases.limit.late" : "cases.limit.done",
                            limit.doneAt().toLocalDate()),
                    last,
                    false);
        }
        if (limit.isStanding()) {
            return new LimitLine(limit, title, "grey", "‖", show.text("cases.limit.standing"), last, true);
        }
        if (last == null) {
            return new LimitLine(limit, title, "grey", "●", show.text("cases.limit.running"), null, true);
        }
        return running(limit, title, last, now, show);
    }

    private static LimitLine running(CaseLimit limit, String title, String last, LocalDateTime now, Show show) {
        long left = left(limit, now);
        boolean hours = limit.dueAt() != null;
        boolean waits = limit.limit().counts() == Counts.AFTER || limit.bearing() != Bearing.DUTY;
        if (left < 0 || limit.isOverdue(now)) {
            return waits
                    ? new LimitLine(limit, title, "grey", "✓", show.text("cases.limit.over"), last, false)
                    : new LimitLine(
                            limit,
                            title,
                            "red",
                            "▲",
                            show.text(hours ? "cases.limit.overdue-hours" : "cases.limit.overdue", Math.abs(left)),
                            last,
                            true);
        }
        String words = left == 0 && !hours
                ? show.text("cases.limit.today")
                : show.text(hours ? "cases.limit.hours" : "cases.limit.left", left);
        boolean soon = hours || left <= SOON;
        return new LimitLine(
                limit, title, waits ? "grey" : soon ? "amber" : "green", soon && !waits ? "◆" : "●", words, last, true);
    }

    private static long left(CaseLimit limit, LocalDateTime now) {
        if (limit.dueAt() != null) {
            return Duration.between(now, limit.dueAt()).toHours();
        }
        return limit.due() == null
                ? 0
                : ChronoUnit.DAYS.between(now.toLocalDate(), limit.due().date());
    }

    private static @Nullable String last(CaseLimit limit) {
        if (limit.dueAt() != null) {
            return limit.dueAt().truncatedTo(ChronoUnit.MINUTES).toString().replace('T', ' ');
        }
        return limit.due() == null ? null : limit.due().date().toString();
    }
}
