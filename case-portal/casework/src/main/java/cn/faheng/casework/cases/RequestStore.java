package cn.faheng.casework.cases;

import cn.faheng.rules.casefile.Entry.Rank;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of steps that wait for leave, and of what was typed and not yet put on record. */
@Repository
class RequestStore {

    private static final String SELECT =
            """
            select r.*, coalesce(c.case_number, c.source_number) as number, c.cause
            from casework.case_request r join casework.enforcement_case c on c.id = r.case_id
            """;

    private final JdbcClient jdbc;

    RequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(CaseRequest request, int revision, String findings) {
        jdbc.sql(
                        """
                insert into casework.case_request (id, case_id, revision, step, title, rank, content, reasons, findings, body,
                    by_account, by_name, at, state)
                values (:id, :case, :revision, :step, :title, :rank, :content, :reasons, :findings, :body, :account, :name, :at, 'OPEN')
                """)
                .param("id", request.id())
                .param("case", request.caseId())
                .param("revision", revision)
                .param("step", request.step())
                .param("title", request.title())
                .param("rank", request.rank().name())
                .param("content", CaseJson.write(request.entry()))
                .param("reasons", CaseJson.write(request.reasons()))
                .param("findings", findings)
                .param("body", request.body())
                .param("account", request.byAccount())
                .param("name", request.byName())
                .param("at", request.at())
                .update();
    }

    Optional<CaseRequest> find(UUID id) {
        return jdbc.sql(SELECT + " where r.id = :id")
                .param("id", id)
                .query((row, n) -> request(row))
                .optional();
    }

    Optional<CaseRequest> open(UUID caseId, String step) {
        return jdbc.sql(SELECT + " where r.case_id = :case and r.step = :step and r.state = 'OPEN'")
                .param("case", caseId)
                .param("step", step)
                .query((row, n) -> request(row))
                .optional();
    }

    List<CaseRequest> ofCase(UUID caseId) {
        return jdbc.sql(SELECT + " where r.case_id = :case order by r.serial desc")
                .param("case", caseId)
                .query((row, n) -> request(row))
                .list();
    }

    /** Open ones of a body that were passed on to nobody or to this account, and were not put forward by it. */
    List<CaseRequest> waiting(String body, String account) {
        return jdbc.sql(
                        SELECT
                                + """
                 where r.state = 'OPEN' and r.body = :body and (r.assigned_to is null or r.assigned_to = :account)
                 and r.by_account <> :account order by r.serial
                """)
                .param("body", body)
                .param("account", account)
                .query((row, n) -> request(row))
                .list();
    }

    /** Those of an account that wait, or were sent back without the step being put forward again since. */
    List<CaseRequest> own(String account) {
        return jdbc.sql(
                        SELECT
                                + """
                 where r.by_account = :account and (r.state = 'OPEN' or r.state = 'RETURNED' and not exists (
                     select 1 from casework.case_request later
                     where later.case_id = r.case_id and later.step = r.step and later.serial > r.serial))
                 order by r.serial desc limit 100
                """)
                .param("account", account)
                .query((row, n) -> request(row))
                .list();
    }

    /** Settles an open one; false where somebody else was faster. */
    boolean settle(UUID id, CaseRequest.State state, String account, String name, OffsetDateTime at, String remark) {
        return jdbc.sql(
                                """
                update casework.case_request set state = :state, settled_by = :account, settled_name = :name, settled_at = :at,
                    remark = :remark where id = :id and state = 'OPEN'
                """)
                        .param("id", id)
                        .param("state", state.name())
                        .param("account", account)
                        .param("name", name)
                        .param("at", at)
                        .param("remark", remark)
                        .update()
                == 1;
    }

    boolean passOn(UUID id, String account) {
        return jdbc.sql("update casework.case_request set assigned_to = :account where id = :id and state = 'OPEN'")
                        .param("id", id)
                        .param("account", account)
                        .update()
                == 1;
    }

    void keepDraft(UUID caseId, String account, String step, String content, int revision, OffsetDateTime at) {
        jdbc.sql(
                        """
                insert into casework.case_draft (case_id, account, step, content, revision, saved_at)
                values (:case, :account, :step, :content, :revision, :at)
                on conflict (case_id, account, step) do update set content = excluded.content, revision = excluded.revision,
                    saved_at = excluded.saved_at
                """)
                .param("case", caseId)
                .param("account", account)
                .param("step", step)
                .param("content", content)
                .param("revision", revision)
                .param("at", at)
                .update();
    }

    Optional<Cases.KeptDraft> draft(UUID caseId, String account, String step) {
        return jdbc.sql(
                        "select content, revision from casework.case_draft where case_id = :case and account = :account and step = :step")
                .param("case", caseId)
                .param("account", account)
                .param("step", step)
                .query((row, n) -> new Cases.KeptDraft(row.getString(1), row.getInt(2)))
                .optional();
    }

    void dropDraft(UUID caseId, String account, String step) {
        jdbc.sql("delete from casework.case_draft where case_id = :case and account = :account and step = :step")
                .param("case", caseId)
                .param("account", account)
                .param("step", step)
                .update();
    }

    private static CaseRequest request(ResultSet row) throws SQLException {
        return new CaseRequest(
                row.getObject("id", UUID.class),
                row.getLong("serial"),
                row.getObject("case_id", UUID.class),
                row.getString("number"),
                row.getString("cause"),
                row.getString("step"),
                row.getString("title"),
                Rank.valueOf(row.getString("rank")),
                CaseJson.entry(row.getString("content")),
                CaseJson.reasons(row.getString("reasons")),
                row.getString("body"),
                row.getString("by_account"),
                row.getString("by_name"),
                row.getObject("at", OffsetDateTime.class),
                row.getString("assigned_to"),
                CaseRequest.State.valueOf(row.getString("state")),
                row.getString("settled_name"),
                settledAt(row),
                row.getString("remark"));
    }

    private static @Nullable OffsetDateTime settledAt(ResultSet row) throws SQLException {
        return row.getObject("settled_at", OffsetDateTime.class);
    }
}
