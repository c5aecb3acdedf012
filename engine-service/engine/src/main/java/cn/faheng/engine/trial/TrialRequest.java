package cn.faheng.engine.trial;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is tried.
 *
 * @param texts the models
 * @param inputs JSON object: input name to value; inputs of an imported model below the name of the import
 * @param decisions names or ids of the decisions asked for; all decisions of the model when empty
 * @param decisionService name of the decision service asked for instead, or null
 * @param typeCheck whether Drools checks inputs and results against their declared types and allowed values; it does not by default
 */
public record TrialRequest(
        ModelTexts texts,
        JsonNode inputs,
        List<String> decisions,
        @Nullable String decisionService,
        boolean typeCheck) {

    public TrialRequest {
        decisions = List.copyOf(decisions);
    }

    /** All decisions of a model. */
    public static TrialRequest of(ModelTexts texts, JsonNode inputs) {
        return new TrialRequest(texts, inputs, List.of(), null, false);
    }
}
