package cn.faheng.casework.cases;

import cn.faheng.engine.gate.CaseFinding;
import java.util.List;
import java.util.UUID;

/** What became of a step that somebody took. */
public sealed interface StepResult {

    /** It is on record. */
    record OnRecord(int seq, List<CaseFinding> notes) implements StepResult {
        public OnRecord {
            notes = List.copyOf(notes);
        }
    }

    /** It waits for leave. */
    record AwaitsLeave(UUID request, List<CaseFinding> findings) implements StepResult {
        public AwaitsLeave {
            findings = List.copyOf(findings);
        }
    }

    /** The law does not let it pass; nothing was put on record, what was typed is kept as a draft. */
    record Blocked(List<CaseFinding> findings) implements StepResult {
        public Blocked {
            findings = List.copyOf(findings);
        }
    }

    /** Findings want reasons in words that were not given yet. */
    record WantsReasons(List<CaseFinding> findings) implements StepResult {
        public WantsReasons {
            findings = List.copyOf(findings);
        }
    }
}
