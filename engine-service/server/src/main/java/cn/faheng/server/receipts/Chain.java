package cn.faheng.server.receipts;

import cn.faheng.server.canonical.CanonicalJson;
import cn.faheng.server.canonical.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How leaves and heads of the chain are computed. */
final class Chain {

    /** What stands in the first group for the head before it. */
    static final String GENESIS = "0".repeat(64);

    private static final byte[] HEAD = {2};

    private Chain() {}

    /** The canonical bytes of a receipt's leaf: every column of its row, the content by its hash. */
    static String leaf(
            UUID id,
            long sequence,
            Instant recordedAt,
            String client,
            @Nullable String key,
            @Nullable Integer line,
            @Nullable String requestHash,
            String contentHash) {
        ObjectNode leaf = JsonNodeFactory.instance.objectNode();
        leaf.put("client", client);
        leaf.put("contentHash", contentHash);
        leaf.put("id", id.toString());
        if (key != null) {
            leaf.put("idempotencyKey", key);
            leaf.put("idempotencyLine", line);
            leaf.put("requestHash", requestHash);
        }
        leaf.put("recordedAtMicros", micros(recordedAt));
        leaf.put("sequence", sequence);
        return CanonicalJson.of(leaf);
    }

    static byte[] leafHash(String leaf) {
        return MerkleTree.leafHash(leaf.getBytes(StandardCharsets.UTF_8));
    }

    /** The head of a group: what ties its root, place, size and time to the group before. */
    static String head(String previousHead, String merkleRoot, long number, int size, Instant sealedAt) {
        byte[] numbers = ByteBuffer.allocate(24)
                .putLong(number)
                .putLong(size)
                .putLong(micros(sealedAt))
                .array();
        return Sha256.hexOf(Sha256.of(HEAD, Sha256.fromHex(previousHead), Sha256.fromHex(merkleRoot), numbers));
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
