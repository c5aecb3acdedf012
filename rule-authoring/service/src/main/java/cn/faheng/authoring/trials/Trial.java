package cn.faheng.authoring.trials;

import cn.faheng.contract.model.DecisionResponseBody;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What came of a trial.
 *
 * @param model what the model alone answers, as {@code ModelAnswer} of the contract; null where no facts were given
 * @param missing facts that the draft asks for and that were not given
 * @param supposed the whole answer as if the draft were published, or null where no request was given
 * @param supposedProblem why there is no such answer, or null
 * @param today the answer of today, or null
 * @param todayProblem why there is none today, or null
 */
public record Trial(
        @Nullable JsonNode model,
        List<String> missing,
        @Nullable DecisionResponseBody supposed,
        @Nullable String supposedProblem,
        @Nullable DecisionResponseBody today,
        @Nullable String todayProblem) {
    public Trial {
        missing = List.copyOf(missing);
    }
}
