package cn.faheng.drafting.cases;

import cn.faheng.engine.evaluation.CellCondition;
import cn.faheng.engine.evaluation.Evaluation;
import cn.faheng.engine.evaluation.ModelTable;
import cn.faheng.engine.evaluation.ModelTable.TableRow;
import cn.faheng.rules.catalogue.Fact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds facts with which a row is hit. What it finds is always tried on the model itself. */
final class CaseSearch {

    private static final int MOST_TRIALS = 4000;

    private final CaseModel model;
    private final Map<String, List<Object>> candidates = new LinkedHashMap<>();
    private final Map<String, Object> plain = new LinkedHashMap<>();

    CaseSearch(CaseModel model) {
        this.model = model;
        for (Fact fact : model.facts()) {
            List<Object> values = candidates(fact);
            candidates.put(fact.name(), values);
            plain.put(fact.name(), values.get(0));
        }
    }

    /** The first candidate of every question. */
    Map<String, Object> plain() {
        return Collections.unmodifiableMap(plain);
    }

    private List<Object> candidates(Fact fact) {
        return switch (fact.type()) {
            case BOOLEAN -> List.of(false, true);
            case CHOICE ->
                fact.values().stream().<Object>map(Fact.Choice::value).toList();
            case DATE -> List.of(LocalDate.of(2026, 1, 1));
            default -> numbers(fact);
        };
    }

    /** A value inside every section between boundaries, then the boundaries and their neighbours. */
    private List<Object> numbers(Fact fact) {
        BigDecimal min = fact.min();
        BigDecimal max = fact.max();
        BigDecimal low = min == null ? BigDecimal.ZERO : min;
        BigDecimal usual = fact.type() == Fact.Type.MONEY ? BigDecimal.valueOf(10_000) : BigDecimal.TEN;
        TreeSet<BigDecimal> boundaries = new TreeSet<>(Boundary.boundaries(model, fact.name()));
        Set<BigDecimal> points = new LinkedHashSet<>();
        if (boundaries.isEmpty()) {
            points.add(low.add(usual));
        } else {
            BigDecimal from = low.compareTo(boundaries.first()) < 0 ? low : boundaries.first();
            for (BigDecimal boundary : boundaries) {
                points.add(between(fact, from, boundary));
                from = boundary;
            }
            points.add(max == null ? from.add(from.max(usual)) : between(fact, from, max));
        }
        points.add(low);
        for (BigDecimal boundary : boundaries) {
            points.add(boundary);
            points.add(boundary.subtract(fact.step()));
            points.add(boundary.add(fact.step()));
        }
        List<Object> values = new ArrayList<>();
        points.stream().filter(point -> Boundary.inside(fact, point)).forEach(values::add);
        if (values.isEmpty()) {
            values.add(max == null ? low : max);
        }
        return values;
    }

    private static BigDecimal between(Fact fact, BigDecimal from, BigDecimal to) {
        int scale = fact.type() == Fact.Type.INTEGER ? 0 : 2;
        return from.add(to).divide(BigDecimal.valueOf(2)).setScale(scale, RoundingMode.DOWN);
    }

    /** Facts that hit a row; empty when none was found. */
    Optional<Map<String, Object>> hitting(ModelTable table, TableRow row) {
        return hitting(table, row, Map.of());
    }

    /** Facts that hit a row, some of which are fixed. */
    Optional<Map<String, Object>> hitting(ModelTable table, TableRow row, Map<String, Object> fixed) {
        Map<String, List<Object>> allowed = new LinkedHashMap<>();
        candidates.forEach(
                (name, values) -> allowed.put(name, fixed.containsKey(name) ? List.of(fixed.get(name)) : values));
        for (Map<String, List<Object>> narrowed : narrowed(table, row, allowed, 0)) {
            Optional<Map<String, Object>> found = first(narrowed, row.id());
            if (found.isPresent()) {
                return found;
            }
        }
        return search(table, row, allowed);
    }

    /** What is left of the candidates when the row's cells are met; several when a decision can answer in several ways. */
    private List<Map<String, List<Object>>> narrowed(
            ModelTable table, TableRow row, Map<String, List<Object>> allowed, int depth) {
        List<Map<String, List<Object>>> open = List.of(allowed);
        for (int i = 0; i < table.inputs().size() && depth < 5; i++) {
            Optional<CellCondition> condition = row.conditions().get(i);
            if (condition.isEmpty() || condition.get() instanceof CellCondition.Anything) {
                continue;
            }
            String input = table.inputs().get(i);
            List<Map<String, List<Object>>> next = new ArrayList<>();
            for (Map<String, List<Object>> one : open) {
                if (next.size() > 20) {
                    break;
                }
                next.addAll(met(input, condition.get(), one, depth));
            }
            open = next;
        }
        return open;
    }

    private List<Map<String, List<Object>>> met(
            String input, CellCondition condition, Map<String, List<Object>> allowed, int depth) {
        List<Object> values = allowed.get(input);
        if (values != null) {
            List<Object> left = values.stream().filter(condition::test).toList();
            if (left.isEmpty()) {
                return List.of();
            }
            Map<String, List<Object>> narrower = new LinkedHashMap<>(allowed);
            narrower.put(input, left);
            return List.of(narrower);
        }
        Optional<ModelTable> asked = model.table(input).filter(t -> t.outputs().size() == 1);
        if (asked.isEmpty()) {
            // An expression; the trial of the model decides.
            return List.of(allowed);
        }
        List<Map<String, List<Object>>> ways = new ArrayList<>();
        for (TableRow answer : asked.get().rows()) {
            boolean fits = CellCondition.parse(answer.outputs().get(0))
                    .filter(CellCondition.Literal.class::isInstance)
                    .map(literal -> condition.test(((CellCondition.Literal) literal).value()))
                    .orElse(true);
            if (fits) {
                ways.addAll(narrowed(asked.get(), answer, allowed, depth + 1));
            }
        }
        return ways;
    }

    private Optional<Map<String, Object>> first(Map<String, List<Object>> allowed, String rowId) {
        Map<String, Object> facts = new LinkedHashMap<>();
        allowed.forEach((name, values) -> {
            Object usual = plain.get(name);
            facts.put(name, usual != null && values.contains(usual) ? usual : values.get(0));
        });
        return hits(facts, rowId) ? Optional.of(facts) : Optional.empty();
    }

    private boolean hits(Map<String, Object> facts, String rowId) {
        Evaluation evaluation = model.evaluate(facts);
        return evaluation.rowIds().contains(rowId);
    }

    /** Tries combinations, those of the questions that the row's table depends on first. */
    private Optional<Map<String, Object>> search(ModelTable table, TableRow row, Map<String, List<Object>> allowed) {
        Set<String> order = new LinkedHashSet<>(table.inputs());
        order.retainAll(allowed.keySet());
        order.addAll(allowed.keySet());
        Map<String, Object> facts = new LinkedHashMap<>();
        allowed.forEach((name, values) -> facts.put(name, values.get(0)));
        int[] trials = {0};
        return combine(List.copyOf(order), 0, allowed, facts, row.id(), trials) ? Optional.of(facts) : Optional.empty();
    }

    private boolean combine(
            List<String> order,
            int at,
            Map<String, List<Object>> allowed,
            Map<String, Object> facts,
            String rowId,
            int[] trials) {
        if (at == order.size()) {
            trials[0]++;
            return hits(facts, rowId);
        }
        String name = order.get(order.size() - 1 - at);
        for (Object value : allowed.getOrDefault(name, List.of())) {
            facts.put(name, value);
            if (combine(order, at + 1, allowed, facts, rowId, trials)) {
                return true;
            }
            if (trials[0] >= MOST_TRIALS) {
                return false;
            }
        }
        return false;
    }
}
