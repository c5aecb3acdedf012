package cn.faheng.authoring.drafts;

import static cn.faheng.authoring.drafts.DraftState.APPROVED;
import static cn.faheng.authoring.drafts.DraftState.CHECKED;
import static cn.faheng.authoring.drafts.DraftState.DELETED;
import static cn.faheng.authoring.drafts.DraftState.DRAFT;
import static cn.faheng.authoring.drafts.DraftState.IN_LEGAL_REVIEW;
import static cn.faheng.authoring.drafts.DraftState.PUBLISHED;
import static cn.faheng.authoring.drafts.DraftState.REPEALED;
import static cn.faheng.authoring.drafts.DraftState.REVIEWED;
import static cn.faheng.authoring.drafts.DraftState.SCHEDULED;
import static cn.faheng.authoring.drafts.DraftState.SUPERSEDED;
import static cn.faheng.authoring.drafts.DraftState.WITHDRAWN;

import cn.faheng.authoring.drafts.Actor.Office;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The one table of steps: from which states each leads where, and whose it is. What is not in it cannot be done. */
public enum Step {
    EDIT("修改", Set.of(DRAFT, CHECKED, IN_LEGAL_REVIEW, REVIEWED, APPROVED), DRAFT, false, Office.AUTHOR),
    CHECK("校验通过", Set.of(DRAFT), CHECKED, false, Office.AUTHOR, Office.REVIEWER, Office.APPROVER),
    SUBMIT("提交法制审核", Set.of(CHECKED), IN_LEGAL_REVIEW, false, Office.AUTHOR),
    REVIEW("审核通过", Set.of(IN_LEGAL_REVIEW), REVIEWED, true, Office.REVIEWER),
    RETURN("退回", Set.of(CHECKED, IN_LEGAL_REVIEW, REVIEWED, APPROVED), DRAFT, false, Office.REVIEWER, Office.APPROVER),
    APPROVE("批准", Set.of(REVIEWED), APPROVED, true, Office.APPROVER),
    SCHEDULE("定期公布", Set.of(APPROVED), SCHEDULED, false, Office.APPROVER),
    PUBLISH("公布", Set.of(APPROVED, SCHEDULED), PUBLISHED, false, Office.APPROVER),
    SUPERSEDE("由新版取代", Set.of(PUBLISHED), SUPERSEDED, false, Office.APPROVER),
    REPEAL("废止", Set.of(PUBLISHED), REPEALED, true, Office.APPROVER),
    REINSTATE("恢复", Set.of(SUPERSEDED, REPEALED), PUBLISHED, true, Office.APPROVER),
    WITHDRAW("撤回", Set.of(SCHEDULED, PUBLISHED, SUPERSEDED, REPEALED), WITHDRAWN, true, Office.APPROVER),
    DELETE("删除", Set.of(DRAFT, CHECKED), DELETED, false, Office.AUTHOR);

    private final String chinese;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of
    private final Set<DraftState> from;

    private final DraftState to;
    private final boolean byAnother;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<Office> offices;

    Step(String chinese, Set<DraftState> from, DraftState to, boolean byAnother, Office... offices) {
        this.chinese = chinese;
        this.from = from;
        this.to = to;
        this.byAnother = byAnother;
        this.offices = List.of(offices);
    }

    public String chinese() {
        return chinese;
    }

    public DraftState to() {
        return to;
    }

    /** Whether it may be done from this state at all. */
    public boolean isPossibleFrom(DraftState state) {
        return from.contains(state);
    }

    /** The steps that lead on from a state. */
    public static Set<Step> from(DraftState state) {
        EnumSet<Step> steps = EnumSet.noneOf(Step.class);
        Arrays.stream(values()).filter(step -> step.from.contains(state)).forEach(steps::add);
        return steps;
    }

    /** Whether this actor may do it with this draft now. */
    public boolean isOpenTo(Draft draft, Actor actor) {
        return from.contains(draft.state())
                && offices.stream().anyMatch(actor.offices()::contains)
                && !(byAnother && draft.authors().contains(actor.name()));
    }

    /** Where it leads; throws the problem that says why it may not be done. */
    public DraftState taken(Draft draft, Actor actor) {
        actor.require(offices.toArray(Office[]::new));
        if (!from.contains(draft.state())) {
            throw new ProblemException(Problem.of(
                            ProblemType.STEP_NOT_ALLOWED,
                            "“" + draft.title() + "”现在是“" + draft.state().chinese() + "”，不能" + chinese + "。可以走的步骤："
                                    + names(from(draft.state())) + "。")
                    .with("draft", draft.id().toString())
                    .with("state", draft.state().name())
                    .with(
                            "allowed",
                            from(draft.state()).stream().map(Step::name).toList()));
        }
        if (byAnother && draft.authors().contains(actor.name())) {
            throw new ProblemException(Problem.of(
                            ProblemType.AUTHOR_CANNOT_DECIDE,
                            actor.displayName() + "保存过“" + draft.title() + "”的内容，是起草人，不能" + chinese + "。请由没有参与起草的人办理。")
                    .with("draft", draft.id().toString())
                    .with("authors", draft.authors()));
        }
        return to;
    }

    private static String names(Set<Step> steps) {
        return steps.isEmpty()
                ? "无"
                : String.join("、", steps.stream().map(Step::chinese).toList());
    }
}
