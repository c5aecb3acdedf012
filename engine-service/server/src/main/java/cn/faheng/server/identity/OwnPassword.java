package cn.faheng.server.identity;

import cn.faheng.server.audit.AuditLog;
import cn.faheng.server.audit.RefusalLog;
import cn.faheng.server.identity.AccountRefusedException.Reason;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How people change their own password. */
@Service
public class OwnPassword {

    private final AccountRows rows;
    private final AccountWatch watch;
    private final PasswordRules rules;
    private final PasswordEncoder encoder;
    private final LoginThrottle throttle;
    private final AuditLog audit;
    private final RefusalLog refusals;

    OwnPassword(
            AccountRows rows,
            AccountWatch watch,
            PasswordRules rules,
            PasswordEncoder encoder,
            LoginThrottle throttle,
            AuditLog audit,
            RefusalLog refusals) {
        this.rows = rows;
        this.watch = watch;
        this.rules = rules;
        this.encoder = encoder;
        this.throttle = throttle;
        this.audit = audit;
        this.refusals = refusals;
    }

    /** Whether whoever is signed in has a password that is kept here. */
    public boolean isKeptHere() {
        return Caller.person().account().origin() == Account.Origin.STORED;
    }

    /** Changes the password of whoever is signed in; every session of the account ends, this one has to be signed in anew. */
    @Transactional
    public void change(String present, String wanted, String again) {
        String name = Caller.name();
        if (!isKeptHere()) {
            throw new AccountRefusedException("", "fixed");
        }
        rows.lock(name);
        StoredAccount stored = rows.find(name).orElseThrow();
        if (throttle.isLocked(name)) {
            throw new AccountRefusedException("present", "locked");
        }
        if (!encoder.matches(present, stored.passwordHash())) {
            throttle.failed(name);
            refusals.refused("password-change-refused", "account", name, Map.of("reason", "present"));
            throw new AccountRefusedException("present", "present");
        }
        List<Reason> reasons = new ArrayList<>();
        List<String> former = new ArrayList<>(rows.formerHashes(name));
        former.add(stored.passwordHash());
        rules.refused(name, stored.account().displayName(), wanted, former)
                .ifPresent(code -> reasons.add(new Reason("wanted", "password-" + code, "")));
        if (!wanted.equals(again)) {
            reasons.add(new Reason("again", "again", ""));
        }
        if (!reasons.isEmpty()) {
            throw new AccountRefusedException(reasons);
        }
        rows.setPassword(
                name,
                Objects.requireNonNull(encoder.encode(wanted)),
                false,
                name,
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS));
        audit.write("password-changed", "account", name, Map.of());
        watch.forget(name);
    }
}
