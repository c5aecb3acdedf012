package cn.faheng.engine.procedure;

import cn.faheng.engine.evaluation.GeneralPart;
import cn.faheng.engine.evaluation.GeneralPart.HookAnswer;
import cn.faheng.engine.outcome.AppliedCircumstance;
import cn.faheng.engine.outcome.Effect;
import cn.faheng.engine.outcome.Finding;
import cn.faheng.engine.outcome.LawResult;
import cn.faheng.engine.outcome.Procedure;
import cn.faheng.engine.request.CaseCircumstances;
import cn.faheng.engine.request.DecisionRequest;
import cn.faheng.engine.request.Proposal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Warnings on a proposal: the findings hook of the general part, asked with everything that is known. */
public final class ProposalWarnings {

    private final GeneralPart general;
    private final DecisionRequest request;
    private final LawResult law;
    private final PenaltyAtStake stake;
    private final Procedure procedure;

    /**
     * Prepares the warnings.
     *
     * @param general the general part on the day of the decision
     * @param request the request, with a proposal
     * @param law the law applied
     * @param stake the penalty proposed
     * @param procedure the procedure it demands
     */
    public ProposalWarnings(
            GeneralPart general, DecisionRequest request, LawResult law, PenaltyAtStake stake, Procedure procedure) {
        this.general = general;
        this.request = request;
        this.law = law;
        this.stake = stake;
        this.procedure = procedure;
    }

    /** The warnings raised by {@code proposal}; {@code goodsValueYuan} is the value of the goods where it is known, else zero. */
    public List<Finding> findings(Proposal proposal, BigDecimal goodsValueYuan) {
        Map<String, Object> inputs = inputs(proposal, goodsValueYuan);
        List<Finding> findings = new ArrayList<>();
        for (String decision : general.decisions("findings")) {
            general.ask("findings", decision, inputs)
                    .filter(answer -> "yes".equals(answer.column("raised")))
                    .ifPresent(answer -> findings.add(finding(answer)));
        }
        return findings;
    }

    private static Finding finding(HookAnswer answer) {
        return new Finding(
                answer.slug(),
                answer.required("severity").toString(),
                answer.required("message").toString(),
                answer.citations());
    }

    private Map<String, Object> inputs(Proposal proposal, BigDecimal goodsValueYuan) {
        Proposal.Steps steps = proposal.steps();
        CaseCircumstances c = request.circumstances();
        List<Effect> effects =
                law.circumstances().stream().map(AppliedCircumstance::effect).toList();
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("fine", readable(stake.fine()));
        inputs.put("goodsValue", readable(goodsValueYuan));
        inputs.put("minorViolation", c.minorViolation());
        inputs.put("lighterCircumstance", effects.stream().anyMatch(e -> e.lightens() || e.allowsNoPenalty()));
        inputs.put("atStatutoryMinimum", stake.isAtStatutoryEnd(false));
        inputs.put("atStatutoryMaximum", stake.isAtStatutoryEnd(true));
        inputs.put("mitigatingCircumstance", effects.stream().anyMatch(e -> e.mitigates() || e.allowsNoPenalty()));
        inputs.put("mustLighten", effects.stream().anyMatch(Effect::mustLighten));
        inputs.put("mustHeavier", effects.stream().anyMatch(e -> e == Effect.MUST_HEAVIER));
        inputs.put("positionFromBelow", stake.positionFromBelow());
        inputs.put("positionFromAbove", stake.positionFromAbove());
        inputs.put("onTheSpot", Boolean.TRUE.equals(steps.onTheSpot()));
        inputs.put(
                "onTheSpotAvailable",
                procedure.steps().stream()
                        .anyMatch(s ->
                                s.code().equals("on-the-spot") && s.required().equals("available")));
        inputs.put("complexOrMajor", c.complexOrMajor());
        inputs.put("majorPublicInterest", c.majorPublicInterest());
        inputs.put("mitigationConsidered", steps.mitigationConsidered());
        inputs.put("heavierCircumstance", effects.stream().anyMatch(Effect::aggravates));
        inputs.put("hearingRequested", steps.hearingRequested());
        inputs.put("hearingHeld", steps.hearingHeld());
        inputs.put(
                "inHearingScope",
                procedure.steps().stream()
                        .anyMatch(
                                s -> s.code().equals("hearing") && !s.required().equals("no")));
        inputs.put("factsProved", steps.factsProved());
        inputs.put("belowMinimum", stake.isBelowMinimum());
        inputs.put("legalReviewDone", steps.legalReviewDone());
        inputs.put("collectiveDiscussionDone", steps.collectiveDiscussionDone());
        inputs.put("defenceMade", steps.defenceMade());
        Long notified = steps.notifiedFineFen();
        inputs.put(
                "heavierThanNotified", notified != null && stake.fine().compareTo(PenaltyAtStake.yuan(notified)) > 0);
        inputs.put("newFactsFound", steps.newFactsFound());
        return inputs;
    }

    /** Without the zeros behind the point, since messages quote it. */
    private static BigDecimal readable(BigDecimal yuan) {
        BigDecimal plain = yuan.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
