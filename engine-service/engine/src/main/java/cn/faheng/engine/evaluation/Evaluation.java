package cn.faheng.engine.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a model answered for one set of facts.
 *
 * @param results decision name to its result (BigDecimal, String, Boolean, Map, List, or null)
 * @param matched the rows that matched, table by table in order of the model
 * @param failures what the engine reported, empty when all went well
 */
public record Evaluation(Map<String, @Nullable Object> results, List<MatchedRows> matched, List<String> failures) {

    public Evaluation {
        results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
        matched = List.copyOf(matched);
        failures = List.copyOf(failures);
    }

    /**
     * The rows of one table that matched.
     *
     * @param decision name of the decision
     * @param rowIds rule ids
     */
    public record MatchedRows(String decision, List<String> rowIds) {
        public MatchedRows {
            rowIds = List.copyOf(rowIds);
        }
    }

    public boolean succeeded() {
        return failures.isEmpty();
    }

    /** All matched row ids in order. */
    public List<String> rowIds() {
        return matched.stream().flatMap(m -> m.rowIds().stream()).collect(Collectors.toList());
    }

    /** A column of a decision: {@code column("penalty", "fineMin")}; null where the model gives null or has no such column. */
    public @Nullable Object column(String decision, String column) {
        Object result = results.get(decision);
        if (result instanceof Map<?, ?> map) {
            return map.get(column);
        }
        return null;
    }
}
