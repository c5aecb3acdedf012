package cn.faheng.web.cases;

import cn.faheng.casework.directory.Officer;
import cn.faheng.casework.directory.Officers;
import cn.faheng.server.identity.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Other heads of a body, to whom a request can be passed on. */
@Component
final class Colleagues {

    private final Officers officers;
    private final UserDetailsService accounts;
    private final Clock clock;

    Colleagues(Officers officers, UserDetailsService accounts, Clock clock) {
        this.officers = officers;
        this.accounts = accounts;
        this.clock = clock;
    }

    List<Option> heads(String body, String me, String putForwardBy) {
        return officers.ofBody(body, LocalDate.now(clock)).stream()
                .map(Officer::account)
                .filter(Objects::nonNull)
                .filter(account -> !account.equals(me) && !account.equals(putForwardBy))
                .map(this::person)
                .flatMap(Optional::stream)
                .filter(person -> person.hasRole("HEAD") && body.equals(person.body()))
                .map(person -> new Option(person.getUsername(), person.displayName()))
                .toList();
    }

    private Optional<Person> person(String account) {
        try {
            return accounts.loadUserByUsername(account) instanceof Person person
                    ? Optional.of(person)
                    : Optional.empty();
        } catch (UsernameNotFoundException e) {
            return Optional.empty();
        }
    }
}
