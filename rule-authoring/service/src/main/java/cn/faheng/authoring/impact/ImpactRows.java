package cn.faheng.authoring.impact;

import cn.faheng.authoring.drafts.Actor;
import cn.faheng.authoring.drafts.Draft;
import cn.faheng.drafting.impact.CaseImpact;
import cn.faheng.drafting.impact.ImpactTally;
import cn.faheng.drafting.impact.PastCase;
import cn.faheng.drafting.impact.PastCaseJson;
import cn.faheng.rules.catalogue.Division;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The tables of past cases and of jobs. */
@Component
final class ImpactRows {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcTemplate jdbc;

    ImpactRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private static Timestamp now() {
        return Timestamp.from(Clock.systemUTC().instant());
    }

    // ------------------------------------------------------------------ cases

    /** Stores cases; one that is known is replaced. */
    void keep(List<PastCase> cases, String by) {
        Timestamp now = now();
        jdbc.batchUpdate(
                """
                insert into authoring.past_case (id, item, place, is_open, content, loaded_at, loaded_by)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set item = excluded.item, place = excluded.place, is_open = excluded.is_open,
                  content = excluded.content, loaded_at = excluded.loaded_at, loaded_by = excluded.loaded_by
                """,
                cases.stream()
                        .map(past -> new Object[] {
                            past.id(),
                            past.request().item(),
                            past.request().place().code(),
                            past.open(),
                            PastCaseJson.write(past),
                            now,
                            by
                        })
                        .toList());
    }

    long count(@Nullable Set<String> items) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from authoring.past_case where ?::text[] is null or item = any (?::text[])",
                Long.class,
                array(items),
                array(items)));
    }

    PastCases.OpenCases open(Set<String> items, Division division, LocalDate day) {
        return Objects.requireNonNull(jdbc.queryForObject(
                """
                select count(*), count(*) filter (where content::json #>> '{request,actEnd}' > ?)
                from authoring.past_case where is_open and item = any (?::text[]) and place like ?
                """,
                (row, n) -> new PastCases.OpenCases(row.getLong(1), row.getLong(2)),
                day.toString(),
                array(items),
                division.code().replaceAll("(00)+$", "") + "%"));
    }

    /** Cases behind a cursor, by id. */
    List<PastCase> cases(@Nullable Set<String> items, String after, int limit) {
        return jdbc.query(
                """
                select content from authoring.past_case
                where id > ? and (?::text[] is null or item = any (?::text[])) order by id limit ?
                """,
                (row, n) -> PastCaseJson.read(row.getString(1)),
                after,
                array(items),
                array(items),
                limit);
    }

    void eachLine(Consumer<String> line) {
        String after = "";
        List<String[]> page;
        do {
            page = jdbc.query(
                    "select id, content from authoring.past_case where id > ? order by id limit 1000",
                    (row, n) -> new String[] {row.getString(1), row.getString(2)},
                    after);
            for (String[] found : page) {
                line.accept(found[1]);
                after = found[0];
            }
        } while (!page.isEmpty());
    }

    private @Nullable Array array(@Nullable Set<String> items) {
        return items == null
                ? null
                : jdbc.execute((Connection connection) -> connection.createArrayOf("text", items.toArray()));
    }

    // ------------------------------------------------------------------ jobs

    long insert(Draft draft, String ruleBase, LocalDate today, @Nullable Set<String> items, long total, Actor actor) {
        Timestamp now = now();
        return Objects.requireNonNull(jdbc.queryForObject(
                """
                insert into authoring.impact_job
                  (draft, revision, rule_base, today, status, items, total, tally, by_name, by_shown, created_at, updated_at)
                values (?, ?, ?, ?, 'RUNNING', ?, ?, ?, ?, ?, ?, ?) returning number
                """,
                Long.class,
                draft.id(),
                draft.revision(),
                ruleBase,
                Date.valueOf(today),
                array(items),
                total,
                JSON.writeValueAsString(ImpactTally.empty()),
                actor.name(),
                actor.displayName(),
                now,
                now));
    }

    Optional<ImpactJob> find(long number) {
        return jdbc.query("select * from authoring.impact_job where number = ?", ImpactRows::job, number).stream()
                .findFirst();
    }

    List<ImpactJob> ofDraft(UUID draft) {
        return jdbc.query(
                "select * from authoring.impact_job where draft = ? order by number desc limit 20",
                ImpactRows::job,
                draft);
    }

    List<Long> running() {
        return jdbc.queryForList(
                "select number from authoring.impact_job where status = 'RUNNING' order by number", Long.class);
    }

    /** Where a running job stands, with the job locked until the transaction ends; empty when another process has it. */
    Optional<Position> position(long number) {
        return jdbc
                .query(
                        """
                        select cursor_at, items, tally, done from authoring.impact_job
                        where number = ? and status = 'RUNNING' for update skip locked
                        """,
                        (row, n) -> new Position(
                                row.getString("cursor_at"),
                                items(row.getArray("items")),
                                tally(row.getString("tally")),
                                row.getLong("done")),
                        number)
                .stream()
                .findFirst();
    }

    record Position(String cursor, @Nullable Set<String> items, ImpactTally tally, long done) {}

    private static @Nullable Set<String> items(@Nullable Array array) throws SQLException {
        return array == null ? null : Set.of((String[]) array.getArray());
    }

    private static ImpactTally tally(String json) {
        return JSON.readValue(json, ImpactTally.class);
    }

    void advance(long number, String cursor, long done, ImpactTally tally, List<CaseImpact> concerned) {
        jdbc.batchUpdate(
                "insert into authoring.impact_case (job, id, content) values (?, ?, ?)",
                concerned.stream()
                        .map(impact -> new Object[] {number, impact.id(), JSON.writeValueAsString(impact)})
                        .toList());
        jdbc.update(
                "update authoring.impact_job set cursor_at = ?, done = ?, tally = ?, updated_at = ? where number = ?",
                cursor,
                done,
                JSON.writeValueAsString(tally),
                now(),
                number);
    }

    /** Changes the status where it is one of {@code from}. */
    boolean status(long number, List<ImpactJob.Status> from, ImpactJob.Status to, @Nullable String failure) {
        List<Object> arguments = new ArrayList<>(List.of(to.name()));
        arguments.add(failure);
        arguments.add(now());
        arguments.add(number);
        arguments.add(jdbc.execute((Connection connection) ->
                connection.createArrayOf("text", from.stream().map(Enum::name).toArray())));
        return jdbc.update(
                        "update authoring.impact_job set status = ?, failure = ?, updated_at = ? where number = ? and status = any (?)",
                        arguments.toArray())
                == 1;
    }

    List<CaseImpact> concerned(long number, String after, int limit) {
        return jdbc.query(
                "select content from authoring.impact_case where job = ? and id > ? order by id limit ?",
                (row, n) -> JSON.readValue(row.getString(1), CaseImpact.class),
                number,
                after,
                limit);
    }

    private static ImpactJob job(ResultSet row, int n) throws SQLException {
        return new ImpactJob(
                row.getLong("number"),
                row.getObject("draft", UUID.class),
                row.getInt("revision"),
                row.getString("rule_base"),
                row.getDate("today").toLocalDate(),
                ImpactJob.Status.valueOf(row.getString("status")),
                row.getLong("total"),
                row.getLong("done"),
                tally(row.getString("tally")),
                row.getString("failure"),
                row.getString("by_shown"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }
}
