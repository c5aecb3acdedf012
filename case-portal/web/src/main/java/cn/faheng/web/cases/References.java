package cn.faheng.web.cases;

import cn.faheng.rules.casefile.Coercion.MeasureExtended;
import cn.faheng.rules.casefile.Coercion.MeasureReleased;
import cn.faheng.rules.casefile.Coercion.MeasureTaken;
import cn.faheng.rules.casefile.Coercion.RectificationChecked;
import cn.faheng.rules.casefile.Coercion.RectificationOrdered;
import cn.faheng.rules.casefile.Deciding.DecisionMade;
import cn.faheng.rules.casefile.Deciding.Published;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Execution;
import cn.faheng.rules.casefile.Execution.DemandServed;
import cn.faheng.rules.casefile.Hearing.HearingHeld;
import cn.faheng.rules.casefile.Hearing.HearingRefused;
import cn.faheng.rules.casefile.Hearing.HearingRequested;
import cn.faheng.rules.casefile.Hearing.HearingScheduled;
import cn.faheng.rules.casefile.Notifying.DefenceMade;
import cn.faheng.rules.casefile.Notifying.NoticeGiven;
import cn.faheng.rules.casefile.Opening.LimitExtended;
import cn.faheng.rules.casefile.Opening.Suspended;
import cn.faheng.rules.casefile.Participants.ActRecorded;
import cn.faheng.rules.casefile.Participants.OfficerRemoved;
import cn.faheng.rules.casefile.Participants.PartyRecorded;
import cn.faheng.rules.casefile.Participants.RecusalDecided;
import cn.faheng.rules.casefile.Participants.RecusalRequested;
import cn.faheng.rules.casefile.Proof.AppraisalCommissioned;
import cn.faheng.rules.casefile.Proof.EvidenceAdded;
import cn.faheng.rules.casefile.Proof.PreservationOrdered;
import cn.faheng.rules.casefile.Remedying.RemedySought;
import cn.faheng.rules.casefile.Reviewing.CaseReviewed;
import cn.faheng.rules.casefile.Reviewing.LegalReviewed;
import cn.faheng.rules.casefile.Reviewing.OpinionAnswered;
import cn.faheng.rules.casefile.Serving.Served;
import cn.faheng.rules.casefile.Winding;
import java.util.List;

/** Which entries of a file a component of an entry can name; it refers to nothing else. */
final class References {

    /** Entries whose documents are served on a party. */
    private static final List<Class<? extends Entry>> SERVED = List.of(
            NoticeGiven.class,
            DecisionMade.class,
            MeasureTaken.class,
            MeasureExtended.class,
            MeasureReleased.class,
            RectificationOrdered.class,
            HearingScheduled.class,
            HearingRefused.class,
            DemandServed.class,
            Execution.DeferralDecided.class,
            PreservationOrdered.class);

    private References() {}

    /** Whether a component names something on record. */
    static boolean knows(Class<? extends Entry> owner, String component) {
        return isPerson(owner, component) || !entries(owner, component).isEmpty();
    }

    private static boolean isPerson(Class<? extends Entry> owner, String component) {
        return switch (component) {
            case "party", "act" -> true;
            case "key" -> owner == PartyRecorded.class || owner == ActRecorded.class;
            case "certificate" -> owner == OfficerRemoved.class;
            case "limit" -> owner == LimitExtended.class;
            case "kind" -> owner == Execution.PenaltyCarriedOut.class;
            default -> false;
        };
    }

    /** The kinds of entries that a component can name; empty where it names none. */
    static List<Class<? extends Entry>> entries(Class<? extends Entry> owner, String component) {
        return switch (component) {
            case "document" -> owner == Served.class ? SERVED : List.of();
            case "measure" -> List.of(MeasureTaken.class);
            case "preservation" -> List.of(PreservationOrdered.class);
            case "appraisal" -> List.of(AppraisalCommissioned.class);
            case "suspension" -> List.of(Suspended.class);
            case "request" -> List.of(request(owner));
            case "defence" -> List.of(DefenceMade.class);
            case "hearing" -> List.of(HearingHeld.class);
            case "decision" -> List.of(DecisionMade.class);
            case "publication" -> List.of(Published.class);
            case "payment" -> List.of(Execution.Paid.class);
            case "demand" -> owner == Execution.DemandAnswered.class ? List.of(DemandServed.class) : List.of();
            case "application" -> List.of(Execution.CourtApplied.class);
            case "remedy" -> List.of(RemedySought.class);
            case "report" -> owner == Winding.ReferralDecided.class ? List.of(Winding.CrimeReported.class) : List.of();
            case "referral" -> List.of(Winding.Referred.class);
            case "order" -> owner == RectificationChecked.class ? List.of(RectificationOrdered.class) : List.of();
            case "evidence" -> List.of(EvidenceAdded.class);
            case "against" ->
                List.of(
                        DecisionMade.class,
                        MeasureTaken.class,
                        RectificationOrdered.class,
                        Execution.EnforcedByOrgan.class);
            case "opinion" ->
                owner == OpinionAnswered.class ? List.of(LegalReviewed.class, CaseReviewed.class) : List.of();
            case "of", "entry" -> List.of(Entry.class);
            default -> List.of();
        };
    }

    private static Class<? extends Entry> request(Class<? extends Entry> owner) {
        if (owner == Execution.DeferralDecided.class) {
            return Execution.DeferralRequested.class;
        }
        return owner == RecusalDecided.class ? RecusalRequested.class : HearingRequested.class;
    }
}
