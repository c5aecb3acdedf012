package cn.faheng.authoring.publishing;

import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.Draft.Signature;
import cn.faheng.authoring.drafts.DraftJson;
import cn.faheng.authoring.publishing.StoredProof.Acknowledgement;
import cn.faheng.engine.proof.ProofReport;
import cn.faheng.server.registry.Base;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The proofs of drafts, and what was acknowledged of them. */
@Component
final class ProofRows {

    private final JdbcTemplate jdbc;

    ProofRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    static Instant now() {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
    }

    void keep(Draft draft, Base base, List<ProofReport> reports, Signature made) {
        jdbc.update(
                "insert into authoring.proof (draft, number, revision, content_hash, base_sequence, base_hash, at, by_name,"
                        + " by_shown, reports) select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?"
                        + " from authoring.proof where draft = ?",
                draft.id(),
                draft.revision(),
                draft.contentHash(),
                base.sequence(),
                base.hash(),
                Timestamp.from(made.at()),
                made.by(),
                made.name(),
                DraftJson.MAPPER.writeValueAsString(reports),
                draft.id());
    }

    /** The newest proof of the content as it is, else the newest one of all. */
    Optional<StoredProof> latest(Draft draft) {
        return jdbc
                .query(
                        "select * from authoring.proof where draft = ? order by (content_hash = ?) desc, number desc limit 1",
                        (row, i) -> proof(row, draft),
                        draft.id(),
                        draft.contentHash())
                .stream()
                .findFirst();
    }

    private StoredProof proof(ResultSet row, Draft draft) throws SQLException {
        String hash = row.getString("content_hash");
        return new StoredProof(
                row.getInt("number"),
                row.getInt("revision"),
                hash,
                signature(row),
                new Base(row.getLong("base_sequence"), row.getString("base_hash")),
                List.of(DraftJson.MAPPER.readValue(row.getString("reports"), ProofReport[].class)),
                acknowledgements(draft.id(), hash),
                !hash.equals(draft.contentHash()));
    }

    private List<Acknowledgement> acknowledgements(UUID draft, String contentHash) {
        return jdbc.query(
                "select * from authoring.acknowledgement where draft = ? and content_hash = ? order by finding",
                (row, i) -> new Acknowledgement(row.getString("finding"), row.getString("reason"), signature(row)),
                draft,
                contentHash);
    }

    /** The first one counts. */
    void keep(Draft draft, Acknowledgement acknowledgement) {
        jdbc.update(
                "insert into authoring.acknowledgement (draft, content_hash, finding, reason, at, by_name, by_shown)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                draft.id(),
                draft.contentHash(),
                acknowledgement.finding(),
                acknowledgement.reason(),
                Timestamp.from(acknowledgement.made().at()),
                acknowledgement.made().by(),
                acknowledgement.made().name());
    }

    private static Signature signature(ResultSet row) throws SQLException {
        return new Signature(
                row.getString("by_name"),
                row.getString("by_shown"),
                row.getTimestamp("at").toInstant());
    }
}
