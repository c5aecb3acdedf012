package cn.faheng.authoring.trials;

import cn.faheng.authoring.drafts.Actor;
import cn.faheng.authoring.drafts.Actor.Office;
import cn.faheng.authoring.drafts.BoundedModel;
import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.Draft.ExpertModel;
import cn.faheng.authoring.drafts.DraftJson;
import cn.faheng.authoring.drafts.DraftLaws;
import cn.faheng.authoring.drafts.DraftMaker;
import cn.faheng.authoring.drafts.DraftRuleSets;
import cn.faheng.authoring.drafts.Drafts;
import cn.faheng.authoring.models.ModelTrials;
import cn.faheng.contract.model.DecisionRequestBody;
import cn.faheng.contract.model.DecisionResponseBody;
import cn.faheng.drafting.draft.Overlay;
import cn.faheng.drafting.sheet.SheetFact;
import cn.faheng.engine.Engine;
import cn.faheng.engine.request.InvalidRequestException;
import cn.faheng.engine.trial.ModelTexts;
import cn.faheng.engine.trial.TrialRequest;
import cn.faheng.rules.format.RuleBase;
import cn.faheng.server.decisions.DecisionService;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.server.registry.RuleBaseState;
import cn.faheng.server.registry.RuleBases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Tries drafts. Nothing is stored, and nothing has to be complete or proved. */
@Service
public class Trials {

    private final Drafts drafts;
    private final DraftMaker maker;
    private final ModelTrials models;
    private final DecisionService decisions;
    private final RuleBases ruleBases;
    private final DraftLaws laws;

    Trials(
            Drafts drafts,
            DraftMaker maker,
            ModelTrials models,
            DecisionService decisions,
            RuleBases ruleBases,
            DraftLaws laws) {
        this.drafts = drafts;
        this.maker = maker;
        this.models = models;
        this.decisions = decisions;
        this.ruleBases = ruleBases;
        this.laws = laws;
    }

    /** What a draft answers to facts, to a request, or to both. */
    public Trial ask(UUID id, TrialQuestion question, Actor actor) {
        actor.require(Office.AUTHOR, Office.REVIEWER, Office.APPROVER);
        return ask(drafts.get(id), question);
    }

    /** The same for a draft that is being edited and not saved yet. */
    public Trial ask(Draft draft, TrialQuestion question) {
        ExpertModel expert = draft.expert();
        Map<String, Object> facts = question.facts();
        DecisionRequestBody request = question.request();
        if (facts == null && request == null) {
            throw new ProblemException(ProblemType.MISSING_FIELD, "请给出 facts（模型的输入）或者 request（完整的裁量请求）。");
        }
        JsonNode answer = null;
        List<String> missing = new ArrayList<>();
        if (facts != null) {
            ModelTexts texts = new ModelTexts(maker.model(draft), expert == null ? List.of() : expert.imports());
            answer = models.evaluate(new TrialRequest(
                    texts,
                    DraftJson.MAPPER.valueToTree(facts),
                    question.decisions(),
                    question.decisionService(),
                    question.typeCheck()));
            missing.addAll(missing(draft, texts, facts.keySet()));
        }
        if (request == null) {
            return new Trial(answer, missing, null, null, null, null);
        }
        Engine supposing = supposing(draft);
        Reply then = reply(() -> decisions.supposing(supposing, request));
        Reply now = reply(() -> decisions.preview(request));
        return new Trial(answer, missing, then.answer, then.problem, now.answer, now.problem);
    }

    private List<String> missing(Draft draft, ModelTexts texts, Set<String> given) {
        List<String> asked = new ArrayList<>();
        if (draft.expert() == null) {
            draft.sheet().facts().stream().map(SheetFact::name).forEach(asked::add);
        } else {
            models.check(texts)
                    .path("inputs")
                    .forEach(input -> asked.add(input.path("name").asString()));
        }
        asked.removeAll(given);
        return asked;
    }

    /** The engine as it would be with the draft published. */
    private Engine supposing(Draft draft) {
        DraftRuleSets parts = DraftRuleSets.of(draft);
        BoundedModel.require(parts);
        RuleBaseState state = ruleBases.current();
        try {
            RuleBase base = Overlay.published(state.base(), parts.item(), parts.ruleSets(), laws.of(draft));
            return new Engine(base, state.models().sharedWith(state.catalogue().ruleSets()), true);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemType.DRAFT_REFUSED, "草案不能放进规则库：" + e.getMessage());
        }
    }

    private record Reply(@Nullable DecisionResponseBody answer, @Nullable String problem) {}

    /** An item or a fact that only the draft knows is no mistake of the request. */
    private static Reply reply(Supplier<DecisionResponseBody> asked) {
        try {
            return new Reply(asked.get(), null);
        } catch (ProblemException e) {
            return new Reply(null, e.problem().detail());
        } catch (InvalidRequestException e) {
            return new Reply(
                    null,
                    String.join(
                            "；",
                            e.problems().stream()
                                    .map(p -> p.pointer() + "：" + p.detail())
                                    .toList()));
        }
    }
}
