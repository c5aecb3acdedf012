package cn.faheng.web.show;

import cn.faheng.contract.model.DecisionRequestBody;
import cn.faheng.contract.model.PenaltySubjectBody;
import cn.faheng.contract.model.ProposalBody;
import cn.faheng.contract.model.ProposedPenaltyBody;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a page has to know of the question to draw the answer.
 *
 * @param place where
 * @param decided day of the decision
 * @param proposed the amounts proposed
 */
public record CaseAsked(Division place, LocalDate decided, List<Amount> proposed) {

    public CaseAsked {
        proposed = List.copyOf(proposed);
    }

    /**
     * An amount proposed.
     *
     * @param kind kind of penalty
     * @param subject on whom
     * @param amount fen, months or days
     */
    public record Amount(PenaltyKind kind, Penalty.Subject subject, long amount) {}

    /** The question as it is sent. */
    public static CaseAsked in(DecisionRequestBody request) {
        List<Amount> proposed = new ArrayList<>();
        ProposalBody proposal = request.getProposal();
        if (proposal != null) {
            for (ProposedPenaltyBody penalty : proposal.getPenalties()) {
                Long amount = Bodies.amount(penalty.getAmountFen(), penalty.getMonths(), penalty.getDays());
                if (amount != null) {
                    proposed.add(new Amount(
                            Bodies.kind(penalty.getKind().getValue()),
                            penalty.getSubject() == PenaltySubjectBody.RESPONSIBLE_PERSON
                                    ? Penalty.Subject.RESPONSIBLE_PERSON
                                    : Penalty.Subject.PARTY,
                            amount));
                }
            }
        }
        return new CaseAsked(new Division(request.getPlace()), request.getDecidedOn(), proposed);
    }

    /** The question as a receipt keeps it. */
    public static CaseAsked in(JsonNode kept) {
        List<Amount> proposed = new ArrayList<>();
        for (JsonNode penalty : kept.path("proposal").path("penalties")) {
            if (penalty.has("amount")) {
                proposed.add(new Amount(
                        Bodies.kind(penalty.path("kind").asString("")),
                        Bodies.subject(penalty.path("subject").asString("")),
                        penalty.path("amount").asLong()));
            }
        }
        return new CaseAsked(
                Optional.of(kept.path("place").asString(""))
                        .filter(code -> code.matches("\\d{6}"))
                        .map(Division::new)
                        .orElse(Division.NATION),
                LocalDate.parse(kept.path("decidedOn").asString()),
                proposed);
    }
}
