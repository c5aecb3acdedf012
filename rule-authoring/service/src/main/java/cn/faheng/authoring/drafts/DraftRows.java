package cn.faheng.authoring.drafts;

import cn.faheng.authoring.drafts.Draft.Approval;
import cn.faheng.authoring.drafts.Draft.BaseVersion;
import cn.faheng.authoring.drafts.Draft.Signature;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The tables of drafts and their saves. */
@Component
final class DraftRows {

    private static final String SELECT =
            """
            select d.*, r.content, r.dmn, r.imports, r.at as r_at, r.by_name as r_by, r.by_shown as r_shown,
              f.at as f_at, f.by_name as f_by, f.by_shown as f_shown,
              array(
                select a.by_name from authoring.revision a where a.draft = d.id
                union select m.by_name from authoring.attempt m where m.draft = d.id and m.merged_as is not null
                order by 1) as authors
            from authoring.draft d
              join authoring.revision r on r.draft = d.id and r.number = d.revision
              join authoring.revision f on f.draft = d.id and f.number = 1
            """;

    private final JdbcTemplate jdbc;

    DraftRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A moment as the store keeps it. It comes from the system clock, not from the clock that says which day it is. */
    static Instant now() {
        return java.time.Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
    }

    Draft get(UUID id) {
        return find(id).orElseThrow(() -> unknown(id));
    }

    Optional<Draft> find(UUID id) {
        return jdbc.query(SELECT + " where d.id = ?", DraftRows::draft, id).stream()
                .findFirst();
    }

    /** The same, with nobody else able to change it until the transaction ends. */
    Draft locked(UUID id) {
        List<Integer> found =
                jdbc.queryForList("select revision from authoring.draft where id = ? for update", Integer.class, id);
        if (found.isEmpty()) {
            throw unknown(id);
        }
        return get(id);
    }

    private static ProblemException unknown(UUID id) {
        return new ProblemException(Problem.of(ProblemType.DRAFT_NOT_FOUND).with("draft", id.toString()));
    }

    DraftPage list(DraftFilter filter) {
        StringBuilder where = new StringBuilder(" where true");
        List<Object> values = new ArrayList<>();
        if (filter.state() == null) {
            where.append(" and d.state <> 'DELETED'");
        } else {
            where.append(" and d.state = ?");
            values.add(filter.state().name());
        }
        if (filter.item() != null) {
            where.append(" and d.item_code = ?");
            values.add(filter.item());
        }
        if (filter.author() != null) {
            where.append(" and (exists (select from authoring.revision a where a.draft = d.id and a.by_name = ?)"
                    + " or exists (select from authoring.attempt m where m.draft = d.id and m.by_name = ?"
                    + " and m.merged_as is not null))");
            values.add(filter.author());
            values.add(filter.author());
        }
        if (filter.before() != null) {
            where.append(" and d.number < ?");
            values.add(filter.before());
        }
        values.add(filter.limit() + 1);
        List<Long> numbers = new ArrayList<>();
        List<Draft> found = jdbc.query(
                SELECT + where + " order by d.number desc limit ?",
                (row, i) -> {
                    numbers.add(row.getLong("number"));
                    return draft(row, i);
                },
                values.toArray());
        return found.size() <= filter.limit()
                ? new DraftPage(found, null)
                : new DraftPage(found.subList(0, filter.limit()), numbers.get(filter.limit() - 1));
    }

    List<Draft> in(DraftState state) {
        return jdbc.query(SELECT + " where d.state = ? order by d.number", DraftRows::draft, state.name());
    }

    List<UUID> idsIn(DraftState state) {
        return jdbc.queryForList(
                "select id from authoring.draft where state = ? order by number", UUID.class, state.name());
    }

    /** How many there are in each state that has any. */
    Map<DraftState, Integer> counts() {
        Map<DraftState, Integer> counts = new EnumMap<>(DraftState.class);
        jdbc.query("select state, count(*) as drafts from authoring.draft group by state", row -> {
            counts.put(DraftState.valueOf(row.getString("state")), row.getInt("drafts"));
        });
        return counts;
    }

    List<Draft> ofPublication(long number) {
        return jdbc.query(SELECT + " where d.publication = ? order by d.number", DraftRows::draft, number);
    }

    void insert(Draft draft, @Nullable UUID fromImport) {
        BaseVersion base = draft.base();
        jdbc.update(
                "insert into authoring.draft (id, revision, state, title, item_code, rule_set, content_hash, base_rule_set,"
                        + " base_hash, from_import) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                draft.id(),
                draft.revision(),
                draft.state().name(),
                draft.title(),
                itemCode(draft),
                draft.ruleSet(),
                draft.contentHash(),
                base == null ? null : base.ruleSet(),
                base == null ? null : base.contentHash(),
                fromImport);
    }

    void update(Draft draft) {
        BaseVersion base = draft.base();
        Approval approval = draft.approval();
        jdbc.update(
                "update authoring.draft set revision = ?, state = ?, title = ?, item_code = ?, rule_set = ?, content_hash = ?,"
                        + " base_rule_set = ?, base_hash = ?, approved_by = ?, reviewed_by = ?, approval_reason = ?,"
                        + " backfill_reason = ?, publication = ?, publish_on = ? where id = ?",
                draft.revision(),
                draft.state().name(),
                draft.title(),
                itemCode(draft),
                draft.ruleSet(),
                draft.contentHash(),
                base == null ? null : base.ruleSet(),
                base == null ? null : base.contentHash(),
                approval == null ? null : approval.by(),
                approval == null ? null : approval.reviewedBy(),
                approval == null ? null : approval.reason(),
                approval == null ? null : approval.backfillReason(),
                draft.publication(),
                draft.publishOn() == null ? null : Date.valueOf(draft.publishOn()),
                draft.id());
    }

    void insert(UUID draft, Revision revision) {
        jdbc.update(
                "insert into authoring.revision (draft, number, at, by_name, by_shown, what, content, dmn, imports,"
                        + " content_hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                draft,
                revision.number(),
                Timestamp.from(revision.saved().at()),
                revision.saved().by(),
                revision.saved().name(),
                revision.what(),
                DraftJson.write(revision.content()),
                revision.expert() == null ? null : revision.expert().dmn(),
                revision.expert() == null
                        ? null
                        : DraftJson.write(revision.expert().imports()),
                revision.contentHash());
    }

    List<Revision> revisions(UUID draft) {
        return jdbc.query(
                "select * from authoring.revision where draft = ? order by number", DraftRows::revision, draft);
    }

    Optional<Revision> revision(UUID draft, int number) {
        return jdbc
                .query(
                        "select * from authoring.revision where draft = ? and number = ?",
                        DraftRows::revision,
                        draft,
                        number)
                .stream()
                .findFirst();
    }

    private static Revision revision(ResultSet row, int i) throws SQLException {
        return new Revision(
                row.getInt("number"),
                signature(row),
                row.getString("what"),
                DraftJson.content(row.getString("content")),
                DraftJson.expert(row.getString("dmn"), row.getString("imports")),
                row.getString("content_hash"));
    }

    static Signature signature(ResultSet row) throws SQLException {
        return new Signature(
                row.getString("by_name"),
                row.getString("by_shown"),
                row.getTimestamp("at").toInstant());
    }

    private static @Nullable String itemCode(Draft draft) {
        Sheet.SheetItem item = draft.sheet().item();
        return item == null ? null : item.code();
    }

    private static Draft draft(ResultSet row, int i) throws SQLException {
        String base = row.getString("base_rule_set");
        String approvedBy = row.getString("approved_by");
        Date publishOn = row.getDate("publish_on");
        long publication = row.getLong("publication");
        boolean published = !row.wasNull();
        LocalDate day = publishOn == null ? null : publishOn.toLocalDate();
        return new Draft(
                row.getObject("id", UUID.class),
                row.getInt("revision"),
                DraftState.valueOf(row.getString("state")),
                DraftJson.content(row.getString("content")),
                DraftJson.expert(row.getString("dmn"), row.getString("imports")),
                row.getString("content_hash"),
                row.getString("rule_set"),
                base == null ? null : new BaseVersion(base, row.getString("base_hash")),
                List.of((String[]) row.getArray("authors").getArray()),
                new Signature(
                        row.getString("f_by"),
                        row.getString("f_shown"),
                        row.getTimestamp("f_at").toInstant()),
                new Signature(
                        row.getString("r_by"),
                        row.getString("r_shown"),
                        row.getTimestamp("r_at").toInstant()),
                approvedBy == null
                        ? null
                        : new Approval(
                                approvedBy,
                                row.getString("reviewed_by"),
                                row.getString("approval_reason"),
                                row.getString("backfill_reason")),
                published ? publication : null,
                day);
    }
}
