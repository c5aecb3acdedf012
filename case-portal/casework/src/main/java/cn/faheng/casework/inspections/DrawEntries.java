package cn.faheng.casework.inspections;

import cn.faheng.server.canonical.Sha256;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** What is typed for a draw: secrets and public values, each one line. */
final class DrawEntries {

    private static final int SECRET_BYTES = 32;
    private static final int SHORTEST_SECRET = 16;
    private static final int SHORTEST = 4;
    private static final int LONGEST = 200;
    private static final SecureRandom RANDOM = new SecureRandom();

    private DrawEntries() {}

    /** A secret of the system. */
    static String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return Sha256.hexOf(secret);
    }

    static String secret(String typed) {
        return line("secret", "秘密", typed, SHORTEST_SECRET);
    }

    static String line(String field, String what, String typed) {
        return line(field, what, typed, SHORTEST);
    }

    private static String line(String field, String what, String typed, int shortest) {
        String line = typed.strip();
        if (line.length() < shortest || line.length() > LONGEST || line.chars().anyMatch(Character::isISOControl)) {
            throw Refused.field(field, what + "应当是一行 " + shortest + " 到 " + LONGEST + " 个字符的文字。");
        }
        return line;
    }

    /** The content with the secret, where it is the one that was committed to. */
    static DrawContent fitting(String commitment, @Nullable String committed, DrawContent known) {
        if (!commitment.equals(committed)) {
            throw Refused.field("secret", "输入的秘密与当初的承诺不符。请逐字核对，包括大小写和空格。");
        }
        return known;
    }
}
