package cn.faheng.web.desk;

import cn.faheng.contract.model.PenaltyKindBody;
import cn.faheng.contract.model.PenaltySubjectBody;
import cn.faheng.contract.model.ProcedureStepsBody;
import cn.faheng.contract.model.ProposalBody;
import cn.faheng.contract.model.ProposedPenaltyBody;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the penalties proposed, the grounds given for them, and the steps taken so far. */
final class ProposalPart {

    private final Entries entries;
    private final FormProblems problems;
    private final AmountEntries amounts;

    ProposalPart(Entries entries, FormProblems problems, AmountEntries amounts) {
        this.entries = entries;
        this.problems = problems;
        this.amounts = amounts;
    }

    /** The proposal, or null where nothing is proposed. */
    @Nullable
    ProposalBody read(Sheet sheet) {
        List<ProposedPenaltyBody> proposed = new ArrayList<>();
        sheet.penalties().forEach(field -> proposed(field).ifPresent(proposed::add));
        sheet.strangers().forEach(field -> proposed(field).ifPresent(proposed::add));
        Long notified = amounts.fen(
                "notifiedFine",
                "notifiedFineUnit",
                "notifiedFine",
                problems.show().text("desk.notifiedFine"));
        if (proposed.isEmpty()) {
            return null;
        }
        ProposalBody proposal = new ProposalBody().penalties(proposed).steps(steps(notified));
        proposal.setDeviationGround(chosen("deviationGround", sheet.deviationGrounds()));
        proposal.setDeviationReasons(entries.text("deviationReasons"));
        proposal.setMitigationGround(entries.text("mitigationGround"));
        return proposal;
    }

    private @Nullable String chosen(String name, List<Fact.Choice> offered) {
        String value = entries.text(name);
        return offered.stream().anyMatch(choice -> choice.value().equals(value)) ? value : null;
    }

    private ProcedureStepsBody steps(@Nullable Long notified) {
        ProcedureStepsBody steps = new ProcedureStepsBody()
                .factsProved(entries.ticked("factsProved"))
                .mitigationConsidered(entries.ticked("mitigationConsidered"))
                .hearingRequested(entries.ticked("hearingRequested"))
                .hearingHeld(entries.ticked("hearingHeld"))
                .legalReviewDone(entries.ticked("legalReviewDone"))
                .collectiveDiscussionDone(entries.ticked("collectiveDiscussionDone"))
                .defenceMade(entries.ticked("defenceMade"))
                .newFactsFound(entries.ticked("newFactsFound"));
        steps.setNotifiedFineFen(notified);
        return steps;
    }

    private static ProposedPenaltyBody body(PenaltyKind kind, Penalty.Subject subject, long amount) {
        ProposedPenaltyBody body = new ProposedPenaltyBody()
                .kind(PenaltyKindBody.fromValue(kind.code()))
                .subject(
                        subject == Penalty.Subject.PARTY
                                ? PenaltySubjectBody.PARTY
                                : PenaltySubjectBody.RESPONSIBLE_PERSON);
        switch (kind.quantity()) {
            case MONEY -> body.setAmountFen(amount);
            case MONTHS -> body.setMonths(amount);
            case DAYS -> body.setDays(amount);
            case NONE -> {
                // Nothing to say beyond the kind.
            }
        }
        return body;
    }

    private Optional<ProposedPenaltyBody> proposed(Sheet.PenaltyField field) {
        PenaltyKind kind = field.penalty().kind();
        Optional<Long> amount =
                switch (kind.quantity()) {
                    case NONE -> {
                        boolean ticked = entries.has("penalty", field.id());
                        yield ticked ? Optional.of(0L) : Optional.empty();
                    }
                    case MONEY ->
                        Optional.ofNullable(amounts.fen(
                                field.name(),
                                field.unitName(),
                                field.fieldId(),
                                problems.show().label(field.penalty())));
                    case MONTHS, DAYS -> count(field);
                };
        return amount.map(value -> body(kind, field.penalty().subject(), value));
    }

    /** Whole months or days. */
    private Optional<Long> count(Sheet.PenaltyField field) {
        String text = entries.number(field.name());
        if (text == null) {
            return Optional.empty();
        }
        if (text.matches("\\d{1,4}")) {
            return Optional.of(Long.valueOf(text));
        }
        problems.add(
                field.fieldId(),
                text.startsWith("-") ? "problem.negative" : "problem.whole-number",
                problems.show().label(field.penalty()));
        return Optional.empty();
    }
}
