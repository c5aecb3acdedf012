package cn.faheng.casework.directory;

import cn.faheng.server.identity.Caller;
import cn.faheng.server.identity.Person;
import cn.faheng.server.identity.Role;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Who acts.
 *
 * @param account user name
 * @param name the name shown
 * @param roles names of the roles
 */
record Actor(String account, String name, Set<String> roles) {

    static final Role[] COMPILERS = {Role.LEGAL};
    static final Role[] REVIEWERS = {Role.LEGAL, Role.HEAD};
    static final Role[] WRITERS_OF_COUNTERPARTS = {Role.OFFICER, Role.LEGAL};
    static final Role[] READERS_OF_COUNTERPARTS = {
        Role.OFFICER, Role.HEAD, Role.REVIEWER, Role.LEGAL, Role.SUPERVISOR, Role.AUDITOR
    };

    Actor {
        roles = Set.copyOf(roles);
    }

    /** Who asks on this thread. */
    static Actor caller() {
        Authentication who = Caller.authentication();
        Set<String> roles = who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith("ROLE_"))
                .map(authority -> authority.substring("ROLE_".length()))
                .collect(Collectors.toSet());
        String shown = who.getPrincipal() instanceof Person person ? person.displayName() : who.getName();
        return new Actor(who.getName(), shown, roles);
    }

    boolean hasAny(Role... any) {
        return Arrays.stream(any).anyMatch(role -> roles.contains(role.name()));
    }

    /** Who asks on this thread, who must have one of some roles to do what {@code what} says. */
    static Actor callerWith(String what, Role... any) {
        Actor actor = caller();
        if (!actor.hasAny(any)) {
            throw new ProblemException(ProblemType.FORBIDDEN, actor.name() + "没有" + what + "的权限。请由有该权限的人办理。");
        }
        return actor;
    }
}
