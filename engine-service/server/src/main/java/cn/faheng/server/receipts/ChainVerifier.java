package cn.faheng.server.receipts;

import cn.faheng.contract.model.ChainDefectBody;
import cn.faheng.contract.model.ChainDefectBody.KindEnum;
import cn.faheng.contract.model.VerificationBody;
import cn.faheng.server.canonical.CanonicalJson;
import cn.faheng.server.canonical.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Proves that every receipt and every group is as it was sealed, in one pass over one snapshot of the store. */
@Component
class ChainVerifier {

    private static final String ROWS =
            "select l.position, l.receipt_id, l.leaf_hash, l.seal, s.number, s.first_position, s.size, s.merkle_root,"
                    + " s.previous_head, s.head, s.sealed_at, r.id, r.sequence, r.recorded_at, r.client, r.idempotency_key,"
                    + " r.idempotency_line, r.request_hash, r.content_hash, r.content, r.trace"
                    + " from receipts.leaf l left join receipts.seal s on s.number = l.seal"
                    + " left join receipts.receipt r on r.id = l.receipt_id order by l.position";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate snapshot;

    ChainVerifier(javax.sql.DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(200);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * Verifies everything.
     *
     * @param expectedHead a head that was kept outside and has to be part of the chain, or null
     */
    VerificationBody verify(@Nullable String expectedHead) {
        VerificationBody answer = snapshot.execute(status -> {
            Walk walk = new Walk(expectedHead);
            try {
                jdbc.query(ROWS, (ResultSet row) -> walk.row(row));
                walk.end();
                afterTheChain(walk);
            } catch (Found found) {
                walk.defect = found.defect;
            }
            return walk.answer(count("select count(*) from receipts.receipt"));
        });
        return Objects.requireNonNull(answer);
    }

    private void afterTheChain(Walk walk) {
        long seals = count("select count(*) from receipts.seal");
        if (seals != walk.seals) {
            throw new Found(
                    KindEnum.LEAF_CHANGED, null, walk.seals + 1, null, "有" + (seals - walk.seals) + "组封存没有对应的留痕。");
        }
        jdbc.query(
                "select r.id, r.content_hash, r.content, r.trace, u.sequence as queued from receipts.receipt r"
                        + " left join receipts.leaf l on l.receipt_id = r.id"
                        + " left join receipts.unsealed u on u.receipt_id = r.id"
                        + " where l.receipt_id is null order by r.sequence",
                (ResultSet row) -> {
                    UUID id = row.getObject("id", UUID.class);
                    checkContent(null, id, row);
                    row.getLong("queued");
                    if (row.wasNull()) {
                        throw new Found(KindEnum.QUEUE_LOST, null, null, id, "留痕未封存，也不在待封存之列：待封存的记录或者封存记录被删除。");
                    }
                });
    }

    private long count(String sql) {
        Long count = jdbc.queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }

    private static void checkContent(@Nullable Long position, UUID id, ResultSet row) throws SQLException {
        String content = row.getString("content");
        if (!CanonicalJson.hash(content).equals(row.getString("content_hash"))) {
            throw new Found(KindEnum.RECEIPT_CHANGED, position, null, id, "留痕内容与其哈希不符。");
        }
        String digest = CanonicalJson.hash(row.getString("trace"));
        if (!content.contains("\"traceDigest\":\"" + digest + "\"")) {
            throw new Found(KindEnum.RECEIPT_CHANGED, position, null, id, "留痕的推理过程与其摘要不符。");
        }
    }

    /** The walk along the chain. */
    private static final class Walk {
        private final @Nullable String expectedHead;
        private boolean expectedSeen;
        private long sealed;
        private long seals;
        private String head = Chain.GENESIS;
        private final List<byte[]> group = new ArrayList<>();
        private @Nullable Seal open;
        private @Nullable ChainDefectBody defect;

        Walk(@Nullable String expectedHead) {
            this.expectedHead = expectedHead;
        }

        void row(ResultSet row) throws SQLException {
            long position = row.getLong("position");
            UUID id = row.getObject("receipt_id", UUID.class);
            if (position != sealed + 1) {
                throw new Found(KindEnum.RECEIPT_MISSING, sealed + 1, null, null, "链上缺少第" + (sealed + 1) + "位。");
            }
            Seal seal = Seal.of(row);
            if (seal == null) {
                throw new Found(KindEnum.SEAL_MISSING, position, row.getLong("seal"), id, "该留痕所在的封存组不存在。");
            }
            if (open == null || open.number() != seal.number()) {
                close();
                begin(seal, position);
            }
            if (row.getObject("id", UUID.class) == null) {
                throw new Found(KindEnum.RECEIPT_MISSING, position, seal.number(), id, "已封存的留痕被删除。");
            }
            checkContent(position, id, row);
            byte[] leafHash = Chain.leafHash(Sealer.Waiting.of(row).leaf());
            if (!Sha256.hexOf(leafHash).equals(row.getString("leaf_hash"))) {
                throw new Found(KindEnum.RECEIPT_CHANGED, position, seal.number(), id, "留痕与封存时不同。");
            }
            group.add(leafHash);
            sealed = position;
        }

        private void begin(Seal seal, long position) {
            if (seal.number() != seals + 1) {
                throw new Found(KindEnum.SEAL_MISSING, position, seals + 1, null, "链上缺少第" + (seals + 1) + "组封存。");
            }
            if (seal.firstPosition() != position || !seal.previousHead().equals(head)) {
                throw new Found(KindEnum.SEAL_CHANGED, position, seal.number(), null, "封存组没有接在前一组之后。");
            }
            open = seal;
        }

        private void close() {
            Seal seal = open;
            if (seal == null) {
                return;
            }
            boolean same = seal.size() == group.size()
                    && Sha256.hexOf(MerkleTree.root(group)).equals(seal.merkleRoot())
                    && Chain.head(seal.previousHead(), seal.merkleRoot(), seal.number(), seal.size(), seal.sealedAt())
                            .equals(seal.head());
            if (!same) {
                throw new Found(
                        KindEnum.SEAL_CHANGED, seal.firstPosition(), seal.number(), null, "封存组的根、大小、时间或者链头与其中的留痕不符。");
            }
            group.clear();
            seals = seal.number();
            head = seal.head();
            expectedSeen = expectedSeen || head.equals(expectedHead);
            open = null;
        }

        void end() {
            close();
            if (expectedHead != null && !expectedSeen) {
                throw new Found(KindEnum.SEAL_MISSING, null, null, null, "链中没有所给的链头：链的尾部被截去，或者整条链被改写。");
            }
        }

        VerificationBody answer(long receipts) {
            VerificationBody answer = new VerificationBody()
                    .intact(defect == null)
                    .receipts(receipts)
                    .sealed(sealed)
                    .seals(seals)
                    .head(head);
            answer.setDefect(defect);
            return answer;
        }
    }

    private record Seal(
            long number,
            long firstPosition,
            int size,
            String merkleRoot,
            String previousHead,
            String head,
            Instant sealedAt) {

        static @Nullable Seal of(ResultSet row) throws SQLException {
            long number = row.getLong("number");
            return row.wasNull()
                    ? null
                    : new Seal(
                            number,
                            row.getLong("first_position"),
                            row.getInt("size"),
                            row.getString("merkle_root"),
                            row.getString("previous_head"),
                            row.getString("head"),
                            row.getTimestamp("sealed_at").toInstant());
        }
    }

    /** Ends the walk at the first defect. */
    private static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient ChainDefectBody defect;

        Found(KindEnum kind, @Nullable Long position, @Nullable Long seal, @Nullable UUID receipt, String detail) {
            super(detail, null, false, false);
            this.defect = new ChainDefectBody()
                    .kind(kind)
                    .position(position)
                    .sealNumber(seal)
                    .receiptId(receipt)
                    .detail(detail);
        }
    }
}
