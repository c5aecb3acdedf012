package cn.faheng.casework.cases;

import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Coercion;
import cn.faheng.rules.casefile.Deciding.DecisionMade;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Hearing;
import cn.faheng.rules.casefile.Notifying;
import cn.faheng.rules.casefile.Opening;
import cn.faheng.rules.casefile.Participants;
import cn.faheng.rules.casefile.Proof;
import cn.faheng.rules.casefile.Proposing;
import cn.faheng.rules.casefile.Remedying;
import cn.faheng.rules.casefile.Reviewing;
import cn.faheng.rules.casefile.Serving;
import cn.faheng.rules.casefile.Winding.CrimeReported;
import cn.faheng.rules.casefile.Winding.ReferralAnswered;
import cn.faheng.rules.casefile.Winding.ReferralDecided;
import cn.faheng.rules.casefile.Winding.Referred;
import cn.faheng.rules.casefile.Winding.Terminated;

/** A case that is filed and not decided. */
record OpenCase(CaseFile file) implements CaseState {

    @Override
    public CaseState with(Entry entry) {
        if (entry instanceof Opening
                || entry instanceof Participants
                || entry instanceof Proof
                || entry instanceof Coercion
                || entry instanceof Proposing
                || entry instanceof Reviewing
                || entry instanceof Notifying
                || entry instanceof Hearing
                || entry instanceof DecisionMade
                || entry instanceof Remedying
                || entry instanceof Serving
                || entry instanceof CrimeReported
                || entry instanceof ReferralDecided
                || entry instanceof Referred
                || entry instanceof ReferralAnswered
                || entry instanceof Terminated) {
            return CaseState.of(file.with(entry));
        }
        throw new IllegalTransitionException(this, entry);
    }
}
