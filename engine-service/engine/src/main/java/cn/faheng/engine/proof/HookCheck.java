package cn.faheng.engine.proof;

import cn.faheng.engine.evaluation.CompiledRuleSet;
import cn.faheng.engine.evaluation.ModelTable;
import cn.faheng.engine.outcome.Effect;
import cn.faheng.rules.catalogue.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a rule set of the general part answers what its hook is asked, in words the engine knows. */
final class HookCheck {

    /** Hooks whose answer is read column by column; the decision bears the name on the right. */
    private static final Map<String, Answer> ANSWERS = Map.of(
            "bands", new Answer("band", List.of("lowPct", "highPct")),
            "limitation", new Answer("limitation", List.of("length", "unit")),
            "deviation", new Answer("deviation", List.of("approval", "text")),
            "remedies",
                    new Answer(
                            "remedies",
                            List.of(
                                    "text",
                                    "textEn",
                                    "reconsiderationDays",
                                    "litigationMonths",
                                    "reconsiderationFirst")));

    private static final List<String> FINDING = List.of("raised", "severity", "message");

    private static final Set<String> GIVE_EFFECTS = Set.of("capacity", "circumstances", "exemption");

    private final CompiledRuleSet compiled;
    private final RuleSet ruleSet;
    private final List<GateFinding> findings = new ArrayList<>();

    HookCheck(CompiledRuleSet compiled) {
        this.compiled = compiled;
        this.ruleSet = compiled.ruleSet();
    }

    private record Answer(String decision, List<String> columns) {}

    List<GateFinding> findings() {
        String hook = ruleSet.hook();
        Answer answer = hook == null ? null : ANSWERS.get(hook);
        if (answer != null) {
            check(answer);
        }
        if ("findings".equals(hook)) {
            compiled.tables().forEach(table -> check(new Answer(table.decision(), FINDING)));
        }
        if (hook != null && GIVE_EFFECTS.contains(hook)) {
            compiled.tables().forEach(this::checkEffects);
        }
        return findings;
    }

    private void check(Answer answer) {
        List<String> columns = compiled.tables().stream()
                .filter(table -> table.decision().equals(answer.decision()))
                .findFirst()
                .map(ModelTable::outputs)
                .orElse(List.of());
        answer.columns().stream()
                .filter(column -> !columns.contains(column))
                .forEach(column -> add(answer.decision(), "表缺少结果栏“" + column + "”"));
    }

    /** The engine knows no other effects and would pass them over; the effect is the only column or bears that name. */
    private void checkEffects(ModelTable table) {
        int column = table.outputs().size() == 1 ? 0 : table.outputs().indexOf("effect");
        for (ModelTable.TableRow row : table.rows()) {
            String effect = column < 0 ? "" : row.outputs().get(column).strip().replace("\"", "");
            if (Effect.ofCode(effect).isEmpty()) {
                add(row.id(), "“" + effect + "”不是情节的效果");
            }
        }
    }

    private void add(String where, String reason) {
        findings.add(new GateFinding(ruleSet.ref(), "hook", where, reason));
    }
}
