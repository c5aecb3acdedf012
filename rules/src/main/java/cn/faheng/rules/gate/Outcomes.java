package cn.faheng.rules.gate;

import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Deciding.DecisionMade;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Execution.CourtRuled;
import cn.faheng.rules.casefile.Execution.EnforcementHalted;
import cn.faheng.rules.casefile.Execution.PenaltyCarriedOut;
import cn.faheng.rules.casefile.Hearing.HearingHeld;
import cn.faheng.rules.casefile.Opening.FilingRevoked;
import cn.faheng.rules.casefile.Opening.Procedure;
import cn.faheng.rules.casefile.Participants.PartyRecorded;
import cn.faheng.rules.casefile.Proof.Outcome;
import cn.faheng.rules.casefile.Proposing.Penalty;
import cn.faheng.rules.casefile.Winding.Archived;
import cn.faheng.rules.casefile.Winding.Closed;
import cn.faheng.rules.casefile.Winding.Terminated;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When a case was decided, carried out or came to its end. */
public final class Outcomes {

    /** Penalties that are done by money or by being told, and need no carrying out of their own. */
    private static final Set<String> DONE_BY_SERVICE = Set.of("warning", "criticism", "fine", "rectification-order");

    private Outcomes() {}

    /** When there was a decision on each party, or the case ended without one; null while it is open. */
    public static @Nullable LocalDateTime decided(CaseFile file) {
        return Events.earliest(allDecided(file), ended(file));
    }

    private static @Nullable LocalDateTime allDecided(CaseFile file) {
        Collection<PartyRecorded> parties = file.parties();
        List<LocalDateTime> first = parties.stream()
                .map(party -> Events.first(file, DecisionMade.class, DecisionMade::party, party.key()))
                .flatMap(Stream::ofNullable)
                .toList();
        if (parties.isEmpty()) {
            return Events.any(file, DecisionMade.class, LocalDateTime.MIN);
        }
        return first.size() < parties.size()
                ? null
                : first.stream().max(LocalDateTime::compareTo).orElse(null);
    }

    /** When the case ended in another way than by a decision: terminated, filing undone, closed, archived. */
    public static @Nullable LocalDateTime ended(CaseFile file) {
        return Events.earliest(
                Events.any(file, Terminated.class, LocalDateTime.MIN),
                Events.any(file, FilingRevoked.class, LocalDateTime.MIN),
                closed(file));
    }

    public static @Nullable LocalDateTime closed(CaseFile file) {
        return Events.earliest(
                Events.any(file, Closed.class, LocalDateTime.MIN), Events.any(file, Archived.class, LocalDateTime.MIN));
    }

    /** Whether a kind of penalty is among those proposed. */
    public static boolean proposes(List<Penalty> penalties, String kind) {
        return penalties.stream().anyMatch(penalty -> penalty.kind().equals(kind));
    }

    /** When the hearing of a party was held, else another moment. */
    public static LocalDateTime heardOr(CaseFile file, String party, LocalDateTime moment) {
        LocalDateTime held = Events.after(file, HearingHeld.class, HearingHeld::party, party, moment);
        return held == null ? moment : held;
    }

    /** The entry by which the ground to close the case came about: everything decided is carried out, or ended; empty while it has not. */
    public static Optional<Entry> closable(CaseFile file) {
        if (file.has(Terminated.class)) {
            return file.last(Terminated.class).map(Entry.class::cast);
        }
        Collection<DecisionMade> decisions = file.decisions();
        if (decisions.isEmpty() || decisions.size() < file.parties().size()) {
            return Optional.empty();
        }
        List<Optional<Entry>> ends =
                decisions.stream().map(decision -> carriedOut(file, decision)).toList();
        return ends.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : ends.stream().flatMap(Optional::stream).max(Comparator.comparing(Entry::at));
    }

    /** Whether an ordinary case may be closed. */
    public static boolean ordinaryClosable(CaseFile file) {
        return file.procedure().filter(p -> p == Procedure.ORDINARY).isPresent()
                && closable(file).isPresent();
    }

    /** The last entry by which a decision is carried out, or its execution has ended for good. */
    public static Optional<Entry> carriedOut(CaseFile file, DecisionMade decision) {
        if (decision.outcome() != Outcome.PENALTY) {
            return Optional.of(decision);
        }
        Optional<Entry> given = Stream.<Entry>concat(
                        file.all(EnforcementHalted.class).stream().filter(EnforcementHalted::forGood),
                        file.all(CourtRuled.class).stream().filter(CourtRuled::allowed))
                .filter(entry -> entry.at().isAfter(decision.at()))
                .findFirst();
        if (given.isPresent()) {
            return given;
        }
        Optional<Entry> served =
                file.servings(decision.id()).stream().findFirst().map(Entry.class::cast);
        Optional<Entry> paid = Fines.paidUp(file, decision);
        boolean owes = decision.fineFen() > 0 && paid.isEmpty();
        List<Penalty> others = decision.penalties().stream()
                .filter(penalty -> !DONE_BY_SERVICE.contains(penalty.kind()))
                .toList();
        List<PenaltyCarriedOut> done = file.all(PenaltyCarriedOut.class).stream()
                .filter(entry -> entry.decision().equals(decision.id()))
                .toList();
        boolean open = others.stream().anyMatch(penalty -> done.stream()
                .noneMatch(entry -> entry.kind().equals(penalty.kind())));
        return owes || open || served.isEmpty()
                ? Optional.empty()
                : Stream.concat(Stream.concat(served.stream(), paid.stream()), done.stream())
                        .max(Comparator.comparing(Entry::at));
    }
}
