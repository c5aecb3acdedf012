package cn.faheng.casework.deadlines;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads deadlines over many cases. */
@Repository
class DueLists {

    private static final String OPEN = "state = 'RUNNING' and ends_at is not null";
    private static final String ORDER = "ends_at, case_id, limit_id, start_entry, ordinal";

    /** A colour as a condition on the moments that are kept; the same order as {@link Deadline#colour}. */
    private static final String COLOUR =
            """
            case when not watched then case when ends_at <= :now then 'PAST' else 'WAITING' end
                 when ends_at <= :now then 'OVERDUE' when red_from <= :now then 'RED' when amber_from <= :now then 'AMBER'
                 else 'GREEN' end""";

    private final JdbcClient jdbc;

    DueLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    DuePage page(DueQuery query, Optional<Set<String>> bodies, LocalDateTime now) {
        Map<String, @Nullable Object> values = new HashMap<>();
        StringBuilder sql = new StringBuilder("select * from casework.case_deadline where ")
                .append(where(query, bodies, now, values));
        @Nullable After after = After.parse(query.after());
        if (after != null) {
            sql.append(" and (").append(ORDER).append(") > (:aends, :acase, :alimit, :astart, :aordinal)");
            values.put("aends", after.ends());
            values.put("acase", after.caseId());
            values.put("alimit", after.limit());
            values.put("astart", after.start());
            values.put("aordinal", after.ordinal());
        }
        sql.append(" order by ").append(ORDER).append(" limit :most");
        values.put("most", query.size() + 1);
        List<Deadline> lines = jdbc.sql(sql.toString())
                .params(values)
                .query((row, n) -> DeadlineRows.deadline(row))
                .list();
        boolean more = lines.size() > query.size();
        List<Deadline> shown = more ? lines.subList(0, query.size()) : lines;
        return new DuePage(shown, more ? After.of(shown.get(shown.size() - 1)) : null);
    }

    /** How many open deadlines have each colour. */
    Map<Colour, Integer> counts(DueQuery query, Optional<Set<String>> bodies, LocalDateTime now) {
        Map<String, @Nullable Object> values = new HashMap<>();
        String where = where(query, bodies, now, values);
        values.put("now", now);
        Map<Colour, Integer> counts = new EnumMap<>(Colour.class);
        jdbc.sql("select " + COLOUR + " as colour, count(*) as many from casework.case_deadline where " + where
                        + " group by 1")
                .params(values)
                .query(row -> {
                    counts.put(Colour.valueOf(row.getString("colour")), row.getInt("many"));
                });
        return counts;
    }

    /** The same for each day on which they end. */
    Map<LocalDate, Map<Colour, Integer>> byDay(DueQuery query, Optional<Set<String>> bodies, LocalDateTime now) {
        Map<String, @Nullable Object> values = new HashMap<>();
        String where = where(query, bodies, now, values);
        values.put("now", now);
        Map<LocalDate, Map<Colour, Integer>> days = new HashMap<>();
        jdbc.sql("select due_on, " + COLOUR + " as colour, count(*) as many from casework.case_deadline where " + where
                        + " group by 1, 2")
                .params(values)
                .query(row -> {
                    days.computeIfAbsent(row.getObject("due_on", LocalDate.class), day -> new EnumMap<>(Colour.class))
                            .put(Colour.valueOf(row.getString("colour")), row.getInt("many"));
                });
        return days;
    }

    private static String where(
            DueQuery query, Optional<Set<String>> bodies, LocalDateTime now, Map<String, @Nullable Object> values) {
        StringBuilder sql = new StringBuilder(OPEN);
        bodies.ifPresent(some -> add(sql, values, " and body = any(:bodies)", "bodies", some.toArray(String[]::new)));
        add(sql, values, " and body = :body", "body", query.body());
        add(sql, values, " and officers @> array[:officer]::text[]", "officer", query.officer());
        add(sql, values, " and limit_id = :limit", "limit", query.limit());
        add(sql, values, " and due_on >= :from", "from", query.from());
        add(sql, values, " and due_on <= :to", "to", query.to());
        if (query.colour() != null) {
            sql.append(condition(query.colour()));
            values.put("now", now);
        }
        return sql.toString();
    }

    private static void add(
            StringBuilder sql,
            Map<String, @Nullable Object> values,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            values.put(name, value);
        }
    }

    private static String condition(Colour colour) {
        return switch (colour) {
            case OVERDUE -> " and watched and ends_at <= :now";
            case RED -> " and watched and ends_at > :now and red_from <= :now";
            case AMBER -> " and watched and ends_at > :now and red_from > :now and amber_from <= :now";
            case GREEN -> " and watched and ends_at > :now and amber_from > :now";
            case WAITING -> " and not watched and ends_at > :now";
            case PAST -> " and not watched and ends_at <= :now";
            case STANDING, DONE, LATE -> " and :now is null";
        };
    }

    /** The place in the order after which a page begins. */
    private record After(LocalDateTime ends, UUID caseId, String limit, String start, int ordinal) {

        static String of(Deadline last) {
            return last.endsAt() + "~" + last.caseId() + "~" + last.key().limit() + "~"
                    + last.key().ordinal() + "~" + last.key().start();
        }

        /** Nonsense begins at the beginning. */
        static @Nullable After parse(@Nullable String key) {
            String[] parts = key == null ? new String[0] : key.split("~", 5);
            if (parts.length < 5) {
                return null;
            }
            try {
                return new After(
                        LocalDateTime.parse(parts[0]),
                        UUID.fromString(parts[1]),
                        parts[2],
                        parts[4],
                        Integer.parseInt(parts[3]));
            } catch (DateTimeParseException | IllegalArgumentException e) {
                return null;
            }
        }
    }
}
