package cn.faheng.engine.steps;

import cn.faheng.rules.casefile.Coercion.MeasureTaken;
import cn.faheng.rules.casefile.Deciding.DecisionMade;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Opening.Filed;
import cn.faheng.rules.casefile.Opening.Procedure;
import cn.faheng.rules.casefile.Proof;
import java.util.Locale;

/** The step that puts an entry on record, by the name that the rule sets give it. */
public final class Step {

    private Step() {}

    /** The name of the step: decisionMade, or what the law treats apart from it: decidedOnTheSpot. */
    public static String of(Entry entry) {
        if (entry instanceof Filed filed && filed.procedure() == Procedure.SUMMARY) {
            return "openedOnTheSpot";
        }
        if (entry instanceof MeasureTaken measure && measure.onTheSpot()) {
            return "measureTakenAtOnce";
        }
        if (entry instanceof DecisionMade decision) {
            if (decision.onTheSpot()) {
                return "decidedOnTheSpot";
            }
            return decision.outcome() == Proof.Outcome.PENALTY ? "decisionMade" : "unpunishedDecided";
        }
        String name = entry.getClass().getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
