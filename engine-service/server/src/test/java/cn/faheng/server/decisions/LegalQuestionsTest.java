package cn.faheng.server.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.server.ServerTest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Questions whose answer follows from the words of the law, asked through the API as another system would. Each names the provision;
 * {@code expect} holds JSON pointers with their value, or {@code steps} (requirement by code), {@code findings} (codes raised), {@code findingText} (words of one),
 * {@code verdictNot}, {@code missing} (pointers that lead nowhere) and {@code assumption} (words of one).
 */
@DisplayName("法律问答：结论由条文得出")
class LegalQuestionsTest extends ServerTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TestFactory
    Stream<DynamicTest> everyQuestion() throws IOException {
        try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream("/legal/questions.json"))) {
            List<DynamicTest> tests = new ArrayList<>();
            for (JsonNode question : JSON.readTree(file)) {
                tests.add(DynamicTest.dynamicTest(
                        question.path("question").asString() + "（"
                                + question.path("provision").asString() + "）",
                        () -> check(question)));
            }
            return tests.stream();
        }
    }

    private void check(JsonNode question) throws Exception {
        Reply reply = decide(question.path("request").toString());
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        JsonNode answer = reply.json();
        for (Map.Entry<String, JsonNode> expected : question.path("expect").properties()) {
            JsonNode value = expected.getValue();
            switch (expected.getKey()) {
                case "steps" ->
                    value.properties().forEach(step -> assertThat(step(answer, step.getKey()))
                            .as(step.getKey())
                            .isEqualTo(step.getValue().asString()));
                case "findings" ->
                    assertThat(texts(answer.path("findings"), "code")).containsAll(texts(value, null));
                case "findingText" ->
                    assertThat(texts(answer.path("findings"), "text"))
                            .anyMatch(text -> text.contains(value.asString()));
                case "verdictNot" ->
                    assertThat(answer.at("/verdict/status").asString()).isNotIn(texts(value, null));
                case "missing" ->
                    texts(value, null)
                            .forEach(pointer -> assertThat(answer.at(pointer).isMissingNode())
                                    .as(pointer)
                                    .isTrue());
                case "assumption" ->
                    assertThat(texts(answer.path("assumptions"), null))
                            .anyMatch(text -> text.contains(value.asString()));
                default ->
                    assertThat(answer.at(expected.getKey()))
                            .as(expected.getKey())
                            .isEqualTo(value);
            }
        }
    }

    private static String step(JsonNode answer, String code) {
        for (JsonNode step : answer.at("/procedure/steps")) {
            if (step.path("code").asString().equals(code)) {
                return step.path("required").asString();
            }
        }
        return "no such step";
    }

    private static List<String> texts(JsonNode array, @Nullable String field) {
        List<String> texts = new ArrayList<>();
        array.forEach(node ->
                texts.add(field == null ? node.asString() : node.path(field).asString()));
        return texts;
    }
}
