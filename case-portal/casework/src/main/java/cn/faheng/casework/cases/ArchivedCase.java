package cn.faheng.casework.cases;

import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Deciding.DecisionChanged;
import cn.faheng.rules.casefile.Deciding.PublicationWithdrawn;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Remedying;

/** A case that went to the archive; only what others do about it is still noted. */
record ArchivedCase(CaseFile file) implements CaseState {

    @Override
    public CaseState with(Entry entry) {
        if (entry instanceof PublicationWithdrawn || entry instanceof DecisionChanged || entry instanceof Remedying) {
            return CaseState.of(file.with(entry));
        }
        throw new IllegalTransitionException(this, entry);
    }
}
