package cn.faheng.engine.sanction;

import cn.faheng.engine.evaluation.CompiledRuleSet;
import cn.faheng.engine.evaluation.GeneralPart;
import cn.faheng.engine.evaluation.ModelRegistry;
import cn.faheng.engine.explanation.TierTracer;
import cn.faheng.engine.outcome.AppliedCircumstance;
import cn.faheng.engine.outcome.LawResult;
import cn.faheng.engine.outcome.LawResult.Disposition;
import cn.faheng.engine.outcome.LawResult.Mitigation;
import cn.faheng.engine.outcome.PenaltyMode;
import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.Range;
import cn.faheng.engine.outcome.TierTrace;
import cn.faheng.engine.request.DecisionRequest;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.format.RuleBase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The law as it stands on one day for one item and place, ready to be applied to any facts. Thread-safe. */
public final class LawOfTheDay {

    /** The hooks that bear on what a penalty comes to. */
    private static final List<String> GRADING_HOOKS = List.of("capacity", "exemption", "circumstances", "bands");

    private final LocalDate date;
    private final RuleSet statute;
    private final ModelRegistry models;
    private final GeneralPart general;
    private final BenchmarkChoice benchmarks;
    private final @Nullable RuleSet bands;
    private volatile @Nullable Established established;

    /**
     * Chooses benchmark and bands for a statute in force.
     *
     * @param statute the statute in force on {@code date}
     * @param decided the day of the decision, whose general part stands in where none is held for {@code date}
     */
    public LawOfTheDay(
            RuleBase base,
            ModelRegistry models,
            Item item,
            RuleSet statute,
            Division place,
            LocalDate date,
            LocalDate decided) {
        this.date = date;
        this.statute = statute;
        this.models = models;
        this.general = new GeneralPart(base.catalogue(), models, item.field(), place, date, decided);
        this.benchmarks = new BenchmarkChoice(base, statute, place, date);
        this.bands = benchmarks.chosen() != null
                ? null
                : general.ruleSets("bands").stream().findFirst().orElse(null);
    }

    public GeneralPart general() {
        return general;
    }

    /** Whether any facts would come out the same under {@code other}: the same statute, benchmark and general rules. */
    public boolean appliesLike(LawOfTheDay other) {
        return statute.ref().equals(other.statute.ref())
                && Objects.equals(benchmarks.chosen(), other.benchmarks.chosen())
                && GRADING_HOOKS.stream()
                        .allMatch(hook -> general.ruleSets(hook).equals(other.general.ruleSets(hook)));
    }

    /** The result of a law that applies like this one, as a result of this day. */
    public LawResult restate(LawResult result) {
        return result.on(date, benchmarks.refused());
    }

    /** The rule sets whose facts have to be known: the statute and the benchmark that is applied. */
    public List<RuleSet> asking() {
        RuleSet benchmark = benchmarks.chosen();
        return benchmark == null ? List.of(statute) : List.of(statute, benchmark);
    }

    /** The questions of this law, each once, without those that the party answers. */
    public List<Fact> questions() {
        Map<String, Fact> byName = new LinkedHashMap<>();
        asking().forEach(r -> r.facts().forEach(fact -> byName.putIfAbsent(fact.name(), fact)));
        return byName.values().stream().filter(fact -> !fact.fromParty()).toList();
    }

    /**
     * Applies the law.
     *
     * @param request dates, party and circumstances
     * @param facts every fact this law asks for, as {@link cn.faheng.engine.request.FactReader} reads them
     * @param traced whether the tables are to be explained row by row
     */
    public LawResult apply(DecisionRequest request, Map<String, Object> facts, boolean traced) {
        Map<String, Object> values = new HashMap<>(facts);
        values.put("partyKind", request.party().kind().code());
        RuleSetAnswer law = answer(statute, values);
        RuleSet benchmark = benchmarks.chosen();
        // A benchmark grades penalties; where the clause imposes none there is nothing to grade.
        boolean graded = law.disposition() == Disposition.PENALTY && law.imposesPenalty();
        RuleSetAnswer tier = benchmark == null || !graded ? null : answer(benchmark, values);
        if (tier != null && tier.disposition() == Disposition.NOT_APPLICABLE) {
            // The benchmark leaves this case to the statute alone.
            tier = null;
        }
        List<AppliedCircumstance> circumstances = law.circumstance()
                .map(code -> Circumstances.with(general, request, circumstances(request), code))
                .orElseGet(() -> circumstances(request));
        Discretion discretion = new Discretion(circumstances, general, bands);
        Grading grading = new Grading(statute, law, tier, discretion, bands);
        String contradiction = grading.contradiction();
        boolean contradictory = contradiction != null;
        // Where the benchmark leaves the tier to a person, only the statute is certain.
        boolean open = contradictory || (tier != null && tier.disposition() == Disposition.PERSON_DECIDES);
        List<PenaltyRange> penalties = (open ? grading.withoutTier() : grading).penalties();
        List<TierTrace> tables = new ArrayList<>();
        if (traced) {
            tables.addAll(trace(law));
            if (tier != null) {
                tables.addAll(trace(tier));
            }
        }
        Disposition disposition =
                tier == null || tier.disposition() == Disposition.PENALTY ? law.disposition() : tier.disposition();
        if (contradictory) {
            disposition = Disposition.PERSON_DECIDES;
        }
        if (disposition == Disposition.PENALTY && onlyMeasures(penalties)) {
            disposition = Disposition.NO_PENALTY;
        }
        boolean useBands = bands != null && penalties.stream().anyMatch(p -> p.benchmark() != null);
        return new LawResult(
                date,
                statute,
                tier == null ? null : benchmark,
                useBands ? bands : null,
                benchmarks.refused(),
                disposition,
                (tier == null ? law.tier() : law.tier() + " / " + tier.tier())
                        + (contradictory ? "；" + contradiction : ""),
                penalties,
                circumstances,
                tables,
                mitigation(penalties, circumstances, discretion));
    }

    /** The circumstances do not depend on the facts of the item; completions of the same request share them. */
    private List<AppliedCircumstance> circumstances(DecisionRequest request) {
        Established known = established;
        if (known == null || !known.request().equals(request)) {
            known = new Established(request, new Circumstances(general, request).all());
            established = known;
        }
        return known.circumstances();
    }

    private record Established(DecisionRequest request, List<AppliedCircumstance> circumstances) {}

    private RuleSetAnswer answer(RuleSet ruleSet, Map<String, Object> values) {
        CompiledRuleSet compiled = models.compiled(ruleSet);
        Map<String, Object> declared = new HashMap<>();
        for (Fact fact : ruleSet.facts()) {
            Object value = known(ruleSet, fact, values);
            if (value != null) {
                declared.put(fact.name(), value);
            }
        }
        return new RuleSetAnswer(compiled, declared, compiled.evaluate(declared));
    }

    /**
     * What is known of a fact to one rule set: the answer given to this version of the question, else the answer given to the question
     * as such if this version allows it, else null.
     */
    public static @Nullable Object known(RuleSet ruleSet, Fact fact, Map<String, Object> facts) {
        Object own = facts.get(fact.qualified(ruleSet.ref().version()).name());
        Object given = own == null ? facts.get(fact.name()) : own;
        return given != null && fact.allows(given) ? given : null;
    }

    /** Whether nothing but an order to correct is left, which is no penalty (行政处罚法 (2021) 第九条、第二十八条). */
    private static boolean onlyMeasures(List<PenaltyRange> penalties) {
        return penalties.stream().noneMatch(p -> p.penalty().kind().isPenalty() && p.mode() != PenaltyMode.NONE);
    }

    private static List<TierTrace> trace(RuleSetAnswer answer) {
        return new TierTracer(answer.compiled(), answer.facts(), answer.evaluation()).trace(answer.evaluation());
    }

    private static @Nullable Mitigation mitigation(
            List<PenaltyRange> penalties, List<AppliedCircumstance> circumstances, Discretion discretion) {
        List<AppliedCircumstance> grounds =
                circumstances.stream().filter(c -> c.effect().mitigates()).toList();
        List<Mitigation.Below> below = new ArrayList<>();
        for (PenaltyRange penalty : penalties) {
            Range statutory = penalty.statutory();
            Range range = statutory == null
                    ? null
                    : discretion.below(statutory, penalty.penalty().kind());
            if (range != null) {
                below.add(new Mitigation.Below(penalty.penalty().id(), range));
            }
        }
        return grounds.isEmpty() ? null : new Mitigation(grounds, discretion.mustMitigate(), below);
    }
}
