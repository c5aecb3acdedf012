package cn.faheng.server.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Knows whether the account of a session is still what it was at the sign-in; what another process changed, within seconds. */
@Component
final class AccountWatch {

    private static final Duration TRUSTED = Duration.ofSeconds(10);
    private static final int MOST = 20_000;

    private final Accounts accounts;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    private record Seen(Optional<Account> account, Instant at) {}

    AccountWatch(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Whether a session of this account may go on: neither disabled nor changed since. */
    boolean isLive(Account account) {
        Optional<Account> now = now(account.name());
        if (account.origin() == Account.Origin.PROVIDER) {
            return now.map(Account::enabled).orElse(true);
        }
        return now.filter(found -> found.enabled() && found.revision() <= account.revision())
                .isPresent();
    }

    private Optional<Account> now(String name) {
        Instant at = clock.instant();
        Seen known = seen.get(name);
        if (known == null || at.isAfter(known.at().plus(TRUSTED))) {
            if (seen.size() >= MOST) {
                seen.values().removeIf(old -> at.isAfter(old.at().plus(TRUSTED)));
            }
            known = new Seen(accounts.find(name).map(Person::account), at);
            seen.put(name, known);
        }
        return known.account();
    }

    /** What was known of an account is not true any more. */
    void forget(String name) {
        seen.remove(name);
    }
}
