package cn.faheng.web.library;

import cn.faheng.rules.legal.ProvisionPath;
import java.util.Optional;

/** Places in a law as people type them. */
final class Paths {

    private Paths() {}

    static Optional<ProvisionPath> parsed(String at) {
        try {
            return at.isBlank() ? Optional.empty() : Optional.of(ProvisionPath.parse(at));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
