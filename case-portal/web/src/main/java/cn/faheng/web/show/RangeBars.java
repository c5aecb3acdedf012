package cn.faheng.web.show;

import cn.faheng.contract.model.LawResultBody;
import cn.faheng.contract.model.RuleSetUseBody;
import cn.faheng.engine.evaluation.GeneralPart;
import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.Range;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.server.registry.RuleBaseState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One drawing for each penalty with an amount, the fine on the party first. */
final class RangeBars {

    private final RuleBaseState base;
    private final String field;
    private final CaseAsked asked;
    private final @Nullable LawResultBody law;
    private final Proposed proposed;
    private final Show show;

    RangeBars(
            RuleBaseState base,
            String field,
            CaseAsked asked,
            @Nullable LawResultBody law,
            Proposed proposed,
            Show show) {
        this.base = base;
        this.field = field;
        this.asked = asked;
        this.law = law;
        this.proposed = proposed;
        this.show = show;
    }

    /** Draws penalties; {@code provisional} where the ranges are those over all completions of missing facts. */
    List<RangeBar> of(List<PenaltyRange> penalties, boolean provisional) {
        return penalties.stream()
                .filter(p -> p.statutory() != null)
                .sorted(Comparator.comparing((PenaltyRange p) -> p.penalty().subject() != Penalty.Subject.PARTY)
                        .thenComparing(p -> p.penalty().kind() != PenaltyKind.FINE))
                .map(p -> RangeBar.of(p, bands(p), proposed.to(p).orElse(null), mark(), provisional, show))
                .toList();
    }

    private @Nullable String mark() {
        RuleSetUseBody benchmark = law == null ? null : law.getBenchmark();
        return benchmark == null || benchmark.getAdoption() == null
                ? null
                : show.mark(benchmark.getAdoption().getMark());
    }

    private List<RangeBar.Band> bands(PenaltyRange penalty) {
        LawResultBody graded = law;
        RuleSetUseBody use = graded == null ? null : graded.getBands();
        Range statutory = penalty.statutory();
        if (graded == null || use == null || statutory == null || penalty.benchmark() == null) {
            return List.of();
        }
        Optional<RuleSet> ruleSet = RuleSets.of(base.catalogue(), use);
        GeneralPart general = new GeneralPart(
                base.catalogue(), base.models(), field, asked.place(), graded.getAsOf(), asked.decided());
        return ruleSet.map(bands -> new Bands(general, bands).of(statutory)).orElse(List.of());
    }
}
