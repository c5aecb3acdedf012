package cn.faheng.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

@DisplayName("不开演示模式，就没有任何默认口令")
class NoDefaultCredentialsTest {

    private static final PasswordEncoder ENCODER = PasswordEncoderFactories.createDelegatingPasswordEncoder();

    private static final AccountSource NOBODY = new AccountSource() {
        @Override
        public Optional<StoredAccount> find(String name) {
            return Optional.empty();
        }

        @Override
        public List<Account> all() {
            return List.of();
        }
    };

    private final DemoMode off = new DemoMode(false, ENCODER);

    private static IdentitySettings settings(
            Map<String, IdentitySettings.Client> clients, Map<String, IdentitySettings.Account> users) {
        return new IdentitySettings(clients, users, Duration.ofMinutes(10), "", "", Duration.ZERO, "");
    }

    @Test
    void nobodyCanSignIn() {
        Accounts accounts = new Accounts(settings(Map.of(), Map.of()), off, new LoginThrottle(), NOBODY);
        Clients clients = new Clients(settings(Map.of(), Map.of()), off, new ContractScopes());

        for (String name : List.of("admin", "officer", "user", "root")) {
            assertThatExceptionOfType(UsernameNotFoundException.class)
                    .isThrownBy(() -> accounts.loadUserByUsername(name));
        }
        assertThat(clients.findByClientId("demo-system")).isNull();
        assertThat(off.users()).isEmpty();
        assertThat(off.password()).isEmpty();
    }

    @Test
    @DisplayName("设置里只接受散列，不接受明文口令")
    void takesNoPlainPasswords() {
        var plain = new IdentitySettings.Account("secret", "", List.of("OFFICER"), null, null, null);
        var noop = new IdentitySettings.Client("{noop}secret", List.of("catalogue:read"));

        assertThatIllegalStateException()
                .isThrownBy(
                        () -> new Accounts(settings(Map.of(), Map.of("a", plain)), off, new LoginThrottle(), NOBODY));
        assertThatIllegalStateException()
                .isThrownBy(() -> new Clients(settings(Map.of("c", noop), Map.of()), off, new ContractScopes()));
    }

    @Test
    @DisplayName("账号与系统不得同名：留痕只记名字")
    void takesNoSystemNamedLikeAPerson() {
        var person = new IdentitySettings.Account(Hashes.of("correct horse"), "", List.of("OFFICER"), null, null, null);
        var system = new IdentitySettings.Client(Hashes.of("secret"), List.of("catalogue:read"));

        assertThatIllegalStateException()
                .isThrownBy(() -> new Clients(
                        settings(Map.of("lisi", system), Map.of("lisi", person)), off, new ContractScopes()))
                .withMessageContaining("lisi");
    }

    @Test
    void takesConfiguredAccounts() {
        var account =
                new IdentitySettings.Account(Hashes.of("correct horse"), "李四", List.of("REVIEWER"), null, null, null);
        Accounts accounts = new Accounts(settings(Map.of(), Map.of("lisi", account)), off, new LoginThrottle(), NOBODY);

        Person person = accounts.loadUserByUsername("lisi");

        assertThat(person.displayName()).isEqualTo("李四");
        assertThat(ENCODER.matches("correct horse", person.getPassword())).isTrue();
    }
}
