package cn.faheng.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.kogito.dmn.DMNKogito;

/** The models of an item on Drools DMN and nothing else: no selection, no hooks, no trace. */
final class BareDrools {

    private final Model statute;
    private final @Nullable Model benchmark;

    BareDrools(BenchmarkItem item) {
        this.statute = new Model(item.statute());
        String path = item.benchmark();
        this.benchmark = path == null ? null : new Model(path);
    }

    Answer answer(Map<String, Object> facts) {
        Map<?, ?> law = statute.penalty(facts);
        boolean asked = benchmark != null && Answer.result(law).equals(Answer.PENALTY);
        return Answer.of(law, asked && benchmark != null ? benchmark.penalty(facts) : null);
    }

    private static final class Model {
        private final DMNRuntime runtime;
        private final DMNModel model;

        Model(String ruleSet) {
            // Type checks are on, as in the engine.
            this.runtime = DMNKogito.createGenericDMNRuntime(Set.of(), true, new StringReader(text(ruleSet)));
            this.model = runtime.getModels().get(0);
        }

        Map<?, ?> penalty(Map<String, Object> facts) {
            DMNContext context = runtime.newContext();
            model.getInputs().forEach(input -> context.set(input.getName(), facts.get(input.getName())));
            DMNResult result = runtime.evaluateAll(model, context);
            if (result.getDecisionResultByName("penalty").getResult() instanceof Map<?, ?> columns) {
                return columns;
            }
            throw new IllegalStateException(model.getName() + " gave no answer: " + result.getMessages());
        }

        private static String text(String ruleSet) {
            String file = "/rulesets/" + ruleSet + "/discretion.dmn";
            try (InputStream in = BareDrools.class.getResourceAsStream(file)) {
                if (in == null) {
                    throw new IllegalStateException("The rules jar holds no " + file);
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
