package cn.faheng.web.authoring;

import cn.faheng.drafting.plain.PlainCell;
import cn.faheng.drafting.sheet.ColumnWords;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.SheetFact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A column of the table of cases as a lawyer reads it.
 *
 * @param name its name in the file; an expectation begins with {@code =}
 * @param label what it is called, or empty for {@code id} and {@code title}
 * @param expected whether it says what is to come out
 * @param choices value to its words where only these may stand, else empty
 */
public record CaseColumn(String name, String label, boolean expected, Map<String, String> choices) {

    private static final List<String> MODES = List.of("must", "may", "either", "none");

    static CaseColumn of(Sheet sheet, String name) {
        if (name.equals("id") || name.equals("title")) {
            return new CaseColumn(name, "", false, Map.of());
        }
        if (name.equals("=rows")) {
            return new CaseColumn(name, "命中的行", true, Map.of());
        }
        if (name.startsWith("=")) {
            String column = name.substring(1);
            boolean mode =
                    sheet.penalties().stream().anyMatch(penalty -> penalty.id().equals(column));
            return new CaseColumn(name, ColumnWords.output(sheet, column), true, mode ? modes() : Map.of());
        }
        Map<String, String> choices = sheet.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .map(CaseColumn::answers)
                .orElse(Map.of());
        return new CaseColumn(name, ColumnWords.question(sheet, name), false, choices);
    }

    private static Map<String, String> modes() {
        Map<String, String> modes = new LinkedHashMap<>();
        MODES.forEach(mode -> modes.put(mode, PlainCell.modeText("\"" + mode + "\"")));
        return modes;
    }

    private static Map<String, String> answers(SheetFact fact) {
        Map<String, String> answers = new LinkedHashMap<>();
        if (fact.type().equals("boolean")) {
            answers.put("true", "是");
            answers.put("false", "否");
        }
        fact.values()
                .forEach(value -> answers.put(
                        value.value(), Optional.ofNullable(value.label()).orElse(value.value())));
        return answers;
    }
}
