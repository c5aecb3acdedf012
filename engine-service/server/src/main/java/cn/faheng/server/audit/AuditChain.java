package cn.faheng.server.audit;

import cn.faheng.server.canonical.CanonicalJson;
import cn.faheng.server.canonical.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * How the chain is computed. The hash of an entry is the SHA-256 of its canonical JSON; the head at a position is the SHA-256 of
 * three lines of ASCII without a last line feed: the head before, the position, the hash of the entry.
 */
final class AuditChain {

    /** What stands for the head before the first position. */
    static final String GENESIS = "0".repeat(64);

    private AuditChain() {}

    static String entryHash(AuditEntry entry) {
        return CanonicalJson.hash(entry.canonical());
    }

    static String head(String previousHead, long position, String entryHash) {
        return Sha256.hex((previousHead + "\n" + position + "\n" + entryHash).getBytes(StandardCharsets.US_ASCII));
    }
}
