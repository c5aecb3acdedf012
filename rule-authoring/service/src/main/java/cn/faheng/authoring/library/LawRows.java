package cn.faheng.authoring.library;

import cn.faheng.drafting.law.LawText;
import cn.faheng.rules.legal.LegalInstrument;
import cn.faheng.server.audit.AuditLog;
import cn.faheng.server.canonical.Sha256;
import cn.faheng.server.registry.StoredLaw;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The tables of the law library. */
@Component
final class LawRows {

    /** One writer at a time, so that the numbers of changes are in the order in which they can be seen. */
    private static final long LOCK = 0x6661_6865_6E67_6CL;

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final JdbcTemplate jdbc;
    private final AuditLog audit;

    LawRows(JdbcTemplate jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * A text as it is stored.
     *
     * @param sequence number of the change
     * @param text the text
     * @param revision its revision
     */
    record TextRow(long sequence, LawText text, StoredVersion.Revision revision) {}

    /** Waits for other writers; holds until the transaction ends. */
    void lock() {
        jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
    }

    /** Number of the last change of text or ending. */
    long lastChange() {
        Long last = jdbc.queryForObject(
                "select greatest((select coalesce(max(sequence), 0) from authoring.law_text),"
                        + " (select coalesce(max(sequence), 0) from authoring.law_ending))",
                Long.class);
        return last == null ? 0 : last;
    }

    /** The latest text of each version that changed after {@code sequence}. */
    List<LegalInstrument> instrumentsAfter(long sequence) {
        return jdbc.query(
                "select distinct on (title, version) content from authoring.law_text where sequence > ?"
                        + " order by title, version, revision desc",
                (row, n) -> text(row.getString(1)).instrument(),
                sequence);
    }

    List<StoredLaw.Ending> endings() {
        return jdbc.query(
                "select title, version, last_day from authoring.law_ending order by sequence",
                (row, n) -> new StoredLaw.Ending(
                        row.getString(1), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)));
    }

    /** The texts of a version, oldest first. */
    List<TextRow> texts(String title, LocalDate version) {
        return jdbc.query(
                "select sequence, content, revision, by_shown, at, reason, content_hash from authoring.law_text"
                        + " where title = ? and version = ? order by revision",
                (row, n) -> new TextRow(
                        row.getLong(1),
                        text(row.getString(2)),
                        new StoredVersion.Revision(
                                row.getInt(3),
                                row.getString(4),
                                row.getObject(5, OffsetDateTime.class),
                                row.getString(6),
                                row.getString(7))),
                title,
                version);
    }

    List<StoredVersion.Ending> endings(String title, LocalDate version) {
        return jdbc.query(
                "select last_day, document, by_shown, at from authoring.law_ending"
                        + " where title = ? and version = ? order by sequence",
                (row, n) -> new StoredVersion.Ending(
                        row.getObject(1, LocalDate.class),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class)),
                title,
                version);
    }

    /** Hash of the latest text of a version; empty where none is stored. */
    Optional<String> latestHash(String title, LocalDate version) {
        return jdbc
                .queryForList(
                        "select content_hash from authoring.law_text where title = ? and version = ?"
                                + " order by revision desc limit 1",
                        String.class,
                        title,
                        version)
                .stream()
                .findFirst();
    }

    void insert(LawText text, String reason, Recorder by) {
        String content = JSON.writeValueAsString(text);
        jdbc.update(
                "insert into authoring.law_text (title, version, revision, content, content_hash, reason, by_name, by_shown)"
                        + " select ?, ?, coalesce(max(revision), 0) + 1, ?, ?, ?, ?, ? from authoring.law_text"
                        + " where title = ? and version = ?",
                text.instrument().title(),
                text.instrument().version(),
                content,
                hash(text),
                reason,
                by.name(),
                by.shown(),
                text.instrument().title(),
                text.instrument().version());
        audit.write(
                "law-stored",
                "law",
                text.instrument().title(),
                Map.of("version", text.instrument().version(), "contentHash", hash(text), "reason", reason));
    }

    void insert(StoredLaw.Ending ending, String document, Recorder by) {
        jdbc.update(
                "insert into authoring.law_ending (title, version, last_day, document, by_name, by_shown)"
                        + " values (?, ?, ?, ?, ?, ?)",
                ending.title(),
                ending.version(),
                ending.lastDay(),
                document,
                by.name(),
                by.shown());
        audit.write(
                "law-ended",
                "law",
                ending.title(),
                Map.of("version", ending.version(), "lastDay", ending.lastDay(), "document", document));
    }

    static String hash(LawText text) {
        return Sha256.hex(JSON.writeValueAsString(text).getBytes(StandardCharsets.UTF_8));
    }

    private static LawText text(String content) {
        return JSON.readValue(content, LawText.class);
    }
}
