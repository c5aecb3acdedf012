package cn.faheng.authoring.models;

import cn.faheng.engine.trial.ModelTexts;
import cn.faheng.engine.trial.TrialException;
import cn.faheng.engine.trial.TrialRequest;
import cn.faheng.engine.trial.TrialWorkers;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.Problem.FieldError;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Checks and tries any DMN model; what fails is a problem with its place in the request. */
@Service
public class ModelTrials {

    private final TrialWorkers workers;

    ModelTrials(TrialWorkers workers) {
        this.workers = workers;
    }

    /** Names, inputs with types, decisions, decision services and messages: {@code ModelDescription} of the contract. */
    public JsonNode check(ModelTexts texts) {
        return answered(() -> workers.check(texts));
    }

    /** What Drools answers: {@code ModelAnswer} of the contract. */
    public JsonNode evaluate(TrialRequest trial) {
        return answered(() -> workers.evaluate(trial));
    }

    private static JsonNode answered(Supplier<JsonNode> asked) {
        try {
            return asked.get();
        } catch (TrialException e) {
            ProblemType type = type(e.reason());
            FieldError where = new FieldError(e.pointer(), null, type.slug(), e.detail());
            throw new ProblemException(new Problem(type, e.detail(), Map.of(), List.of(where)));
        }
    }

    private static ProblemType type(TrialException.Reason reason) {
        return switch (reason) {
            case NOT_DMN -> ProblemType.MODEL_NOT_DMN;
            case REFUSED -> ProblemType.MODEL_REFUSED;
            case IMPORT_MISSING -> ProblemType.MODEL_IMPORT_MISSING;
            case WRONG_INPUT -> ProblemType.WRONG_TYPE;
            case UNKNOWN_DECISION -> ProblemType.UNKNOWN_DECISION;
            case TOO_EXPENSIVE -> ProblemType.MODEL_TOO_EXPENSIVE;
            case TIMEOUT -> ProblemType.MODEL_TIMEOUT;
            case BUSY -> ProblemType.BUSY;
        };
    }
}
