package cn.faheng.casework.cases;

import cn.faheng.engine.steps.Milestones;
import cn.faheng.engine.steps.Stage;
import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Entry;

/** Where a case stands; each state takes only the entries that it can hold, so that nothing else can be written down. */
sealed interface CaseState permits ArchivedCase, ClosedCase, DecidedCase, EndedCase, Lead, OpenCase {

    CaseFile file();

    /** The case as its file says it stands. */
    static CaseState of(CaseFile file) {
        return switch (new Milestones(file).stage()) {
            case LEAD, VERIFIED, DECLINED -> new Lead(file);
            case ON_THE_SPOT, INVESTIGATION, REVIEW, NOTICE -> new OpenCase(file);
            case SERVICE, EXECUTION -> new DecidedCase(file);
            case ENDING -> new EndedCase(file);
            case CLOSED -> new ClosedCase(file);
            case ARCHIVED -> new ArchivedCase(file);
        };
    }

    default Stage stage() {
        return new Milestones(file()).stage();
    }

    /**
     * The case with one more entry.
     *
     * @throws IllegalTransitionException where a case that stands here cannot hold it
     */
    CaseState with(Entry entry);
}
