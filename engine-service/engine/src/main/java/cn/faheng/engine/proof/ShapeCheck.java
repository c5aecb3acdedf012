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
                add("model", "模型取用当前时间（" + clock + "）。同样的事实应当总得出同样的结果，请改为由事实给出日期");
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
                    add(input, "表“" + table.decision() + "”的条件取自这一判定，它没有中文说明。请写明说明（description）");
                }
            }
        }
    }

    private void checkName() {
        String path = ruleSet.ref().id() + "/" + ruleSet.ref().version();
        if (!compiled.namespace().equals("https://faheng.cn/rules/" + path)) {
            add("model", "模型的命名空间应当是 https://faheng.cn/rules/" + path);
        }
        if (!compiled.name().equals(path.replace('/', '_'))) {
            add("model", "模型的名称应当是 " + path.replace('/', '_'));
        }
    }

    private void checkFacts() {
        Map<String, List<String>> inputs = compiled.inputs();
        for (Fact fact : ruleSet.facts()) {
            List<String> allowed = inputs.get(fact.name());
            if (allowed == null) {
                add(fact.name(), "这一事实在模型里没有同名的输入");
            } else if (fact.type() == Fact.Type.CHOICE) {
                Set<String> values = new HashSet<>();
                fact.values().forEach(choice -> values.add("\"" + choice.value() + "\""));
                if (!values.equals(new HashSet<>(allowed))) {
                    add(fact.name(), "可选答案不一致：规则集写的是 " + values + "，模型写的是 " + allowed);
                }
            }
        }
        for (String input : inputs.keySet()) {
            if (ruleSet.fact(input).isEmpty()) {
                add(input, "模型的这一输入没有对应的事实。请补上问题，或者删去这一输入");
            }
        }
    }

    private void checkRows() {
        Set<String> ids = new HashSet<>();
        for (ModelTable table : compiled.tables()) {
            for (ModelTable.TableRow row : table.rows()) {
                if (!ids.add(row.id())) {
                    add(row.id(), "两行用了同一个行号");
                }
                if (!ruleSet.rows().containsKey(row.id())) {
                    add(row.id(), "表“" + table.decision() + "”的这一行没有引用依据。请写明条款或者公布的文件");
                }
            }
        }
        for (String id : ruleSet.rows().keySet()) {
            if (!ids.contains(id)) {
                add(id, "为这一行写了依据，模型里却没有这一行");
            }
        }
    }

    private void checkPenalties() {
        List<String> decisions = compiled.decisions();
        if (!decisions.contains("penalty")) {
            add("penalty", "模型没有名为 penalty 的判定，得不出处罚");
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
                        .forEach(column -> add("penalty", "缺少结果栏“" + column + "”"));
                columns.stream()
                        .filter(column -> !expected.contains(column))
                        .forEach(column -> add("penalty", "结果栏“" + column + "”不属于任何一种处罚"));
            }
        }
    }

    private void add(String where, String reason) {
        findings.add(new GateFinding(ruleSet.ref(), "shape", where, reason));
    }
}
