package cn.faheng.rules.gate;

import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Deciding.DecisionMade;
import cn.faheng.rules.casefile.Gate;
import cn.faheng.rules.casefile.Opening.Procedure;
import cn.faheng.rules.casefile.Participants.PartyRecorded;
import cn.faheng.rules.casefile.Proof.Outcome;
import cn.faheng.rules.casefile.Proposing;
import cn.faheng.rules.casefile.Proposing.Penalty;
import cn.faheng.rules.casefile.Proposing.PenaltyProposed;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A decision on one party, as made, or at the gate of the decision as it is about to be made.
 *
 * @param party key of the party
 * @param at when
 * @param outcome what is decided
 * @param penalties the penalties
 * @param onTheSpot made on the spot
 * @param decision the decision on record, or null while it is only proposed
 */
public record Ruling(
        String party,
        LocalDateTime at,
        Outcome outcome,
        List<Penalty> penalties,
        boolean onTheSpot,
        @Nullable DecisionMade decision) {

    public Ruling {
        penalties = List.copyOf(penalties);
    }

    /** The day. */
    public LocalDate on() {
        return at.toLocalDate();
    }

    /** Whether a penalty is imposed. */
    public boolean isPenalty() {
        return outcome == Outcome.PENALTY;
    }

    /** The fine in fen. */
    public long fineFen() {
        return Proposing.fineOf(penalties);
    }

    static List<Ruling> of(CaseFile file, Moment moment) {
        List<Ruling> rulings = new ArrayList<>();
        for (PartyRecorded party : file.parties()) {
            Optional<DecisionMade> made = file.decisions().stream()
                    .filter(decision -> decision.party().equals(party.key()))
                    .findFirst();
            if (made.isPresent()) {
                rulings.add(made(made.get()));
            } else if (moment.gate() == Gate.DECISION || moment.gate() == Gate.ON_THE_SPOT) {
                proposed(file, party.key(), moment).ifPresent(rulings::add);
            }
        }
        return rulings;
    }

    private static Ruling made(DecisionMade decision) {
        return new Ruling(
                decision.party(),
                decision.at(),
                decision.outcome(),
                decision.penalties(),
                decision.onTheSpot(),
                decision);
    }

    private static Optional<Ruling> proposed(CaseFile file, String party, Moment moment) {
        List<PenaltyProposed> proposals = file.proposals().stream()
                .filter(proposal -> proposal.party().equals(party))
                .toList();
        if (proposals.isEmpty()) {
            return Optional.empty();
        }
        Outcome outcome = proposals.stream().anyMatch(proposal -> proposal.outcome() == Outcome.PENALTY)
                ? Outcome.PENALTY
                : proposals.get(0).outcome();
        return Optional.of(new Ruling(
                party,
                moment.now(),
                outcome,
                proposals.stream()
                        .flatMap(proposal -> proposal.penalties().stream())
                        .toList(),
                file.procedure()
                        .filter(procedure -> procedure == Procedure.SUMMARY)
                        .isPresent(),
                null));
    }
}
