package cn.faheng.engine.proof;

import cn.faheng.engine.evaluation.CellCondition;
import cn.faheng.engine.evaluation.CompiledRuleSet;
import cn.faheng.engine.evaluation.ModelTable;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.RuleSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether each unique table gives exactly one row for every combination of answers: every allowed value of a choice, and for a
 * number every boundary, one step on each side of it and the ends of its domain. Between two boundaries no cell changes its answer, so
 * these points stand for all.
 */
final class GridAnalysis {

    private static final long MOST_POINTS = 2_000_000;
    private static final int MOST_EXAMPLES = 5;

    private final CompiledRuleSet compiled;
    private final RuleSet ruleSet;
    private final List<GateFinding> findings = new ArrayList<>();

    GridAnalysis(CompiledRuleSet compiled) {
        this.compiled = compiled;
        this.ruleSet = compiled.ruleSet();
    }

    List<GateFinding> findings() {
        compiled.tables().forEach(this::analyse);
        return findings;
    }

    private void analyse(ModelTable table) {
        if (!table.hitPolicy().equals("UNIQUE")) {
            add(table.decision(), "the hit policy is " + table.hitPolicy() + "; tables are UNIQUE");
            return;
        }
        for (ModelTable.TableRow row : table.rows()) {
            for (int i = 0; i < row.conditions().size(); i++) {
                if (row.conditions().get(i).isEmpty()) {
                    add(row.id(), "the cell '" + row.cells().get(i) + "' is in none of the allowed forms");
                    return;
                }
            }
        }
        List<List<Object>> axes = new ArrayList<>();
        long points = 1;
        for (int i = 0; i < table.inputs().size(); i++) {
            List<Object> axis = axis(table, i);
            axes.add(axis);
            points *= Math.max(axis.size(), 1);
            if (points > MOST_POINTS) {
                add(table.decision(), "not analysed: more than " + MOST_POINTS + " combinations; split the table");
                return;
            }
        }
        Set<String> hit = new HashSet<>();
        walk(table, axes, new ArrayList<>(), hit);
        for (ModelTable.TableRow row : table.rows()) {
            if (!hit.contains(row.id())) {
                add(row.id(), "no combination of answers reaches this row");
            }
        }
    }

    private List<Object> axis(ModelTable table, int column) {
        String name = table.inputs().get(column);
        Fact fact = ruleSet.fact(name).orElse(null);
        Set<Object> values = new LinkedHashSet<>();
        TreeSet<BigDecimal> boundaries = new TreeSet<>();
        for (ModelTable.TableRow row : table.rows()) {
            CellCondition condition = row.conditions().get(column).orElseThrow();
            boundaries.addAll(condition.boundaries());
            condition.literals().stream()
                    .filter(literal -> !(literal instanceof BigDecimal))
                    .forEach(values::add);
        }
        if (fact != null && fact.type() == Fact.Type.CHOICE) {
            for (Object named : values) {
                if (named instanceof String text && fact.choice(text).isEmpty()) {
                    add(table.decision(), "'" + text + "' is no allowed value of " + name);
                }
            }
            values.clear();
            fact.values().forEach(choice -> values.add(choice.value()));
            return List.copyOf(values);
        }
        if (fact != null && fact.type() == Fact.Type.BOOLEAN) {
            return List.of(true, false);
        }
        if (fact == null && !values.isEmpty()) {
            if (values.stream().allMatch(Boolean.class::isInstance)) {
                return List.of(true, false);
            }
            return List.copyOf(values);
        }
        return List.copyOf(numbers(boundaries, fact));
    }

    private static Set<BigDecimal> numbers(Set<BigDecimal> boundaries, @org.jspecify.annotations.Nullable Fact fact) {
        BigDecimal step = fact == null ? new BigDecimal("0.01") : fact.step();
        BigDecimal min = fact == null ? null : fact.min();
        BigDecimal max = fact == null ? null : fact.max();
        TreeSet<BigDecimal> points = new TreeSet<>();
        for (BigDecimal boundary : boundaries) {
            points.add(boundary.subtract(step));
            points.add(boundary);
            points.add(boundary.add(step));
        }
        points.add(min == null ? BigDecimal.ZERO : min);
        if (max != null) {
            points.add(max);
        }
        points.removeIf(p -> (min != null && p.compareTo(min) < 0) || (max != null && p.compareTo(max) > 0));
        return points;
    }

    private void walk(ModelTable table, List<List<Object>> axes, List<Object> point, Set<String> hit) {
        if (point.size() < axes.size()) {
            for (Object value : axes.get(point.size())) {
                point.add(value);
                walk(table, axes, point, hit);
                point.remove(point.size() - 1);
            }
            return;
        }
        List<String> matching = new ArrayList<>();
        for (ModelTable.TableRow row : table.rows()) {
            boolean matches = true;
            for (int i = 0; i < point.size() && matches; i++) {
                matches = row.conditions().get(i).orElseThrow().test(point.get(i));
            }
            if (matches) {
                matching.add(row.id());
            }
        }
        hit.addAll(matching);
        long examples = findings.stream()
                .filter(f -> f.where().equals(table.decision()))
                .count();
        if (matching.size() != 1 && examples < MOST_EXAMPLES) {
            add(
                    table.decision(),
                    (matching.isEmpty() ? "gap: no row for " : "overlap: rows " + matching + " for ") + table.inputs()
                            + " = " + point);
        }
    }

    private void add(String where, String reason) {
        boolean waived =
                ruleSet.waivers().stream().anyMatch(w -> w.table().equals(where) && reason.startsWith(w.finding()));
        if (!waived) {
            findings.add(new GateFinding(ruleSet.ref(), "grid", where, reason));
        }
    }
}
