package cn.faheng.casework.cases;

import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Deciding.DecisionChanged;
import cn.faheng.rules.casefile.Deciding.PublicationWithdrawn;
import cn.faheng.rules.casefile.Deciding.Published;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Remedying;
import cn.faheng.rules.casefile.Winding.Archived;

/** A case that is closed. */
record ClosedCase(CaseFile file) implements CaseState {

    @Override
    public CaseState with(Entry entry) {
        if (entry instanceof Published
                || entry instanceof PublicationWithdrawn
                || entry instanceof DecisionChanged
                || entry instanceof Remedying
                || entry instanceof Archived) {
            return CaseState.of(file.with(entry));
        }
        throw new IllegalTransitionException(this, entry);
    }
}
