package cn.faheng.server.identity;

import java.time.Clock;
import java.time.Duration;

/** When a password has to be changed because it is old (GB/T 22239 8.1.4.1 a). */
record PasswordAge(Duration most, Clock clock) {

    /** The account, with a change of password due where it is too old. */
    Account aged(StoredAccount stored) {
        Account a = stored.account();
        boolean old =
                !most.isZero() && clock.instant().isAfter(stored.passwordSince().plus(most));
        return !old || a.mustChangePassword()
                ? a
                : new Account(
                        a.name(),
                        a.displayName(),
                        a.roles(),
                        a.body(),
                        a.certificate(),
                        a.division(),
                        a.enabled(),
                        true,
                        a.revision(),
                        a.origin());
    }
}
