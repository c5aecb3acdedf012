package cn.faheng.web.authoring;

import cn.faheng.drafting.plain.Bounds;
import cn.faheng.drafting.plain.PlainCell;
import cn.faheng.drafting.plain.Reading;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.SheetDecision;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import cn.faheng.drafting.sheet.SheetFact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cells of a sheet in plain Chinese. 以上 includes its number and 以下 does not, as the half-open rows of a table need it. */
final class PlainSheet {

    private PlainSheet() {}

    /**
     * A row in plain Chinese.
     *
     * @param cells its conditions
     * @param outputs its results
     */
    record PlainRow(List<String> cells, List<String> outputs) {}

    /** Decision name to row id to the row. */
    static Map<String, Map<String, PlainRow>> of(Sheet sheet) {
        Map<String, Map<String, PlainRow>> plain = new LinkedHashMap<>();
        for (SheetDecision decision : sheet.decisions()) {
            Map<String, PlainRow> rows = new LinkedHashMap<>();
            decision.rows().forEach(row -> rows.put(row.id(), plain(sheet, decision, row)));
            plain.put(decision.name(), rows);
        }
        return plain;
    }

    private static PlainRow plain(Sheet sheet, SheetDecision decision, SheetRow row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            cells.add(condition(sheet, decision, i, row.cells().get(i)));
        }
        List<String> outputs = new ArrayList<>();
        for (int i = 0; i < row.outputs().size(); i++) {
            outputs.add(PlainCell.outputText(sheet, decision, i, row.outputs().get(i)));
        }
        return new PlainRow(cells, outputs);
    }

    static String condition(Sheet sheet, SheetDecision decision, int column, String feel) {
        String input = decision.inputs().get(column);
        return PlainCell.conditionText(fact(sheet, input), answers(sheet, input), Bounds.HALF_OPEN, feel);
    }

    static Reading readCondition(Sheet sheet, SheetDecision decision, int column, String text) {
        String input = decision.inputs().get(column);
        return PlainCell.condition(fact(sheet, input), answers(sheet, input), Bounds.HALF_OPEN, text);
    }

    private static @Nullable SheetFact fact(Sheet sheet, String name) {
        return sheet.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The texts that a decision can answer. */
    private static List<String> answers(Sheet sheet, String name) {
        Set<String> answers = new LinkedHashSet<>();
        sheet.decisions().stream()
                .filter(decision -> decision.name().equals(name))
                .flatMap(decision -> decision.rows().stream())
                .filter(row -> !row.outputs().isEmpty())
                .map(row -> row.outputs().get(0))
                .filter(output -> output.length() >= 2 && output.startsWith("\"") && output.endsWith("\""))
                .forEach(output -> answers.add(output.substring(1, output.length() - 1)));
        return List.copyOf(answers);
    }
}
