package cn.faheng.web.deadlines;

import cn.faheng.casework.deadlines.Colour;
import cn.faheng.casework.deadlines.Deadline;
import cn.faheng.rules.legal.Citation;
import cn.faheng.rules.timelimit.TimeLimit;
import cn.faheng.rules.timelimit.TimeLimits;
import cn.faheng.web.show.Show;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A deadline as a line of a table.
 *
 * @param deadline the deadline
 * @param colour how it stands
 * @param title what has to be done, in the reader's language
 * @param length how long the limit is
 * @param provision the provision that lays it down
 * @param law address of its text, or null where the text is not held
 * @param bodyName name of the body, or its code
 * @param left how much time is left, or how long it has been over
 * @param end its last day or moment
 */
public record DueLine(
        Deadline deadline,
        Colour colour,
        String title,
        String length,
        String provision,
        @Nullable String law,
        String bodyName,
        String left,
        String end) {

    static DueLine of(Deadline deadline, LocalDateTime now, Map<String, String> bodies, Show show) {
        Optional<TimeLimit> limit = TimeLimits.published().find(deadline.key().limit());
        String code = deadline.caseRef().body();
        return new DueLine(
                deadline,
                deadline.colour(now),
                limit.map(known -> show.english() ? known.titleEn() : known.title())
                        .orElse(deadline.key().limit()),
                limit.map(known -> known.length().chinese()).orElse(""),
                limit.map(known -> known.citation().chinese()).orElse(""),
                limit.map(known -> address(known.citation())).orElse(null),
                bodies.getOrDefault(code, code),
                left(deadline, now, show),
                end(deadline));
    }

    private static @Nullable String address(Citation citation) {
        return citation instanceof Citation.OfProvision provision
                ? UriComponentsBuilder.fromPath("/laws/text")
                        .queryParam("law", provision.law())
                        .queryParam("version", provision.version())
                        .fragment("a-" + provision.at().ofArticle())
                        .encode()
                        .build()
                        .toUriString()
                : null;
    }

    private static String left(Deadline deadline, LocalDateTime now, Show show) {
        LocalDate last = deadline.dueOn();
        if (last == null || deadline.endsAt() == null) {
            return "";
        }
        if (isHours(deadline) && now.isBefore(deadline.endsAt())) {
            return show.text(
                    "deadlines.left-hours",
                    Duration.between(now, deadline.endsAt()).toHours());
        }
        long days = ChronoUnit.DAYS.between(now.toLocalDate(), last);
        if (days == 0) {
            return show.text(now.isBefore(deadline.endsAt()) ? "deadlines.today" : "deadlines.over-today");
        }
        return days > 0 ? show.text("deadlines.left", days) : show.text("deadlines.over", -days);
    }

    private static boolean isHours(Deadline deadline) {
        return deadline.endsAt() != null && !deadline.endsAt().toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    private static String end(Deadline deadline) {
        if (deadline.endsAt() != null && isHours(deadline)) {
            return deadline.endsAt().minusMinutes(1).toString().replace('T', ' ');
        }
        return deadline.dueOn() == null ? "" : deadline.dueOn().toString();
    }
}
