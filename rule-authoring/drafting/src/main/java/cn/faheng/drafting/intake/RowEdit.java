package cn.faheng.drafting.intake;

import cn.faheng.drafting.export.VisibleColumn;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.SheetDecision;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import cn.faheng.drafting.sheet.SheetFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row while its edited cells are taken over. */
final class RowEdit {

    private SheetRow row;

    RowEdit(SheetRow row) {
        this.row = row;
    }

    SheetRow row() {
        return row;
    }

    /** Takes over the words of a column; returns why it cannot, in Chinese, or null. */
    @Nullable
    String apply(VisibleColumn column, String words, SheetDecision decision, Sheet sheet) {
        switch (column.kind()) {
            case SAYS -> row = new SheetRow(row.id(), row.cells(), row.outputs(), words, row.cites(), row.comment());
            case TIER, VALUE -> {
                if (words.isBlank()) {
                    return "不能为空";
                }
                if (column.kind() == VisibleColumn.Kind.TIER) {
                    output(column.index(), Words.literal(words));
                    return null;
                }
                output(column.index(), value(words, row.outputs().get(column.index())));
            }
            case MODE -> {
                Optional<String> mode = VisibleColumn.mode(words);
                if (mode.isEmpty()) {
                    return "应写“应当”“可以”“无”等";
                }
                output(column.index(), mode.get());
            }
            case FINE -> {
                return fine(column.index(), words, sheet);
            }
            case INPUT -> {
                return input(column.index(), words, decision, sheet);
            }
        }
        return null;
    }

    /** 12% is the weight 12; a number stays a number; other words are a text. */
    private static String value(String words, String before) {
        if (words.matches("[0-9]+(?:\\.[0-9]+)?%") && !before.startsWith("\"")) {
            return words.substring(0, words.length() - 1);
        }
        boolean text = before.startsWith("\"") && !words.startsWith("\"");
        return text || !VisibleColumn.looksLikeFeel(words) ? Words.literal(words) : words;
    }

    private @Nullable String input(int index, String words, SheetDecision decision, Sheet sheet) {
        if (words.isBlank()) {
            return "条件不能为空，不限的写“-”";
        }
        Optional<SheetFact> fact = sheet.facts().stream()
                .filter(f -> f.name().equals(decision.inputs().get(index)))
                .findFirst();
        boolean number = fact.map(f -> !f.type().equals("choice")).orElse(true);
        if (number && !VisibleColumn.looksLikeFeel(words)) {
            return "应写数、比较式（如 < 10000）或者“-”";
        }
        List<String> cells = new ArrayList<>(row.cells());
        cells.set(index, VisibleColumn.looksLikeFeel(words) ? words : Words.literal(words));
        row = new SheetRow(row.id(), cells, row.outputs(), row.says(), row.cites(), row.comment());
        return null;
    }

    private @Nullable String fine(int index, String words, Sheet sheet) {
        if (words.equals("不处罚款")) {
            outputs(index, "\"none\"", "null", "null");
            return null;
        }
        FineWords.Reading reading = FineWords.read(words);
        if (!reading.sure() || reading.charges().size() != 1) {
            return reading.why() == null ? "没有读出一个罚款幅度" : reading.why();
        }
        Charge charge = reading.charges().get(0);
        String base = charge.base() == null ? charge.unit() : charge.base();
        if (base != null && sheet.facts().stream().noneMatch(f -> f.name().equals(base))) {
            return "基数“" + base + "”不是已有的问题";
        }
        outputs(index, charge.may() ? "\"may\"" : "\"must\"", charge.minFeel(), charge.maxFeel());
        return null;
    }

    private void outputs(int index, String mode, String min, String max) {
        output(index, mode);
        output(index + 1, min);
        output(index + 2, max);
    }

    private void output(int index, String feel) {
        List<String> outputs = new ArrayList<>(row.outputs());
        outputs.set(index, feel);
        row = new SheetRow(row.id(), row.cells(), outputs, row.says(), row.cites(), row.comment());
    }
}
