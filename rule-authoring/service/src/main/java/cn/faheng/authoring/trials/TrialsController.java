package cn.faheng.authoring.trials;

import cn.faheng.authoring.drafts.Actor;
import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.Drafts;
import cn.faheng.authoring.drafts.Views;
import cn.faheng.authoring.trials.Cases.Part;
import cn.faheng.authoring.trials.Cases.Ran;
import cn.faheng.contract.api.TrialsApi;
import cn.faheng.contract.model.CaseCoverageBody;
import cn.faheng.contract.model.CaseFromReceiptBody;
import cn.faheng.contract.model.CaseResultBody;
import cn.faheng.contract.model.CaseRunBody;
import cn.faheng.contract.model.DraftBody;
import cn.faheng.contract.model.DraftCasesBody;
import cn.faheng.contract.model.TrialBody;
import cn.faheng.contract.model.TrialInputBody;
import cn.faheng.server.identity.Caller;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
class TrialsController implements TrialsApi {

    private final Drafts drafts;
    private final Trials trials;
    private final Cases cases;
    private final JsonMapper json;

    TrialsController(Drafts drafts, Trials trials, Cases cases, JsonMapper json) {
        this.drafts = drafts;
        this.trials = trials;
        this.cases = cases;
        this.json = json;
    }

    @Override
    public ResponseEntity<TrialBody> tryDraft(UUID id, TrialInputBody body) {
        TrialQuestion question = new TrialQuestion(
                body.getFacts(),
                body.getDecisions() == null ? List.of() : body.getDecisions(),
                body.getDecisionService(),
                Boolean.TRUE.equals(body.getTypeCheck()),
                body.getRequest());
        Trial trial = trials.ask(id, question, Actor.caller());
        return ResponseEntity.ok(new TrialBody()
                .model(members(trial.model()))
                .missing(trial.missing())
                .supposed(members(trial.supposed() == null ? null : json.valueToTree(trial.supposed())))
                .supposedProblem(trial.supposedProblem())
                .today(members(trial.today() == null ? null : json.valueToTree(trial.today())))
                .todayProblem(trial.todayProblem()));
    }

    /** The members of an object as they are, digit by digit. */
    private static @Nullable Map<String, Object> members(@Nullable JsonNode object) {
        if (object == null) {
            return null;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    @Override
    public ResponseEntity<DraftCasesBody> getDraftCases(UUID id) {
        Draft draft = drafts.get(id);
        return ResponseEntity.ok()
                .eTag(String.valueOf(draft.revision()))
                .body(new DraftCasesBody()
                        .cases(draft.content().cases())
                        .statuteCases(draft.content().statuteCases()));
    }

    @Override
    public ResponseEntity<DraftBody> saveDraftCases(UUID id, DraftCasesBody body, @Nullable String ifMatch) {
        int revision = Views.revision(ifMatch);
        if (body.getCases() == null) {
            throw new ProblemException(ProblemType.MISSING_FIELD, "请给出 cases（CSV）。");
        }
        return Views.tagged(cases.save(id, revision, body.getCases(), body.getStatuteCases(), Actor.caller()));
    }

    @Override
    public ResponseEntity<DraftCasesBody> generateDraftCases(UUID id) {
        boolean statute = drafts.get(id).content().statute() != null;
        return ResponseEntity.ok(new DraftCasesBody()
                .cases(cases.generate(id, Part.RULE_SET))
                .statuteCases(statute ? cases.generate(id, Part.STATUTE) : null));
    }

    @Override
    public ResponseEntity<CaseRunBody> runDraftCases(UUID id) {
        Ran ran = cases.run(id, Part.RULE_SET);
        return ResponseEntity.ok(new CaseRunBody()
                .passed(ran.run().passed())
                .cases(ran.run().cases().stream()
                        .map(result -> Views.convert(result, CaseResultBody.class))
                        .toList())
                .coverage(Views.convert(ran.coverage(), CaseCoverageBody.class)));
    }

    @Override
    public ResponseEntity<DraftBody> addDraftCaseFromReceipt(
            UUID id, CaseFromReceiptBody body, @Nullable String ifMatch) {
        int revision = Views.revision(ifMatch);
        if (body.getReceipt() == null) {
            throw new ProblemException(ProblemType.MISSING_FIELD, "请给出 receipt（留痕编号）。");
        }
        return Views.tagged(cases.addReceipt(
                id, revision, body.getReceipt(), body.getTitle(), Caller.authentication(), Actor.caller()));
    }
}
