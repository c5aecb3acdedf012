package cn.faheng.server.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** What a password has to be like (GB/T 22239 8.1.4.1 a). */
@Component
final class PasswordRules {

    static final int SHORTEST = 10;

    /** What bcrypt reads; a longer one would be cut without a word. */
    private static final int MOST_BYTES = 72;

    private final PasswordEncoder encoder;
    private final Set<String> common;

    PasswordRules(PasswordEncoder encoder) {
        this.encoder = encoder;
        try (InputStream in = PasswordRules.class.getResourceAsStream("common-passwords.txt")) {
            if (in == null) {
                throw new IllegalStateException("The list of common passwords is not on the class path");
            }
            this.common = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("The list of common passwords cannot be read", e);
        }
    }

    /**
     * Why a password may not be used; empty where it may.
     *
     * @param former hashes of passwords that may not come back
     */
    Optional<String> refused(String name, String displayName, String password, List<String> former) {
        String plain = password.toLowerCase(Locale.ROOT);
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("short");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of("long");
        }
        if (plain.contains(name.toLowerCase(Locale.ROOT)) || password.equals(displayName)) {
            return Optional.of("name");
        }
        if (isCommon(plain)) {
            return Optional.of("common");
        }
        return former.stream().anyMatch(hash -> encoder.matches(password, hash))
                ? Optional.of("used")
                : Optional.empty();
    }

    /** On the list, or on it with digits and signs around it, or one sign or run of signs again and again. */
    private boolean isCommon(String plain) {
        String core = plain.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
        return common.contains(plain)
                || (core.length() >= 4 && common.contains(core))
                || plain.matches("(.{1,5}?)\\1+.?")
                || isRun(plain);
    }

    /** Whether every character follows the one before it: 1234567890, abcdefghij, 0987654321. */
    private static boolean isRun(String plain) {
        int step = plain.charAt(1) - plain.charAt(0);
        boolean run = Math.abs(step) <= 1;
        for (int i = 1; i < plain.length() && run; i++) {
            int here = plain.charAt(i) - plain.charAt(i - 1);
            run = here == step || (plain.charAt(i) == '0' && plain.charAt(i - 1) == '9');
        }
        return run;
    }
}
