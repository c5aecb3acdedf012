package cn.faheng.web.show;

import cn.faheng.contract.model.ConcurrenceBody;
import cn.faheng.contract.model.ConcurringNormBody;
import cn.faheng.contract.model.DecisionResponseBody;
import cn.faheng.contract.model.DeterminedOutcomeBody;
import cn.faheng.contract.model.GroundBody;
import cn.faheng.contract.model.LawResultBody;
import cn.faheng.contract.model.NeedsClarificationOutcomeBody;
import cn.faheng.contract.model.NoPenaltyOutcomeBody;
import cn.faheng.contract.model.NotApplicableOutcomeBody;
import cn.faheng.contract.model.OpenQuestionBody;
import cn.faheng.contract.model.OutcomeBody;
import cn.faheng.contract.model.PenaltyRangeBody;
import cn.faheng.contract.model.RuleSetUseBody;
import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The norms that one act violates (行政处罚法 第二十九条), each with what it leaves by itself.
 *
 * @param norms the norms, that of the page first
 * @param applied the norm whose fine applies, or null while a person or missing facts decide
 * @param body the rule, its reason and where it stands
 */
public record Norms(List<Norm> norms, @Nullable Norm applied, ConcurrenceBody body) {

    public Norms {
        norms = List.copyOf(norms);
    }

    /**
     * One norm.
     *
     * @param item its item
     * @param own whether it is the item of the page
     * @param applied whether its fine applies
     * @param kind slug of its outcome
     * @param law the provision that punishes it, or null while it is open
     * @param fines the fines on the party that remain
     * @param greatestFen the greatest of them, or null where there is none or no bound
     * @param questions what is still open of it
     * @param ground why no penalty is imposed, or null
     */
    public record Norm(
            Item item,
            boolean own,
            boolean applied,
            String kind,
            @Nullable RuleSetUseBody law,
            List<PenaltyRange> fines,
            @Nullable Long greatestFen,
            List<OpenQuestionBody> questions,
            @Nullable String ground) {

        public Norm {
            fines = List.copyOf(fines);
            questions = List.copyOf(questions);
        }
    }

    /** The norm of the page is not the one whose fine applies. */
    public boolean elsewhere() {
        return applied != null && !applied.own();
    }

    static Optional<Norms> of(DecisionResponseBody body, Catalogue catalogue) {
        ConcurrenceBody concurrence = body.getConcurrence();
        if (concurrence == null) {
            return Optional.empty();
        }
        String own = body.getItem().getCode();
        List<Norm> norms = concurrence.getNorms().stream()
                .flatMap(norm -> catalogue.item(norm.getItem()).stream()
                        .map(item -> norm(norm, item, own, body.getOutcome(), concurrence)))
                .toList();
        Norm applied = norms.stream().filter(Norm::applied).findFirst().orElse(null);
        return Optional.of(new Norms(norms, applied, concurrence));
    }

    private static Norm norm(
            ConcurringNormBody body, Item item, String own, OutcomeBody ofPage, ConcurrenceBody concurrence) {
        OutcomeBody stated = body.getOutcome();
        OutcomeBody outcome = stated == null ? ofPage : stated;
        LawResultBody law = new Laws(outcome).applied();
        NeedsClarificationOutcomeBody open = outcome instanceof NeedsClarificationOutcomeBody missing ? missing : null;
        List<PenaltyRangeBody> penalties = open != null ? open.getHull() : law == null ? List.of() : law.getPenalties();
        return new Norm(
                item,
                item.code().equals(own),
                item.code().equals(concurrence.getAppliedItem()),
                outcome.getKind(),
                law == null ? null : law.getStatute(),
                outcome instanceof DeterminedOutcomeBody || open != null ? fines(penalties) : List.of(),
                body.getGreatestFineFen(),
                open == null ? List.of() : open.getQuestions(),
                Optional.ofNullable(ground(outcome)).map(GroundBody::getText).orElse(null));
    }

    private static List<PenaltyRange> fines(List<PenaltyRangeBody> penalties) {
        return Bodies.ranges(penalties).stream()
                .filter(p -> p.penalty().kind() == PenaltyKind.FINE
                        && p.penalty().subject() == Penalty.Subject.PARTY
                        && p.remaining() != null)
                .toList();
    }

    static @Nullable GroundBody ground(OutcomeBody outcome) {
        if (outcome instanceof NoPenaltyOutcomeBody none) {
            return none.getGround();
        }
        return outcome instanceof NotApplicableOutcomeBody not ? not.getGround() : null;
    }
}
