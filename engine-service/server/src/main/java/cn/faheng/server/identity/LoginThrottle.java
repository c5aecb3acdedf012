package cn.faheng.server.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/** Locks an account for a quarter of an hour after five wrong passwords in a row (GB/T 22239 8.1.4.1 b). */
@Component
class LoginThrottle {

    private static final int FAILURES = 5;
    private static final Duration LOCKED = Duration.ofMinutes(15);
    private static final int MOST_NAMES = 10_000;
    private static final int LONGEST_NAME = 100;

    private final Clock clock = Clock.systemUTC();
    private final Map<String, Failures> byName = new ConcurrentHashMap<>();

    private record Failures(int count, Instant last) {}

    boolean isLocked(String username) {
        Failures failures = byName.get(username);
        return failures != null
                && failures.count() >= FAILURES
                && clock.instant().isBefore(failures.last().plus(LOCKED));
    }

    @EventListener
    void failed(AuthenticationFailureBadCredentialsEvent event) {
        String name = event.getAuthentication().getName();
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
    void succeeded(AuthenticationSuccessEvent event) {
        String name = event.getAuthentication().getName();
        if (isLocked(name)) {
            throw new LockedException("Locked");
        }
        byName.remove(name);
    }
}
