package cn.faheng.web.cases;

import cn.faheng.rules.casefile.Coercion.MeasureTaken;
import cn.faheng.rules.casefile.Deciding.DecisionMade;
import cn.faheng.rules.casefile.Entries;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Opening.Filed;
import cn.faheng.rules.casefile.Participants.OfficerAssigned;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The kind of entry that a step puts on record.
 *
 * @param step name of the step
 * @param kind the kind of entry
 * @param fixed components that the step itself decides, by name
 */
record StepKind(String step, Class<? extends Entry> kind, Map<String, Object> fixed) {

    /** The kind of entry of a step; empty where no form makes it. */
    static Optional<StepKind> of(String step) {
        return switch (step) {
            case "filed" -> found(step, Filed.class, Map.of("procedure", "ORDINARY", "number", ""));
            case "openedOnTheSpot" -> found(step, Filed.class, Map.of("procedure", "SUMMARY", "number", ""));
            case "measureTaken" -> found(step, MeasureTaken.class, Map.of("onTheSpot", false));
            case "measureTakenAtOnce" -> found(step, MeasureTaken.class, Map.of("onTheSpot", true));
            case "decisionMade" -> found(step, DecisionMade.class, Map.of("onTheSpot", false, "outcome", "PENALTY"));
            case "decidedOnTheSpot" -> found(step, DecisionMade.class, Map.of("onTheSpot", true, "outcome", "PENALTY"));
            case "unpunishedDecided" -> found(step, DecisionMade.class, Map.of("onTheSpot", false));
            default ->
                Optional.ofNullable(Entries.types().get(type(step))).flatMap(kind -> found(step, kind, Map.of()));
        };
    }

    private static Optional<StepKind> found(String step, Class<? extends Entry> kind, Map<String, Object> fixed) {
        return Optional.of(new StepKind(step, kind, fixed));
    }

    private static String type(String step) {
        return step.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** The kind as files name it. */
    String type() {
        return Entries.type(kind);
    }

    /** Whether the directory fills it in and the page only asks for the person. */
    boolean isAssignment() {
        return kind == OfficerAssigned.class;
    }
}
