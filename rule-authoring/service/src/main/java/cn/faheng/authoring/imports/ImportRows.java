package cn.faheng.authoring.imports;

import cn.faheng.authoring.drafts.Draft.Signature;
import cn.faheng.authoring.drafts.DraftJson;
import cn.faheng.drafting.intake.IntakeResult;
import cn.faheng.drafting.intake.SourceFile;
import cn.faheng.server.audit.AuditLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The files that were imported. */
@Component
final class ImportRows {

    private final JdbcTemplate jdbc;
    private final AuditLog audit;

    ImportRows(JdbcTemplate jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    void insert(StoredImport made, SourceFile file) {
        audit.write(
                "table-imported",
                "import",
                made.id().toString(),
                Map.of("file", made.fileName(), "sha256", made.sha256()));
        jdbc.update(
                "insert into authoring.rule_import (id, at, by_name, by_shown, file_name, sha256, content, preview)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                made.id(),
                Timestamp.from(made.made().at()),
                made.made().by(),
                made.made().name(),
                made.fileName(),
                made.sha256(),
                file.bytes(),
                DraftJson.MAPPER.writeValueAsString(made.result()));
    }

    Optional<StoredImport> find(UUID id) {
        return jdbc
                .query(
                        "select id, at, by_name, by_shown, file_name, sha256, preview from authoring.rule_import where id = ?",
                        (row, i) -> read(row),
                        id)
                .stream()
                .findFirst();
    }

    /** The imports, the newest first. */
    List<ImportSummary> newest(int limit) {
        return jdbc.query(
                "select id, at, by_name, by_shown, file_name from authoring.rule_import order by number desc limit ?",
                (row, i) -> new ImportSummary(row.getObject("id", UUID.class), row.getString("file_name"), made(row)),
                limit);
    }

    Optional<byte[]> bytes(UUID id) {
        return jdbc
                .query("select content from authoring.rule_import where id = ?", (row, i) -> row.getBytes(1), id)
                .stream()
                .findFirst();
    }

    private StoredImport read(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new StoredImport(
                id,
                row.getString("file_name"),
                row.getString("sha256"),
                made(row),
                DraftJson.MAPPER.readValue(row.getString("preview"), IntakeResult.class),
                drafts(id));
    }

    private static Signature made(ResultSet row) throws SQLException {
        return new Signature(
                row.getString("by_name"),
                row.getString("by_shown"),
                row.getTimestamp("at").toInstant());
    }

    private Map<Integer, UUID> drafts(UUID id) {
        Map<Integer, UUID> drafts = new TreeMap<>();
        jdbc.query(
                "select item, draft from authoring.import_draft where import = ?",
                row -> {
                    drafts.put(row.getInt("item"), row.getObject("draft", UUID.class));
                },
                id);
        return drafts;
    }

    /** Notes which draft was made of an item; false where another one was made of it before. */
    boolean drafted(UUID id, int item, UUID draft) {
        return jdbc.update(
                        "insert into authoring.import_draft (import, item, draft) values (?, ?, ?) on conflict do nothing",
                        id,
                        item,
                        draft)
                == 1;
    }
}
