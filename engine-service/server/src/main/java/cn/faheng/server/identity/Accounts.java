package cn.faheng.server.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** The people who may sign in: those of the settings, and in the demo those of the demo. */
@Component
final class Accounts implements UserDetailsService, People {

    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

    private final Map<String, IdentitySettings.Account> accounts = new LinkedHashMap<>();
    private final LoginThrottle throttle;

    Accounts(IdentitySettings settings, DemoMode demo, LoginThrottle throttle) {
        this.throttle = throttle;
        demo.users()
                .forEach(user -> accounts.put(
                        user.username(),
                        new IdentitySettings.Account(demo.hash(demo.password()), user.displayName(), user.roles())));
        settings.users().forEach((name, account) -> {
            Hashes.require("faheng.identity.users." + name + ".password-hash", account.passwordHash());
            accounts.put(name, account);
        });
        if (accounts.isEmpty()) {
            LOG.warn("没有配置任何账号，无人能够登录页面。No account is configured: see faheng.identity.users.");
        }
    }

    @Override
    public Person loadUserByUsername(String username) {
        IdentitySettings.Account account = accounts.get(username);
        if (account == null) {
            throw new UsernameNotFoundException("No such account");
        }
        return new Person(
                username, account.passwordHash(), account.displayName(), account.roles(), throttle.isLocked(username));
    }

    @Override
    public List<Person> all() {
        return accounts.keySet().stream().map(this::loadUserByUsername).toList();
    }
}
