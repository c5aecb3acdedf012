package cn.faheng.engine;

import cn.faheng.engine.completion.CompletedLaws;
import cn.faheng.engine.completion.Completions;
import cn.faheng.engine.completion.QuestionOrder;
import cn.faheng.engine.evaluation.CompiledRuleSet;
import cn.faheng.engine.evaluation.ModelRegistry;
import cn.faheng.engine.explanation.Reasons;
import cn.faheng.engine.outcome.AppliedCircumstance;
import cn.faheng.engine.outcome.Concurrence;
import cn.faheng.engine.outcome.Decision;
import cn.faheng.engine.outcome.Finding;
import cn.faheng.engine.outcome.Ground;
import cn.faheng.engine.outcome.LawComparison;
import cn.faheng.engine.outcome.LawResult;
import cn.faheng.engine.outcome.LawResult.Disposition;
import cn.faheng.engine.outcome.Outcome;
import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.Procedure;
import cn.faheng.engine.outcome.Question;
import cn.faheng.engine.outcome.TierTrace;
import cn.faheng.engine.outcome.Verdict;
import cn.faheng.engine.procedure.Limitation;
import cn.faheng.engine.procedure.PenaltyAtStake;
import cn.faheng.engine.procedure.ProcedureDemands;
import cn.faheng.engine.procedure.ProposalWarnings;
import cn.faheng.engine.procedure.VerdictOnProposal;
import cn.faheng.engine.request.DecisionRequest;
import cn.faheng.engine.request.FactReader;
import cn.faheng.engine.request.FieldProblem;
import cn.faheng.engine.request.InvalidRequestException;
import cn.faheng.engine.request.Party;
import cn.faheng.engine.request.Proposal;
import cn.faheng.engine.sanction.LawOfTheDay;
import cn.faheng.engine.selection.LighterLaw;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.InForce;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.Row;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.rules.format.RuleBase;
import cn.faheng.rules.legal.Fen;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One request on its way to an answer: select, evaluate, compare, complete, judge the proposal, explain. */
final class Deciding {

    private final RuleBase base;
    private final ModelRegistry models;
    private final boolean traced;
    private final Item item;
    private final DecisionRequest request;
    private final Map<RuleSetRef, RuleSet> used = new TreeMap<>();
    private final List<String> assumptions = new ArrayList<>();

    Deciding(RuleBase base, ModelRegistry models, boolean traced, Item item, DecisionRequest request) {
        this.base = base;
        this.models = models;
        this.traced = traced;
        this.item = item;
        this.request = request;
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
        checkCircumstances(atAct, atDecision);
        assumeGeneralPart(atAct);
        Map<String, Object> facts = read(atAct, atDecision);
        assume();
        Limitation.Answer limitation = new Limitation(
                        request,
                        atDecision == null ? List.of(atAct.general()) : List.of(atAct.general(), atDecision.general()))
                .answer();
        Ground passed = limitation.passed();
        if (passed != null) {
            return noPenalty(passed, null);
        }
        if (atDecision == null) {
            return lawEnded(atAct, facts, limitation.open());
        }
        Laws laws = new Laws(atAct, atDecision, facts);
        List<Fact> missing = laws.missing();
        if (missing.isEmpty() && limitation.open() == null) {
            return determined(laws, laws.compare(facts, traced));
        }
        return completed(laws, facts, missing, limitation.open());
    }

    /** Both laws, applied together. */
    private final class Laws {
        private final LawOfTheDay atAct;
        private final LawOfTheDay atDecision;
        private final Map<String, Object> given;
        private final LighterLaw lighterLaw;

        Laws(LawOfTheDay atAct, LawOfTheDay atDecision, Map<String, Object> given) {
            this.given = given;
            this.atAct = atAct;
            this.atDecision = atDecision;
            this.lighterLaw = new LighterLaw(atDecision.general());
        }

        LawComparison compare(Map<String, Object> facts, boolean withTrace) {
            return lighterLaw.compare(
                    atAct.apply(request, facts, withTrace), atDecision.apply(request, facts, withTrace));
        }

        List<RuleSet> asking() {
            Set<RuleSet> all = new LinkedHashSet<>(atAct.asking());
            all.addAll(atDecision.asking());
            return List.copyOf(all);
        }

        List<Fact> missing() {
            Map<String, Fact> open = new LinkedHashMap<>();
            Map<String, Fact> asked = new LinkedHashMap<>();
            for (RuleSet ruleSet : asking()) {
                for (Fact fact : ruleSet.facts()) {
                    if (fact.fromParty() || LawOfTheDay.known(ruleSet, fact, given) != null) {
                        continue;
                    }
                    Fact first = asked.putIfAbsent(fact.name(), fact);
                    boolean sameQuestion = first == null || first.values().equals(fact.values());
                    Fact question = sameQuestion && !given.containsKey(fact.name())
                            ? fact
                            : fact.qualified(ruleSet.ref().version());
                    open.putIfAbsent(question.name(), question);
                }
            }
            return List.copyOf(open.values());
        }
    }

    private Map<String, Object> read(LawOfTheDay atAct, @Nullable LawOfTheDay atDecision) {
        List<RuleSet> ruleSets = new ArrayList<>(atAct.asking());
        if (atDecision != null) {
            ruleSets.addAll(atDecision.asking());
        }
        // Facts of other versions and benchmarks of the item are understood, though they may not matter here.
        ruleSets.addAll(base.catalogue().statutes(item.code()));
        ruleSets.addAll(base.catalogue().benchmarks(item.code()));
        Map<String, Fact> questions = new LinkedHashMap<>();
        for (RuleSet ruleSet : ruleSets) {
            for (Fact fact : ruleSet.facts()) {
                if (!fact.fromParty()) {
                    questions.merge(fact.name(), fact, Deciding::offeringBoth);
                    Fact qualified = fact.qualified(ruleSet.ref().version());
                    questions.putIfAbsent(qualified.name(), qualified);
                }
            }
        }
        return new FactReader(questions.values()).read(request.facts());
    }

    private static Fact offeringBoth(Fact first, Fact second) {
        List<Fact.Choice> all = new ArrayList<>(first.values());
        second.values().stream()
                .filter(choice -> first.choice(choice.value()).isEmpty())
                .forEach(all::add);
        return first.offering(all);
    }

    private void checkCircumstances(LawOfTheDay atAct, @Nullable LawOfTheDay atDecision) {
        List<FieldProblem> unknown = new ArrayList<>();
        for (String code : request.circumstances().codes()) {
            boolean known = atAct.general().knowsCircumstance(code)
                    || (atDecision != null && atDecision.general().knowsCircumstance(code));
            if (!known) {
                unknown.add(new FieldProblem(
                        "/circumstances/codes",
                        "unknown-circumstance",
                        "在本事项的领域、地点和日期没有编码为“" + code + "”的情节。可用的编码见 GET /api/v1/items/" + item.code() + "。"));
            }
        }
        if (!unknown.isEmpty()) {
            throw new InvalidRequestException(unknown);
        }
    }

    private void assumeGeneralPart(LawOfTheDay atAct) {
        if (!atAct.general().isHeld()) {
            assumptions.add("规则库没有收录" + request.decided() + "施行的总则（行政处罚法）文本，情节、时效、程序和救济途径没有判断，须由办案人员查明。");
        } else if (!atAct.general().isHeldForItsDay()) {
            assumptions.add("规则库没有收录" + request.actEnd() + "施行的总则（行政处罚法）文本，情节和时效按作出决定时施行的文本判断。");
        }
    }

    private void assume() {
        if (request.party().kind() == Party.Kind.INDIVIDUAL && request.party().birthDate() == null) {
            assumptions.add("未提供当事人出生日期，按违法行为终了时已满十八周岁处理。");
        }
        if (request.circumstances().codes().isEmpty()) {
            assumptions.add("未列出从轻、减轻、从重情节，按没有查明此类情节处理。");
        }
    }

    private Decision notInForce() {
        InForce state = base.catalogue().statute(item.code(), request.actEnd());
        Ground ground;
        if (state instanceof InForce.NotYet notYet) {
            ground = new Ground(
                    "not-yet-in-force",
                    "事项" + item.code() + "在" + request.actEnd() + "没有生效的规则集；最早的一版自" + notYet.firstInForce()
                            + "起施行。行为时没有规定的，不得依据后来的规定处罚。",
                    null,
                    null);
        } else if (state instanceof InForce.Ended ended) {
            ground = new Ground(
                    "ended",
                    "事项" + item.code() + "在" + request.actEnd() + "没有生效的规则集；此前一版至" + ended.lastInForce() + "止。",
                    null,
                    null);
        } else {
            ground = new Ground(
                    "other-jurisdiction",
                    "事项" + item.code() + "依据的规定不在" + request.place() + "施行。请改用当地适用的事项。",
                    null,
                    null);
        }
        return answer(new Outcome.NotApplicable(ground), List.of(), null, null, List.of());
    }

    private Decision noPenalty(Ground ground, @Nullable LawComparison comparison) {
        RuleSetRef ref = ground.ruleSet();
        Row row = ground.row();
        List<Decision.Reason> text = new ArrayList<>();
        text.add(new Reasons(item, base.law())
                .single(
                        "no-penalty",
                        ground.text(),
                        ref == null || row == null ? null : ref.row(row.id()),
                        row == null ? List.of() : row.citations()));
        if (comparison != null) {
            use(comparison);
            text.addAll(reasons(comparison));
        }
        if (ref != null) {
            base.catalogue().ruleSet(ref).ifPresent(r -> used.put(ref, r));
        }
        return answer(new Outcome.NoPenalty(ground, comparison), text, null, null, List.of());
    }

    /** The law at the act has ended and none is held that follows it: whether the act is still punished is for a person. */
    private Decision lawEnded(LawOfTheDay atAct, Map<String, Object> facts, @Nullable String openCircumstance) {
        List<Fact> missing = new Laws(atAct, atAct, facts).missing();
        List<Question> asked = new ArrayList<>();
        if (openCircumstance != null) {
            asked.add(QuestionsOnly.circumstance(openCircumstance));
        }
        asked.addAll(QuestionsOnly.of(missing));
        List<PenaltyRange> hull = List.of();
        if (missing.isEmpty()) {
            LawResult law = atAct.apply(request, facts, traced);
            use(law);
            hull = law.penalties();
        }
        Outcome.Judgement judgement = new Outcome.Judgement(
                "行为时的规定在作出决定时（" + request.decided() + "）已经失效，规则库没有承继它的规定。新的规定处罚较轻或者不再处罚的，适用新的规定（从旧兼从轻）；请查明现行规定。",
                "法制审核人员",
                List.of());
        return answer(
                new Outcome.NeedsClarification(asked, List.of(judgement), hull, missing.isEmpty() ? 1 : 0),
                List.of(),
                null,
                null,
                List.of());
    }

    private Decision determined(Laws laws, LawComparison comparison) {
        LawResult law = comparison.applied();
        use(comparison);
        Optional<AppliedCircumstance> exempting = law.exemption();
        if (exempting.isPresent()) {
            AppliedCircumstance c = exempting.get();
            return noPenalty(new Ground(c.code(), "不予行政处罚：" + c.row().says(), c.ruleSet(), c.row()), comparison);
        }
        if (law.disposition() == Disposition.NOT_APPLICABLE) {
            return answer(
                    new Outcome.NotApplicable(tableGround("outside-the-clause", law)),
                    reasons(comparison),
                    null,
                    null,
                    List.of());
        }
        if (law.disposition() == Disposition.NO_PENALTY) {
            return noPenalty(tableGround("clause-imposes-none", law), comparison);
        }
        if (law.disposition() == Disposition.PERSON_DECIDES) {
            return personDecides(comparison, law);
        }
        List<AppliedCircumstance> exemption = law.circumstances().stream()
                .filter(c -> c.effect().allowsNoPenalty())
                .toList();
        return judged(laws, comparison, new Outcome.Determined(comparison, exemption));
    }

    private static Ground tableGround(String code, LawResult law) {
        if (law.tables().isEmpty()) {
            return new Ground(code, law.tier(), law.statute().ref(), null);
        }
        TierTrace last = law.tables().get(law.tables().size() - 1);
        return new Ground(code, last.matched().says(), last.ruleSet(), last.matched());
    }

    private Decision personDecides(LawComparison comparison, LawResult law) {
        RuleSet benchmark = law.benchmark();
        List<String> matters = new ArrayList<>(law.statute().leftToPerson());
        if (benchmark != null) {
            matters.addAll(benchmark.leftToPerson());
        }
        String matter =
                "规定对本案情形没有确定的档次（" + law.tier() + "）" + (matters.isEmpty() ? "" : "：" + String.join("；", matters)) + "。";
        Outcome.Judgement judgement = new Outcome.Judgement(matter, "行政机关负责人", law.tables());
        return answer(
                new Outcome.NeedsClarification(List.of(), List.of(judgement), law.penalties(), 1),
                reasons(comparison),
                null,
                null,
                List.of());
    }

    private Decision judged(Laws laws, LawComparison comparison, Outcome outcome) {
        LawResult law = comparison.applied();
        PenaltyAtStake stake = new PenaltyAtStake(request, law);
        Procedure procedure = new ProcedureDemands(laws.atDecision.general(), stake).procedure();
        Proposal proposal = request.proposal();
        Verdict verdict = proposal == null ? null : new VerdictOnProposal(law, proposal).verdict();
        List<Finding> findings = proposal == null
                ? List.of()
                : new ProposalWarnings(laws.atDecision.general(), request, law, stake, procedure)
                        .findings(proposal, goodsValue(laws.given));
        List.of("procedure", "hearing", "remedies")
                .forEach(hook -> laws.atDecision.general().ruleSets(hook).forEach(r -> used.put(r.ref(), r)));
        return answer(outcome, reasons(comparison), verdict, procedure, findings);
    }

    /** In yuan; zero where it is not known, which the findings hook reads as such. */
    private BigDecimal goodsValue(Map<String, Object> facts) {
        Long stated = request.circumstances().goodsValueFen();
        if (stated != null) {
            return new Fen(stated).toYuan();
        }
        return facts.get("goodsValue") instanceof BigDecimal yuan ? yuan : BigDecimal.ZERO;
    }

    private List<Decision.Reason> reasons(LawComparison comparison) {
        return traced ? new Reasons(item, base.law()).of(comparison) : List.of();
    }

    private Decision completed(
            Laws laws, Map<String, Object> facts, List<Fact> missing, @Nullable String openCircumstance) {
        List<Question> asked = new ArrayList<>();
        if (openCircumstance != null) {
            asked.add(QuestionsOnly.circumstance(openCircumstance));
        }
        List<CompiledRuleSet> compiled =
                laws.asking().stream().map(models::compiled).toList();
        Completions completions = new Completions(missing, compiled);
        if (!completions.tractable()) {
            asked.addAll(QuestionsOnly.of(missing));
            laws.asking().forEach(r -> used.put(r.ref(), r));
            return answer(
                    new Outcome.NeedsClarification(asked, List.of(), List.of(), 0), List.of(), null, null, List.of());
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
            return determined(laws, comparison.withoutConditionsOn(notGiven));
        }
        asked.addAll(questions);
        all.forEach(c -> use(c.result()));
        return answer(
                new Outcome.NeedsClarification(asked, List.of(), together.hull(), all.size()),
                List.of(),
                null,
                null,
                List.of());
    }

    private Map<String, Object> withAnyOf(Map<String, Object> facts, Map<String, Object> chosen) {
        Map<String, Object> all = new TreeMap<>(facts);
        all.putAll(chosen);
        assumptions.add("未提供的事实（" + String.join("、", chosen.keySet()) + "）无论如何回答，结果都相同。");
        return all;
    }

    private void use(LawComparison comparison) {
        use(comparison.atAct());
        use(comparison.atDecision());
        RuleSetRef order = comparison.ruleSet();
        if (order != null) {
            base.catalogue().ruleSet(order).ifPresent(r -> used.put(r.ref(), r));
        }
    }

    private void use(LawResult law) {
        used.put(law.statute().ref(), law.statute());
        RuleSet benchmark = law.benchmark();
        if (benchmark != null) {
            used.put(benchmark.ref(), benchmark);
        }
        RuleSet bands = law.bands();
        if (bands != null) {
            used.put(bands.ref(), bands);
        }
        law.circumstances().forEach(c -> base.catalogue().ruleSet(c.ruleSet()).ifPresent(r -> used.put(r.ref(), r)));
    }

    private Decision answer(
            Outcome outcome,
            List<Decision.Reason> reasons,
            @Nullable Verdict verdict,
            @Nullable Procedure procedure,
            List<Finding> findings) {
        Concurrence concurrence = request.otherNorms().isEmpty()
                ? null
                : new Concurring(base, models, traced, request).concurrence(item, outcome);
        return new Decision(
                item,
                outcome,
                reasons,
                verdict,
                procedure,
                concurrence,
                findings,
                assumptions,
                List.copyOf(used.values()));
    }
}
