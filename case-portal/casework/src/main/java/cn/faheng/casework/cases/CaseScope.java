package cn.faheng.casework.cases;

import cn.faheng.casework.directory.BodyTree;
import cn.faheng.server.identity.Caller;
import cn.faheng.server.identity.Person;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which cases the caller sees and works on: those of the own body and of the bodies below it; who has no body, those of the own division. */
@Component
final class CaseScope {

    /** Roles that see the content of cases. */
    private static final List<String> READERS =
            List.of("OFFICER", "HEAD", "REVIEWER", "LEGAL", "SUPERVISOR", "AUDITOR");

    private final BodyTree bodies;

    CaseScope(BodyTree bodies) {
        this.bodies = bodies;
    }

    /** Bodies whose cases may be seen; empty for all of them. */
    Optional<Set<String>> visible() {
        return bodies.seenBy(reader());
    }

    boolean sees(String body) {
        return visible().map(all -> all.contains(body)).orElse(true);
    }

    /** Whether the caller takes part in the work of a body: the own one. */
    boolean worksFor(String body) {
        return body.equals(reader().body());
    }

    /** The caller, who must have a role that sees cases. */
    Person reader() {
        Person person = Caller.person();
        if (READERS.stream().noneMatch(person::hasRole)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "“" + person.displayName() + "”的身份不能查看案件。请由执法、审核或者监督人员办理。");
        }
        return person;
    }

    /** What is not there, and what may not be seen, look the same. */
    static ProblemException notFound() {
        return new ProblemException(ProblemType.NOT_FOUND, "没有找到这个案件，或者它不属于本机关及下级机关。请核对案号。");
    }
}
