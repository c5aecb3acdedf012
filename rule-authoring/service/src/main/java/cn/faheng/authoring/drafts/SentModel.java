package cn.faheng.authoring.drafts;

import cn.faheng.authoring.models.XmlText;
import cn.faheng.contract.model.ModelTextsBody;
import cn.faheng.server.problems.JsonProblems;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.Problem.FieldError;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A model as it was sent: alone as XML, or as JSON with the models that it imports.
 *
 * @param text the document
 * @param imports what it imports, or null where only the document came
 */
record SentModel(String text, @Nullable List<String> imports) {

    static SentModel of(byte[] body) {
        return isJson(body) ? ofJson(body) : new SentModel(XmlText.of(body), null);
    }

    /** No XML document begins with a brace. */
    private static boolean isJson(byte[] body) {
        int at = 0;
        while (at < body.length && Character.isWhitespace(body[at])) {
            at++;
        }
        return at < body.length && body[at] == '{';
    }

    private static SentModel ofJson(byte[] body) {
        ModelTextsBody texts;
        try {
            texts = DraftJson.MAPPER.readValue(body, ModelTextsBody.class);
        } catch (JacksonException e) {
            throw new ProblemException(JsonProblems.of(e));
        }
        String model = texts.getModel();
        if (model == null || model.isBlank()) {
            throw new ProblemException(Problem.ofFields(
                    List.of(FieldError.at("/model", ProblemType.MISSING_FIELD, "请在 model 里写明 DMN（XML 全文）。"))));
        }
        List<String> imports = texts.getImports();
        return new SentModel(model, imports == null ? List.of() : imports);
    }
}
