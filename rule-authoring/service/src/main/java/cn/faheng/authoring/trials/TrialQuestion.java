package cn.faheng.authoring.trials;

import cn.faheng.contract.model.DecisionRequestBody;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is tried.
 *
 * @param facts inputs of the model by name, or null where only the whole engine is asked
 * @param decisions decisions asked for; all when empty
 * @param decisionService the decision service asked for instead, or null
 * @param typeCheck whether inputs and results are checked against their declared types
 * @param request a whole request, or null
 */
public record TrialQuestion(
        @Nullable Map<String, Object> facts,
        List<String> decisions,
        @Nullable String decisionService,
        boolean typeCheck,
        @Nullable DecisionRequestBody request) {

    public TrialQuestion {
        decisions = List.copyOf(decisions);
    }

    /** Facts alone. */
    public static TrialQuestion of(Map<String, Object> facts) {
        return new TrialQuestion(facts, List.of(), null, false, null);
    }

    /** A whole request alone. */
    public static TrialQuestion of(DecisionRequestBody request) {
        return new TrialQuestion(null, List.of(), null, false, request);
    }
}
