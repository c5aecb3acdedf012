package cn.faheng.engine.gate;

import cn.faheng.engine.request.CaseCircumstances;
import cn.faheng.engine.request.DecisionRequest;
import cn.faheng.engine.request.Party;
import cn.faheng.engine.request.Proposal;
import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Deciding.DecisionMade;
import cn.faheng.rules.casefile.Hearing.HearingHeld;
import cn.faheng.rules.casefile.Hearing.HearingRequested;
import cn.faheng.rules.casefile.Hearing.HearingWaived;
import cn.faheng.rules.casefile.Notifying.DefenceAssessed;
import cn.faheng.rules.casefile.Notifying.DefenceMade;
import cn.faheng.rules.casefile.Notifying.NoticeGiven;
import cn.faheng.rules.casefile.Opening.Procedure;
import cn.faheng.rules.casefile.Participants.ActRecorded;
import cn.faheng.rules.casefile.Participants.Circumstances;
import cn.faheng.rules.casefile.Participants.PartyRecorded;
import cn.faheng.rules.casefile.Proof.InvestigationConcluded;
import cn.faheng.rules.casefile.Proof.Outcome;
import cn.faheng.rules.casefile.Proposing.CodedGround;
import cn.faheng.rules.casefile.Proposing.Penalty;
import cn.faheng.rules.casefile.Proposing.PenaltyProposed;
import cn.faheng.rules.casefile.Reviewing.Discussed;
import cn.faheng.rules.casefile.Reviewing.LegalReviewed;
import cn.faheng.rules.casefile.Reviewing.Opinion;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.PenaltyKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The question that a file puts to the decision engine for one act and one party. */
final class RequestOfFile {

    private final CaseFile file;
    private final LocalDate today;

    RequestOfFile(CaseFile file, LocalDate today) {
        this.file = file;
        this.today = today;
    }

    DecisionRequest of(ActRecorded act, PartyRecorded party) {
        LocalDate decided = file.decisions().stream()
                .filter(decision -> decision.party().equals(party.key()))
                .map(DecisionMade::on)
                .findFirst()
                .orElse(today);
        LocalDate end = act.end() == null ? decided : act.end();
        return new DecisionRequest(
                act.item(),
                new Division(act.place()),
                act.start(),
                end,
                act.discovered(),
                decided,
                new Party(
                        Party.Kind.valueOf(party.kind().name()),
                        party.birthDate(),
                        Party.MentalState.valueOf(party.mentalState().name())),
                act.facts(),
                circumstances(act.circumstances()),
                proposal(act, party).orElse(null),
                act.otherItems().stream()
                        .map(item -> new DecisionRequest.OtherNorm(item, Map.of()))
                        .toList());
    }

    private static CaseCircumstances circumstances(Circumstances held) {
        return new CaseCircumstances(
                held.codes(),
                held.minorViolation(),
                held.correctedInTime(),
                held.firstViolation(),
                held.noSubjectiveFault(),
                held.harm() == null
                        ? null
                        : CaseCircumstances.Harm.valueOf(held.harm().name()),
                held.endangersLifeHealthOrFinance(),
                held.majorPublicInterest(),
                held.complexOrMajor(),
                held.businessActivity(),
                held.goodsValueFen(),
                held.confiscatedValueFen());
    }

    private Optional<Proposal> proposal(ActRecorded act, PartyRecorded party) {
        return file.proposals().stream()
                .filter(p -> p.act().equals(act.key()) && p.party().equals(party.key()))
                .filter(p -> p.outcome() == Outcome.PENALTY)
                .findFirst()
                .map(proposed -> new Proposal(
                        proposed.penalties().stream()
                                .map(RequestOfFile::penalty)
                                .flatMap(Optional::stream)
                                .toList(),
                        code(proposed.deviation()),
                        reasons(proposed.deviation()),
                        code(proposed.mitigation()),
                        steps(proposed)));
    }

    private static @Nullable String code(@Nullable CodedGround ground) {
        return ground == null ? null : ground.code();
    }

    private static @Nullable String reasons(@Nullable CodedGround ground) {
        return ground == null ? null : ground.reasons();
    }

    private static Optional<Proposal.Proposed> penalty(Penalty penalty) {
        return PenaltyKind.ofCode(penalty.kind())
                .map(kind ->
                        new Proposal.Proposed(kind, cn.faheng.rules.catalogue.Penalty.Subject.PARTY, penalty.amount()));
    }

    private Proposal.Steps steps(PenaltyProposed proposed) {
        String party = proposed.party();
        List<NoticeGiven> notices = file.all(NoticeGiven.class).stream()
                .filter(notice -> notice.party().equals(party))
                .toList();
        boolean requested = file.all(HearingRequested.class).stream()
                        .anyMatch(r -> r.party().equals(party))
                && file.all(HearingWaived.class).stream()
                        .noneMatch(w -> w.party().equals(party));
        return new Proposal.Steps(
                file.last(InvestigationConcluded.class)
                        .map(InvestigationConcluded::factsProved)
                        .orElse(true),
                proposed.mitigation() != null,
                requested,
                file.all(HearingHeld.class).stream().anyMatch(h -> h.party().equals(party)),
                file.last(LegalReviewed.class)
                        .filter(review -> review.opinion() == Opinion.AGREE)
                        .isPresent(),
                file.has(Discussed.class),
                file.all(DefenceMade.class).stream().anyMatch(d -> d.party().equals(party)),
                notices.isEmpty() ? null : notices.get(notices.size() - 1).fineFen(),
                file.all(DefenceAssessed.class).stream().anyMatch(DefenceAssessed::newFacts),
                file.procedure().map(p -> p == Procedure.SUMMARY).orElse(null));
    }
}
