package cn.faheng.server.receipts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Checks a proof as someone who has only the contract: it uses nothing of the server and no more than SHA-256. */
final class Outsider {

    private static final HexFormat HEX = HexFormat.of();

    private Outsider() {}

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hex(byte[] bytes) {
        return HEX.formatHex(bytes);
    }

    static byte[] leafHash(JsonNode proof) {
        return sha256(new byte[] {0}, proof.path("leaf").asString().getBytes(StandardCharsets.UTF_8));
    }

    /** Steps 2 and 3 of the contract: the root to which the leaf of a proof leads. */
    static String root(JsonNode proof) {
        List<byte[]> path = proof.path("path")
                .valueStream()
                .map(p -> HEX.parseHex(p.asString()))
                .toList();
        return hex(rootOf(
                leafHash(proof),
                proof.path("leafIndex").asInt(),
                proof.path("treeSize").asInt(),
                path));
    }

    /** Step 4: the head of the group. */
    static String head(JsonNode proof) {
        return hex(sha256(
                new byte[] {2},
                HEX.parseHex(proof.path("previousHead").asString()),
                HEX.parseHex(root(proof)),
                eightBytes(proof.path("sealNumber")),
                eightBytes(proof.path("treeSize")),
                eightBytes(proof.path("sealedAtMicros"))));
    }

    private static byte[] eightBytes(JsonNode number) {
        return ByteBuffer.allocate(8).putLong(number.asLong()).array();
    }

    static byte[] rootOf(byte[] leafHash, int leafIndex, int treeSize, List<byte[]> path) {
        int fn = leafIndex;
        int sn = treeSize - 1;
        byte[] r = leafHash;
        for (byte[] p : path) {
            if (fn % 2 == 1 || fn == sn) {
                r = sha256(new byte[] {1}, p, r);
                while (fn % 2 == 0 && fn != 0) {
                    fn /= 2;
                    sn /= 2;
                }
            } else {
                r = sha256(new byte[] {1}, r, p);
            }
            fn /= 2;
            sn /= 2;
        }
        if (sn != 0) {
            throw new IllegalArgumentException("The path is too short");
        }
        return r;
    }
}
