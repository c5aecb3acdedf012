package cn.faheng.casework.cases;

import cn.faheng.rules.casefile.Entries;
import cn.faheng.rules.casefile.Entry;

/** An entry that a case in its state cannot hold. */
final class IllegalTransitionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IllegalTransitionException(CaseState state, Entry entry) {
        super(state.getClass().getSimpleName() + " holds no " + Entries.type(entry));
    }
}
