package cn.faheng.server.audit;

import cn.faheng.server.audit.AuditVerification.Defect;
import cn.faheng.server.audit.AuditVerification.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks the whole log in one pass over one snapshot. Whoever does not trust this server checks an export instead. */
@Component
public class AuditVerifier {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate snapshot;

    AuditVerifier(javax.sql.DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(500);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * Checks everything, up to the first defect.
     *
     * @param keptHead a head that was kept elsewhere and has to be part of the chain, or null
     */
    public AuditVerification verify(@Nullable String keptHead) {
        return Objects.requireNonNull(snapshot.execute(status -> {
            Walk walk = new Walk(keptHead);
            Defect defect = null;
            try {
                jdbc.query(
                        "select l.position, l.sequence as linked, l.entry_hash, l.head, " + AuditEntry.COLUMNS
                                + " from audit.link l left join audit.entry e on e.sequence = l.sequence order by l.position",
                        (ResultSet row) -> walk.row(row));
                defect = atTheEnd(walk);
            } catch (Found found) {
                defect = found.defect;
            }
            return new AuditVerification(count("select count(*) from audit.entry"), walk.position, walk.head, defect);
        }));
    }

    private @Nullable Defect atTheEnd(Walk walk) {
        Long outside = jdbc.queryForObject(
                "select min(e.sequence) from audit.entry e where not exists (select from audit.link l where"
                        + " l.sequence = e.sequence) and not exists (select from audit.unsealed u where u.sequence = e.sequence)",
                Long.class);
        if (outside != null) {
            return new Defect(Kind.ENTRY_OUTSIDE, null, outside);
        }
        Long gone = jdbc.queryForObject(
                "select min(u.sequence) from audit.unsealed u where not exists (select from audit.entry e where"
                        + " e.sequence = u.sequence)",
                Long.class);
        if (gone != null) {
            return new Defect(Kind.ENTRY_MISSING, null, gone);
        }
        return walk.headSeen ? null : new Defect(Kind.HEAD_UNKNOWN, walk.position + 1, null);
    }

    private long count(String sql) {
        Long count = jdbc.queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }

    /** The walk along the chain. */
    private static final class Walk {
        private final @Nullable String keptHead;
        private boolean headSeen;
        private long position;
        private String head = AuditChain.GENESIS;

        Walk(@Nullable String keptHead) {
            this.keptHead = keptHead;
            this.headSeen = keptHead == null || keptHead.equals(AuditChain.GENESIS);
        }

        void row(ResultSet row) throws SQLException {
            long here = row.getLong("position");
            long linked = row.getLong("linked");
            if (here != position + 1) {
                throw new Found(Kind.POSITION_MISSING, position + 1, null);
            }
            row.getLong("sequence");
            if (row.wasNull()) {
                throw new Found(Kind.ENTRY_MISSING, here, linked);
            }
            String hash = AuditChain.entryHash(AuditEntry.of(row));
            if (!hash.equals(row.getString("entry_hash"))) {
                throw new Found(Kind.ENTRY_CHANGED, here, linked);
            }
            String next = AuditChain.head(head, here, hash);
            if (!next.equals(row.getString("head"))) {
                throw new Found(Kind.CHAIN_BROKEN, here, linked);
            }
            position = here;
            head = next;
            headSeen = headSeen || head.equals(keptHead);
        }
    }

    /** Ends the walk at the first defect. */
    private static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Defect defect;

        Found(Kind kind, long position, @Nullable Long sequence) {
            super(kind.name(), null, false, false);
            this.defect = new Defect(kind, position, sequence);
        }
    }
}
