package cn.faheng.casework.directory;

import cn.faheng.casework.directory.Version.Signature;
import cn.faheng.casework.directory.Version.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version as the table holds it, with its review where it has one. */
record StoredVersion(
        long id,
        Subject subject,
        String code,
        String name,
        String content,
        String contentHash,
        LocalDate appliesFrom,
        @Nullable Long basedOn,
        State state,
        String reason,
        Signature compiled,
        @Nullable Signature reviewed,
        String remark,
        @Nullable UUID importId) {

    static StoredVersion read(ResultSet row, int number) throws SQLException {
        String decision = row.getString("decision");
        long basedOn = row.getLong("based_on");
        boolean first = row.wasNull();
        return new StoredVersion(
                row.getLong("id"),
                Subject.valueOf(row.getString("subject")),
                row.getString("code"),
                row.getString("name"),
                row.getString("content"),
                row.getString("content_hash"),
                row.getObject("applies_from", LocalDate.class),
                first ? null : basedOn,
                decision == null ? State.PROPOSED : State.valueOf(decision),
                row.getString("reason"),
                new Signature(
                        row.getString("compiled_by"),
                        row.getString("compiled_name"),
                        row.getObject("compiled_at", OffsetDateTime.class)),
                decision == null
                        ? null
                        : new Signature(
                                row.getString("reviewed_by"),
                                row.getString("reviewed_name"),
                                row.getObject("reviewed_at", OffsetDateTime.class)),
                decision == null ? "" : row.getString("remark"),
                row.getObject("import_id", UUID.class));
    }

    <T> Version<T> with(Class<T> type) {
        return new Version<>(
                id,
                subject,
                code,
                ContentJson.read(content, type),
                appliesFrom,
                basedOn,
                state,
                reason,
                compiled,
                reviewed,
                remark,
                importId);
    }
}
