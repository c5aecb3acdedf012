package cn.faheng.server.identity;

import java.util.Objects;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** Hashes of secrets in settings. */
public final class Hashes {

    private Hashes() {}

    /** The form in which a secret is written into the settings. */
    public static String of(String secret) {
        return Objects.requireNonNull(
                PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(secret));
    }

    static void require(String setting, String hash) {
        if (!hash.matches(
                "\\{(bcrypt|argon2@SpringSecurity_v5_8|scrypt@SpringSecurity_v5_8|pbkdf2@SpringSecurity_v5_8)}.+")) {
            throw new IllegalStateException(
                    setting
                            + " 应当是口令的散列（{bcrypt}…），用 java -jar … --hash-password 生成；不接受明文。The setting has to be a hash, never plain text.");
        }
    }
}
