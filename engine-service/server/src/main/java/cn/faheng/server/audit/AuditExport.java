package cn.faheng.server.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the log as lines of JSON, one for each position of the chain, so that it can be verified without this server:
 * {@code {"entry":…,"hash":"…","head":"…","position":1}}, the entry in canonical JSON.
 */
@Component
public class AuditExport {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate snapshot;
    private final AuditSealer sealer;

    AuditExport(javax.sql.DataSource dataSource, PlatformTransactionManager transactions, AuditSealer sealer) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(500);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.sealer = sealer;
    }

    /** Gives whatever waits its place, so that an export made now ends with what was done last. */
    public void sealWaiting() {
        sealer.sealAll(true);
    }

    /** Writes the chain from a position on; the first is 1. */
    public void write(OutputStream out, long from) {
        snapshot.executeWithoutResult(status -> jdbc.query(
                "select l.position, l.entry_hash, l.head, " + AuditEntry.COLUMNS
                        + " from audit.link l join audit.entry e on e.sequence = l.sequence where l.position >= ?"
                        + " order by l.position",
                (ResultSet row) -> {
                    String line = "{\"entry\":" + AuditEntry.of(row).canonical() + ",\"hash\":\""
                            + row.getString("entry_hash") + "\",\"head\":\"" + row.getString("head")
                            + "\",\"position\":" + row.getLong("position") + "}\n";
                    try {
                        out.write(line.getBytes(StandardCharsets.UTF_8));
                    } catch (IOException e) {
                        throw new UncheckedIOException("The reader of the export has gone", e);
                    }
                },
                from));
    }
}
