package cn.faheng.casework.cases;

import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Coercion;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Opening;
import cn.faheng.rules.casefile.Participants;
import cn.faheng.rules.casefile.Proof;
import cn.faheng.rules.casefile.Remedying;
import cn.faheng.rules.casefile.Serving;
import cn.faheng.rules.casefile.Winding.Archived;
import cn.faheng.rules.casefile.Winding.CrimeReported;
import cn.faheng.rules.casefile.Winding.ReferralAnswered;
import cn.faheng.rules.casefile.Winding.ReferralDecided;
import cn.faheng.rules.casefile.Winding.Referred;

/** A lead that is looked into, or was turned down. */
record Lead(CaseFile file) implements CaseState {

    @Override
    public CaseState with(Entry entry) {
        if (entry instanceof Opening
                || entry instanceof Participants
                || entry instanceof Proof
                || entry instanceof Coercion
                || entry instanceof CrimeReported
                || entry instanceof ReferralDecided
                || entry instanceof Referred
                || entry instanceof ReferralAnswered
                || entry instanceof Archived
                || entry instanceof Remedying
                || entry instanceof Serving) {
            return CaseState.of(file.with(entry));
        }
        throw new IllegalTransitionException(this, entry);
    }
}
