package cn.faheng.server.audit;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds entries of the log. */
@Component
public final class AuditReader {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final JdbcTemplate jdbc;

    AuditReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Entries, the latest first.
     *
     * @param before only those with a lower sequence, or null from the latest on
     * @param limit most of them
     */
    public List<AuditEntry> find(AuditQuery query, @Nullable Long before, int limit) {
        StringBuilder sql = new StringBuilder("select " + AuditEntry.COLUMNS + " from audit.entry e where true");
        List<Object> values = new ArrayList<>();
        matching(sql, values, "e.user_name", query.user());
        matching(sql, values, "e.action", query.action());
        matching(sql, values, "e.subject", query.subject());
        matching(sql, values, "e.outcome", query.outcome());
        if (query.from() != null) {
            sql.append(" and e.at >= ?");
            values.add(startOf(query.from()));
        }
        if (query.to() != null) {
            sql.append(" and e.at < ?");
            values.add(startOf(query.to().plusDays(1)));
        }
        if (before != null) {
            sql.append(" and e.sequence < ?");
            values.add(before);
        }
        sql.append(" order by e.sequence desc limit ?");
        values.add(limit);
        return jdbc.query(sql.toString(), (row, i) -> AuditEntry.of(row), values.toArray());
    }

    /** Every action that occurs, for a list to choose from. */
    public List<String> actions() {
        // Steps from one action to the next in the index; a plain distinct would read the whole log.
        return jdbc.queryForList(
                "with recursive step as ((select action from audit.entry order by action limit 1) union all"
                        + " select (select e.action from audit.entry e where e.action > s.action order by e.action limit 1)"
                        + " from step s where s.action is not null) select action from step where action is not null",
                String.class);
    }

    private static void matching(StringBuilder sql, List<Object> values, String column, String value) {
        if (!value.isBlank()) {
            sql.append(" and ").append(column).append(" = ?");
            values.add(value.strip());
        }
    }

    private static Timestamp startOf(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(ZONE).toInstant());
    }
}
