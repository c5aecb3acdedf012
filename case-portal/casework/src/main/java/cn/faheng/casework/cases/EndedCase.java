package cn.faheng.casework.cases;

import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Coercion.MeasureReleased;
import cn.faheng.rules.casefile.Coercion.RectificationChecked;
import cn.faheng.rules.casefile.Deciding;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Execution.CourtRuled;
import cn.faheng.rules.casefile.Opening.InformantAnswered;
import cn.faheng.rules.casefile.Participants.OfficerAssigned;
import cn.faheng.rules.casefile.Participants.OfficerRemoved;
import cn.faheng.rules.casefile.Proof.StepRecorded;
import cn.faheng.rules.casefile.Remedying;
import cn.faheng.rules.casefile.Serving;
import cn.faheng.rules.casefile.Winding.Closed;
import cn.faheng.rules.casefile.Winding.ReferralAnswered;

/** A case that ended without a decision and is to be closed. */
record EndedCase(CaseFile file) implements CaseState {

    @Override
    public CaseState with(Entry entry) {
        if (entry instanceof OfficerAssigned
                || entry instanceof OfficerRemoved
                || entry instanceof InformantAnswered
                || entry instanceof StepRecorded
                || entry instanceof MeasureReleased
                || entry instanceof RectificationChecked
                || entry instanceof Deciding
                || entry instanceof Serving
                || entry instanceof CourtRuled
                || entry instanceof Remedying
                || entry instanceof ReferralAnswered
                || entry instanceof Closed) {
            return CaseState.of(file.with(entry));
        }
        throw new IllegalTransitionException(this, entry);
    }
}
