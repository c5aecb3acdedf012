package cn.faheng.casework.inspections;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who does something.
 *
 * @param account user name
 * @param name the name shown
 * @param roles roles
 * @param body code of the body he or she works for, or null where none is known
 * @param division code of the division to which he or she is confined, or null
 */
public record Actor(String account, String name, Set<String> roles, @Nullable String body, @Nullable String division) {

    public Actor {
        roles = Set.copyOf(roles);
    }

    boolean is(String role) {
        return roles.contains(role);
    }

    /** Refuses who has none of the offices. */
    void require(String what, String... offices) {
        for (String office : offices) {
            if (is(office)) {
                return;
            }
        }
        throw Refused.office(what + "需要" + words(offices) + "的身份，“" + name + "”没有。请由有这个身份的人办理。");
    }

    private static String words(String... offices) {
        StringBuilder words = new StringBuilder();
        for (String office : offices) {
            words.append(words.isEmpty() ? "" : "或者").append(office.equals("HEAD") ? "负责人（HEAD）" : "执法人员（OFFICER）");
        }
        return words.toString();
    }
}
