package cn.faheng.engine;

import cn.faheng.engine.evaluation.GeneralPart;
import cn.faheng.engine.evaluation.ModelRegistry;
import cn.faheng.engine.explanation.Reasons;
import cn.faheng.engine.outcome.Concurrence;
import cn.faheng.engine.outcome.Decision;
import cn.faheng.engine.outcome.Finding;
import cn.faheng.engine.outcome.Ground;
import cn.faheng.engine.outcome.LawComparison;
import cn.faheng.engine.outcome.Outcome;
import cn.faheng.engine.outcome.Procedure;
import cn.faheng.engine.outcome.Verdict;
import cn.faheng.engine.procedure.VerdictWithoutRange;
import cn.faheng.engine.procedure.VerdictWithoutRange.Possible;
import cn.faheng.engine.request.DecisionRequest;
import cn.faheng.engine.request.Proposal;
import cn.faheng.rules.catalogue.InForce;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.Row;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.format.RuleBase;
import cn.faheng.rules.legal.Citation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every answer to one request has in common: what was used and assumed, and how far a proposal can be judged. */
final class Answering {

    private final RuleBase base;
    private final ModelRegistry models;
    private final boolean traced;
    private final Item item;
    private final DecisionRequest request;
    private final GeneralPart generalAtDecision;
    private final UsedRuleSets used;
    private final List<String> assumptions = new ArrayList<>();

    Answering(RuleBase base, ModelRegistry models, boolean traced, Item item, DecisionRequest request) {
        this.base = base;
        this.models = models;
        this.traced = traced;
        this.item = item;
        this.request = request;
        this.generalAtDecision = new GeneralPart(
                base.catalogue(), models, item.field(), request.place(), request.decided(), request.decided());
        this.used = new UsedRuleSets(base.catalogue());
    }

    Item item() {
        return item;
    }

    DecisionRequest request() {
        return request;
    }

    /** The general part on the day of the decision. */
    GeneralPart general() {
        return generalAtDecision;
    }

    boolean isTraced() {
        return traced;
    }

    UsedRuleSets used() {
        return used;
    }

    void assume(String assumption) {
        assumptions.add(assumption);
    }

    /** A reason that stands alone. */
    Decision.Reason reason(String step, String text, @Nullable String row, List<Citation> citations) {
        return new Reasons(item, base.law()).single(step, text, row, citations);
    }

    List<Decision.Reason> reasons(LawComparison comparison) {
        return traced ? new Reasons(item, base.law()).of(comparison) : List.of();
    }

    /** What can be said while facts are missing: by which provisions the range was computed. */
    List<Decision.Reason> clauseOnly() {
        return traced
                ? List.of(reason("law-in-force", "违法行为终了时适用下列规定；尚缺的事实查明之前，只能给出各种可能的幅度合起来的范围，不能据以处罚。", null, clause()))
                : List.of();
    }

    @Nullable
    Verdict noneAllowed(Ground ground) {
        Proposal proposal = request.proposal();
        Row row = ground.row();
        return proposal == null
                ? null
                : new VerdictWithoutRange(proposal)
                        .noneAllowed(ground.text(), row == null ? List.of() : row.citations());
    }

    @Nullable
    Verdict provisional(Possible possible) {
        Proposal proposal = request.proposal();
        return proposal == null ? null : new VerdictWithoutRange(proposal).provisional(possible, clause());
    }

    /** The provisions of the item as they stood when the act ended. */
    private List<Citation> clause() {
        return base.catalogue().statute(item.code(), request.actEnd()) instanceof InForce.Found found
                ? found.ruleSet().citations(RuleSet.Role.PENALTY)
                : List.of();
    }

    Decision answer(
            Outcome outcome,
            List<Decision.Reason> reasons,
            @Nullable Verdict verdict,
            @Nullable Procedure procedure,
            List<Finding> findings) {
        return answer(outcome, reasons, verdict, procedure, findings, concurrence(outcome));
    }

    Decision answer(
            Outcome outcome,
            List<Decision.Reason> reasons,
            @Nullable Verdict verdict,
            @Nullable Procedure procedure,
            List<Finding> findings,
            @Nullable Concurrence concurrence) {
        return new Decision(item, outcome, reasons, verdict, procedure, concurrence, findings, assumptions, used.all());
    }

    @Nullable
    Concurrence concurrence(Outcome outcome) {
        return request.otherNorms().isEmpty()
                ? null
                : new Concurring(base, models, traced, request).concurrence(item, outcome);
    }
}
