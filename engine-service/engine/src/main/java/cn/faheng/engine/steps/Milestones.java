package cn.faheng.engine.steps;

import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Coercion.MeasureAbsorbed;
import cn.faheng.rules.casefile.Coercion.MeasureReleased;
import cn.faheng.rules.casefile.Coercion.MeasureTaken;
import cn.faheng.rules.casefile.Coercion.RectificationChecked;
import cn.faheng.rules.casefile.Coercion.RectificationOrdered;
import cn.faheng.rules.casefile.Deciding.DecisionChanged;
import cn.faheng.rules.casefile.Deciding.DecisionMade;
import cn.faheng.rules.casefile.Deciding.Published;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Execution.CourtApplied;
import cn.faheng.rules.casefile.Execution.DeferralDecided;
import cn.faheng.rules.casefile.Execution.DeferralRequested;
import cn.faheng.rules.casefile.Execution.DemandServed;
import cn.faheng.rules.casefile.Execution.HandedIn;
import cn.faheng.rules.casefile.Execution.Paid;
import cn.faheng.rules.casefile.Hearing.HearingHeld;
import cn.faheng.rules.casefile.Hearing.HearingRefused;
import cn.faheng.rules.casefile.Hearing.HearingRequested;
import cn.faheng.rules.casefile.Hearing.HearingScheduled;
import cn.faheng.rules.casefile.Hearing.HearingWaived;
import cn.faheng.rules.casefile.Notifying.DefenceAssessed;
import cn.faheng.rules.casefile.Notifying.DefenceMade;
import cn.faheng.rules.casefile.Notifying.NoticeGiven;
import cn.faheng.rules.casefile.Opening.Filed;
import cn.faheng.rules.casefile.Opening.FilingRevoked;
import cn.faheng.rules.casefile.Opening.Procedure;
import cn.faheng.rules.casefile.Opening.Resumed;
import cn.faheng.rules.casefile.Opening.SourceKind;
import cn.faheng.rules.casefile.Opening.SourceRegistered;
import cn.faheng.rules.casefile.Opening.SourceVerified;
import cn.faheng.rules.casefile.Opening.Suspended;
import cn.faheng.rules.casefile.Opening.Verdict;
import cn.faheng.rules.casefile.Participants.RecusalDecided;
import cn.faheng.rules.casefile.Participants.RecusalRequested;
import cn.faheng.rules.casefile.Proof.AppraisalCommissioned;
import cn.faheng.rules.casefile.Proof.AppraisalReturned;
import cn.faheng.rules.casefile.Proof.EvidenceAdded;
import cn.faheng.rules.casefile.Proof.InvestigationConcluded;
import cn.faheng.rules.casefile.Proof.PreservationDecided;
import cn.faheng.rules.casefile.Proof.PreservationOrdered;
import cn.faheng.rules.casefile.Proposing.PenaltyProposed;
import cn.faheng.rules.casefile.Remedying.RemedyEnded;
import cn.faheng.rules.casefile.Remedying.RemedySought;
import cn.faheng.rules.casefile.Reviewing.CaseReviewed;
import cn.faheng.rules.casefile.Reviewing.LegalReviewed;
import cn.faheng.rules.casefile.Reviewing.Opinion;
import cn.faheng.rules.casefile.Reviewing.OpinionAnswered;
import cn.faheng.rules.casefile.Reviewing.SubmittedForReview;
import cn.faheng.rules.casefile.Winding.Archived;
import cn.faheng.rules.casefile.Winding.Closed;
import cn.faheng.rules.casefile.Winding.CrimeReported;
import cn.faheng.rules.casefile.Winding.ReferralDecided;
import cn.faheng.rules.casefile.Winding.Referred;
import cn.faheng.rules.casefile.Winding.Terminated;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What has happened in a case, as the rule sets of the steps ask for it. Says nothing of what should happen. */
public final class Milestones {

    private final CaseFile file;

    public Milestones(CaseFile file) {
        this.file = file;
    }

    /** How far the case has come. */
    public Stage stage() {
        if (file.has(Archived.class)) {
            return Stage.ARCHIVED;
        }
        if (file.has(Closed.class)) {
            return Stage.CLOSED;
        }
        if (isEnded()) {
            return Stage.ENDING;
        }
        if (!file.decisions().isEmpty()) {
            return allServed() ? Stage.EXECUTION : Stage.SERVICE;
        }
        return file.has(Filed.class) ? undecided() : unfiled();
    }

    private Stage unfiled() {
        return file.last(SourceVerified.class)
                .map(verified -> verified.verdict() == Verdict.FILE ? Stage.VERIFIED : Stage.DECLINED)
                .orElse(Stage.LEAD);
    }

    private Stage undecided() {
        if (file.procedure().filter(p -> p == Procedure.SUMMARY).isPresent()) {
            return Stage.ON_THE_SPOT;
        }
        if (file.has(NoticeGiven.class)) {
            return Stage.NOTICE;
        }
        return file.has(InvestigationConcluded.class) ? Stage.REVIEW : Stage.INVESTIGATION;
    }

    private boolean isEnded() {
        boolean referred = file.decisions().isEmpty() && file.has(Filed.class) && file.has(Referred.class);
        return file.has(Terminated.class) || file.has(FilingRevoked.class) || referred;
    }

    private boolean allServed() {
        return file.decisions().stream().noneMatch(d -> file.servings(d.id()).isEmpty());
    }

    /** The facts that the rule sets ask for, the stage among them. */
    public Map<String, Object> facts() {
        Map<String, Object> facts = new HashMap<>();
        facts.put("stage", stage().code());
        facts.put(
                "fromInformant",
                file.all(SourceRegistered.class).stream().anyMatch(s -> s.kind() == SourceKind.COMPLAINT));
        facts.put("timeStands", open(Suspended.class, Resumed.class, Resumed::suspension));
        facts.put("recusalOpen", open(RecusalRequested.class, RecusalDecided.class, RecusalDecided::request));
        facts.put("evidence", file.has(EvidenceAdded.class));
        facts.put(
                "preserved",
                open(PreservationOrdered.class, PreservationDecided.class, PreservationDecided::preservation));
        facts.put(
                "appraisalOpen",
                open(AppraisalCommissioned.class, AppraisalReturned.class, AppraisalReturned::appraisal));
        facts.put(
                "rectificationOpen",
                open(RectificationOrdered.class, RectificationChecked.class, RectificationChecked::order));
        facts.put("measureOpen", measureOpen());
        review(facts);
        hearing(facts);
        decided(facts);
        execution(facts);
        facts.put("crimeOpen", open(CrimeReported.class, ReferralDecided.class, ReferralDecided::report));
        facts.put("referralMade", file.has(Referred.class));
        facts.put("remedyOpen", open(RemedySought.class, RemedyEnded.class, RemedyEnded::remedy));
        facts.put("contestable", file.has(MeasureTaken.class) || file.has(DecisionMade.class));
        return facts;
    }

    private void review(Map<String, Object> facts) {
        facts.put("proposed", file.has(PenaltyProposed.class));
        int submitted = index(SubmittedForReview.class);
        int opinion = Math.max(index(LegalReviewed.class), index(CaseReviewed.class));
        facts.put("reviewOpen", submitted > opinion);
        boolean sentBack = opinion >= 0 && sentBack(file.entries().get(opinion));
        facts.put("opinionOpen", sentBack && index(OpinionAnswered.class) < opinion);
    }

    private static boolean sentBack(Entry entry) {
        return (entry instanceof LegalReviewed review && review.opinion() != Opinion.AGREE)
                || (entry instanceof CaseReviewed other && other.opinion() != Opinion.AGREE);
    }

    private void hearing(Map<String, Object> facts) {
        facts.put("noticed", file.has(NoticeGiven.class));
        facts.put("defenceOpen", open(DefenceMade.class, DefenceAssessed.class, DefenceAssessed::defence));
        Set<String> settled =
                file.all(HearingHeld.class).stream().map(HearingHeld::party).collect(Collectors.toSet());
        file.all(HearingWaived.class).forEach(waived -> settled.add(waived.party()));
        Set<String> refused = file.all(HearingRefused.class).stream()
                .map(HearingRefused::request)
                .collect(Collectors.toSet());
        facts.put(
                "hearingOpen",
                file.all(HearingRequested.class).stream()
                        .anyMatch(r -> !settled.contains(r.party()) && !refused.contains(r.id())));
        facts.put("scheduled", file.has(HearingScheduled.class));
        facts.put("heard", file.has(HearingHeld.class));
    }

    private void decided(Map<String, Object> facts) {
        facts.put(
                "summary", file.procedure().filter(p -> p == Procedure.SUMMARY).isPresent());
        facts.put("decided", !file.decisions().isEmpty());
        facts.put("publicised", file.has(Published.class));
        facts.put("toServe", toServe());
    }

    /** Whether some document that has to reach a party has not been served. */
    private boolean toServe() {
        return file.entries().stream()
                .filter(entry -> entry instanceof DecisionMade
                        || (entry instanceof NoticeGiven notice && !notice.oral())
                        || entry instanceof MeasureTaken
                        || entry instanceof RectificationOrdered
                        || entry instanceof HearingScheduled
                        || entry instanceof DemandServed)
                .anyMatch(entry -> file.servings(entry.id()).isEmpty());
    }

    private void execution(Map<String, Object> facts) {
        Set<String> handedIn =
                file.all(HandedIn.class).stream().map(HandedIn::payment).collect(Collectors.toSet());
        facts.put("toHandIn", file.all(Paid.class).stream().anyMatch(p -> p.toOfficer() && !handedIn.contains(p.id())));
        facts.put("deferralOpen", open(DeferralRequested.class, DeferralDecided.class, DeferralDecided::request));
        facts.put("unpaid", unpaidFen() > 0);
        facts.put("demanded", file.has(DemandServed.class));
        facts.put("applied", file.has(CourtApplied.class));
    }

    /** Fen of the fines imposed, less what was paid towards them; a decision that no longer stands does not count. */
    public long unpaidFen() {
        Set<String> changed = file.all(DecisionChanged.class).stream()
                .map(DecisionChanged::decision)
                .collect(Collectors.toSet());
        long imposed = file.decisions().stream()
                .filter(d -> !changed.contains(d.id()))
                .mapToLong(DecisionMade::fineFen)
                .sum();
        long paid = file.all(Paid.class).stream().mapToLong(Paid::towardsFen).sum();
        return Math.max(0, imposed - paid);
    }

    private boolean measureOpen() {
        Set<String> ended = file.all(MeasureReleased.class).stream()
                .map(MeasureReleased::measure)
                .collect(Collectors.toSet());
        file.all(MeasureAbsorbed.class).forEach(absorbed -> ended.add(absorbed.measure()));
        return file.all(MeasureTaken.class).stream().anyMatch(m -> !ended.contains(m.id()));
    }

    private <A extends Entry, B extends Entry> boolean open(Class<A> begin, Class<B> end, Function<B, String> of) {
        List<String> ended = file.all(end).stream().map(of).toList();
        return file.all(begin).stream().anyMatch(entry -> !ended.contains(entry.id()));
    }

    private int index(Class<? extends Entry> kind) {
        for (int i = file.entries().size() - 1; i >= 0; i--) {
            if (kind.isInstance(file.entries().get(i))) {
                return i;
            }
        }
        return -1;
    }
}
