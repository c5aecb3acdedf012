package cn.faheng.server.audit;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives entries their place in the chain, group by group, behind the acts. One sealer works at a time. */
@Component
class AuditSealer {

    private static final Logger LOG = LoggerFactory.getLogger(AuditSealer.class);
    private static final int GROUP = 1000;

    /** The advisory lock of the one who seals. */
    private static final long LOCK = 0x46614865_6e674155L;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private LocalDate told = LocalDate.MIN;

    AuditSealer(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${faheng.audit.seal-every:500}")
    void sealWaiting() {
        try {
            sealAll(false);
            tellHead();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Sealing the audit log has to wait: {}", e.getMessage());
        }
    }

    /**
     * Seals what waits.
     *
     * @param patient whether to wait for another process that is at it
     */
    void sealAll(boolean patient) {
        while (sealGroup(patient) == GROUP) {
            Thread.onSpinWait();
        }
    }

    /** Seals at most one group; the number of entries in it. */
    private int sealGroup(boolean patient) {
        Integer sealed = transaction.execute(status -> {
            if (!isMine(patient)) {
                return 0;
            }
            List<AuditEntry> waiting = jdbc.query(
                    "select " + AuditEntry.COLUMNS
                            + " from audit.unsealed u join audit.entry e on e.sequence = u.sequence"
                            + " order by u.sequence limit " + GROUP,
                    (row, i) -> AuditEntry.of(row));
            if (!waiting.isEmpty()) {
                seal(waiting);
            }
            return waiting.size();
        });
        return sealed == null ? 0 : sealed;
    }

    private boolean isMine(boolean patient) {
        if (patient) {
            jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
            return true;
        }
        return Boolean.TRUE.equals(jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, LOCK));
    }

    private void seal(List<AuditEntry> waiting) {
        Place last = last();
        List<Object[]> links = new ArrayList<>();
        List<Object[]> done = new ArrayList<>();
        for (AuditEntry entry : waiting) {
            long position = last.position() + 1;
            String hash = AuditChain.entryHash(entry);
            last = new Place(position, AuditChain.head(last.head(), position, hash));
            links.add(new Object[] {position, entry.sequence(), hash, last.head()});
            done.add(new Object[] {entry.sequence()});
        }
        jdbc.batchUpdate("insert into audit.link (position, sequence, entry_hash, head) values (?, ?, ?, ?)", links);
        jdbc.batchUpdate("delete from audit.unsealed where sequence = ?", done);
    }

    private Place last() {
        return jdbc
                .query(
                        "select position, head from audit.link order by position desc limit 1",
                        (row, i) -> new Place(row.getLong("position"), row.getString("head")))
                .stream()
                .findFirst()
                .orElse(new Place(0, AuditChain.GENESIS));
    }

    /** Once a day the head goes into the service's own log, which is kept elsewhere. */
    private void tellHead() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        if (!told.equals(today)) {
            told = today;
            Place last = last();
            LOG.info("审计日志链头 Audit head: position {} {}", last.position(), last.head());
        }
    }

    private record Place(long position, String head) {}
}
