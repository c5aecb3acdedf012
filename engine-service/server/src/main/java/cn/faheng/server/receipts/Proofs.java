package cn.faheng.server.receipts;

import cn.faheng.contract.model.InclusionProofBody;
import cn.faheng.contract.model.SealBody;
import cn.faheng.server.canonical.Sha256;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The seal of a receipt, and the proof that the receipt is in it. */
@Component
class Proofs {

    private final JdbcTemplate jdbc;

    Proofs(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SealBody> seal(Receipt receipt) {
        return jdbc
                .query(
                        "select l.position, s.* from receipts.leaf l join receipts.seal s on s.number = l.seal where l.receipt_id = ?",
                        (row, i) -> new SealBody()
                                .number(row.getLong("number"))
                                .position(row.getLong("position"))
                                .merkleRoot(row.getString("merkle_root"))
                                .head(row.getString("head"))
                                .sealedAt(row.getTimestamp("sealed_at")
                                        .toInstant()
                                        .atOffset(ZoneOffset.UTC)),
                        receipt.id())
                .stream()
                .findFirst();
    }

    Optional<InclusionProofBody> proof(Receipt receipt) {
        return seal(receipt).map(seal -> proof(receipt, seal));
    }

    private InclusionProofBody proof(Receipt receipt, SealBody seal) {
        List<byte[]> leaves = jdbc.query(
                "select leaf_hash from receipts.leaf where seal = ? order by position",
                (row, i) -> Sha256.fromHex(row.getString(1)),
                seal.getNumber());
        InclusionProofBody proof = jdbc.queryForObject(
                "select first_position, previous_head, sealed_at from receipts.seal where number = ?",
                (row, i) -> new InclusionProofBody()
                        .leafIndex((int) (seal.getPosition() - row.getLong("first_position")))
                        .previousHead(row.getString("previous_head"))
                        .sealedAtMicros(
                                Chain.micros(row.getTimestamp("sealed_at").toInstant())),
                seal.getNumber());
        if (proof == null) {
            throw new IllegalStateException("The seal " + seal.getNumber() + " has gone");
        }
        Long sequence = receipt.sequence();
        String leaf = Chain.leaf(
                receipt.id(),
                sequence == null ? 0 : sequence,
                receipt.recordedAt(),
                receipt.client(),
                receipt.idempotencyKey(),
                receipt.idempotencyLine(),
                receipt.requestHash(),
                receipt.contentHash());
        return proof.receiptId(receipt.id())
                .leaf(leaf)
                .leafHash(Sha256.hexOf(Chain.leafHash(leaf)))
                .sealNumber(seal.getNumber())
                .treeSize(leaves.size())
                .path(MerkleTree.path(proof.getLeafIndex(), leaves).stream()
                        .map(Sha256::hexOf)
                        .toList())
                .merkleRoot(seal.getMerkleRoot())
                .head(seal.getHead());
    }
}
