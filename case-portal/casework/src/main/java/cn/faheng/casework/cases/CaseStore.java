package cn.faheng.casework.cases;

import cn.faheng.engine.steps.Stage;
import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Opening.Procedure;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of cases. */
@Repository
class CaseStore {

    private final JdbcClient jdbc;

    CaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a row holds beside what lists show. */
    record Row(CaseHead head, List<RuleSetRef> order, String tier) {}

    /** Makes a case; its first entries follow in the same transaction. */
    void create(Row row, String source, @Nullable String origin, Set<String> pairs) {
        CaseHead head = row.head();
        jdbc.sql(
                        """
                insert into casework.enforcement_case (id, revision, body, division, field, source_number, origin, stage, cause,
                    parties, tier, opened_on, pairs, changed_at)
                values (:id, 1, :body, :division, :field, :source, :origin, :stage, :cause, :parties, '', :opened, :pairs, :changed)
                """)
                .param("id", head.id())
                .param("body", head.body())
                .param("division", head.division())
                .param("field", head.field())
                .param("source", source)
                .param("origin", origin)
                .param("stage", head.stage().code())
                .param("cause", head.cause())
                .param("parties", head.parties())
                .param("opened", head.openedOn())
                .param("pairs", pairs.toArray(String[]::new))
                .param("changed", head.changedAt())
                .update();
    }

    /** Writes what lists show of a case as it stood at {@code seen}; refuses where somebody else changed it since. */
    void update(Row row, int seen, @Nullable String caseNumber, Set<String> pairs, Collection<String> accounts) {
        CaseHead head = row.head();
        int changed = jdbc.sql(
                        """
                update casework.enforcement_case set revision = :next, field = :field, case_number = :number, stage = :stage,
                    procedure = :procedure, cause = :cause, parties = :parties, item = :item, tier = :tier, filed_on = :filed,
                    decided_on = :decided, closed_on = :closed, fine_fen = :fine, blocks = :blocks, reasons = :reasons,
                    officers = :officers, accounts = :accounts, order_sets = :sets, pairs = :pairs, changed_at = :changed
                where id = :id and revision = :seen
                """)
                .param("id", head.id())
                .param("seen", seen)
                .param("next", seen + 1)
                .param("field", head.field())
                .param("number", caseNumber)
                .param("stage", head.stage().code())
                .param(
                        "procedure",
                        head.procedure() == null ? null : head.procedure().name())
                .param("cause", head.cause())
                .param("parties", head.parties())
                .param("item", head.item())
                .param("tier", row.tier())
                .param("filed", head.filedOn())
                .param("decided", head.decidedOn())
                .param("closed", head.closedOn())
                .param("fine", head.fineFen())
                .param("blocks", head.blocks())
                .param("reasons", head.reasons())
                .param("officers", head.officers().toArray(String[]::new))
                .param("accounts", accounts.toArray(String[]::new))
                .param("sets", row.order().stream().map(RuleSetRef::toString).toArray(String[]::new))
                .param("pairs", pairs.toArray(String[]::new))
                .param("changed", head.changedAt())
                .update();
        if (changed == 0) {
            throw stale();
        }
    }

    static ProblemException stale() {
        return new ProblemException(
                ProblemType.DRAFT_CHANGED, "打开页面以后，这个案件已经由他人或者在另一个窗口办理过，没有覆盖。您填写的内容已经保存；请看最新的案卷，核对后再提交。");
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql("select * from casework.enforcement_case where id = :id")
                .param("id", id)
                .query((row, n) -> row(row))
                .optional();
    }

    /** The case that came from something in this system. */
    Optional<UUID> ofOrigin(String origin) {
        return jdbc.sql("select id from casework.enforcement_case where origin = :origin")
                .param("origin", origin)
                .query(UUID.class)
                .optional();
    }

    /** Waits until nobody else works on the case; gives its revision. */
    int lock(UUID id) {
        return jdbc.sql("select revision from casework.enforcement_case where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    List<CaseHead> list(CaseQuery query, Optional<Set<String>> bodies) {
        StringBuilder sql = new StringBuilder("select * from casework.enforcement_case where true");
        bodies.ifPresent(some -> sql.append(" and body = any(:bodies)"));
        sql.append(query.body() == null ? "" : " and body = :body")
                .append(query.stage() == null ? "" : " and stage = :stage")
                .append(query.field() == null ? "" : " and field = :field")
                .append(query.item() == null ? "" : " and item = :item")
                .append(query.account() == null ? "" : " and accounts @> array[cast(:account as text)]")
                .append(query.from() == null ? "" : " and opened_on >= :from")
                .append(query.to() == null ? "" : " and opened_on <= :to")
                .append(query.before() == null ? "" : " and serial < :before")
                .append(query.text().isBlank() ? "" : " and pairs @> cast(:pairs as text[])")
                .append(" order by serial desc limit :limit");
        return jdbc.sql(sql.toString())
                .param("bodies", bodies.orElse(Set.of()).toArray(String[]::new))
                .param("body", query.body())
                .param("stage", query.stage())
                .param("field", query.field())
                .param("item", query.item())
                .param("account", query.account())
                .param("from", query.from())
                .param("to", query.to())
                .param("before", query.before())
                .param("pairs", CaseText.wanted(query.text()).toArray(String[]::new))
                .param("limit", query.limit())
                .query((row, n) -> row(row).head())
                .list();
    }

    /** Cases that are not in the archive, in the order of their ids. */
    List<UUID> notArchived(@Nullable UUID after, int most) {
        return jdbc.sql("select id from casework.enforcement_case where stage <> :archived"
                        + (after == null ? "" : " and id > :after") + " order by id limit :most")
                .param("archived", Stage.ARCHIVED.code())
                .param("after", after)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    List<Cases.SimilarCase> similar(String item, String tier, UUID except, int most) {
        return jdbc.sql(
                        """
                select case_number, tier, fine_fen from casework.enforcement_case
                where item = :item and tier = :tier and decided_on is not null and id <> :except and case_number is not null
                order by decided_on desc limit :most
                """)
                .param("item", item)
                .param("tier", tier)
                .param("except", except)
                .param("most", most)
                .query((row, n) -> new Cases.SimilarCase(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    List<Recorded> entries(UUID id) {
        return jdbc.sql("select * from casework.case_entry where case_id = :id order by seq")
                .param("id", id)
                .query((row, n) -> new Recorded(
                        row.getInt("seq"),
                        CaseJson.entry(row.getString("content")),
                        CaseJson.reasons(row.getString("reasons")),
                        row.getString("by_account"),
                        row.getString("by_name"),
                        row.getObject("at", OffsetDateTime.class),
                        row.getString("hash")))
                .list();
    }

    static CaseFile file(List<Recorded> recorded) {
        return new CaseFile(recorded.stream().map(Recorded::entry).toList());
    }

    void append(UUID id, Recorded recorded, String content, String reasons, String previous) {
        jdbc.sql(
                        """
                insert into casework.case_entry (case_id, seq, entry_id, type, happened_at, content, reasons, by_account, by_name, at,
                    previous, hash)
                values (:id, :seq, :entry, :type, :happened, :content, :reasons, :account, :name, :at, :previous, :hash)
                """)
                .param("id", id)
                .param("seq", recorded.seq())
                .param("entry", recorded.entry().id())
                .param("type", cn.faheng.rules.casefile.Entries.type(recorded.entry()))
                .param("happened", recorded.entry().at())
                .param("content", content)
                .param("reasons", reasons)
                .param("account", recorded.byAccount())
                .param("name", recorded.byName())
                .param("at", recorded.at())
                .param("previous", previous)
                .param("hash", recorded.hash())
                .update();
    }

    /** Whether every entry still is what was sealed. */
    boolean isIntact(UUID id) {
        String[] previous = {EntryChain.START};
        int[] seq = {0};
        return jdbc
                .sql("select * from casework.case_entry where case_id = :id order by seq")
                .param("id", id)
                .query((row, n) -> {
                    seq[0]++;
                    String hash = EntryChain.seal(
                            previous[0],
                            id.toString(),
                            seq[0],
                            row.getString("content"),
                            row.getString("reasons"),
                            row.getString("by_account"),
                            row.getObject("at", OffsetDateTime.class));
                    previous[0] = hash;
                    return hash.equals(row.getString("hash")) && row.getInt("seq") == seq[0];
                })
                .list()
                .stream()
                .allMatch(ok -> ok);
    }

    /** The next number of a body and a year, without gaps: it is lost only with the transaction that took it. */
    int next(String body, int year, String kind) {
        return jdbc.sql(
                        """
                insert into casework.case_number (body, year, kind, last) values (:body, :year, :kind, 1)
                on conflict (body, year, kind) do update set last = case_number.last + 1 returning last
                """)
                .param("body", body)
                .param("year", year)
                .param("kind", kind)
                .query(Integer.class)
                .single();
    }

    private static Row row(ResultSet row) throws SQLException {
        String procedure = row.getString("procedure");
        String number = row.getString("case_number");
        CaseHead head = new CaseHead(
                row.getObject("id", UUID.class),
                row.getLong("serial"),
                row.getInt("revision"),
                row.getString("body"),
                row.getString("division"),
                row.getString("field"),
                number == null ? row.getString("source_number") : number,
                Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT).replace('-', '_')),
                procedure == null ? null : Procedure.valueOf(procedure),
                row.getString("cause"),
                row.getString("parties"),
                row.getString("item"),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("filed_on", LocalDate.class),
                row.getObject("decided_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class),
                row.getLong("fine_fen"),
                row.getInt("blocks"),
                row.getInt("reasons"),
                strings(row.getArray("officers")),
                row.getObject("changed_at", OffsetDateTime.class));
        List<RuleSetRef> order = strings(row.getArray("order_sets")).stream()
                .map(RuleSetRef::parse)
                .toList();
        return new Row(head, order, row.getString("tier"));
    }

    private static List<String> strings(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
