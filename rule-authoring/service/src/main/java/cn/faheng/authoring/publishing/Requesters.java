package cn.faheng.authoring.publishing;

import cn.faheng.authoring.drafts.Actor;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.util.Set;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/** Takes care that two people take a version out of force: one who asks for it and one who approves it and wrote nothing of it. */
@Component
class Requesters {

    private final UserDetailsService accounts;
    private final RegisteredClientRepository systems;

    Requesters(UserDetailsService accounts, RegisteredClientRepository systems) {
        this.accounts = accounts;
        this.systems = systems;
    }

    /**
     * Throws where this actor may not approve what was asked for.
     *
     * @param by account of who asked for it
     * @param authors user names of everybody who wrote what is taken out
     * @param what what is done, in Chinese
     */
    void require(String by, Set<String> authors, Actor actor, String what) {
        if (by.equals(actor.name()) || authors.contains(actor.name())) {
            throw new ProblemException(Problem.of(
                            ProblemType.AUTHOR_CANNOT_DECIDE,
                            what + "应当由两人办理：" + actor.displayName() + "是起草人（或者提出人），不能自己批准。请由另一位没有参与起草的、有批准权限的人办理。")
                    .with("authors", authors.stream().sorted().toList()));
        }
        if (!authors.contains(by) && !isKnown(by)) {
            throw new ProblemException(
                    ProblemType.OUT_OF_RANGE,
                    "没有账号“" + shown(by) + "”。请在 requestedBy 写明提出" + what + "的人的账号（用户名，不是姓名）或者系统的编号。");
        }
    }

    private boolean isKnown(String name) {
        if (systems.findByClientId(name) != null) {
            return true;
        }
        try {
            accounts.loadUserByUsername(name);
            return true;
        } catch (UsernameNotFoundException e) {
            return false;
        }
    }

    private static String shown(String name) {
        return name.length() <= 64 ? name : name.substring(0, 64) + "…";
    }
}
