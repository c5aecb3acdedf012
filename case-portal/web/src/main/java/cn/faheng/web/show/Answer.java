package cn.faheng.web.show;

import cn.faheng.contract.model.AmountRangeBody;
import cn.faheng.contract.model.DecisionResponseBody;
import cn.faheng.contract.model.DeterminedOutcomeBody;
import cn.faheng.contract.model.GroundBody;
import cn.faheng.contract.model.LawComparisonBody;
import cn.faheng.contract.model.LawResultBody;
import cn.faheng.contract.model.NeedsClarificationOutcomeBody;
import cn.faheng.contract.model.NoPenaltyOutcomeBody;
import cn.faheng.contract.model.NotApplicableOutcomeBody;
import cn.faheng.contract.model.PenaltyBody;
import cn.faheng.contract.model.PenaltyRangeBody;
import cn.faheng.contract.model.RefusedBenchmarkBody;
import cn.faheng.contract.model.RuleSetUseBody;
import cn.faheng.contract.model.TableTraceBody;
import cn.faheng.contract.model.VerdictBody;
import cn.faheng.contract.model.VerdictPartBody;
import cn.faheng.engine.evaluation.GeneralPart;
import cn.faheng.engine.outcome.PenaltyMode;
import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.Range;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetId;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.server.registry.RuleBaseState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a page shows it. It is the answer other systems get and the receipt keeps; nothing is computed again but the drawing.
 */
public final class Answer {

    private static final List<String> GRADES = List.of("lighter", "normal", "heavier");

    private final DecisionResponseBody body;
    private final RuleBaseState base;
    private final Show show;
    private final List<PenaltyRange> penalties;
    private final List<RangeBar> bars = new ArrayList<>();

    /**
     * Prepares an answer for a page.
     *
     * @param body the answer
     * @param base the rule base, for the titles of rule sets and the bands of the drawing
     * @param show the wording
     */
    public Answer(DecisionResponseBody body, RuleBaseState base, Show show) {
        this.body = body;
        this.base = base;
        this.show = show;
        this.penalties = ranges();
        draw();
    }

    public DecisionResponseBody body() {
        return body;
    }

    /** One drawing for each penalty with an amount, the fine on the party first. */
    public List<RangeBar> bars() {
        return List.copyOf(bars);
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
        List<PenaltyRangeBody> bodies = open != null ? open.getHull() : law == null ? List.of() : law.getPenalties();
        return bodies.stream().map(Answer::range).toList();
    }

    private void draw() {
        LawResultBody law = law();
        RuleSetUseBody benchmark = law == null ? null : law.getBenchmark();
        String mark = benchmark == null || benchmark.getAdoption() == null
                ? null
                : show.mark(benchmark.getAdoption().getMark());
        penalties.stream()
                .filter(p -> p.statutory() != null)
                .sorted(Comparator.comparing((PenaltyRange p) -> p.penalty().subject() != Penalty.Subject.PARTY)
                        .thenComparing(p -> p.penalty().kind() != PenaltyKind.FINE))
                .forEach(p -> bars.add(RangeBar.of(p, bands(law, p), proposed(p), mark, open() != null, show)));
    }

    private RangeBar.@Nullable Proposed proposed(PenaltyRange penalty) {
        VerdictBody verdict = body.getVerdict();
        if (verdict == null) {
            return null;
        }
        for (VerdictPartBody part : verdict.getParts()) {
            PenaltyBody named = part.getPenalty();
            if (named != null && named.getId().equals(penalty.penalty().id())) {
                Long amount = part.getAmountFen() != null
                        ? part.getAmountFen()
                        : part.getMonths() != null ? part.getMonths() : part.getDays();
                if (amount != null) {
                    return new RangeBar.Proposed(amount, part.getStatus().getValue());
                }
            }
        }
        return null;
    }

    /** The three national bands of the statutory span, where they take the place of a benchmark. */
    private List<RangeBar.Band> bands(@Nullable LawResultBody law, PenaltyRange penalty) {
        Range statutory = penalty.statutory();
        RuleSetUseBody use = law == null ? null : law.getBands();
        RuleSet ruleSet = use == null ? null : ruleSet(use).orElse(null);
        Long max = statutory == null ? null : statutory.max();
        if (law == null
                || ruleSet == null
                || statutory == null
                || max == null
                || max == statutory.min()
                || penalty.benchmark() == null) {
            return List.of();
        }
        GeneralPart general = new GeneralPart(
                base.catalogue(),
                base.models(),
                body.getItem().getField(),
                Division.NATION,
                law.getAsOf(),
                law.getAsOf());
        BigDecimal span = BigDecimal.valueOf(max - statutory.min());
        List<RangeBar.Band> bands = new ArrayList<>();
        for (String grade : GRADES) {
            GeneralPart.HookAnswer answer = general.answer(ruleSet, "band", Map.of("grade", grade));
            Optional<BigDecimal> low = answer.number("lowPct");
            Optional<BigDecimal> high = answer.number("highPct");
            if (low.isPresent() && high.isPresent()) {
                bands.add(new RangeBar.Band(
                        grade,
                        Range.of(
                                statutory.min() + share(span, low.get(), RoundingMode.CEILING),
                                statutory.min() + share(span, high.get(), RoundingMode.FLOOR))));
            }
        }
        return bands;
    }

    private static long share(BigDecimal span, BigDecimal percent, RoundingMode rounding) {
        return span.multiply(percent)
                .divide(BigDecimal.valueOf(100), 0, rounding)
                .longValueExact();
    }

    private static PenaltyRange range(PenaltyRangeBody range) {
        return new PenaltyRange(
                penalty(range.getPenalty()),
                PenaltyMode.ofCode(range.getMode().getValue()).orElse(PenaltyMode.NONE),
                amounts(range.getStatutory()),
                amounts(range.getBenchmark()),
                amounts(range.getRemaining()));
    }

    private static Penalty penalty(PenaltyBody penalty) {
        return new Penalty(
                penalty.getId(),
                PenaltyKind.ofCode(penalty.getKind().getValue()).orElse(PenaltyKind.OTHER),
                penalty.getSubject().getValue().equals("party")
                        ? Penalty.Subject.PARTY
                        : Penalty.Subject.RESPONSIBLE_PERSON,
                penalty.getLabel());
    }

    /** A range of the answer in the form in which it can be drawn. */
    public static @Nullable Range amounts(@Nullable AmountRangeBody range) {
        if (range == null) {
            return null;
        }
        boolean included = range.getMaxIncluded();
        if (range.getMinMonths() != null || range.getMaxMonths() != null) {
            return new Range(orZero(range.getMinMonths()), range.getMaxMonths(), included);
        }
        if (range.getMinDays() != null || range.getMaxDays() != null) {
            return new Range(orZero(range.getMinDays()), range.getMaxDays(), included);
        }
        return new Range(orZero(range.getMinFen()), range.getMaxFen(), included);
    }

    private static long orZero(@Nullable Long amount) {
        return amount == null ? 0 : amount;
    }

    /** Slug of the kind of outcome. */
    public String kind() {
        return body.getOutcome().getKind();
    }

    public @Nullable LawComparisonBody comparison() {
        if (body.getOutcome() instanceof DeterminedOutcomeBody determined) {
            return determined.getComparison();
        }
        return body.getOutcome() instanceof NoPenaltyOutcomeBody none ? none.getComparison() : null;
    }

    public boolean actLawChosen() {
        LawComparisonBody comparison = comparison();
        return comparison != null && comparison.getChosen() == LawComparisonBody.ChosenEnum.LAW_AT_ACT;
    }

    /** The law applied, or null where none was. */
    public @Nullable LawResultBody law() {
        LawComparisonBody comparison = comparison();
        if (comparison == null) {
            return null;
        }
        return actLawChosen() ? comparison.getAtAct() : comparison.getAtDecision();
    }

    /** Whether two different laws were weighed against each other (从旧兼从轻). */
    public boolean weighed() {
        LawComparisonBody c = comparison();
        return c != null
                && !show.path(c.getAtAct().getStatute())
                        .equals(show.path(c.getAtDecision().getStatute()));
    }

    /** Both laws, the one at the act first. */
    public List<LawResultBody> laws() {
        LawComparisonBody comparison = comparison();
        return comparison == null ? List.of() : List.of(comparison.getAtAct(), comparison.getAtDecision());
    }

    /** The penalties of both laws by id, for the table that holds them side by side. */
    public List<Pair> pairs() {
        LawComparisonBody comparison = comparison();
        if (comparison == null) {
            return List.of();
        }
        Map<String, Pair> pairs = new LinkedHashMap<>();
        for (PenaltyRangeBody body : comparison.getAtAct().getPenalties()) {
            PenaltyRange range = range(body);
            pairs.put(range.penalty().id(), new Pair(range.penalty(), range, null));
        }
        for (PenaltyRangeBody body : comparison.getAtDecision().getPenalties()) {
            PenaltyRange range = range(body);
            Pair known = pairs.get(range.penalty().id());
            pairs.put(
                    range.penalty().id(),
                    known == null
                            ? new Pair(range.penalty(), null, range)
                            : new Pair(range.penalty(), known.atAct(), range));
        }
        return List.copyOf(pairs.values());
    }

    /**
     * A penalty under both laws.
     *
     * @param penalty the penalty
     * @param atAct under the law at the act, or null where it knows none
     * @param atDecision under the law at the decision, or null where it knows none
     */
    public record Pair(Penalty penalty, @Nullable PenaltyRange atAct, @Nullable PenaltyRange atDecision) {}

    /** Benchmarks refused under the law applied, or under either law where no benchmark is left. Each once. */
    public List<RefusedBenchmarkBody> refused() {
        LawResultBody law = law();
        if (law == null) {
            return List.of();
        }
        Map<String, RefusedBenchmarkBody> refused = new LinkedHashMap<>();
        law.getRefused().forEach(r -> refused.putIfAbsent(r.getDetail(), r));
        return List.copyOf(refused.values());
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
        if (body.getOutcome() instanceof NoPenaltyOutcomeBody none) {
            return none.getGround();
        }
        return body.getOutcome() instanceof NotApplicableOutcomeBody not ? not.getGround() : null;
    }

    /** What the proposal still needs, without what its parts have said already. */
    public List<String> needs() {
        VerdictBody verdict = body.getVerdict();
        if (verdict == null) {
            return List.of();
        }
        List<String> said =
                verdict.getParts().stream().map(VerdictPartBody::getText).toList();
        return verdict.getNeeds().stream().filter(need -> !said.contains(need)).toList();
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
            ruleSet(use).filter(r -> r.kind() != RuleSet.Kind.GENERAL).ifPresent(r -> left.addAll(r.leftToPerson()));
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
        return ruleSet(use).map(show::title).orElse(use.getId());
    }

    private Optional<RuleSet> ruleSet(RuleSetUseBody use) {
        return base.catalogue().ruleSet(new RuleSetRef(new RuleSetId(use.getId()), use.getVersion()));
    }
}
