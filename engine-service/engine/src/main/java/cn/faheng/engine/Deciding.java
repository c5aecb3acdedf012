package cn.faheng.engine;

import cn.faheng.engine.completion.CompletedLaws;
import cn.faheng.engine.completion.Completions;
import cn.faheng.engine.completion.QuestionOrder;
import cn.faheng.engine.evaluation.CompiledRuleSet;
import cn.faheng.engine.evaluation.GeneralPart;
import cn.faheng.engine.evaluation.GeneralPart.HookAnswer;
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
import cn.faheng.engine.procedure.ProposalNeeds;
import cn.faheng.engine.procedure.ProposalWarnings;
import cn.faheng.engine.procedure.VerdictOnProposal;
import cn.faheng.engine.procedure.VerdictOnProposal.Measure;
import cn.faheng.engine.procedure.VerdictWithoutRange;
import cn.faheng.engine.procedure.VerdictWithoutRange.Possible;
import cn.faheng.engine.request.DecisionRequest;
import cn.faheng.engine.request.Party;
import cn.faheng.engine.request.Proposal;
import cn.faheng.engine.sanction.LawOfTheDay;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.InForce;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.Row;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.rules.format.RuleBase;
import cn.faheng.rules.legal.Citation;
import cn.faheng.rules.legal.Fen;
import java.math.BigDecimal;
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

/** One request on its way to an answer: select, evaluate, compare, complete, judge the proposal, explain. */
final class Deciding {

    private final RuleBase base;
    private final ModelRegistry models;
    private final boolean traced;
    private final Item item;
    private final DecisionRequest request;
    private final GeneralPart generalAtDecision;
    private final UsedRuleSets used;
    private final List<String> assumptions = new ArrayList<>();

    Deciding(RuleBase base, ModelRegistry models, boolean traced, Item item, DecisionRequest request) {
        this.base = base;
        this.models = models;
        this.traced = traced;
        this.item = item;
        this.request = request;
        this.generalAtDecision = new GeneralPart(
                base.catalogue(), models, item.field(), request.place(), request.decided(), request.decided());
        this.used = new UsedRuleSets(base.catalogue());
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
        intake.checkCodes(generals, generalAtDecision);
        assumeGeneralPart(atAct);
        Map<String, Object> facts = intake.facts(understood(atAct, atDecision));
        assume();
        Limitation.Answer limitation = new Limitation(request, generals).answer();
        Ground passed = limitation.passed();
        if (passed != null) {
            return noPenalty(passed, null);
        }
        if (atDecision == null) {
            return lawEnded(atAct, facts, limitation.open());
        }
        TwoLaws laws = new TwoLaws(atAct, atDecision, request);
        List<Fact> missing = laws.missing(facts);
        if (missing.isEmpty() && limitation.open() == null) {
            return determined(facts, laws.compare(facts, traced));
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
        if (!generalAtDecision.isHeldForItsDay()) {
            assumptions.add("规则库没有收录" + request.decided() + "施行的总则（行政处罚法）文本，情节、时效、程序、救济途径和提示按收录的最早文本（"
                    + generalAtDecision.day() + "起施行）判断，须由法制审核人员核对当时的规定。");
        } else if (!atAct.general().isHeldForItsDay()) {
            assumptions.add("规则库没有收录" + request.actEnd() + "施行的总则（行政处罚法）文本，情节和时效按作出决定时施行的文本判断。");
        }
    }

    private void assume() {
        if (request.party().kind() != Party.Kind.ORGANISATION && request.party().birthDate() == null) {
            assumptions.add("未提供当事人出生日期，按违法行为终了时已满十八周岁处理。");
        }
        if (request.circumstances().codes().isEmpty()) {
            assumptions.add("未列出从轻、减轻、从重情节，按没有查明此类情节处理。");
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
        HookAnswer says = generalAtDecision
                .ask("legality", "basis", Map.of("absence", code.equals("not-yet-in-force") ? "not-yet" : code))
                .orElse(null);
        Ground ground = says == null || says.rows().isEmpty()
                ? new Ground(code, held, null, null)
                : new Ground(
                        code,
                        held + says.text(),
                        says.ruleSet().ref(),
                        says.rows().get(0));
        used.add(ground.ruleSet());
        Row row = ground.row();
        List<Decision.Reason> reasons = row == null
                ? List.of()
                : List.of(new Reasons(item, base.law())
                        .single(
                                code,
                                ground.text(),
                                Objects.requireNonNull(ground.ruleSet()).row(row.id()),
                                row.citations()));
        return answer(new Outcome.NotApplicable(ground), reasons, noneAllowed(ground), null, List.of());
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
            used.add(comparison);
            text.addAll(reasons(comparison));
        }
        used.add(ref);
        return answer(new Outcome.NoPenalty(ground, comparison), text, noneAllowed(ground), null, List.of());
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
            used.add(law);
            hull = law.penalties();
        }
        HookAnswer order =
                generalAtDecision.ask("lighter-law", "order", Map.of()).orElse(null);
        used.add(order == null ? null : order.ruleSet().ref());
        Outcome.Judgement judgement = new Outcome.Judgement(
                "行为时的规定在作出决定时（" + request.decided() + "）已经失效，规则库没有承继它的规定。新的规定处罚较轻或者不再处罚的，适用新的规定（从旧兼从轻）；请查明现行规定。",
                "法制审核人员",
                List.of(),
                order == null ? List.of() : order.citations());
        return answer(
                new Outcome.NeedsClarification(asked, List.of(judgement), hull, missing.isEmpty() ? 1 : 0),
                List.of(),
                provisional(new Possible(hull, false, !hull.isEmpty(), false)),
                null,
                List.of());
    }

    private Decision determined(Map<String, Object> facts, LawComparison comparison) {
        LawResult law = comparison.applied();
        used.add(comparison);
        Optional<AppliedCircumstance> exempting = law.exemption();
        if (exempting.isPresent()) {
            AppliedCircumstance c = exempting.get();
            return noPenalty(new Ground(c.code(), "不予行政处罚：" + c.row().says(), c.ruleSet(), c.row()), comparison);
        }
        if (law.disposition() == Disposition.NOT_APPLICABLE) {
            Ground ground = tableGround("outside-the-clause", law);
            return answer(new Outcome.NotApplicable(ground), reasons(comparison), noneAllowed(ground), null, List.of());
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
        return judged(facts, comparison, new Outcome.Determined(comparison, exemption));
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
        Outcome.Judgement judgement = new Outcome.Judgement(
                matter, "行政机关负责人", law.tables(), law.statute().citations(RuleSet.Role.PENALTY));
        return answer(
                new Outcome.NeedsClarification(List.of(), List.of(judgement), law.penalties(), 1),
                reasons(comparison),
                provisional(new Possible(law.penalties(), false, true, law.mitigation() != null)),
                null,
                List.of());
    }

    private Decision judged(Map<String, Object> facts, LawComparison comparison, Outcome outcome) {
        Concurrence concurrence = concurrence(outcome);
        LawResult law = comparison.applied();
        LawResult higher = higherNorm(concurrence);
        LawResult imposed = higher == null ? law : law.withFinesOf(higher);
        PenaltyAtStake stake = new PenaltyAtStake(request, imposed);
        assumeForProcedure(stake);
        Procedure procedure = new ProcedureDemands(generalAtDecision, stake).procedure();
        Proposal proposal = request.proposal();
        Verdict verdict = null;
        List<Finding> findings = List.of();
        if (proposal != null) {
            List<Measure> measures = higher == null ? Measure.of(law) : Measure.of(law, higher);
            verdict = new VerdictOnProposal(measures, proposal, new ProposalNeeds(generalAtDecision, request.place()))
                    .verdict();
            if (concurrence != null
                    && concurrence.appliedItem() == null
                    && concurrence.rule().equals("highest-fine")) {
                verdict = verdict.withOpenFines(concurrence.reason(), concurrence.citations());
            }
            findings = new ProposalWarnings(generalAtDecision, request, imposed, stake, procedure)
                    .findings(proposal, goodsValue(facts));
            List.of("legality", "deviation", "findings").forEach(hook -> used.add(generalAtDecision.ruleSets(hook)));
        }
        List.of("procedure", "hearing", "remedies").forEach(hook -> used.add(generalAtDecision.ruleSets(hook)));
        return answer(outcome, reasons(comparison), verdict, procedure, findings, concurrence);
    }

    private void assumeForProcedure(PenaltyAtStake stake) {
        if (!request.circumstances().complexOrMajor()
                && !request.circumstances().majorPublicInterest()) {
            assumptions.add("未列明案件情节复杂、重大或者涉及重大公共利益，法制审核和集体讨论按不属于此类案件判断。");
        }
        if (stake.isDetentionOfIndividual()) {
            assumptions.add("行政拘留是否执行，按没有怀孕或者哺乳自己不满一周岁婴儿、没有情节严重且影响恶劣判断。");
        }
        if (stake.isConfiscationOfUnknownValue()) {
            assumptions.add("未提供没收财物和违法所得的价值，听证按没收价值未达到较大数额判断。");
        }
    }

    /** The norm whose fine goes before that of the item (行政处罚法 (2021) 第二十九条), or null. */
    private @Nullable LawResult higherNorm(@Nullable Concurrence concurrence) {
        String applied = concurrence == null ? null : concurrence.appliedItem();
        if (concurrence == null || applied == null || applied.equals(item.code())) {
            return null;
        }
        return concurrence.norms().stream()
                .filter(norm -> norm.item().equals(applied))
                .map(Concurrence.Norm::outcome)
                .filter(Outcome.Determined.class::isInstance)
                .map(outcome -> ((Outcome.Determined) outcome).applied())
                .findFirst()
                .orElse(null);
    }

    private @Nullable Verdict noneAllowed(Ground ground) {
        Proposal proposal = request.proposal();
        Row row = ground.row();
        return proposal == null
                ? null
                : new VerdictWithoutRange(proposal)
                        .noneAllowed(ground.text(), row == null ? List.of() : row.citations());
    }

    private @Nullable Verdict provisional(Possible possible) {
        Proposal proposal = request.proposal();
        return proposal == null ? null : new VerdictWithoutRange(proposal).provisional(possible, clause());
    }

    /** What can be said while facts are missing: by which provisions the range was computed. */
    private List<Decision.Reason> clauseOnly() {
        return traced
                ? List.of(new Reasons(item, base.law())
                        .single("law-in-force", "违法行为终了时适用下列规定；尚缺的事实查明之前，只能给出各种可能的幅度合起来的范围，不能据以处罚。", null, clause()))
                : List.of();
    }

    /** The provisions of the item as they stood when the act ended. */
    private List<Citation> clause() {
        return base.catalogue().statute(item.code(), request.actEnd()) instanceof InForce.Found found
                ? found.ruleSet().citations(RuleSet.Role.PENALTY)
                : List.of();
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
            used.add(laws.asking());
            return answer(
                    new Outcome.NeedsClarification(asked, List.of(), List.of(), 0),
                    clauseOnly(),
                    provisional(Possible.anything()),
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
            return determined(facts, comparison.withoutConditionsOn(notGiven));
        }
        asked.addAll(questions);
        all.forEach(c -> used.add(c.result()));
        return answer(
                new Outcome.NeedsClarification(asked, List.of(), together.hull(), all.size()),
                clauseOnly(),
                provisional(new Possible(
                        together.hull(), together.allDecided(), together.allDecided(), together.mitigable())),
                null,
                List.of());
    }

    private Map<String, Object> withAnyOf(Map<String, Object> facts, Map<String, Object> chosen) {
        Map<String, Object> all = new TreeMap<>(facts);
        all.putAll(chosen);
        assumptions.add("未提供的事实（" + String.join("、", chosen.keySet()) + "）无论如何回答，结果都相同。");
        return all;
    }

    private Decision answer(
            Outcome outcome,
            List<Decision.Reason> reasons,
            @Nullable Verdict verdict,
            @Nullable Procedure procedure,
            List<Finding> findings) {
        return answer(outcome, reasons, verdict, procedure, findings, concurrence(outcome));
    }

    private Decision answer(
            Outcome outcome,
            List<Decision.Reason> reasons,
            @Nullable Verdict verdict,
            @Nullable Procedure procedure,
            List<Finding> findings,
            @Nullable Concurrence concurrence) {
        return new Decision(item, outcome, reasons, verdict, procedure, concurrence, findings, assumptions, used.all());
    }

    private @Nullable Concurrence concurrence(Outcome outcome) {
        return request.otherNorms().isEmpty()
                ? null
                : new Concurring(base, models, traced, request).concurrence(item, outcome);
    }
}
