package cn.faheng.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.engine.evaluation.GeneralPart;
import cn.faheng.engine.outcome.AppliedCircumstance;
import cn.faheng.engine.outcome.Decision;
import cn.faheng.engine.outcome.Effect;
import cn.faheng.engine.outcome.LawComparison;
import cn.faheng.engine.outcome.LawResult;
import cn.faheng.engine.outcome.Outcome;
import cn.faheng.engine.outcome.PenaltyMode;
import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.Range;
import cn.faheng.engine.outcome.Verdict;
import cn.faheng.engine.request.CaseCircumstances;
import cn.faheng.engine.request.DecisionRequest;
import cn.faheng.engine.request.Party;
import cn.faheng.engine.request.Proposal;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the law states for every case, tried on random cases of every bundled item. */
@Label("法律对一切案件的要求")
class DecisionProperties {

    private static final int TRIES = 1000;
    private static final List<Item> ITEMS = List.copyOf(Bundled.BASE.catalogue().items());
    private static final List<String> PLACES = List.of("370811", "370800", "440000", "440703", "110101", "140100");

    /** A random but valid case. The seed decides everything, so that a failure repeats. */
    record RandomCase(DecisionRequest request, Random random) {}

    @Provide
    Arbitrary<RandomCase> cases() {
        return Arbitraries.longs().map(DecisionProperties::randomCase);
    }

    private static RandomCase randomCase(long seed) {
        Random random = new Random(seed);
        Item item = ITEMS.get(random.nextInt(ITEMS.size()));
        LocalDate act = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(4300));
        LocalDate decided = act.plusDays(random.nextInt(700));
        Party.Kind kind = List.of(Party.Kind.values()).get(random.nextInt(3));
        Division place = new Division(PLACES.get(random.nextInt(PLACES.size())));
        Map<String, Object> facts = new HashMap<>();
        for (LocalDate day : List.of(act, decided)) {
            for (Fact fact : Bundled.ENGINE.questions(item, place, day)) {
                facts.putIfAbsent(fact.name(), value(fact, random));
            }
        }
        DecisionRequest request = new DecisionRequest(
                item.code(),
                place,
                act,
                act,
                act,
                decided,
                new Party(kind, null, Party.MentalState.NORMAL),
                facts,
                CaseCircumstances.none(),
                null,
                List.of());
        return new RandomCase(request, random);
    }

    private static Object value(Fact fact, Random random) {
        return switch (fact.type()) {
            case CHOICE ->
                fact.values().get(random.nextInt(fact.values().size())).value();
            case BOOLEAN -> random.nextBoolean();
            case INTEGER -> atLeast(fact, BigDecimal.valueOf(random.nextInt(40)));
            case NUMBER -> atLeast(fact, BigDecimal.valueOf(random.nextInt(20_000), 2));
            case MONEY -> atLeast(fact, BigDecimal.valueOf(random.nextInt(50_000_000), 2));
            case DATE -> LocalDate.of(2020, 1, 1).toString();
        };
    }

    private static BigDecimal atLeast(Fact fact, BigDecimal value) {
        BigDecimal min = fact.min();
        BigDecimal max = fact.max();
        BigDecimal raised = min == null ? value : value.max(min);
        return max == null ? raised : raised.min(max);
    }

    private static Optional<Outcome.Determined> determined(DecisionRequest request) {
        return Bundled.ENGINE.decide(request).outcome() instanceof Outcome.Determined determined
                ? Optional.of(determined)
                : Optional.empty();
    }

    @Property(tries = TRIES)
    @Label("从旧兼从轻：结果不重于行为时的法律，也不重于作出决定时的法律（行政处罚法第三十七条）")
    void neverHeavierThanEitherLawAlone(@ForAll("cases") RandomCase random) {
        Outcome.Determined determined = determined(random.request()).orElse(null);
        Assume.that(determined != null);
        LawComparison comparison = Objects.requireNonNull(determined).comparison();
        LawResult applied = comparison.applied();
        Assume.that(!comparison.criterion().equals("no-order-held"));
        GeneralPart general = general(random.request());
        for (LawResult alone : List.of(comparison.atAct(), comparison.atDecision())) {
            if (alone.disposition() == applied.disposition()) {
                assertThat(alone.exemption())
                        .as("a law that exempts is lighter than one that does not")
                        .isEmpty();
                assertThat(Arrays.compare(
                                weight(general, applied).toArray(BigDecimal[]::new),
                                weight(general, alone).toArray(BigDecimal[]::new)))
                        .as(comparison.criterion())
                        .isLessThanOrEqualTo(0);
            }
        }
    }

    private static GeneralPart general(DecisionRequest r) {
        String field = Bundled.BASE.catalogue().item(r.item()).orElseThrow().field();
        return new GeneralPart(Bundled.BASE.catalogue(), Bundled.MODELS, field, r.place(), r.decided(), r.decided());
    }

    private static BigDecimal heaviestKind(GeneralPart general, LawResult law) {
        BigDecimal heaviest = BigDecimal.ZERO;
        for (PenaltyRange penalty : law.penalties()) {
            PenaltyKind kind = penalty.penalty().kind();
            if (penalty.penalty().subject() == Penalty.Subject.PARTY && kind.isPenalty()) {
                Object rank = general.ask("lighter-law", "severity", Map.of("kind", kind.code()))
                        .map(GeneralPart.HookAnswer::result)
                        .orElse(BigDecimal.ZERO);
                heaviest = heaviest.max(rank instanceof BigDecimal number ? number : BigDecimal.ZERO);
            }
        }
        return heaviest;
    }

    /** The heaviest kind, then how long the party may be detained, may lose a licence, and how much it may be fined. */
    private static List<BigDecimal> weight(GeneralPart general, LawResult law) {
        List<BigDecimal> weight = new ArrayList<>();
        weight.add(heaviestKind(general, law).stripTrailingZeros());
        weight.addAll(ends(law, PenaltyKind.DETENTION));
        weight.addAll(ends(law, PenaltyKind.LICENCE_SUSPENSION));
        weight.add(ends(law, PenaltyKind.FINE).get(0));
        return weight;
    }

    private static List<BigDecimal> ends(LawResult law, PenaltyKind kind) {
        long most = 0;
        long least = 0;
        for (PenaltyRange penalty : law.penalties()) {
            Range range = penalty.statutory();
            if (range != null
                    && penalty.penalty().kind() == kind
                    && penalty.penalty().subject() == Penalty.Subject.PARTY) {
                most = Math.max(most, range.greatest());
                least = penalty.mode() == PenaltyMode.MUST ? Math.max(least, range.min()) : least;
            }
        }
        return List.of(BigDecimal.valueOf(most), BigDecimal.valueOf(least));
    }

    @Property(tries = TRIES)
    @Label("不超出法定幅度；低于最低限须有列明的减轻事由")
    void neverOutsideTheStatute(@ForAll("cases") RandomCase random) {
        DecisionRequest request = withCodes(random, code -> true, 3);
        Decision decision = Bundled.ENGINE.decide(request);
        Assume.that(decision.outcome() instanceof Outcome.Determined);
        LawResult law = ((Outcome.Determined) decision.outcome()).applied();
        for (PenaltyRange penalty : law.penalties()) {
            Range statutory = penalty.statutory();
            Range remaining = penalty.remaining();
            if (statutory == null || remaining == null) {
                continue;
            }
            assertThat(remaining.greatest()).isLessThanOrEqualTo(statutory.greatest());
            boolean below = remaining.min() < statutory.min();
            if (below) {
                assertThat(law.mitigation()).isNotNull();
                Range benchmark = penalty.benchmark();
                boolean byTier = benchmark != null && benchmark.min() < statutory.min();
                assertThat(Objects.requireNonNull(law.mitigation()).grounds())
                        .extracting(AppliedCircumstance::effect)
                        .anyMatch(byTier ? Effect::mitigates : Effect::mustMitigate);
            }
        }
    }

    @Property(tries = TRIES)
    @Label("超过法定最高限的拟罚款一律违法；没有事由而低于最低限的也违法")
    void noProposalOutsideTheStatuteIsLawful(@ForAll("cases") RandomCase random) {
        Outcome.Determined determined = determined(random.request()).orElse(null);
        Assume.that(determined != null);
        PenaltyRange fine = Objects.requireNonNull(determined).applied().penalties().stream()
                .filter(p ->
                        p.penalty().kind() == PenaltyKind.FINE && p.penalty().subject() == Penalty.Subject.PARTY)
                .findFirst()
                .orElse(null);
        Range statutory = fine == null ? null : fine.statutory();
        Assume.that(statutory != null && statutory.max() != null);
        Objects.requireNonNull(statutory);
        assertThat(status(random.request(), Objects.requireNonNull(statutory.max()) + 1))
                .isEqualTo(Verdict.Status.UNLAWFUL);
        if (statutory.min() > 0) {
            assertThat(status(random.request(), statutory.min() - 1)).isEqualTo(Verdict.Status.UNLAWFUL);
        }
    }

    private static Verdict.Status status(DecisionRequest r, long fine) {
        Proposal proposal = new Proposal(
                List.of(new Proposal.Proposed(PenaltyKind.FINE, Penalty.Subject.PARTY, fine)),
                null,
                null,
                null,
                Proposal.Steps.initial());
        DecisionRequest proposed = new DecisionRequest(
                r.item(),
                r.place(),
                r.actStart(),
                r.actEnd(),
                r.discovered(),
                r.decided(),
                r.party(),
                r.facts(),
                r.circumstances(),
                proposal,
                List.of());
        return Objects.requireNonNull(Bundled.ENGINE.decide(proposed).verdict()).status();
    }

    @Property(tries = TRIES)
    @Label("增加从重情节不降低、增加从轻情节不提高处罚幅度")
    void moreAggravatingNeverLessMoreMitigatingNeverMore(@ForAll("cases") RandomCase random) {
        DecisionRequest before = withCodes(random, code -> true, 2);
        List<String> codes = codes(before);
        Assume.that(!codes.isEmpty());
        String added = codes.get(random.random().nextInt(codes.size()));
        Set<String> more = new HashSet<>(before.circumstances().codes());
        more.add(added);
        LawResult less = determined(before).map(Outcome.Determined::applied).orElse(null);
        LawResult with = determined(
                        before.withCircumstances(before.circumstances().withCodes(more)))
                .map(Outcome.Determined::applied)
                .orElse(null);
        Assume.that(less != null && with != null);
        Objects.requireNonNull(less);
        Objects.requireNonNull(with);
        Effect effect = with.circumstances().stream()
                .filter(c -> c.code().equals(added))
                .map(AppliedCircumstance::effect)
                .findFirst()
                .orElse(Effect.NONE);
        if (!with.statute().ref().equals(less.statute().ref())) {
            return;
        }
        for (PenaltyRange penalty : with.penalties()) {
            Range now = penalty.remaining();
            Range then = less.penalty(penalty.penalty().id())
                    .map(PenaltyRange::remaining)
                    .orElse(null);
            if (now == null || then == null) {
                continue;
            }
            if (effect.aggravates()) {
                assertThat(now.min()).as("min %s", effect).isGreaterThanOrEqualTo(then.min());
                assertThat(now.greatest()).as("max %s", effect).isGreaterThanOrEqualTo(then.greatest());
            } else if (effect.lightens()) {
                assertThat(now.min()).as("min %s", effect).isLessThanOrEqualTo(then.min());
                assertThat(now.greatest()).as("max %s", effect).isLessThanOrEqualTo(then.greatest());
            }
        }
    }

    @Property(tries = 200)
    @Label("缺少事实时，任何补全的结果都在给出的幅度之内")
    void everyCompletionLiesInTheHull(@ForAll("cases") RandomCase random) {
        Map<String, Object> facts = random.request().facts();
        Assume.that(!facts.isEmpty());
        List<String> names = new ArrayList<>(new java.util.TreeSet<>(facts.keySet()));
        Map<String, Object> fewer = new HashMap<>(facts);
        fewer.remove(names.get(random.random().nextInt(names.size())));
        Outcome open = Bundled.ENGINE.decide(random.request().withFacts(fewer)).outcome();
        Outcome.Determined complete = determined(random.request()).orElse(null);
        Assume.that(open instanceof Outcome.NeedsClarification c && c.completions() > 0 && complete != null);
        List<PenaltyRange> hull = ((Outcome.NeedsClarification) open).hull();
        for (PenaltyRange penalty : Objects.requireNonNull(complete).applied().penalties()) {
            Range remaining = penalty.remaining();
            if (remaining == null) {
                continue;
            }
            Range whole = hull.stream()
                    .filter(h -> h.penalty().id().equals(penalty.penalty().id()))
                    .map(PenaltyRange::remaining)
                    .findFirst()
                    .orElse(null);
            assertThat(whole).as("hull of %s", penalty.penalty().id()).isNotNull();
            assertThat(Objects.requireNonNull(whole).min()).isLessThanOrEqualTo(remaining.min());
            assertThat(whole.greatest()).isGreaterThanOrEqualTo(remaining.greatest());
        }
    }

    private static List<String> codes(DecisionRequest r) {
        Item item = Bundled.BASE.catalogue().item(r.item()).orElseThrow();
        Set<String> codes = new HashSet<>();
        Bundled.ENGINE.circumstanceCodes(item, r.place(), r.actEnd()).forEach(c -> codes.add(c.value()));
        return codes.stream().sorted().toList();
    }

    private static DecisionRequest withCodes(RandomCase random, java.util.function.Predicate<String> which, int most) {
        List<String> all = codes(random.request()).stream().filter(which).toList();
        Set<String> chosen = new HashSet<>();
        for (int i = 0; i < most && !all.isEmpty(); i++) {
            if (random.random().nextBoolean()) {
                chosen.add(all.get(random.random().nextInt(all.size())));
            }
        }
        return random.request()
                .withCircumstances(random.request().circumstances().withCodes(chosen));
    }
}
