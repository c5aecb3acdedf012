package cn.faheng.engine;

import cn.faheng.engine.completion.CompletedLaws;
import cn.faheng.engine.completion.Completions;
import cn.faheng.engine.completion.QuestionOrder;
import cn.faheng.engine.evaluation.CompiledRuleSet;
import cn.faheng.engine.evaluation.GeneralPart;
import cn.faheng.engine.evaluation.GeneralPart.HookAnswer;
import cn.faheng.engine.evaluation.ModelRegistry;
import cn.faheng.engine.outcome.Decision;
import cn.faheng.engine.outcome.Ground;
import cn.faheng.engine.outcome.LawComparison;
import cn.faheng.engine.outcome.LawResult;
import cn.faheng.engine.outcome.Outcome;
import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.Question;
import cn.faheng.engine.procedure.Limitation;
import cn.faheng.engine.procedure.VerdictWithoutRange.Possible;
import cn.faheng.engine.request.DecisionRequest;
import cn.faheng.engine.request.Party;
import cn.faheng.engine.sanction.LawOfTheDay;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.InForce;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.Row;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.format.RuleBase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One request on its way to an answer: select the law of both days, read the facts, compare, complete what is missing. */
final class Deciding {

    private final RuleBase base;
    private final ModelRegistry models;
    private final boolean traced;
    private final Item item;
    private final DecisionRequest request;
    private final Answering answering;
    private final Imposing imposing;

    Deciding(RuleBase base, ModelRegistry models, boolean traced, Item item, DecisionRequest request) {
        this.base = base;
        this.models = models;
        this.traced = traced;
        this.item = item;
        this.request = request;
        this.answering = new Answering(base, models, traced, item, request);
        this.imposing = new Imposing(answering);
    }

    static Optional<LawOfTheDay> lawOn(
            RuleBase base, ModelRegistry models, Item item, Division place, LocalDate date, LocalDate decided) {
        return base.catalogue().statute(item.code(), date) instanceof InForce.Found found
                        && found.ruleSet().jurisdiction().contains(place)
                ? Optional.of(new LawOfTheDay(base, models, item, found.ruleSet(), place, date, decided))
                : Optional.empty();
    }

    Decision decision() {
        LawOfTheDay atAct = lawOn(base, models, item, request.place(), request.actEnd(), request.decided())
                .orElse(null);
        if (atAct == null) {
            return notInForce();
        }
        LawOfTheDay atDecision = lawOn(base, models, item, request.place(), request.decided(), request.decided())
                .orElse(null);
        List<GeneralPart> generals =
                atDecision == null ? List.of(atAct.general()) : List.of(atAct.general(), atDecision.general());
        FactIntake intake = new FactIntake(item, request);
        intake.checkCodes(generals, answering.general());
        assumeGeneralPart(atAct);
        Map<String, Object> facts = intake.facts(understood(atAct, atDecision));
        assume();
        Limitation.Answer limitation = new Limitation(request, generals).answer();
        Ground passed = limitation.passed();
        if (passed != null) {
            return imposing.noPenalty(passed, null);
        }
        if (atDecision == null) {
            return lawEnded(atAct, facts, limitation.open());
        }
        TwoLaws laws = new TwoLaws(atAct, atDecision, request);
        List<Fact> missing = laws.missing(facts);
        if (missing.isEmpty() && limitation.open() == null) {
            return imposing.determined(facts, laws.compare(facts, traced));
        }
        return completed(laws, facts, missing, limitation.open());
    }

    /** The rule sets whose facts are understood. Those of other versions and benchmarks of the item may not matter here. */
    private List<RuleSet> understood(LawOfTheDay atAct, @Nullable LawOfTheDay atDecision) {
        List<RuleSet> ruleSets = new ArrayList<>(atAct.asking());
        if (atDecision != null) {
            ruleSets.addAll(atDecision.asking());
        }
        ruleSets.addAll(base.catalogue().statutes(item.code()));
        ruleSets.addAll(base.catalogue().benchmarks(item.code()));
        return ruleSets;
    }

    private void assumeGeneralPart(LawOfTheDay atAct) {
        if (!answering.general().isHeldForItsDay()) {
            answering.assume("规则库没有收录" + request.decided() + "施行的总则（行政处罚法）文本，情节、时效、程序、救济途径和提示按收录的最早文本（"
                    + answering.general().day() + "起施行）判断，须由法制审核人员核对当时的规定。");
        } else if (!atAct.general().isHeldForItsDay()) {
            answering.assume("规则库没有收录" + request.actEnd() + "施行的总则（行政处罚法）文本，情节和时效按作出决定时施行的文本判断。");
        }
    }

    private void assume() {
        if (request.party().kind() != Party.Kind.ORGANISATION && request.party().birthDate() == null) {
            answering.assume("未提供当事人出生日期，按违法行为终了时已满十八周岁处理。");
        }
        if (request.circumstances().codes().isEmpty()) {
            answering.assume("未列出从轻、减轻、从重情节，按没有查明此类情节处理。");
        }
    }

    /** No version of the item was in force where and when the act was committed. */
    private Decision notInForce() {
        InForce state = base.catalogue().statute(item.code(), request.actEnd());
        String held = "";
        String code = "other-jurisdiction";
        if (state instanceof InForce.NotYet notYet) {
            code = "not-yet-in-force";
            held = "事项" + item.code() + "最早的一版自" + notYet.firstInForce() + "起施行，行为终了于" + request.actEnd() + "。";
        } else if (state instanceof InForce.Ended ended) {
            code = "ended";
            held = "事项" + item.code() + "最后的一版至" + ended.lastInForce() + "止，行为终了于" + request.actEnd() + "。";
        }
        HookAnswer says = answering
                .general()
                .ask("legality", "basis", Map.of("absence", code.equals("not-yet-in-force") ? "not-yet" : code))
                .orElse(null);
        Ground ground = says == null || says.rows().isEmpty()
                ? new Ground(code, held, null, null)
                : new Ground(
                        code,
                        held + says.text(),
                        says.ruleSet().ref(),
                        says.rows().get(0));
        answering.used().add(ground.ruleSet());
        Row row = ground.row();
        List<Decision.Reason> reasons = row == null
                ? List.of()
                : List.of(answering.reason(
                        code,
                        ground.text(),
                        Objects.requireNonNull(ground.ruleSet()).row(row.id()),
                        row.citations()));
        return answering.answer(
                new Outcome.NotApplicable(ground), reasons, answering.noneAllowed(ground), null, List.of());
    }

    /** The law at the act has ended and none is held that follows it: whether the act is still punished is for a person. */
    private Decision lawEnded(LawOfTheDay atAct, Map<String, Object> facts, @Nullable String openCircumstance) {
        List<Fact> missing = new TwoLaws(atAct, atAct, request).missing(facts);
        List<Question> asked = new ArrayList<>();
        if (openCircumstance != null) {
            asked.add(QuestionsOnly.circumstance(openCircumstance));
        }
        asked.addAll(QuestionsOnly.of(missing));
        List<PenaltyRange> hull = List.of();
        if (missing.isEmpty()) {
            LawResult law = atAct.apply(request, facts, traced);
            answering.used().add(law);
            hull = law.penalties();
        }
        HookAnswer order =
                answering.general().ask("lighter-law", "order", Map.of()).orElse(null);
        answering.used().add(order == null ? null : order.ruleSet().ref());
        Outcome.Judgement judgement = new Outcome.Judgement(
                "行为时的规定在作出决定时（" + request.decided() + "）已经失效，规则库没有承继它的规定。新的规定处罚较轻或者不再处罚的，适用新的规定（从旧兼从轻）；请查明现行规定。",
                "法制审核人员",
                List.of(),
                order == null ? List.of() : order.citations());
        return answering.answer(
                new Outcome.NeedsClarification(asked, List.of(judgement), hull, missing.isEmpty() ? 1 : 0),
                List.of(),
                answering.provisional(new Possible(hull, false, !hull.isEmpty(), false)),
                null,
                List.of());
    }

    private Decision completed(
            TwoLaws laws, Map<String, Object> facts, List<Fact> missing, @Nullable String openCircumstance) {
        List<Question> asked = new ArrayList<>();
        if (openCircumstance != null) {
            asked.add(QuestionsOnly.circumstance(openCircumstance));
        }
        List<CompiledRuleSet> compiled =
                laws.asking().stream().map(models::compiled).toList();
        Completions completions = new Completions(missing, compiled);
        if (!completions.tractable()) {
            asked.addAll(QuestionsOnly.of(missing));
            answering.used().add(laws.asking());
            return answering.answer(
                    new Outcome.NeedsClarification(asked, List.of(), List.of(), 0),
                    answering.clauseOnly(),
                    answering.provisional(Possible.anything()),
                    null,
                    List.of());
        }
        List<Completions.Completed<LawComparison>> all =
                completions.each(facts, completion -> laws.compare(completion, false));
        CompletedLaws together = new CompletedLaws(all);
        List<Question> questions = new QuestionOrder(together.points()).questions(missing);
        if (questions.isEmpty() && asked.isEmpty() && !all.isEmpty()) {
            Map<String, Object> chosen = all.get(0).chosen();
            Set<String> notGiven = chosen.keySet().stream()
                    .map(name -> name.replaceFirst("@.*", ""))
                    .collect(Collectors.toSet());
            // Who is exempt is exempt in every tier; the tier of a completion that nobody stated is no reason then.
            boolean exempt = all.get(0).result().applied().exemption().isPresent();
            LawComparison comparison = laws.compare(withAnyOf(facts, chosen), traced && !exempt);
            return imposing.determined(facts, comparison.withoutConditionsOn(notGiven));
        }
        asked.addAll(questions);
        all.forEach(c -> answering.used().add(c.result()));
        return answering.answer(
                new Outcome.NeedsClarification(asked, List.of(), together.hull(), all.size()),
                answering.clauseOnly(),
                answering.provisional(new Possible(
                        together.hull(), together.allDecided(), together.allDecided(), together.mitigable())),
                null,
                List.of());
    }

    private Map<String, Object> withAnyOf(Map<String, Object> facts, Map<String, Object> chosen) {
        Map<String, Object> all = new TreeMap<>(facts);
        all.putAll(chosen);
        answering.assume("未提供的事实（" + String.join("、", chosen.keySet()) + "）无论如何回答，结果都相同。");
        return all;
    }
}
