package cn.faheng.engine.trial;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model, its inputs twice (as JSON, and as the objects that Drools is given directly), and what must come out.
 *
 * @param title what is tried
 * @param texts the models
 * @param json the inputs
 * @param inputs the same inputs as objects
 * @param expected decision to {@code type value}, the value as JSON
 */
record TrialCase(
        String title,
        ModelTexts texts,
        String json,
        Map<String, @Nullable Object> inputs,
        Map<String, String> expected) {

    static TrialCase model(String title, String model, String... imports) {
        return new TrialCase(title, new ModelTexts(model, List.of(imports)), "{}", Map.of(), Map.of());
    }

    /** One FEEL expression without inputs. */
    static TrialCase feel(String expression, String typeAndValue) {
        return model(expression, ModelBuilder.expression(expression))
                .given("{\"x\": null}")
                .with("x", null)
                .expect("d", typeAndValue);
    }

    TrialCase given(String inputsAsJson) {
        return new TrialCase(title, texts, inputsAsJson, inputs, expected);
    }

    TrialCase with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(inputs);
        more.put(name, value);
        return new TrialCase(title, texts, json, more, expected);
    }

    TrialCase expect(String decision, String typeAndValue) {
        Map<String, String> more = new LinkedHashMap<>(expected);
        more.put(decision, typeAndValue);
        return new TrialCase(title, texts, json, inputs, more);
    }

    @Override
    public String toString() {
        return title;
    }
}
