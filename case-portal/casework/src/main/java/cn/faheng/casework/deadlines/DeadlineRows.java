package cn.faheng.casework.deadlines;

import cn.faheng.casework.deadlines.Deadline.State;
import cn.faheng.casework.deadlines.Deadline.Warnings;
import cn.faheng.rules.gate.Bearing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Reads and writes the deadlines of one case. */
@Repository
class DeadlineRows {

    private final JdbcClient jdbc;

    DeadlineRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else writes the deadlines of a case. */
    void lock(UUID caseId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:id, 30))")
                .param("id", caseId.toString())
                .query((row, n) -> n)
                .list();
    }

    List<Deadline> of(UUID caseId) {
        return jdbc.sql("select * from casework.case_deadline where case_id = :id"
                        + " order by ends_at nulls last, limit_id, start_entry, ordinal")
                .param("id", caseId)
                .query((row, n) -> deadline(row))
                .list();
    }

    void delete(UUID caseId, Deadline.Key key) {
        keyed(
                        jdbc.sql("delete from casework.case_deadline where case_id = :case and limit_id = :limit"
                                + " and start_entry = :start and ordinal = :ordinal"),
                        caseId,
                        key)
                .update();
    }

    void put(Deadline deadline) {
        CaseRef ref = deadline.caseRef();
        Warnings warnings = deadline.warnings();
        keyed(
                        jdbc.sql(
                                """
                insert into casework.case_deadline (case_id, limit_id, start_entry, ordinal, case_number, case_title, body, officers,
                    subject, bearing, state, watched, starts_at, due_on, ends_at, provisional, stood_days, reason, done_at, amber_from,
                    red_from, head_from, supervisor_from)
                values (:case, :limit, :start, :ordinal, :number, :title, :body, :officers, :subject, :bearing, :state, :watched,
                    :starts, :due, :ends, :provisional, :stood, :reason, :done, :amber, :red, :head, :supervisor)
                on conflict (case_id, limit_id, start_entry, ordinal) do update set case_number = excluded.case_number,
                    case_title = excluded.case_title, body = excluded.body, officers = excluded.officers, subject = excluded.subject,
                    bearing = excluded.bearing, state = excluded.state, watched = excluded.watched, starts_at = excluded.starts_at,
                    due_on = excluded.due_on, ends_at = excluded.ends_at, provisional = excluded.provisional,
                    stood_days = excluded.stood_days, reason = excluded.reason, done_at = excluded.done_at,
                    amber_from = excluded.amber_from, red_from = excluded.red_from, head_from = excluded.head_from,
                    supervisor_from = excluded.supervisor_from
                """),
                        deadline.caseId(),
                        deadline.key())
                .param("number", ref.number())
                .param("title", ref.title())
                .param("body", ref.body())
                .param("officers", ref.officers().toArray(String[]::new))
                .param("subject", deadline.subject())
                .param("bearing", deadline.bearing().name())
                .param("state", deadline.state().name())
                .param("watched", deadline.watched())
                .param("starts", deadline.startsAt())
                .param("due", deadline.dueOn())
                .param("ends", deadline.endsAt())
                .param("provisional", deadline.provisional())
                .param("stood", deadline.stoodDays())
                .param("reason", deadline.reason())
                .param("done", deadline.doneAt())
                .param("amber", warnings == null ? null : warnings.amber())
                .param("red", warnings == null ? null : warnings.red())
                .param("head", warnings == null ? null : warnings.toHead())
                .param("supervisor", warnings == null ? null : warnings.toSupervisor())
                .update();
    }

    private static StatementSpec keyed(StatementSpec statement, UUID caseId, Deadline.Key key) {
        return statement
                .param("case", caseId)
                .param("limit", key.limit())
                .param("start", key.start())
                .param("ordinal", key.ordinal());
    }

    static Deadline deadline(ResultSet row) throws SQLException {
        CaseRef ref = new CaseRef(
                row.getObject("case_id", UUID.class),
                row.getString("case_number"),
                row.getString("case_title"),
                row.getString("body"),
                List.of((String[]) row.getArray("officers").getArray()));
        return new Deadline(
                ref,
                new Deadline.Key(row.getString("limit_id"), row.getString("start_entry"), row.getInt("ordinal")),
                row.getString("subject"),
                Bearing.valueOf(row.getString("bearing")),
                State.valueOf(row.getString("state")),
                row.getBoolean("watched"),
                row.getObject("starts_at", LocalDateTime.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("ends_at", LocalDateTime.class),
                row.getBoolean("provisional"),
                row.getInt("stood_days"),
                row.getString("reason"),
                row.getObject("done_at", LocalDateTime.class),
                warnings(row));
    }

    private static @Nullable Warnings warnings(ResultSet row) throws SQLException {
        LocalDateTime amber = row.getObject("amber_from", LocalDateTime.class);
        return amber == null
                ? null
                : new Warnings(
                        amber,
                        row.getObject("red_from", LocalDateTime.class),
                        row.getObject("head_from", LocalDateTime.class),
                        row.getObject("supervisor_from", LocalDateTime.class));
    }
}
