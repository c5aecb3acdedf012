package cn.faheng.casework.cases;

import cn.faheng.engine.steps.LawfulStep;
import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Entry.Rank;
import cn.faheng.rules.casefile.Participants.OfficerAssigned;
import cn.faheng.rules.casefile.Reviewing.Discussed;
import cn.faheng.server.identity.Person;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.time.LocalDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may take a step or give leave for it: who investigates does not review, who puts forward does not approve. */
final class StepRights {

    /** Steps that somebody takes who is not on the case yet. */
    private static final Set<String> BEFORE_ASSIGNMENT =
            Set.of("officerAssigned", "officerRemoved", "interestKnown", "openedOnTheSpot", "sourceVerified", "filed");

    private final CaseFile file;
    private final String body;
    private final Person person;
    private final @Nullable String certificate;
    private final LocalDateTime now;

    /**
     * Rights in a case.
     *
     * @param body code of the body that handles it
     * @param certificate number of the person's enforcement certificate, or null
     */
    StepRights(CaseFile file, String body, Person person, @Nullable String certificate, LocalDateTime now) {
        this.file = file;
        this.body = body;
        this.person = person;
        this.certificate = certificate;
        this.now = now;
    }

    /** Refuses who may not take the step. */
    void requireTakes(LawfulStep step) {
        String refusal = refusal(step);
        if (!refusal.isEmpty()) {
            throw new ProblemException(ProblemType.FORBIDDEN, "“" + step.title() + "”" + refusal);
        }
    }

    /** Whether the caller may take the step. */
    boolean takes(LawfulStep step) {
        return refusal(step).isEmpty();
    }

    private String refusal(LawfulStep step) {
        if (!body.equals(person.body())) {
            return "由办案机关的人员办理；您属于其他机关。";
        }
        return switch (step.by()) {
            case OFFICER -> officer(step);
            case HEAD -> person.hasRole("HEAD") ? "" : "由本机关负责人办理。";
            case REVIEWER -> reviewer();
            case ANY ->
                person.hasRole("OFFICER") || person.hasRole("HEAD") || person.hasRole("REVIEWER")
                        ? ""
                        : "由执法人员、负责人或者审核人员办理。";
        };
    }

    private String officer(LawfulStep step) {
        if (person.hasRole("HEAD") && step.name().startsWith("officer")) {
            return "";
        }
        if (!person.hasRole("OFFICER")) {
            return "由执法人员办理。";
        }
        boolean open = file.filed().isEmpty() || BEFORE_ASSIGNMENT.contains(step.name());
        return open || isOnCase() ? "" : "由本案的执法人员办理；您没有被指派办理本案。";
    }

    private String reviewer() {
        if (!person.hasRole("REVIEWER")) {
            return "由从事法制审核的人员办理（行政处罚法第五十八条）。";
        }
        return isOnCase() ? "不得由本案的执法人员办理。" : "";
    }

    private boolean isOnCase() {
        return file.officers(now).stream()
                .map(OfficerAssigned::certificate)
                .anyMatch(assigned -> assigned.equals(certificate));
    }

    /** Refuses who may not give leave. */
    void requireGives(Rank rank, String requestedBy) {
        if (!person.hasRole("HEAD") || !body.equals(person.body())) {
            throw new ProblemException(ProblemType.FORBIDDEN, "只有办案机关的负责人可以批准。");
        }
        if (requestedBy.equals(person.getUsername())) {
            throw new ProblemException(ProblemType.FORBIDDEN, "不能批准自己提出的事项。请转由其他负责人批准。");
        }
        if (isOnCase()) {
            throw new ProblemException(ProblemType.FORBIDDEN, "您是本案的执法人员，不能批准本案的事项。请转由其他负责人批准。");
        }
        if (rank == Rank.HEADS_COLLECTIVELY && !file.has(Discussed.class)) {
            throw new ProblemException(ProblemType.NOT_READY, "须先经负责人集体讨论并记入案卷。");
        }
    }
}
