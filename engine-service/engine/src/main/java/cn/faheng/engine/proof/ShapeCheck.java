package cn.faheng.engine.proof;

import cn.faheng.engine.evaluation.CompiledRuleSet;
import cn.faheng.engine.evaluation.ModelTable;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.rules.catalogue.RuleSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether the model and the YAML beside it speak of the same facts, penalties and rows. */
final class ShapeCheck {

    private static final Set<String> OPTIONAL_COLUMNS = Set.of("result", "circumstance");

    private final CompiledRuleSet compiled;
    private final RuleSet ruleSet;
    private final List<GateFinding> findings = new ArrayList<>();

    ShapeCheck(CompiledRuleSet compiled) {
        this.compiled = compiled;
        this.ruleSet = compiled.ruleSet();
    }

    List<GateFinding> findings() {
        checkName();
        checkClock();
        checkFacts();
        checkRows();
        if (ruleSet.kind() != RuleSet.Kind.GENERAL) {
            checkTitles();
            checkPenalties();
        }
        return findings;
    }

    /** What a model answers depends on its facts alone; a clock would make a replay differ. */
    private void checkClock() {
        for (String clock : List.of("now()", "today()")) {
            if (ruleSet.dmn().replace(" ", "").contains(clock)) {
                add("model", "the model reads the clock: " + clock);
            }
        }
    }

    /** Reasons call a decision that a table asks by its description. */
    private void checkTitles() {
        for (ModelTable table : compiled.tables()) {
            for (String input : table.inputs()) {
                boolean named = compiled.title(input)
                        .codePoints()
                        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
                if (ruleSet.fact(input).isEmpty() && !named) {
                    add(input, "the decision is asked by " + table.decision() + " and has no Chinese description");
                }
            }
        }
    }

    private void checkName() {
        String path = ruleSet.ref().id() + "/" + ruleSet.ref().version();
        if (!compiled.namespace().equals("https://faheng.cn/rules/" + path)) {
            add("model", "the namespace is not https://faheng.cn/rules/" + path);
        }
        if (!compiled.name().equals(path.replace('/', '_'))) {
            add("model", "the name is not " + path.replace('/', '_'));
        }
    }

    private void checkFacts() {
        Map<String, List<String>> inputs = compiled.inputs();
        for (Fact fact : ruleSet.facts()) {
            List<String> allowed = inputs.get(fact.name());
            if (allowed == null) {
                add(fact.name(), "the fact is no input of the model");
            } else if (fact.type() == Fact.Type.CHOICE) {
                Set<String> values = new HashSet<>();
                fact.values().forEach(choice -> values.add("\"" + choice.value() + "\""));
                if (!values.equals(new HashSet<>(allowed))) {
                    add(fact.name(), "the allowed values differ: YAML " + values + ", model " + allowed);
                }
            }
        }
        for (String input : inputs.keySet()) {
            if (ruleSet.fact(input).isEmpty()) {
                add(input, "the input of the model is no fact of the YAML");
            }
        }
    }

    private void checkRows() {
        Set<String> ids = new HashSet<>();
        for (ModelTable table : compiled.tables()) {
            for (ModelTable.TableRow row : table.rows()) {
                if (!ids.add(row.id())) {
                    add(row.id(), "the row id is used twice");
                }
                if (!ruleSet.rows().containsKey(row.id())) {
                    add(row.id(), "the row of table " + table.decision() + " has no citation in the YAML");
                }
            }
        }
        for (String id : ruleSet.rows().keySet()) {
            if (!ids.contains(id)) {
                add(id, "the YAML cites for a row that the model does not have");
            }
        }
    }

    private void checkPenalties() {
        List<String> decisions = compiled.decisions();
        if (!decisions.contains("penalty")) {
            add("penalty", "the model has no decision of this name");
            return;
        }
        Set<String> expected = new HashSet<>(OPTIONAL_COLUMNS);
        expected.add("tier");
        for (Penalty penalty : ruleSet.penalties()) {
            expected.add(penalty.id());
            if (penalty.kind().quantity() != PenaltyKind.Quantity.NONE) {
                expected.add(penalty.id() + "Min");
                expected.add(penalty.id() + "Max");
            }
        }
        for (ModelTable table : compiled.tables()) {
            if (table.decision().equals("penalty")) {
                Set<String> columns = new HashSet<>(table.outputs());
                expected.stream()
                        .filter(column -> !OPTIONAL_COLUMNS.contains(column) && !columns.contains(column))
                        .forEach(column -> add("penalty", "the column '" + column + "' is missing"));
                columns.stream()
                        .filter(column -> !expected.contains(column))
                        .forEach(column -> add("penalty", "the column '" + column + "' belongs to no penalty"));
            }
        }
    }

    private void add(String where, String reason) {
        findings.add(new GateFinding(ruleSet.ref(), "shape", where, reason));
    }
}
