package cn.faheng.authoring.models;

import cn.faheng.engine.trial.ModelTexts;
import cn.faheng.engine.trial.TrialRequest;
import cn.faheng.server.problems.Problem.Errors;
import cn.faheng.server.problems.ProblemType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The body of {@code POST /models:try}: {@code ModelTrial} of the contract. */
record TriedModel(
        @Nullable String model,
        @Nullable List<@Nullable String> imports,
        @Nullable JsonNode inputs,
        @Nullable List<@Nullable String> decisions,
        @Nullable String decisionService,
        @Nullable Boolean typeCheck) {

    TrialRequest request() {
        JsonNode values = inputs == null || inputs.isNull() ? JsonNodeFactory.instance.objectNode() : inputs;
        return new TrialRequest(
                texts(model, imports),
                values,
                texts(decisions, "/decisions"),
                decisionService,
                Boolean.TRUE.equals(typeCheck));
    }

    static ModelTexts texts(@Nullable String model, @Nullable List<@Nullable String> imports) {
        if (model == null || model.isBlank()) {
            Errors errors = new Errors();
            errors.add("/model", ProblemType.MISSING_FIELD, "请在 model 里写明要试算的 DMN（XML 全文）。");
            errors.throwIfAny();
        }
        return new ModelTexts(String.valueOf(model), texts(imports, "/imports"));
    }

    private static List<String> texts(@Nullable List<@Nullable String> given, String pointer) {
        if (given == null) {
            return List.of();
        }
        Errors errors = new Errors();
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i) == null) {
                errors.add(pointer + "/" + i, ProblemType.WRONG_TYPE, "应当是字符串。");
            }
        }
        errors.throwIfAny();
        return given.stream().map(String::valueOf).toList();
    }
}
