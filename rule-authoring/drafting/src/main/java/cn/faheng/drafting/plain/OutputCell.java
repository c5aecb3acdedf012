package cn.faheng.drafting.plain;

import cn.faheng.drafting.sheet.FeelText;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.Sheet.SheetPenalty;
import cn.faheng.drafting.sheet.SheetDecision;
import java.util.Optional;

/** A result cell of a table, read and written as its column demands. */
final class OutputCell {

    private final Sheet sheet;
    private final SheetDecision decision;
    private final int index;
    private final String column;

    OutputCell(Sheet sheet, SheetDecision decision, int column) {
        this.sheet = sheet;
        this.decision = decision;
        this.index = column;
        this.column = decision.outputs().get(column);
    }

    Reading read(String cell) {
        String text = cell.strip();
        if (decision.name().equals("penalty")) {
            if (column.equals("tier")) {
                return text.isEmpty() ? Reading.not(cell, "请填写档次的名称") : text(text);
            }
            if (column.equals("result")) {
                return Words.RESULT.read(cell);
            }
            if (mode()) {
                return Words.MODE.read(cell);
            }
            Optional<AmountCell> amount = amount();
            if (amount.isPresent()) {
                return amount.get().read(cell);
            }
        }
        return free(cell, text);
    }

    String write(String feel) {
        String cell = feel.strip();
        if (decision.name().equals("penalty")) {
            if (column.equals("result")) {
                return Words.RESULT.write(cell);
            }
            if (mode()) {
                return Words.MODE.write(cell);
            }
            Optional<AmountCell> amount = amount();
            if (amount.isPresent()) {
                return amount.get().write(cell);
            }
        }
        if (FeelText.isString(cell)) {
            String text = FeelText.unquote(cell);
            boolean plain = read(text) instanceof Reading.Understood understood
                    && understood.feel().equals(cell);
            return plain ? text : cell;
        }
        return switch (cell) {
            case "true" -> "是";
            case "false" -> "否";
            case "null" -> "无";
            default -> cell;
        };
    }

    private boolean mode() {
        return sheet.penalties().stream().anyMatch(penalty -> penalty.id().equals(column));
    }

    /** The amounts of a penalty are yuan, months or days. */
    private Optional<AmountCell> amount() {
        for (SheetPenalty penalty : sheet.penalties()) {
            if (column.equals(penalty.id() + "Min") || column.equals(penalty.id() + "Max")) {
                String unit =
                        switch (penalty.kind()) {
                            case "licence-suspension" -> "个月";
                            case "detention" -> "日";
                            default -> "元";
                        };
                return Optional.of(new AmountCell(
                        sheet.facts(),
                        sheet.decisions().stream().map(SheetDecision::name).toList(),
                        unit));
            }
        }
        return Optional.empty();
    }

    private static Reading text(String text) {
        return Reading.of(FeelText.isString(text) ? text : FeelText.quote(text));
    }

    /** A column that the format does not name: a weight, a number, a truth, or a text where the column holds texts. */
    private Reading free(String cell, String text) {
        if (FeelText.isString(text)) {
            return Reading.of(text);
        }
        switch (text) {
            case "true", "false", "null" -> {
                return Reading.of(text);
            }
            default -> {
                // Words, numbers and percentages follow.
            }
        }
        if (text.equals("无") && holds("null") && !holds("\"无\"")) {
            return Reading.of("null");
        }
        boolean texts = holds("\"");
        boolean truths = holds("true") || holds("false");
        if (texts) {
            return text.isEmpty() ? Reading.not(cell, "这一格还没有填写") : text(text);
        }
        if (truths) {
            return switch (text) {
                case "是" -> Reading.of("true");
                case "否" -> Reading.of("false");
                default -> Reading.not(cell, "这一列只能填“是”或者“否”");
            };
        }
        Optional<Quantity> number = Quantity.parse(Quantity.normal(text));
        if (number.isPresent()
                && (number.get().unit().isEmpty() || number.get().unit().equals("%"))) {
            return Reading.of(number.get().value().toPlainString());
        }
        return text.equals("无") ? Reading.of("null") : Reading.not(cell, "“" + text + "”没有读懂；这一列填数或者百分数，文字请加英文双引号");
    }

    /** Whether the column holds results of a kind already. */
    private boolean holds(String start) {
        return decision.rows().stream()
                .map(row -> row.outputs().get(index).strip())
                .anyMatch(output -> output.startsWith(start));
    }
}
