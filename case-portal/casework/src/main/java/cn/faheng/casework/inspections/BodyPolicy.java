package cn.faheng.casework.inspections;

import cn.faheng.casework.directory.Body;
import cn.faheng.casework.directory.BodyTree;
import cn.faheng.casework.directory.Officer;
import cn.faheng.casework.directory.Officers;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.server.identity.Caller;
import cn.faheng.server.identity.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** One's own body and those below it; auditors see all bodies, legal affairs and supervisors those of their division; all three change nothing. */
@Component
final class BodyPolicy implements InspectionPolicy {

    private static final String PREFIX = "ROLE_";

    private final BodyTree tree;
    private final Officers officers;
    private final Clock clock;

    BodyPolicy(BodyTree tree, Officers officers, Clock clock) {
        this.tree = tree;
        this.officers = officers;
        this.clock = clock;
    }

    @Override
    public Actor caller() {
        Authentication signedIn = Caller.authentication();
        Set<String> roles = signedIn.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith(PREFIX))
                .map(authority -> authority.substring(PREFIX.length()))
                .collect(Collectors.toSet());
        Person person = signedIn.getPrincipal() instanceof Person known ? known : null;
        String name = person == null ? signedIn.getName() : person.displayName();
        String body = person == null ? null : person.body();
        return new Actor(
                signedIn.getName(),
                name,
                roles,
                body == null ? bodyOfOfficer(signedIn.getName()) : body,
                person == null ? null : person.division());
    }

    private @Nullable String bodyOfOfficer(String account) {
        return officers.ofAccount(account, LocalDate.now(clock))
                .map(Officer::body)
                .orElse(null);
    }

    @Override
    public Set<String> visible() {
        Actor actor = caller();
        if (actor.is("ADMIN")) {
            return Set.of();
        }
        if (actor.body() != null) {
            return tree.from(actor.body());
        }
        String division = actor.division();
        boolean watches = actor.is("SUPERVISOR") || actor.is("LEGAL");
        if (actor.is("AUDITOR") || (watches && division == null)) {
            return tree.all().stream().map(Body::code).collect(Collectors.toSet());
        }
        return watches && division != null
                ? tree.all().stream()
                        .filter(body -> new Division(division).contains(body.division()))
                        .map(Body::code)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    @Override
    public void requireWorks(String body, String what) {
        requireSees(body, what);
        Actor actor = caller();
        if (!actor.is("OFFICER") && !actor.is("HEAD")) {
            throw Refused.office("“" + actor.name() + "”只能查看，不能办理" + what + "。请由执法人员或者负责人办理。");
        }
    }
}
