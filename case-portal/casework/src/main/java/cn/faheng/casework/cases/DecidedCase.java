package cn.faheng.casework.cases;

import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Coercion;
import cn.faheng.rules.casefile.Deciding;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Execution;
import cn.faheng.rules.casefile.Opening.InformantAnswered;
import cn.faheng.rules.casefile.Participants.AgentNamed;
import cn.faheng.rules.casefile.Participants.InterestKnown;
import cn.faheng.rules.casefile.Participants.OfficerAssigned;
import cn.faheng.rules.casefile.Participants.OfficerRemoved;
import cn.faheng.rules.casefile.Participants.RecusalDecided;
import cn.faheng.rules.casefile.Participants.RecusalRequested;
import cn.faheng.rules.casefile.Proof.StepRecorded;
import cn.faheng.rules.casefile.Remedying;
import cn.faheng.rules.casefile.Serving;
import cn.faheng.rules.casefile.Winding;

/** A case that is decided: its decision is served and carried out. */
record DecidedCase(CaseFile file) implements CaseState {

    @Override
    public CaseState with(Entry entry) {
        if (entry instanceof OfficerAssigned
                || entry instanceof OfficerRemoved
                || entry instanceof AgentNamed
                || entry instanceof InterestKnown
                || entry instanceof RecusalRequested
                || entry instanceof RecusalDecided
                || entry instanceof InformantAnswered
                || entry instanceof StepRecorded
                || entry instanceof Coercion
                || entry instanceof Deciding
                || entry instanceof Serving
                || entry instanceof Execution
                || entry instanceof Remedying
                || entry instanceof Winding) {
            return CaseState.of(file.with(entry));
        }
        throw new IllegalTransitionException(this, entry);
    }
}
