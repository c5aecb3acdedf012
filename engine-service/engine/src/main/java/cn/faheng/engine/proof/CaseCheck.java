package cn.faheng.engine.proof;

import cn.faheng.engine.evaluation.CompiledRuleSet;
import cn.faheng.engine.evaluation.Evaluation;
import cn.faheng.engine.evaluation.ModelTable;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.RuleSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Runs cases.csv and looks whether it hits every row and stands on both sides of every boundary. */
final class CaseCheck {

    private final CompiledRuleSet compiled;
    private final RuleSet ruleSet;
    private final List<GateFinding> findings = new ArrayList<>();

    CaseCheck(CompiledRuleSet compiled) {
        this.compiled = compiled;
        this.ruleSet = compiled.ruleSet();
    }

    List<GateFinding> findings() {
        List<CaseTable.RuleCase> cases;
        try {
            cases = CaseTable.read(ruleSet).cases();
        } catch (IllegalArgumentException e) {
            add("case", "cases.csv", String.valueOf(e.getMessage()));
            return findings;
        }
        Set<String> hit = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (CaseTable.RuleCase ruleCase : cases) {
            if (!ids.add(ruleCase.id())) {
                add("case", ruleCase.id(), "the id is used twice");
            }
            run(ruleCase, hit);
        }
        for (ModelTable table : compiled.tables()) {
            for (ModelTable.TableRow row : table.rows()) {
                if (!hit.contains(row.id())) {
                    add("coverage", row.id(), "no case hits this row");
                }
            }
            checkBoundaries(table, cases);
        }
        return findings;
    }

    private void run(CaseTable.RuleCase ruleCase, Set<String> hit) {
        Evaluation evaluation = compiled.evaluate(ruleCase.facts());
        hit.addAll(evaluation.rowIds());
        if (!evaluation.succeeded()) {
            add("case", ruleCase.id(), "the model gives no answer: " + evaluation.failures());
        }
        if (!ruleCase.expected().containsKey("rows") && !compiled.tables().isEmpty()) {
            add("case", ruleCase.id(), "expects no rows; the column =rows says why an outcome comes about");
        }
        ruleCase.expected().forEach((column, expected) -> {
            Object actual = column.equals("rows") ? String.join(" ", evaluation.rowIds()) : value(evaluation, column);
            if (!same(expected, actual)) {
                add("case", ruleCase.id(), column + " is " + actual + ", expected " + expected);
            }
        });
    }

    private static @Nullable Object value(Evaluation evaluation, String column) {
        if (evaluation.results().containsKey(column)) {
            return evaluation.results().get(column);
        }
        int dot = column.indexOf('.');
        return dot < 0
                ? evaluation.column("penalty", column)
                : evaluation.column(column.substring(0, dot), column.substring(dot + 1));
    }

    private static boolean same(String expected, @Nullable Object actual) {
        if (actual == null) {
            return expected.equals("null");
        }
        if (actual instanceof BigDecimal number) {
            try {
                return number.compareTo(new BigDecimal(expected)) == 0;
            } catch (NumberFormatException e) {
                return false;
            }
        }
        return expected.equals(actual.toString());
    }

    private void checkBoundaries(ModelTable table, List<CaseTable.RuleCase> cases) {
        for (int i = 0; i < table.inputs().size(); i++) {
            Fact fact = ruleSet.fact(table.inputs().get(i)).orElse(null);
            if (fact == null || !fact.type().isNumeric()) {
                continue;
            }
            Set<BigDecimal> wanted = new TreeSet<>();
            for (ModelTable.TableRow row : table.rows()) {
                row.conditions().get(i).ifPresent(c -> c.boundaries().forEach(b -> addAround(wanted, b, fact)));
            }
            Set<BigDecimal> given = new TreeSet<>();
            for (CaseTable.RuleCase ruleCase : cases) {
                if (ruleCase.facts().get(fact.name()) instanceof BigDecimal number) {
                    given.add(number);
                }
            }
            wanted.removeAll(given);
            if (!wanted.isEmpty()) {
                add("coverage", fact.name(), "no case at the boundary values " + wanted);
            }
        }
    }

    private static void addAround(Set<BigDecimal> wanted, BigDecimal boundary, Fact fact) {
        for (BigDecimal point : List.of(boundary.subtract(fact.step()), boundary, boundary.add(fact.step()))) {
            BigDecimal min = fact.min();
            BigDecimal max = fact.max();
            boolean inside = (min == null || point.compareTo(min) >= 0) && (max == null || point.compareTo(max) <= 0);
            if (inside) {
                wanted.add(point);
            }
        }
    }

    private void add(String check, String where, String reason) {
        findings.add(new GateFinding(ruleSet.ref(), check, where, reason));
    }
}
