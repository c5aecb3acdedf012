package cn.faheng.web.cases;

import cn.faheng.casework.cases.CaseHead;
import cn.faheng.engine.steps.LawfulStep;
import cn.faheng.server.identity.Caller;
import cn.faheng.server.identity.Person;

/** Whether a page offers a step to the reader; whether it can be taken is decided where it is taken. */
final class Hands {

    private Hands() {}

    static boolean mayTry(LawfulStep step, CaseHead head) {
        Person person = Caller.person();
        if (!head.body().equals(person.body())) {
            return false;
        }
        return switch (step.by()) {
            case OFFICER ->
                person.hasRole("OFFICER")
                        || (person.hasRole("HEAD") && step.name().startsWith("officer"));
            case HEAD -> person.hasRole("HEAD");
            case REVIEWER -> person.hasRole("REVIEWER");
            case ANY -> person.hasRole("OFFICER") || person.hasRole("HEAD") || person.hasRole("REVIEWER");
        };
    }
}
