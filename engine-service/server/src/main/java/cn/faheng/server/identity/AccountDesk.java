package cn.faheng.server.identity;

import cn.faheng.server.audit.AuditLog;
import cn.faheng.server.identity.AccountRefusedException.Reason;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator does with accounts. Those of the settings are shown and stay as they are. */
@Service
public class AccountDesk {

    /** Signs that are not mistaken for one another when they are read out. */
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int ONE_TIME_LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Accounts accounts;
    private final AccountRows rows;
    private final AccountCheck check;
    private final AccountWatch watch;
    private final LoginThrottle throttle;
    private final PasswordEncoder encoder;
    private final AuditLog audit;

    AccountDesk(
            Accounts accounts,
            AccountRows rows,
            AccountCheck check,
            AccountWatch watch,
            LoginThrottle throttle,
            PasswordEncoder encoder,
            AuditLog audit) {
        this.accounts = accounts;
        this.rows = rows;
        this.check = check;
        this.watch = watch;
        this.throttle = throttle;
        this.encoder = encoder;
        this.audit = audit;
    }

    /** Every account, those of the settings first. */
    public List<Person> all() {
        requireAdministrator();
        return accounts.all();
    }

    public Optional<Person> find(String name) {
        requireAdministrator();
        return accounts.find(name);
    }

    /** Makes an account and returns its one-time password, which is shown once and kept nowhere. */
    @Transactional
    public String create(NewAccount wanted) {
        requireAdministrator();
        refuse(check.ofNew(wanted));
        String password = oneTimePassword();
        Account account = account(wanted, true, 0);
        rows.insert(account, hash(password), Caller.name(), now());
        audit.write("account-created", "account", wanted.name(), described(account));
        watch.forget(wanted.name());
        return password;
    }

    /**
     * Changes an account; its sessions end.
     *
     * @param revision the revision that was shown when this was written
     */
    @Transactional
    public void change(NewAccount wanted, int revision) {
        Account before = stored(wanted.name());
        refuseOwn(before.name());
        refuse(check.ofContent(wanted));
        Account after = account(wanted, before.enabled(), revision);
        save(after);
        audit.write(
                "account-changed",
                "account",
                after.name(),
                Map.of("before", described(before), "after", described(after)));
    }

    /** Disables an account, or enables it again; when disabled, its sessions end within seconds in every process. */
    @Transactional
    public void enable(String name, boolean enabled) {
        Account before = stored(name);
        refuseOwn(name);
        if (before.enabled() == enabled) {
            return;
        }
        save(new Account(
                before.name(),
                before.displayName(),
                before.roles(),
                before.body(),
                before.certificate(),
                before.division(),
                enabled,
                before.mustChangePassword(),
                before.revision(),
                before.origin()));
        audit.write(enabled ? "account-enabled" : "account-disabled", "account", name, Map.of());
    }

    /** Gives an account a new one-time password, which is shown once, and frees it where it was locked; its sessions end. */
    @Transactional
    public String resetPassword(String name) {
        stored(name);
        refuseOwn(name);
        rows.lock(name);
        String password = oneTimePassword();
        rows.setPassword(name, hash(password), true, Caller.name(), now());
        audit.write("password-reset", "account", name, Map.of());
        throttle.forget(name);
        watch.forget(name);
        return password;
    }

    private void save(Account account) {
        if (!rows.update(account, Caller.name(), now())) {
            throw new AccountRefusedException("", "stale");
        }
        watch.forget(account.name());
    }

    private Account stored(String name) {
        requireAdministrator();
        if (accounts.isFixed(name)) {
            throw new AccountRefusedException("", "fixed");
        }
        return accounts.find(name).map(Person::account).orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
    }

    private static void refuse(List<Reason> reasons) {
        if (!reasons.isEmpty()) {
            throw new AccountRefusedException(reasons);
        }
    }

    /** Nobody makes an administrator of him- or herself anew, and nobody locks the last one out by mistake. */
    private static void refuseOwn(String name) {
        if (Caller.name().equals(name)) {
            throw new AccountRefusedException("", "own");
        }
    }

    private static void requireAdministrator() {
        if (Caller.maybePerson()
                .filter(person -> person.hasRole(Role.ADMIN.name()))
                .isEmpty()) {
            throw new ProblemException(ProblemType.FORBIDDEN, "账号只由系统管理员管理。");
        }
    }

    private static Account account(NewAccount wanted, boolean enabled, int revision) {
        return new Account(
                wanted.name(),
                wanted.displayName(),
                wanted.roles(),
                orNull(wanted.body()),
                orNull(wanted.certificate()),
                orNull(wanted.division()),
                enabled,
                true,
                revision,
                Account.Origin.STORED);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Map<String, Object> described(Account account) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("displayName", account.displayName());
        described.put("roles", account.roles());
        described.put("body", account.body() == null ? "" : account.body());
        described.put("certificate", account.certificate() == null ? "" : account.certificate());
        described.put("division", account.division() == null ? "" : account.division());
        return described;
    }

    private String hash(String password) {
        return java.util.Objects.requireNonNull(encoder.encode(password));
    }

    private static String oneTimePassword() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < ONE_TIME_LENGTH; i++) {
            password.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return password.toString();
    }

    private static Instant now() {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
