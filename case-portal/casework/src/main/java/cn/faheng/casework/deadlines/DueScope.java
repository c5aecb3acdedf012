package cn.faheng.casework.deadlines;

import cn.faheng.casework.directory.BodyTree;
import cn.faheng.server.identity.Caller;
import cn.faheng.server.identity.Person;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whose deadlines the caller sees: those of the own body and the bodies below, of the own region where there is no body. */
@Component
class DueScope {

    private static final List<String> READERS =
            List.of("OFFICER", "HEAD", "REVIEWER", "LEGAL", "SUPERVISOR", "AUDITOR");

    private final BodyTree bodies;

    DueScope(BodyTree bodies) {
        this.bodies = bodies;
    }

    /** Codes of the bodies; empty for all of them. */
    Optional<Set<String>> visible() {
        Person person = Caller.person();
        if (READERS.stream().noneMatch(person::hasRole)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "“" + person.displayName() + "”的身份不能查看案件期限。请由执法、审核或者监督人员查看。");
        }
        return bodies.seenBy(person);
    }
}
