package cn.faheng.web.authoring;

import cn.faheng.authoring.trials.Trial;
import cn.faheng.drafting.plain.PlainCell;
import cn.faheng.drafting.sheet.ColumnWords;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.Sheet.SheetPenalty;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What came of a trial, as a lawyer reads it.
 *
 * @param rows ids of the rows that decided
 * @param lines label and text of each result
 * @param missing questions that are not answered yet
 * @param failures what went wrong, in the words of the engine
 */
record TrialLines(List<String> rows, List<Line> lines, List<String> missing, List<String> failures) {

    /** A result. */
    record Line(String label, String text) {}

    static TrialLines of(Sheet sheet, Trial trial) {
        List<String> rows = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        JsonNode model = trial.model();
        if (model != null) {
            for (JsonNode decision : model.path("decisions")) {
                decision.path("rows").forEach(row -> rows.add(row.path("id").asString("")));
                String name = decision.path("name").asString("");
                if (decision.path("status").asString("").equals("succeeded")) {
                    add(sheet, name, decision.path("value"), lines);
                } else if (trial.missing().isEmpty()) {
                    decision.path("messages")
                            .forEach(message -> failures.add(
                                    name + "：" + message.path("text").asString("")));
                }
            }
        }
        return new TrialLines(rows, lines, labels(sheet, trial.missing()), failures);
    }

    private static List<String> labels(Sheet sheet, List<String> missing) {
        return missing.stream().map(name -> ColumnWords.question(sheet, name)).toList();
    }

    private static void add(Sheet sheet, String decision, JsonNode value, List<Line> lines) {
        if (!decision.equals("penalty") || !value.isObject()) {
            if (value.isValueNode() && !value.isNull()) {
                lines.add(new Line(title(sheet, decision), text(value)));
            }
            return;
        }
        lines.add(new Line("档次", value.path("tier").asString("")));
        for (SheetPenalty penalty : sheet.penalties()) {
            String mode = value.path(penalty.id()).asString("none");
            if (!mode.equals("none")) {
                lines.add(new Line(
                        ColumnWords.penalty(penalty), PlainCell.modeText("\"" + mode + "\"") + amount(penalty, value)));
            }
        }
        JsonNode result = value.path("result");
        if (result.isString() && !result.asString().equals("penalty")) {
            lines.add(new Line("处理", result.asString()));
        }
    }

    private static String title(Sheet sheet, String decision) {
        return sheet.decisions().stream()
                .filter(d -> d.name().equals(decision))
                .map(d -> Optional.ofNullable(d.title()).orElse(decision))
                .findFirst()
                .orElse(decision);
    }

    private static String amount(SheetPenalty penalty, JsonNode value) {
        BigDecimal min = decimal(value.path(penalty.id() + "Min"));
        BigDecimal max = decimal(value.path(penalty.id() + "Max"));
        if (min == null && max == null) {
            return "";
        }
        boolean money = penalty.kind().equals("fine");
        String unit = penalty.kind().equals("detention") ? "日" : "个月";
        String low = min == null ? "" : money ? PlainCell.yuan(min) : min.toPlainString() + unit;
        String high = max == null ? "" : money ? PlainCell.yuan(max) : max.toPlainString() + unit;
        if (min == null || max == null) {
            return "　" + low + high;
        }
        return "　" + (min.compareTo(max) == 0 ? low : low + "至" + high);
    }

    private static @Nullable BigDecimal decimal(JsonNode node) {
        return node.isNumber() ? node.decimalValue() : null;
    }

    private static String text(JsonNode value) {
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asString();
    }
}
