package cn.faheng.engine.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.model.api.Context;
import org.kie.dmn.model.api.ContextEntry;
import org.kie.dmn.model.api.Expression;
import org.kie.dmn.model.api.LiteralExpression;

/**
 * A decision that is no table: one FEEL text, or a context of named ones.
 *
 * @param decision name of the decision
 * @param text the expression, empty where it is none
 * @param entries entry name to its expression where it is a context; empty text where an entry is made of something else
 */
public record ModelExpression(String decision, Optional<String> text, Map<String, String> entries) {

    public ModelExpression {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    static ModelExpression of(String decision, @Nullable Expression expression) {
        Map<String, String> entries = new LinkedHashMap<>();
        if (expression instanceof Context context) {
            for (ContextEntry entry : context.getContextEntry()) {
                String name =
                        entry.getVariable() == null ? "" : entry.getVariable().getName();
                entries.put(name, literal(entry.getExpression()).orElse(""));
            }
        }
        return new ModelExpression(decision, literal(expression), entries);
    }

    private static Optional<String> literal(@Nullable Expression expression) {
        return expression instanceof LiteralExpression literal && literal.getText() != null
                ? Optional.of(literal.getText().strip())
                : Optional.empty();
    }
}
