package cn.faheng.server.identity;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** The people who may sign in: those of the settings, in the demo those of the demo, and those of the database. */
@Component
final class Accounts implements UserDetailsService, People {

    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

    private final Map<String, Person> fixed = new LinkedHashMap<>();
    private final LoginThrottle throttle;
    private final AccountSource stored;
    private final PasswordAge age;

    Accounts(IdentitySettings settings, DemoMode demo, LoginThrottle throttle, AccountSource stored) {
        this.throttle = throttle;
        this.stored = stored;
        this.age = new PasswordAge(settings.passwordAge(), Clock.systemUTC());
        String hash = demo.isActive() ? demo.hash(demo.password()) : "";
        demo.users().forEach(user -> fix(user.username(), user.settings(hash), Account.Origin.DEMO));
        settings.users().forEach((name, account) -> {
            Hashes.require("faheng.identity.users." + name + ".password-hash", account.passwordHash());
            if (!Role.clashing(account.roles()).isEmpty()) {
                throw new IllegalStateException("faheng.identity.users." + name + ".roles: "
                        + String.join("、", Role.clashing(account.roles())) + " 不得与其他角色由同一人担任。");
            }
            fix(name, account, Account.Origin.SETTINGS);
        });
        if (fixed.isEmpty()) {
            LOG.warn("设置中没有任何账号，只有数据库中已有的账号能够登录。The settings hold no account: see faheng.identity.users.");
        }
    }

    private void fix(String name, IdentitySettings.Account settings, Account.Origin origin) {
        fixed.put(name, new Person(Account.fixed(name, settings, origin), settings.passwordHash(), false));
    }

    /** Whether the account belongs to the settings or the demo and cannot be changed here. */
    boolean isFixed(String name) {
        return fixed.containsKey(name);
    }

    @Override
    public Person loadUserByUsername(String username) {
        return find(username).orElseThrow(() -> new UsernameNotFoundException("No such account"));
    }

    Optional<Person> find(String name) {
        boolean locked = throttle.isLocked(name);
        Person known = fixed.get(name);
        if (known != null) {
            return Optional.of(new Person(known.account(), known.getPassword(), locked));
        }
        return stored.find(name).map(account -> new Person(age.aged(account), account.passwordHash(), locked));
    }

    @Override
    public List<Person> all() {
        List<Person> all = new ArrayList<>(fixed.values());
        stored.all().stream()
                .filter(account -> !fixed.containsKey(account.name()))
                .forEach(account -> all.add(new Person(account, "", throttle.isLocked(account.name()))));
        return List.copyOf(all);
    }

    @Override
    public String nameOf(String account) {
        return find(account).map(Person::displayName).orElse(account);
    }
}
