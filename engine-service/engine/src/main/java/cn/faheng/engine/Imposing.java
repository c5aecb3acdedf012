package cn.faheng.engine;

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
import cn.faheng.engine.outcome.TierTrace;
import cn.faheng.engine.outcome.Verdict;
import cn.faheng.engine.procedure.PenaltyAtStake;
import cn.faheng.engine.procedure.ProcedureDemands;
import cn.faheng.engine.procedure.ProposalNeeds;
import cn.faheng.engine.procedure.ProposalWarnings;
import cn.faheng.engine.procedure.VerdictOnProposal;
import cn.faheng.engine.procedure.VerdictOnProposal.Measure;
import cn.faheng.engine.procedure.VerdictWithoutRange.Possible;
import cn.faheng.engine.request.DecisionRequest;
import cn.faheng.engine.request.Proposal;
import cn.faheng.rules.catalogue.Row;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.rules.legal.Fen;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What follows for the party from the law that applies to complete facts: nothing, a range, or a person's judgement; and how to go on. */
final class Imposing {

    private final Answering answering;
    private final DecisionRequest request;

    Imposing(Answering answering) {
        this.answering = answering;
        this.request = answering.request();
    }

    Decision determined(Map<String, Object> facts, LawComparison comparison) {
        LawResult law = comparison.applied();
        answering.used().add(comparison);
        Optional<AppliedCircumstance> exempting = law.exemption();
        if (exempting.isPresent()) {
            AppliedCircumstance c = exempting.get();
            return noPenalty(new Ground(c.code(), "不予行政处罚：" + c.row().says(), c.ruleSet(), c.row()), comparison);
        }
        if (law.disposition() == Disposition.NOT_APPLICABLE) {
            Ground ground = tableGround("outside-the-clause", law);
            return answering.answer(
                    new Outcome.NotApplicable(ground),
                    answering.reasons(comparison),
                    answering.noneAllowed(ground),
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
        return judged(facts, comparison, new Outcome.Determined(comparison, exemption));
    }

    Decision noPenalty(Ground ground, @Nullable LawComparison comparison) {
        RuleSetRef ref = ground.ruleSet();
        Row row = ground.row();
        List<Decision.Reason> text = new ArrayList<>();
        text.add(answering.reason(
                "no-penalty",
                ground.text(),
                ref == null || row == null ? null : ref.row(row.id()),
                row == null ? List.of() : row.citations()));
        if (comparison != null) {
            answering.used().add(comparison);
            text.addAll(answering.reasons(comparison));
        }
        answering.used().add(ref);
        return answering.answer(
                new Outcome.NoPenalty(ground, comparison), text, answering.noneAllowed(ground), null, List.of());
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
        return answering.answer(
                new Outcome.NeedsClarification(List.of(), List.of(judgement), law.penalties(), 1),
                answering.reasons(comparison),
                answering.provisional(new Possible(law.penalties(), false, true, law.mitigation() != null)),
                null,
                List.of());
    }

    private Decision judged(Map<String, Object> facts, LawComparison comparison, Outcome outcome) {
        Concurrence concurrence = answering.concurrence(outcome);
        LawResult law = comparison.applied();
        LawResult higher = higherNorm(concurrence);
        LawResult imposed = higher == null ? law : law.withFinesOf(higher);
        PenaltyAtStake stake = new PenaltyAtStake(request, imposed);
        assumeForProcedure(stake);
        Procedure procedure = new ProcedureDemands(answering.general(), stake).procedure();
        Proposal proposal = request.proposal();
        Verdict verdict = null;
        List<Finding> findings = List.of();
        if (proposal != null) {
            List<Measure> measures = higher == null ? Measure.of(law) : Measure.of(law, higher);
            verdict = new VerdictOnProposal(measures, proposal, new ProposalNeeds(answering.general(), request.place()))
                    .verdict();
            if (concurrence != null
                    && concurrence.appliedItem() == null
                    && concurrence.rule().equals("highest-fine")) {
                verdict = verdict.withOpenFines(concurrence.reason(), concurrence.citations());
            }
            findings = new ProposalWarnings(answering.general(), request, imposed, stake, procedure)
                    .findings(proposal, goodsValue(facts));
            List.of("legality", "deviation", "findings")
                    .forEach(hook -> answering.used().add(answering.general().ruleSets(hook)));
        }
        List.of("procedure", "hearing", "remedies")
                .forEach(hook -> answering.used().add(answering.general().ruleSets(hook)));
        List<Decision.Reason> reasons = new ArrayList<>(answering.reasons(comparison));
        if (answering.isTraced()) {
            mitigationReview(law).ifPresent(reasons::add);
        }
        return answering.answer(outcome, reasons, verdict, procedure, findings, concurrence);
    }

    /** What the general part demands of whoever applies a tier below the statutory minimum. */
    private Optional<Decision.Reason> mitigationReview(LawResult law) {
        return law.penalties().stream().noneMatch(PenaltyRange::isMitigatedByBenchmark)
                ? Optional.empty()
                : answering
                        .general()
                        .ask("legality", "need", Map.of("proposal", "mitigated"))
                        .map(answer -> {
                            answering.used().add(answer.ruleSet().ref());
                            return answering.reason("mitigation-review", answer.text(), null, answer.citations());
                        });
    }

    private void assumeForProcedure(PenaltyAtStake stake) {
        if (!request.circumstances().complexOrMajor()
                && !request.circumstances().majorPublicInterest()) {
            answering.assume("未列明案件情节复杂、重大或者涉及重大公共利益，法制审核和集体讨论按不属于此类案件判断。");
        }
        if (stake.isDetentionOfIndividual()) {
            answering.assume("行政拘留是否执行，按没有怀孕或者哺乳自己不满一周岁婴儿、没有情节严重且影响恶劣判断。");
        }
        if (stake.isConfiscationOfUnknownValue()) {
            answering.assume("未提供没收财物和违法所得的价值，听证按没收价值未达到较大数额判断。");
        }
    }

    /** The norm whose fine goes before that of the item (行政处罚法 (2021) 第二十九条), or null. */
    private @Nullable LawResult higherNorm(@Nullable Concurrence concurrence) {
        String applied = concurrence == null ? null : concurrence.appliedItem();
        if (concurrence == null
                || applied == null
                || applied.equals(answering.item().code())) {
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

    /** In yuan; zero where it is not known, which the findings hook reads as such. */
    private BigDecimal goodsValue(Map<String, Object> facts) {
        Long stated = request.circumstances().goodsValueFen();
        if (stated != null) {
            return new Fen(stated).toYuan();
        }
        return facts.get("goodsValue") instanceof BigDecimal yuan ? yuan : BigDecimal.ZERO;
    }
}
