package cn.faheng.engine.explanation;

import cn.faheng.engine.evaluation.CellCondition;
import cn.faheng.engine.evaluation.CompiledRuleSet;
import cn.faheng.engine.evaluation.Evaluation;
import cn.faheng.engine.evaluation.ModelTable;
import cn.faheng.engine.outcome.TierTrace;
import cn.faheng.engine.outcome.TierTrace.Distance;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.Row;
import cn.faheng.rules.catalogue.RuleSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says of every table which row matched and why, why each other row did not, and how far the next one is. */
public final class TierTracer {

    private final CompiledRuleSet compiled;
    private final RuleSet ruleSet;
    private final Map<String, Object> values;

    /**
     * Prepares the tracing of one evaluation.
     *
     * @param compiled the rule set
     * @param facts the facts it was evaluated with
     * @param evaluation what it answered
     */
    public TierTracer(CompiledRuleSet compiled, Map<String, Object> facts, Evaluation evaluation) {
        this.compiled = compiled;
        this.ruleSet = compiled.ruleSet();
        this.values = new HashMap<>(facts);
        evaluation.results().forEach((name, result) -> {
            if (result != null) {
                values.put(name, result);
            }
        });
    }

    /** One trace for every table that matched a row. */
    public List<TierTrace> trace(Evaluation evaluation) {
        List<TierTrace> traces = new ArrayList<>();
        for (Evaluation.MatchedRows matched : evaluation.matched()) {
            ModelTable table = compiled.tables().stream()
                    .filter(t -> t.decision().equals(matched.decision()))
                    .findFirst()
                    .orElseThrow();
            if (matched.rowIds().size() == 1) {
                trace(table, matched.rowIds().get(0)).ifPresent(traces::add);
            }
        }
        return traces;
    }

    private Optional<TierTrace> trace(ModelTable table, String matchedId) {
        Row matched = ruleSet.rows().get(matchedId);
        if (matched == null) {
            return Optional.empty();
        }
        List<TierTrace.MetCondition> because = List.of();
        List<TierTrace.RejectedRow> rejected = new ArrayList<>();
        for (ModelTable.TableRow row : table.rows()) {
            if (row.id().equals(matchedId)) {
                because = conditions(table, row, true);
                continue;
            }
            Row cited = ruleSet.rows().get(row.id());
            if (cited != null) {
                rejected.add(new TierTrace.RejectedRow(cited, conditions(table, row, false), distance(table, row)));
            }
        }
        return Optional.of(new TierTrace(ruleSet.ref(), table.decision(), matched, because, rejected));
    }

    private List<TierTrace.MetCondition> conditions(ModelTable table, ModelTable.TableRow row, boolean met) {
        List<TierTrace.MetCondition> found = new ArrayList<>();
        for (int i = 0; i < table.inputs().size(); i++) {
            String name = table.inputs().get(i);
            CellCondition condition = row.conditions().get(i).orElse(null);
            Object value = values.get(name);
            if (condition == null || value == null || condition instanceof CellCondition.Anything) {
                continue;
            }
            if (condition.test(value) == met) {
                Fact fact = ruleSet.fact(name).orElse(null);
                found.add(new TierTrace.MetCondition(
                        name,
                        ConditionText.condition(compiled.title(name), fact, condition),
                        ConditionText.value(fact, value)));
            }
        }
        return found;
    }

    private @Nullable Distance distance(ModelTable table, ModelTable.TableRow row) {
        Distance distance = null;
        for (int i = 0; i < table.inputs().size(); i++) {
            String name = table.inputs().get(i);
            CellCondition condition = row.conditions().get(i).orElse(null);
            Object value = values.get(name);
            if (condition == null || value == null || condition.test(value)) {
                continue;
            }
            Fact fact = ruleSet.fact(name).orElse(null);
            if (distance != null || fact == null || !(value instanceof BigDecimal number)) {
                return null;
            }
            BigDecimal nearest = nearest(condition, number, fact);
            if (nearest == null) {
                return null;
            }
            distance = new Distance(
                    name,
                    nearest.subtract(number).stripTrailingZeros().toPlainString(),
                    Optional.ofNullable(fact.unit()).orElse(""));
        }
        return distance;
    }

    private static @Nullable BigDecimal nearest(CellCondition condition, BigDecimal from, Fact fact) {
        BigDecimal best = null;
        for (BigDecimal boundary : condition.boundaries()) {
            for (BigDecimal point : List.of(boundary.subtract(fact.step()), boundary, boundary.add(fact.step()))) {
                boolean nearer = best == null
                        || point.subtract(from)
                                        .abs()
                                        .compareTo(best.subtract(from).abs())
                                < 0;
                if (condition.test(point) && nearer) {
                    best = point;
                }
            }
        }
        return best;
    }
}
