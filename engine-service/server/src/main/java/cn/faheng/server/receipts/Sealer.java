package cn.faheng.server.receipts;

import cn.faheng.server.canonical.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals receipts in the order of their recording, group by group, behind the requests. One sealer works at a time. */
@Component
class Sealer {

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final int GROUP = 1000;

    /** The advisory lock of the one who seals. */
    static final long LOCK = 0x46614865_6e675265L;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    Sealer(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${faheng.receipts.seal-every:500}")
    void sealWaiting() {
        try {
            while (sealGroup() == GROUP) {
                Thread.onSpinWait();
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Sealing has to wait: {}", e.getMessage());
        }
    }

    /** Seals at most one group; the number of receipts in it. */
    int sealGroup() {
        Integer sealed = transaction.execute(status -> {
            Boolean mine = jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, LOCK);
            if (!Boolean.TRUE.equals(mine)) {
                return 0;
            }
            List<Waiting> waiting = jdbc.query(
                    "select r.id, r.sequence, r.recorded_at, r.client, r.idempotency_key, r.idempotency_line,"
                            + " r.request_hash, r.content_hash"
                            + " from receipts.unsealed u join receipts.receipt r on r.id = u.receipt_id"
                            + " order by u.sequence limit " + GROUP,
                    (row, i) -> Waiting.of(row));
            if (!waiting.isEmpty()) {
                seal(waiting);
            }
            return waiting.size();
        });
        return sealed == null ? 0 : sealed;
    }

    private void seal(List<Waiting> waiting) {
        Last last = jdbc
                .query(
                        "select number, head, first_position + size as next from receipts.seal order by number desc limit 1",
                        (row, i) -> new Last(row.getLong("number"), row.getString("head"), row.getLong("next")))
                .stream()
                .findFirst()
                .orElse(new Last(0, Chain.GENESIS, 1));
        List<byte[]> leaves =
                waiting.stream().map(w -> Chain.leafHash(w.leaf())).toList();
        String root = Sha256.hexOf(MerkleTree.root(leaves));
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
        long number = last.number() + 1;
        jdbc.update(
                "insert into receipts.seal (number, first_position, size, merkle_root, previous_head, head, sealed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                number,
                last.nextPosition(),
                waiting.size(),
                root,
                last.head(),
                Chain.head(last.head(), root, number, waiting.size(), now),
                Timestamp.from(now));
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> done = new ArrayList<>();
        for (int i = 0; i < waiting.size(); i++) {
            Waiting receipt = waiting.get(i);
            rows.add(new Object[] {last.nextPosition() + i, receipt.id(), Sha256.hexOf(leaves.get(i)), number});
            done.add(new Object[] {receipt.sequence()});
        }
        jdbc.batchUpdate("insert into receipts.leaf (position, receipt_id, leaf_hash, seal) values (?, ?, ?, ?)", rows);
        jdbc.batchUpdate("delete from receipts.unsealed where sequence = ?", done);
    }

    private record Last(long number, String head, long nextPosition) {}

    /** A receipt without its content. */
    record Waiting(
            UUID id,
            long sequence,
            Instant recordedAt,
            String client,
            @Nullable String key,
            @Nullable Integer line,
            @Nullable String requestHash,
            String contentHash) {

        static Waiting of(ResultSet row) throws SQLException {
            return new Waiting(
                    row.getObject("id", UUID.class),
                    row.getLong("sequence"),
                    row.getTimestamp("recorded_at").toInstant(),
                    row.getString("client"),
                    row.getString("idempotency_key"),
                    row.getObject("idempotency_line", Integer.class),
                    row.getString("request_hash"),
                    row.getString("content_hash"));
        }

        String leaf() {
            return Chain.leaf(id, sequence, recordedAt, client, key, line, requestHash, contentHash);
        }
    }
}
