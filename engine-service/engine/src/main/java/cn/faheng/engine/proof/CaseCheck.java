package cn.faheng.engine.proof;

import cn.faheng.engine.evaluation.CompiledRuleSet;
import cn.faheng.engine.evaluation.Evaluation;
import cn.faheng.engine.evaluation.ModelTable;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.Penalty;
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
                add("case", ruleCase.id(), "案例编号重复");
            }
            run(ruleCase, hit);
        }
        for (ModelTable table : compiled.tables()) {
            for (ModelTable.TableRow row : table.rows()) {
                if (!hit.contains(row.id())) {
                    add("coverage", row.id(), "没有案例用到这一行");
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
            add("case", ruleCase.id(), "模型没有得出结果：" + String.join("；", evaluation.failures()));
        }
        if (ruleCase.expected().isEmpty()) {
            add("case", ruleCase.id(), "没有写明期望的结果");
        } else if (!ruleCase.expected().containsKey("rows")
                && !compiled.tables().isEmpty()) {
            add("rows", ruleCase.id(), "没有写明应当适用哪些行。请在“=rows”一栏写明行号");
        }
        ruleCase.expected().forEach((column, expected) -> {
            Object actual = column.equals("rows") ? String.join(" ", evaluation.rowIds()) : value(evaluation, column);
            if (!same(expected, actual)) {
                add("case", ruleCase.id(), "“" + label(column) + "”应当是 " + expected + "，算得 " + actual);
            }
        });
    }

    /** A column as a lawyer reads it. */
    private String label(String column) {
        for (Penalty penalty : ruleSet.penalties()) {
            String rest = column.startsWith(penalty.id())
                    ? column.substring(penalty.id().length())
                    : "?";
            switch (rest) {
                case "" -> {
                    return Examples.label(penalty) + "方式";
                }
                case "Min" -> {
                    return Examples.label(penalty) + "最低";
                }
                case "Max" -> {
                    return Examples.label(penalty) + "最高";
                }
                default -> {
                    // The column of another penalty, or of none.
                }
            }
        }
        return switch (column) {
            case "rows" -> "命中的行";
            case "tier" -> "档次";
            default -> column;
        };
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
                add("boundary", fact.name(), "在这些界限值上没有案例：" + wanted);
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
