package cn.faheng.authoring.models;

import cn.faheng.engine.trial.ModelTexts;
import cn.faheng.engine.trial.TrialRequest;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes a model as XML itself or inside JSON, which no generated interface can say; answers as the worker wrote it, digit by digit. */
@RestController
class ModelsController {

    private static final String CHECK = "/api/v1/models:check";
    private static final String TRY = "/api/v1/models:try";

    private final ModelTrials trials;
    private final JsonMapper json;

    ModelsController(ModelTrials trials, JsonMapper json) {
        this.trials = trials;
        this.json = json;
    }

    @PostMapping(path = CHECK, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    JsonNode check(@RequestBody CheckedModel body) {
        return trials.check(TriedModel.texts(body.model(), body.imports()));
    }

    @PostMapping(
            path = CHECK,
            consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    JsonNode check(@RequestBody byte[] model) {
        return trials.check(ModelTexts.of(XmlText.of(model)));
    }

    @PostMapping(path = TRY, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    JsonNode tryModel(@RequestBody TriedModel body) {
        return trials.evaluate(body.request());
    }

    @PostMapping(
            path = TRY,
            consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    JsonNode tryModel(@RequestBody byte[] model, @RequestParam(defaultValue = "{}") String inputs) {
        return trials.evaluate(TrialRequest.of(ModelTexts.of(XmlText.of(model)), values(inputs)));
    }

    private JsonNode values(String inputs) {
        try {
            return json.readTree(inputs);
        } catch (JacksonException e) {
            throw new ProblemException(Problem.ofParameter("inputs", "参数 inputs 应当是 JSON 对象：输入名作键。"));
        }
    }

    /** The body of {@code POST /models:check}. */
    record CheckedModel(@Nullable String model, @Nullable List<@Nullable String> imports) {}
}
