package cn.faheng.casework.inspections;

import cn.faheng.server.canonical.Sha256;
import java.nio.charset.StandardCharsets;

/** Commitments and the seed: fixed texts, so that a stranger can compute them anew. */
final class DrawSeed {

    static final String FORMAT = "faheng-double-random-1";

    private DrawSeed() {}

    /** What is published of a secret before the draw: it says nothing about the secret and fits no other one. */
    static String commitment(String drawId, String secret) {
        return hash(FORMAT + "/commitment", drawId, secret);
    }

    /** The seed: from the frozen lists and two values of which nobody knew both when the lists were frozen. */
    static byte[] seed(String drawId, String candidatesHash, String first, String second) {
        return Sha256.of(lines(FORMAT + "/seed", drawId, candidatesHash, first, second));
    }

    private static String hash(String... lines) {
        return Sha256.hex(lines(lines));
    }

    private static byte[] lines(String... lines) {
        for (String line : lines) {
            if (line.isEmpty() || line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
                throw new IllegalArgumentException("A value of the seed is one line that is not empty");
            }
        }
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }
}
