package cn.faheng.engine.procedure;

import cn.faheng.engine.outcome.LawResult;
import cn.faheng.engine.outcome.PenaltyMode;
import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.Range;
import cn.faheng.engine.request.CaseCircumstances;
import cn.faheng.engine.request.DecisionRequest;
import cn.faheng.engine.request.Party;
import cn.faheng.engine.request.Proposal;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.rules.legal.Fen;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The penalty by which procedure is measured: the proposal, or without one the greatest that remains. */
public final class PenaltyAtStake {

    /** Stands for a fine without ceiling: above every threshold of the procedure. */
    private static final BigDecimal NO_LIMIT = new BigDecimal("1000000000000");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Below every position: nothing can be said. */
    private static final BigDecimal NEUTRAL = BigDecimal.valueOf(-1);

    private final DecisionRequest request;
    private final LawResult law;
    private final Set<PenaltyKind> kinds = EnumSet.noneOf(PenaltyKind.class);
    private final BigDecimal fine;

    /**
     * Takes the penalty from the request's proposal, else from what {@code law} leaves.
     *
     * @param request the request
     * @param law the law applied
     */
    public PenaltyAtStake(DecisionRequest request, LawResult law) {
        this.request = request;
        this.law = law;
        Proposal proposal = request.proposal();
        if (proposal != null) {
            proposal.penalties().stream()
                    .filter(p -> p.subject() == Penalty.Subject.PARTY)
                    .forEach(p -> kinds.add(p.kind()));
            // What has to be imposed beside it counts too; illegal gains only where there are any to propose.
            law.penalties().stream()
                    .filter(p -> p.penalty().subject() == Penalty.Subject.PARTY && p.mode() == PenaltyMode.MUST)
                    .map(p -> p.penalty().kind())
                    .filter(kind -> kind != PenaltyKind.CONFISCATE_ILLEGAL_GAINS)
                    .forEach(kinds::add);
            this.fine = proposal.penalties().stream()
                    .filter(p -> p.subject() == Penalty.Subject.PARTY && p.kind() == PenaltyKind.FINE)
                    .map(p -> yuan(p.amount() == null ? 0L : p.amount()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        } else {
            law.penalties().stream()
                    .filter(p -> p.penalty().subject() == Penalty.Subject.PARTY && p.mode() != PenaltyMode.NONE)
                    .forEach(p -> kinds.add(p.penalty().kind()));
            this.fine = greatest(false);
        }
    }

    String measuredBy() {
        return request.proposal() == null ? "greatest-remaining" : "proposal";
    }

    BigDecimal fine() {
        return fine;
    }

    private BigDecimal greatest(boolean statutory) {
        BigDecimal greatest = BigDecimal.ZERO;
        for (PenaltyRange penalty : law.penalties()) {
            Range range = statutory ? penalty.statutory() : penalty.remaining();
            if (penalty.penalty().kind() == PenaltyKind.FINE
                    && penalty.penalty().subject() == Penalty.Subject.PARTY
                    && range != null) {
                Long max = range.max();
                greatest = greatest.max(max == null ? NO_LIMIT : yuan(max));
            }
        }
        return greatest;
    }

    /** The superset of the inputs of the procedure and hearing hooks. */
    Map<String, Object> inputs() {
        Proposal proposal = request.proposal();
        CaseCircumstances c = request.circumstances();
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("partyKind", request.party().kind().code());
        inputs.put("fine", fine);
        // The hearing hooks read 0 as "the statute names no ceiling".
        BigDecimal ceiling = greatest(true);
        inputs.put("statutoryFineMax", ceiling.compareTo(NO_LIMIT) >= 0 ? BigDecimal.ZERO : ceiling);
        Long confiscated = c.confiscatedValueFen();
        inputs.put("confiscatedValue", confiscated == null ? BigDecimal.ZERO : yuan(confiscated));
        inputs.put(
                "otherKinds",
                kinds.stream().anyMatch(k -> k.isPenalty() && k != PenaltyKind.FINE && k != PenaltyKind.WARNING));
        inputs.put(
                "hearingHeld",
                proposal != null
                        && (proposal.steps().hearingHeld() || proposal.steps().hearingRequested()));
        inputs.put("majorPublicInterest", c.majorPublicInterest());
        inputs.put("complexOrMajor", c.complexOrMajor());
        inputs.put("mitigated", isBelowMinimum());
        inputs.put("suspendOperations", kinds.contains(PenaltyKind.SUSPEND_OPERATIONS));
        inputs.put("licenceRevocation", kinds.contains(PenaltyKind.LICENCE_REVOCATION));
        inputs.put("licenceSuspension", kinds.contains(PenaltyKind.LICENCE_SUSPENSION));
        inputs.put("qualificationDowngrade", kinds.contains(PenaltyKind.QUALIFICATION_DOWNGRADE));
        inputs.put(
                "closureOrRestriction",
                kinds.contains(PenaltyKind.CLOSURE) || kinds.contains(PenaltyKind.PROFESSION_RESTRICTION));
        // 行政处罚法 (2021) 第六十三条 does not name it among the kinds that always give a hearing.
        inputs.put("otherHeavy", kinds.contains(PenaltyKind.BUSINESS_RESTRICTION));
        inputs.put("businessActivity", c.businessActivity());
        Party party = request.party();
        Optional.ofNullable(party.ageOn(request.actEnd()))
                .ifPresent(age -> inputs.put("ageAtAct", BigDecimal.valueOf(age)));
        Optional.ofNullable(party.ageOn(request.decided()))
                .ifPresent(age -> inputs.put("ageAtDecision", BigDecimal.valueOf(age)));
        inputs.put("firstViolation", c.firstViolation());
        // Neither is asked; the answer says that it takes them for absent.
        inputs.put("pregnantOrNursing", false);
        inputs.put("seriousAndBadInfluence", false);
        inputs.put("repeatedWithinAYear", c.codes().contains("penalised-within-a-year"));
        return inputs;
    }

    /** Whether something may be confiscated whose value nobody stated. */
    public boolean isConfiscationOfUnknownValue() {
        return request.circumstances().confiscatedValueFen() == null
                && (kinds.contains(PenaltyKind.CONFISCATE_ILLEGAL_GAINS)
                        || kinds.contains(PenaltyKind.CONFISCATE_ILLEGAL_PROPERTY));
    }

    /** Whether an individual is to be detained. */
    public boolean isDetentionOfIndividual() {
        return request.party().kind() == Party.Kind.INDIVIDUAL && kinds.contains(PenaltyKind.DETENTION);
    }

    /** Whether the decision is made on the spot, or null where that is not settled. */
    @Nullable
    Boolean onTheSpot() {
        Proposal proposal = request.proposal();
        return proposal == null ? null : proposal.steps().onTheSpot();
    }

    String fineText() {
        return fine.compareTo(NO_LIMIT) >= 0
                ? "没有限额"
                : new Fen(fine.movePointRight(2).longValueExact()).chinese();
    }

    /**
     * Where the proposed fine lies in what grades it, in percent: in the tier of a benchmark, else in the statutory range.
     *
     * @param ofOneAmount what a range of one amount counts as
     */
    private BigDecimal position(BigDecimal ofOneAmount) {
        for (PenaltyRange penalty : law.penalties()) {
            Range tier = law.bands() == null ? penalty.benchmark() : null;
            Range range = tier != null && tier.contains(fen()) ? tier : penalty.statutory();
            Long max = range == null ? null : range.max();
            boolean ofParty = penalty.penalty().kind() == PenaltyKind.FINE
                    && penalty.penalty().subject() == Penalty.Subject.PARTY;
            if (ofParty && range != null && max != null && range.contains(fen())) {
                long span = max - range.min();
                return span == 0
                        ? ofOneAmount
                        : BigDecimal.valueOf(fen() - range.min())
                                .movePointRight(2)
                                .divide(BigDecimal.valueOf(span), 2, RoundingMode.DOWN);
            }
        }
        return NEUTRAL;
    }

    /** The position by which lightening is looked for: one amount leaves none, so it counts as the top. */
    BigDecimal positionFromBelow() {
        BigDecimal position = position(HUNDRED);
        return position.signum() < 0 ? BigDecimal.ZERO : position;
    }

    /** The position by which aggravation is looked for: one amount of a tier shows none; a fixed statutory amount can show none. */
    BigDecimal positionFromAbove() {
        boolean fixed = law.penalties().stream()
                .filter(p -> p.penalty().kind() == PenaltyKind.FINE)
                .map(PenaltyRange::statutory)
                .anyMatch(r -> r != null && r.max() != null && r.max() == r.min());
        BigDecimal position = position(fixed ? HUNDRED : BigDecimal.ZERO);
        return position.signum() < 0 ? HUNDRED : position;
    }

    private long fen() {
        return fine.movePointRight(2).longValue();
    }

    /** Whether the fine that is measured, proposed or the greatest that remains, lies below the statutory minimum. */
    boolean isBelowMinimum() {
        return law.penalties().stream()
                .filter(p -> p.penalty().kind() == PenaltyKind.FINE
                        && p.penalty().subject() == Penalty.Subject.PARTY
                        && (p.mode() == PenaltyMode.MUST || (p.mode() != PenaltyMode.NONE && fine.signum() > 0)))
                .map(PenaltyRange::statutory)
                .anyMatch(r -> r != null && fine.compareTo(yuan(r.min())) < 0);
    }

    /** Whether the proposed fine equals the end of a statutory range that is more than one amount. */
    boolean isAtStatutoryEnd(boolean maximum) {
        return law.penalties().stream()
                .filter(p ->
                        p.penalty().kind() == PenaltyKind.FINE && p.penalty().subject() == Penalty.Subject.PARTY)
                .map(PenaltyRange::statutory)
                .filter(Objects::nonNull)
                .anyMatch(range -> isAtEnd(range, maximum));
    }

    private boolean isAtEnd(Range range, boolean maximum) {
        Long max = range.max();
        Long end = maximum ? max : Long.valueOf(range.min());
        boolean oneAmount = max != null && max == range.min();
        return end != null && !oneAmount && fine.compareTo(yuan(end)) == 0;
    }

    static BigDecimal yuan(long fen) {
        return new Fen(fen).toYuan();
    }
}
