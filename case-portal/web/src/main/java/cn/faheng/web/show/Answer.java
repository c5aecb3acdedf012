package cn.faheng.web.show;

import cn.faheng.contract.model.AmountRangeBody;
import cn.faheng.contract.model.DecisionResponseBody;
import cn.faheng.contract.model.DeterminedOutcomeBody;
import cn.faheng.contract.model.GroundBody;
import cn.faheng.contract.model.LawComparisonBody;
import cn.faheng.contract.model.LawResultBody;
import cn.faheng.contract.model.NeedsClarificationOutcomeBody;
import cn.faheng.contract.model.NoPenaltyOutcomeBody;
import cn.faheng.contract.model.RuleSetUseBody;
import cn.faheng.contract.model.TableTraceBody;
import cn.faheng.contract.model.VerdictBody;
import cn.faheng.contract.model.VerdictNeedBody;
import cn.faheng.contract.model.VerdictPartBody;
import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.Range;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.server.registry.RuleBaseState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a page shows it. It is the answer other systems get and the receipt keeps; nothing is computed again but the drawing.
 */
public final class Answer {

    private final DecisionResponseBody body;
    private final CaseAsked asked;
    private final RuleBaseState base;
    private final Show show;
    private final Laws laws;
    private final List<PenaltyRange> penalties;
    private final List<RangeBar> bars;

    /**
     * Prepares an answer for a page.
     *
     * @param body the answer
     * @param asked what was asked
     * @param base the rule base, for the titles of rule sets and the bands of the drawing
     * @param show the wording
     */
    public Answer(DecisionResponseBody body, CaseAsked asked, RuleBaseState base, Show show) {
        this.body = body;
        this.asked = asked;
        this.base = base;
        this.show = show;
        this.laws = new Laws(body.getOutcome());
        this.penalties = ranges();
        Proposed proposed = Proposed.of(body.getVerdict(), asked, penalties);
        this.bars = new RangeBars(base, body.getItem().getField(), asked, law(), proposed, show)
                .of(penalties, open() != null);
    }

    /**
     * A penalty under both laws.
     *
     * @param penalty the penalty
     * @param atAct under the law at the act, or null where it knows none
     * @param atDecision under the law at the decision, or null where it knows none
     */
    public record Pair(Penalty penalty, @Nullable PenaltyRange atAct, @Nullable PenaltyRange atDecision) {}

    /**
     * The benchmarks that may not be applied under one law.
     *
     * @param law the law, with the benchmarks
     * @param atAct whether it is the law at the act; null where the law at the decision refuses the same
     * @param applied whether it is the law applied
     */
    public record Refused(LawResultBody law, @Nullable Boolean atAct, boolean applied) {}

    public DecisionResponseBody body() {
        return body;
    }

    /** One drawing for each penalty with an amount, the fine on the party first. */
    public List<RangeBar> bars() {
        return bars;
    }

    /** The penalties of the law applied, or those possible while facts are missing. */
    public List<PenaltyRange> penalties() {
        return penalties;
    }

    private List<PenaltyRange> ranges() {
        if (body.getOutcome() instanceof NoPenaltyOutcomeBody) {
            return List.of();
        }
        NeedsClarificationOutcomeBody open = open();
        LawResultBody law = law();
        return Bodies.ranges(open != null ? open.getHull() : law == null ? List.of() : law.getPenalties());
    }

    /** The amounts proposed that no drawing shows, while it is open which ranges there are. */
    public List<CaseAsked.Amount> undrawn() {
        return open() != null && bars.isEmpty() ? asked.proposed() : List.of();
    }

    /** Whether penalties are proposed for an act that none may be imposed for. */
    public boolean proposedInVain() {
        return body.getOutcome() instanceof NoPenaltyOutcomeBody
                && !asked.proposed().isEmpty();
    }

    /** A range of the answer in the form in which it can be worded. */
    public @Nullable Range amounts(@Nullable AmountRangeBody range) {
        return Bodies.amounts(range);
    }

    /** Slug of the kind of outcome. */
    public String kind() {
        return body.getOutcome().getKind();
    }

    public @Nullable LawComparisonBody comparison() {
        return laws.comparison();
    }

    public boolean actLawChosen() {
        return laws.actLawChosen();
    }

    /** The law applied, or null where none was. */
    public @Nullable LawResultBody law() {
        return laws.applied();
    }

    /** Whether two different laws were weighed against each other (从旧兼从轻). */
    public boolean weighed() {
        return laws.weighed();
    }

    /** Both laws, the one at the act first. */
    public List<LawResultBody> laws() {
        return laws.both();
    }

    /** The penalties of both laws by id, for the table that holds them side by side. */
    public List<Pair> pairs() {
        return laws.pairs();
    }

    /** The benchmarks refused, under the law applied and under the other one. */
    public List<Refused> refused() {
        return laws.refused();
    }

    /** The norms that the act violates, or null where only this one is asked about. */
    public @Nullable Norms norms() {
        return Norms.of(body, base.catalogue()).orElse(null);
    }

    /** The tables that had a choice: those with more than one row. */
    public List<TableTraceBody> choices() {
        List<TableTraceBody> tables = new ArrayList<>();
        LawResultBody law = law();
        if (law != null && law.getTables() != null) {
            tables.addAll(law.getTables());
        }
        NeedsClarificationOutcomeBody open = open();
        if (open != null) {
            open.getJudgements().stream()
                    .map(j -> j.getTables())
                    .filter(Objects::nonNull)
                    .forEach(tables::addAll);
        }
        return tables.stream().filter(t -> !t.getRejected().isEmpty()).toList();
    }

    public @Nullable NeedsClarificationOutcomeBody open() {
        return body.getOutcome() instanceof NeedsClarificationOutcomeBody open ? open : null;
    }

    public @Nullable DeterminedOutcomeBody determined() {
        return body.getOutcome() instanceof DeterminedOutcomeBody determined ? determined : null;
    }

    /** The ground of an answer without a penalty, or null. */
    public @Nullable GroundBody ground() {
        return Norms.ground(body.getOutcome());
    }

    /** What the proposal still needs, without what its parts have said already. */
    public List<VerdictNeedBody> needs() {
        VerdictBody verdict = body.getVerdict();
        if (verdict == null) {
            return List.of();
        }
        List<String> said =
                verdict.getParts().stream().map(VerdictPartBody::getText).toList();
        return verdict.getNeeds().stream()
                .filter(need -> !said.contains(need.getText()))
                .toList();
    }

    /** The key of the verdict's wording: without benchmark and bands, a proposal inside is inside the statute. */
    public String verdictKey() {
        VerdictBody verdict = body.getVerdict();
        String status = verdict == null ? "" : verdict.getStatus().getValue();
        LawResultBody law = law();
        boolean bare = law != null && law.getBenchmark() == null && law.getBands() == null;
        return bare && status.equals("within-benchmark") ? "within-statute" : status;
    }

    /** What the rule sets used leave to a person. */
    public List<String> leftToPerson() {
        Set<String> left = new LinkedHashSet<>();
        for (RuleSetUseBody use : body.getRuleSets()) {
            RuleSets.of(base.catalogue(), use)
                    .filter(r -> r.kind() != RuleSet.Kind.GENERAL)
                    .ifPresent(r -> left.addAll(r.leftToPerson()));
        }
        return List.copyOf(left);
    }

    /** The main line: the fine on the party, or the first penalty with an amount; null where there is none. */
    public @Nullable PenaltyRange headline() {
        return bars.isEmpty() ? null : bars.get(0).penalty();
    }

    /** What a rule set is called. */
    public String title(RuleSetUseBody use) {
        if (use.getSource() != null) {
            return use.getSource().getText();
        }
        return RuleSets.of(base.catalogue(), use).map(show::title).orElse(use.getId());
    }
}
