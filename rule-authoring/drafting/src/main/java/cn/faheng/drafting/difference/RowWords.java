package cn.faheng.drafting.difference;

import cn.faheng.drafting.plain.Bounds;
import cn.faheng.drafting.plain.PlainCell;
import cn.faheng.drafting.sheet.ColumnWords;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.SheetDecision;
import cn.faheng.drafting.sheet.SheetDecision.SheetCitation;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import cn.faheng.drafting.sheet.SheetFact;
import cn.faheng.drafting.sheet.SheetTexts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows of one table in words. */
final class RowWords {

    private final Sheet sheet;
    private final SheetDecision decision;

    RowWords(Sheet sheet, SheetDecision decision) {
        this.sheet = sheet;
        this.decision = decision;
    }

    /** Each column with its words, the conditions first. */
    Map<String, String> columns(SheetRow row) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 0; i < decision.inputs().size(); i++) {
            columns.put("条件“" + asked(decision.inputs().get(i)) + "”", condition(i, row));
        }
        for (int i = 0; i < decision.outputs().size(); i++) {
            columns.put(
                    ColumnWords.output(sheet, decision.outputs().get(i)),
                    PlainCell.outputText(sheet, decision, i, row.outputs().get(i)));
        }
        columns.put("原文", row.says());
        columns.put("依据", row.cites().stream().map(this::citation).collect(Collectors.joining("；")));
        return columns;
    }

    /** The row in one line. */
    String line(SheetRow row) {
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < decision.inputs().size(); i++) {
            if (!row.cells().get(i).strip().equals("-")) {
                conditions.add(asked(decision.inputs().get(i)) + "：" + condition(i, row));
            }
        }
        List<String> results = new ArrayList<>();
        for (int i = 0; i < decision.outputs().size(); i++) {
            String words =
                    PlainCell.outputText(sheet, decision, i, row.outputs().get(i));
            if (!words.equals("无")) {
                String column = ColumnWords.output(sheet, decision.outputs().get(i));
                results.add(column.equals("结果") ? words : column + "：" + words);
            }
        }
        return (conditions.isEmpty() ? "任何情形" : String.join("，", conditions)) + " → " + String.join("，", results);
    }

    private String condition(int input, SheetRow row) {
        String name = decision.inputs().get(input);
        SheetFact fact = sheet.facts().stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElse(null);
        return PlainCell.conditionText(
                fact,
                SheetTexts.answers(sheet, name),
                Bounds.CIVIL_CODE,
                row.cells().get(input));
    }

    private String asked(String name) {
        for (SheetFact fact : sheet.facts()) {
            if (fact.name().equals(name)) {
                String label = fact.label();
                return label == null ? name : label;
            }
        }
        for (SheetDecision other : sheet.decisions()) {
            String title = other.title();
            if (other.name().equals(name) && title != null) {
                return title;
            }
        }
        return name;
    }

    private String citation(SheetCitation citation) {
        if (citation.document() != null) {
            return "《" + citation.document().document() + "》";
        }
        if (citation.source()) {
            return sheet.source() == null ? "原文件" : "《" + sheet.source().document() + "》";
        }
        String at = citation.at() == null ? "" : citation.at();
        return SheetTexts.provision(citation.law() == null ? "" : citation.law(), at);
    }
}
