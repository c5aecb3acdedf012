package cn.faheng.casework.directory;

import cn.faheng.casework.directory.ImportResult.RefusedRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** The tables of imports and of their refused rows. */
@Component
class ImportStore {

    private static final TypeReference<Map<String, String>> CELLS = new TypeReference<>() {};
    private static final TypeReference<List<Fault>> FAULTS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;

    ImportStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ImportResult result, String fileHash, List<RefusedRow> refused) {
        jdbc.update(
                """
                insert into casework.directory_import
                  (id, subject, file_name, file_hash, rows, taken, unchanged, refused, reason, by_account, by_name, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                result.id(),
                result.subject().name(),
                result.fileName(),
                fileHash,
                result.rows(),
                result.taken(),
                result.unchanged(),
                result.refused(),
                result.reason(),
                result.byAccount(),
                result.by(),
                result.at());
        jdbc.batchUpdate(
                "insert into casework.directory_import_row (import_id, number, cells, faults) values (?, ?, ?, ?)",
                refused.stream()
                        .map(row -> new Object[] {
                            result.id(), row.number(), ContentJson.write(row.cells()), ContentJson.write(row.faults())
                        })
                        .toList());
    }

    Optional<ImportResult> find(UUID id) {
        return jdbc.query("select * from casework.directory_import where id = ?", ImportStore::read, id).stream()
                .findFirst();
    }

    List<ImportResult> newest(Subject subject, int limit) {
        return jdbc.query(
                "select * from casework.directory_import where subject = ? order by at desc, id limit ?",
                ImportStore::read,
                subject.name(),
                limit);
    }

    List<RefusedRow> refused(UUID id) {
        return jdbc.query(
                "select number, cells, faults from casework.directory_import_row where import_id = ? order by number",
                (row, n) -> new RefusedRow(
                        row.getInt(1),
                        ContentJson.read(row.getString(2), CELLS),
                        ContentJson.read(row.getString(3), FAULTS)),
                id);
    }

    private static ImportResult read(ResultSet row, int number) throws SQLException {
        return new ImportResult(
                row.getObject("id", UUID.class),
                Subject.valueOf(row.getString("subject")),
                row.getString("file_name"),
                row.getInt("rows"),
                row.getInt("taken"),
                row.getInt("unchanged"),
                row.getInt("refused"),
                row.getString("reason"),
                row.getString("by_name"),
                row.getString("by_account"),
                row.getObject("at", OffsetDateTime.class));
    }
}
