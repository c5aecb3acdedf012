package cn.faheng.authoring.drafts;

import cn.faheng.server.identity.Caller;
import cn.faheng.server.identity.Person;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Who acts: a person with an account, or another system with its token.
 *
 * @param name user name or client id
 * @param displayName name shown to others
 * @param offices what he or she may do
 */
public record Actor(String name, String displayName, Set<Office> offices) {

    public Actor {
        offices = Set.copyOf(offices);
    }

    /** What people do with rules. */
    public enum Office {
        AUTHOR("AUTHOR", "rules:write", "起草"),
        REVIEWER("REVIEWER", "rules:review", "法制审核"),
        APPROVER("APPROVER", "rules:approve", "批准");

        private final String role;
        private final String scope;
        private final String chinese;

        Office(String role, String scope, String chinese) {
            this.role = role;
            this.scope = scope;
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }

        private boolean isOf(Authentication who) {
            return who.getAuthorities().stream()
                    .map(GrantedAuthority::getAuthority)
                    .anyMatch(authority -> ("ROLE_" + role).equals(authority) || ("SCOPE_" + scope).equals(authority));
        }
    }

    /** Who asks on this thread. */
    public static Actor caller() {
        Authentication who = Caller.authentication();
        EnumSet<Office> offices = EnumSet.noneOf(Office.class);
        for (Office office : Office.values()) {
            if (office.isOf(who)) {
                offices.add(office);
            }
        }
        String shown = who.getPrincipal() instanceof Person person ? person.displayName() : who.getName();
        return new Actor(who.getName(), shown, offices);
    }

    /** Throws where he or she has none of these offices. */
    public void require(Office... any) {
        for (Office office : any) {
            if (offices.contains(office)) {
                return;
            }
        }
        throw new ProblemException(
                ProblemType.FORBIDDEN, displayName + "没有" + any[0].chinese + "的权限（" + any[0].scope + "）。请由有该权限的人办理。");
    }
}
