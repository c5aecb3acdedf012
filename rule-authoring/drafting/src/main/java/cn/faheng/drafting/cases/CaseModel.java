package cn.faheng.drafting.cases;

import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.SheetWriter;
import cn.faheng.engine.evaluation.CompiledRuleSet;
import cn.faheng.engine.evaluation.Evaluation;
import cn.faheng.engine.evaluation.ModelTable;
import cn.faheng.engine.proof.CaseTable;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.RuleSet;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rule set ready to run its cases. */
final class CaseModel {

    private final CompiledRuleSet compiled;

    CaseModel(CompiledRuleSet compiled) {
        this.compiled = compiled;
    }

    static CaseModel of(Sheet sheet) {
        return new CaseModel(
                new CompiledRuleSet(SheetWriter.toRuleSet(sheet, CaseCsv.empty().write())));
    }

    List<ModelTable> tables() {
        return compiled.tables();
    }

    Optional<ModelTable> table(String decision) {
        return tables().stream()
                .filter(table -> table.decision().equals(decision))
                .findFirst();
    }

    List<Fact> facts() {
        return compiled.ruleSet().facts();
    }

    Optional<Fact> fact(String name) {
        return compiled.ruleSet().fact(name);
    }

    Evaluation evaluate(Map<String, Object> facts) {
        return compiled.evaluate(facts);
    }

    /** Reads one row; throws {@link IllegalArgumentException} when it does not fit the questions. */
    CaseTable.RuleCase read(CaseCsv table, int row) {
        RuleSet r = compiled.ruleSet();
        RuleSet one = new RuleSet(
                r.ref(),
                r.kind(),
                r.itemCode(),
                r.hook(),
                r.fields(),
                r.effective(),
                r.jurisdiction(),
                r.authority(),
                r.basis(),
                r.source(),
                r.form(),
                r.facts(),
                r.penalties(),
                r.rows(),
                r.leftToPerson(),
                r.waivers(),
                r.dmn(),
                table.only(row).write(),
                r.notes(),
                r.contentHash(),
                r.adoption());
        return CaseTable.read(one).cases().get(0);
    }

    /** What came out, by expectation column without {@code =}, as the rule-set format writes it. */
    Map<String, String> outcome(Evaluation evaluation) {
        Map<String, String> outcome = new LinkedHashMap<>();
        if (!tables().isEmpty()) {
            outcome.put("rows", String.join(" ", evaluation.rowIds()));
        }
        boolean general = compiled.ruleSet().kind() == RuleSet.Kind.GENERAL;
        evaluation.results().forEach((decision, result) -> {
            if (general || decision.equals("penalty")) {
                if (result instanceof Map<?, ?> columns) {
                    columns.forEach((column, value) ->
                            outcome.put(general ? decision + "." + column : String.valueOf(column), text(value)));
                } else if (general) {
                    outcome.put(decision, text(result));
                }
            }
        });
        return outcome;
    }

    /** What stands in a column of the outcome. */
    static @Nullable Object value(Evaluation evaluation, String column) {
        if (column.equals("rows")) {
            return String.join(" ", evaluation.rowIds());
        }
        if (evaluation.results().containsKey(column)) {
            return evaluation.results().get(column);
        }
        int dot = column.indexOf('.');
        return dot < 0
                ? evaluation.column("penalty", column)
                : evaluation.column(column.substring(0, dot), column.substring(dot + 1));
    }

    static String text(@Nullable Object value) {
        return value instanceof BigDecimal number ? plain(number) : String.valueOf(value);
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
