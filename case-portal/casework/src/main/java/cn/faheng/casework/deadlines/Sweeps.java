package cn.faheng.casework.deadlines;

import cn.faheng.casework.deadlines.DeadlineAlert.Level;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the watch over all deadlines reads and writes. */
@Repository
class Sweeps {

    private final JdbcClient jdbc;

    Sweeps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** On what, and up to when. */
    record Last(String fingerprint, LocalDateTime sweptAt) {}

    /** Whether this process may sweep now; another one may be at it. */
    boolean tryLock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(30, 1)")
                .query(Boolean.class)
                .single();
    }

    Optional<Last> last() {
        return jdbc.sql("select * from casework.deadline_basis where id = 1")
                .query((row, n) ->
                        new Last(row.getString("fingerprint"), row.getObject("swept_at", LocalDateTime.class)))
                .optional();
    }

    void remember(String fingerprint, LocalDateTime now) {
        jdbc.sql(
                        """
                insert into casework.deadline_basis (id, fingerprint, swept_at) values (1, :fingerprint, :now)
                on conflict (id) do update set fingerprint = excluded.fingerprint, swept_at = excluded.swept_at
                """)
                .param("fingerprint", fingerprint)
                .param("now", now)
                .update();
    }

    /** Cases whose deadlines depend on today: one stands still, or one ended since the last time and may start another. */
    List<UUID> moving(LocalDateTime since, LocalDateTime now, @Nullable UUID after, int most) {
        return jdbc.sql(
                        """
                select distinct case_id from casework.case_deadline
                where (state = 'STANDING' or (state = 'RUNNING' and ends_at > :since and ends_at <= :now))
                    and (:after::uuid is null or case_id > :after::uuid)
                order by case_id limit :most
                """)
                .param("since", since)
                .param("now", now)
                .param("after", after)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /** Raises what is due and was not raised yet; gives it. */
    List<DeadlineAlert> raise(Level level, LocalDateTime now) {
        return jdbc.sql(
                        """
                insert into casework.deadline_alert (case_id, limit_id, start_entry, ordinal, ends_at, level, body, officers, raised_at)
                select case_id, limit_id, start_entry, ordinal, ends_at, :level, body, officers, :now
                from casework.case_deadline
                where state = 'RUNNING' and watched and %s <= :now
                on conflict (case_id, limit_id, start_entry, ordinal, ends_at, level) do nothing
                returning *
                """
                                .formatted(level.column()))
                .param("level", level.name())
                .param("now", now)
                .query((row, n) -> new DeadlineAlert(
                        row.getObject("case_id", UUID.class),
                        new Deadline.Key(
                                row.getString("limit_id"), row.getString("start_entry"), row.getInt("ordinal")),
                        row.getObject("ends_at", LocalDateTime.class),
                        Level.valueOf(row.getString("level")),
                        row.getString("body"),
                        List.of((String[]) row.getArray("officers").getArray()),
                        row.getObject("raised_at", LocalDateTime.class)))
                .list();
    }
}
