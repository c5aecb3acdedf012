package cn.faheng.server.decisions;

import cn.faheng.contract.model.AmountRangeBody;
import cn.faheng.contract.model.AppliedCircumstanceBody;
import cn.faheng.contract.model.BelowMinimumBody;
import cn.faheng.contract.model.ConditionBody;
import cn.faheng.contract.model.DeterminedOutcomeBody;
import cn.faheng.contract.model.DistanceBody;
import cn.faheng.contract.model.EffectBody;
import cn.faheng.contract.model.GroundBody;
import cn.faheng.contract.model.JudgementBody;
import cn.faheng.contract.model.LawComparisonBody;
import cn.faheng.contract.model.LawResultBody;
import cn.faheng.contract.model.MitigationBody;
import cn.faheng.contract.model.NeedsClarificationOutcomeBody;
import cn.faheng.contract.model.NoPenaltyOutcomeBody;
import cn.faheng.contract.model.NotApplicableOutcomeBody;
import cn.faheng.contract.model.OpenQuestionBody;
import cn.faheng.contract.model.OutcomeBody;
import cn.faheng.contract.model.PenaltyRangeBody;
import cn.faheng.contract.model.RefusedBenchmarkBody;
import cn.faheng.contract.model.RejectedRowBody;
import cn.faheng.contract.model.TableTraceBody;
import cn.faheng.engine.explanation.RangeText;
import cn.faheng.engine.outcome.AppliedCircumstance;
import cn.faheng.engine.outcome.Ground;
import cn.faheng.engine.outcome.LawComparison;
import cn.faheng.engine.outcome.LawResult;
import cn.faheng.engine.outcome.Outcome;
import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.Range;
import cn.faheng.engine.outcome.RefusedBenchmark;
import cn.faheng.engine.outcome.TierTrace;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.server.catalogue.CatalogueViews;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Outcomes as the contract writes them. */
final class OutcomeViews {

    private OutcomeViews() {}

    static OutcomeBody outcome(Outcome outcome) {
        if (outcome instanceof Outcome.Determined determined) {
            return new DeterminedOutcomeBody()
                    .kind(outcome.code())
                    .comparison(comparison(determined.comparison()))
                    .exemption(circumstances(determined.exemption()));
        }
        if (outcome instanceof Outcome.NoPenalty none) {
            NoPenaltyOutcomeBody body =
                    new NoPenaltyOutcomeBody().kind(outcome.code()).ground(ground(none.ground()));
            Optional.ofNullable(none.comparison()).ifPresent(c -> body.setComparison(comparison(c)));
            return body;
        }
        if (outcome instanceof Outcome.NotApplicable other) {
            return new NotApplicableOutcomeBody().kind(outcome.code()).ground(ground(other.ground()));
        }
        Outcome.NeedsClarification open = (Outcome.NeedsClarification) outcome;
        return new NeedsClarificationOutcomeBody()
                .kind(outcome.code())
                .questions(open.questions().stream()
                        .map(q -> new OpenQuestionBody()
                                .pointer(q.pointer())
                                .question(CatalogueViews.question(q.fact()))
                                .narrowsByFen(q.narrowsByFen())
                                .closedBy(q.closedBy()))
                        .toList())
                .judgements(open.judgements().stream()
                        .map(j -> new JudgementBody()
                                .matter(j.matter())
                                .closedBy(j.closedBy())
                                .tables(tables(j.tables()))
                                .citations(CatalogueViews.citations(j.citations())))
                        .toList())
                .hull(penalties(open.hull()))
                .completions(open.completions());
    }

    private static GroundBody ground(Ground ground) {
        GroundBody body = new GroundBody().code(ground.code()).text(ground.text());
        Optional.ofNullable(ground.ruleSet()).ifPresent(ref -> {
            body.setRuleSet(ref.toString());
            Optional.ofNullable(ground.row()).ifPresent(row -> body.setRow(CatalogueViews.row(ref, row)));
        });
        return body;
    }

    private static LawComparisonBody comparison(LawComparison comparison) {
        LawComparisonBody body = new LawComparisonBody()
                .atAct(law(comparison.atAct()))
                .atDecision(law(comparison.atDecision()))
                .chosen(LawComparisonBody.ChosenEnum.fromValue(
                        comparison.chosen().code()))
                .criterion(comparison.criterion())
                .reason(comparison.reason())
                .citations(CatalogueViews.citations(comparison.citations()));
        Optional.ofNullable(comparison.ruleSet()).ifPresent(ref -> body.setRuleSet(ref.toString()));
        return body;
    }

    private static LawResultBody law(LawResult law) {
        LawResultBody body = new LawResultBody()
                .asOf(law.asOf())
                .statute(CatalogueViews.ruleSet(law.statute()))
                .refused(law.refused().stream().map(OutcomeViews::refused).toList())
                .disposition(LawResultBody.DispositionEnum.fromValue(
                        law.disposition().code()))
                .tier(law.tier())
                .penalties(penalties(law.penalties()))
                .circumstances(circumstances(law.circumstances()))
                .tables(tables(law.tables()));
        RuleSet benchmark = law.benchmark();
        if (benchmark != null) {
            body.setBenchmark(CatalogueViews.ruleSet(benchmark));
        }
        RuleSet bands = law.bands();
        if (bands != null) {
            body.setBands(CatalogueViews.ruleSet(bands));
        }
        LawResult.Mitigation mitigation = law.mitigation();
        if (mitigation != null) {
            body.setMitigation(mitigation(law, mitigation));
        }
        return body;
    }

    private static RefusedBenchmarkBody refused(RefusedBenchmark refused) {
        return new RefusedBenchmarkBody()
                .benchmark(CatalogueViews.ruleSet(refused.benchmark()))
                .reason(RefusedBenchmarkBody.ReasonEnum.fromValue(
                        refused.reason().code()))
                .detail(refused.detail());
    }

    private static MitigationBody mitigation(LawResult law, LawResult.Mitigation mitigation) {
        return new MitigationBody()
                .grounds(circumstances(mitigation.grounds()))
                .bound(mitigation.bound())
                .below(mitigation.below().stream()
                        .map(below -> new BelowMinimumBody()
                                .penaltyId(below.penaltyId())
                                .range(amounts(
                                        law.penalty(below.penaltyId())
                                                .map(p -> p.penalty().kind())
                                                .orElse(PenaltyKind.FINE),
                                        below.range())))
                        .toList());
    }

    private static List<AppliedCircumstanceBody> circumstances(List<AppliedCircumstance> circumstances) {
        return circumstances.stream()
                .map(c -> new AppliedCircumstanceBody()
                        .code(c.code())
                        .label(c.label())
                        .effect(EffectBody.fromValue(c.effect().code()))
                        .effectText(c.effect().chinese())
                        .ruleSet(c.ruleSet().toString())
                        .row(CatalogueViews.row(c.ruleSet(), c.row())))
                .toList();
    }

    private static List<PenaltyRangeBody> penalties(List<PenaltyRange> penalties) {
        return penalties.stream().map(OutcomeViews::penalty).toList();
    }

    private static PenaltyRangeBody penalty(PenaltyRange range) {
        PenaltyKind kind = range.penalty().kind();
        PenaltyRangeBody body = new PenaltyRangeBody()
                .penalty(CatalogueViews.penalty(range.penalty()))
                .mode(PenaltyRangeBody.ModeEnum.fromValue(range.mode().code()))
                .modeText(range.mode().chinese());
        body.setStatutory(range(kind, range.statutory()));
        body.setBenchmark(range(kind, range.benchmark()));
        body.setRemaining(range(kind, range.remaining()));
        return body;
    }

    private static @Nullable AmountRangeBody range(PenaltyKind kind, @Nullable Range range) {
        return range == null ? null : amounts(kind, range);
    }

    private static AmountRangeBody amounts(PenaltyKind kind, Range range) {
        AmountRangeBody body =
                new AmountRangeBody().maxIncluded(range.maxIncluded()).text(RangeText.of(kind, range));
        return switch (kind.quantity()) {
            case MONTHS -> body.minMonths(range.min()).maxMonths(range.max());
            case DAYS -> body.minDays(range.min()).maxDays(range.max());
            default -> body.minFen(range.min()).maxFen(range.max());
        };
    }

    private static List<TableTraceBody> tables(List<TierTrace> tables) {
        return tables.stream().map(OutcomeViews::table).toList();
    }

    private static TableTraceBody table(TierTrace table) {
        return new TableTraceBody()
                .ruleSet(table.ruleSet().toString())
                .decision(table.decision())
                .matched(CatalogueViews.row(table.ruleSet(), table.matched()))
                .because(conditions(table.because()))
                .rejected(table.rejected().stream().map(r -> rejected(table, r)).toList());
    }

    private static RejectedRowBody rejected(TierTrace table, TierTrace.RejectedRow rejected) {
        RejectedRowBody body = new RejectedRowBody()
                .row(CatalogueViews.row(table.ruleSet(), rejected.row()))
                .failed(conditions(rejected.failed()));
        TierTrace.Distance distance = rejected.distance();
        if (distance != null) {
            body.setDistance(new DistanceBody()
                    .fact(distance.fact())
                    .difference(distance.difference())
                    .unit(distance.unit()));
        }
        return body;
    }

    private static List<ConditionBody> conditions(List<TierTrace.MetCondition> conditions) {
        return conditions.stream()
                .map(c -> new ConditionBody()
                        .fact(c.fact())
                        .condition(c.condition())
                        .value(c.value()))
                .toList();
    }
}
