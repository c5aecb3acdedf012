package cn.faheng.server.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/** Locks an account, of a person or of another system, for a quarter of an hour after five wrong secrets in a row (GB/T 22239 8.1.4.1 b). */
@Component
class LoginThrottle {

    private static final int FAILURES = 5;
    private static final Duration LOCKED = Duration.ofMinutes(15);
    private static final int MOST_NAMES = 10_000;
    private static final int LONGEST_NAME = 100;

    private final Clock clock = Clock.systemUTC();
    private final Map<String, Failures> byName = new ConcurrentHashMap<>();

    private record Failures(int count, Instant last) {}

    boolean isLocked(String name) {
        return secondsLocked(name) > 0;
    }

    /** After how many seconds the name is free again; 0 when it is. */
    long secondsLocked(String name) {
        Failures failures = byName.get(name);
        if (failures == null || failures.count() < FAILURES) {
            return 0;
        }
        Duration left = Duration.between(clock.instant(), failures.last().plus(LOCKED));
        return left.isNegative() ? 0 : left.toSeconds() + 1;
    }

    @EventListener
    void failed(AuthenticationFailureBadCredentialsEvent event) {
        failed(event.getAuthentication().getName());
    }

    /** Counts a wrong secret of a person or of another system; they never have the same name. */
    void failed(String name) {
        if (name.length() > LONGEST_NAME) {
            // Nobody is called that; a name made up is not worth the memory.
            return;
        }
        Instant now = clock.instant();
        if (byName.size() >= MOST_NAMES) {
            byName.values().removeIf(f -> now.isAfter(f.last().plus(LOCKED)));
        }
        byName.merge(
                name,
                new Failures(1, now),
                (old, one) -> now.isAfter(old.last().plus(LOCKED)) ? one : new Failures(old.count() + 1, now));
    }

    /** Throws {@link LockedException} where the account was locked while this password was checked: many at once are many too. */
    @EventListener
    @Order(0)
    void succeeded(AuthenticationSuccessEvent event) {
        String name = event.getAuthentication().getName();
        if (isLocked(name)) {
            throw new LockedException("Locked");
        }
        forget(name);
    }

    /** Counts anew. */
    void forget(String name) {
        byName.remove(name);
    }
}
