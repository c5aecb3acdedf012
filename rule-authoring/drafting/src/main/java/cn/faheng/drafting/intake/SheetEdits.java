package cn.faheng.drafting.intake;

import cn.faheng.drafting.export.VisibleColumn;
import cn.faheng.drafting.export.VisibleTable;
import cn.faheng.drafting.export.VisibleTable.Line;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.Sheet.SheetItem;
import cn.faheng.drafting.sheet.Sheet.SheetSource;
import cn.faheng.drafting.sheet.SheetDecision;
import cn.faheng.drafting.sheet.SheetDecision.SheetCitation;
import cn.faheng.drafting.sheet.SheetDecision.SheetEntry;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import cn.faheng.drafting.sheet.SheetFact;
import cn.faheng.drafting.sheet.SheetFact.SheetChoice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Takes edits of a visible table over into the sheet. */
final class SheetEdits {

    private Sheet sheet;

    SheetEdits(Sheet sheet) {
        this.sheet = sheet;
    }

    Sheet sheet() {
        return sheet;
    }

    /**
     * A row that was added.
     *
     * @param id its id
     * @param problems what was not understood, by column
     */
    record Added(String id, Map<Integer, String> problems) {}

    /** Takes over one edited cell; returns why it cannot, in Chinese, or null. */
    @Nullable
    String apply(Line line, int column, String words) {
        return switch (line.kind()) {
            case ATTRIBUTE -> column == 1 ? attribute(line.key(), words.strip()) : "栏目名称不能改";
            case EXPRESSION -> column == 1 ? expression(line, words) : "名称不能改";
            case ROW -> column == 0 ? "行号不能改" : cell(line, column - 1, words);
            case TITLE -> title(words.strip());
            case HEADER -> "表头不能改";
        };
    }

    private @Nullable String title(String words) {
        SheetSource source = sheet.source();
        if (source == null || words.isBlank()) {
            return "法定幅度没有文件标题";
        }
        sheet = sheet.withSource(new SheetSource(
                words, source.number(), source.issuer(), source.item(), source.reference(), source.confidence()));
        return null;
    }

    private @Nullable String attribute(String label, String words) {
        SheetItem item = sheet.item();
        SheetSource source = sheet.source();
        switch (label) {
            case VisibleTable.VIOLATION -> {
                if (item == null || words.isBlank()) {
                    return "事项名称不能为空";
                }
                sheet = sheet.withItem(
                        new SheetItem(item.code(), words, item.nameEn(), item.field(), item.organ(), item.aliases()));
            }
            case VisibleTable.CODE -> {
                if (item == null || !words.matches("[A-Za-z0-9._-]+")) {
                    return "事项编码只能用字母、数字、点和横线";
                }
                sheet = sheet.withItem(
                        new SheetItem(words, item.name(), item.nameEn(), item.field(), item.organ(), item.aliases()));
            }
            case VisibleTable.FIELD -> {
                if (item == null || !Fields.known(words)) {
                    return "执法领域不认识";
                }
                sheet = sheet.withItem(
                        new SheetItem(item.code(), item.name(), item.nameEn(), words, item.organ(), item.aliases()));
            }
            case VisibleTable.AUTHORITY -> sheet = sheet.withAuthority(words);
            case VisibleTable.NUMBER -> {
                if (source == null) {
                    return "法定幅度没有文号";
                }
                sheet = sheet.withSource(new SheetSource(
                        source.document(),
                        words,
                        source.issuer(),
                        source.item(),
                        source.reference(),
                        source.confidence()));
            }
            case VisibleTable.JURISDICTION -> {
                Optional<String> code = Divisions.code(words);
                if (code.isEmpty()) {
                    return "不是行政区划代码或者名称";
                }
                sheet = sheet.withJurisdiction(code.get());
            }
            case VisibleTable.FROM, VisibleTable.UNTIL -> {
                return day(label, words);
            }
            default -> {
                return "这一栏要在草案中改";
            }
        }
        return null;
    }

    private @Nullable String day(String label, String words) {
        boolean end = label.equals(VisibleTable.UNTIL);
        Optional<LocalDate> day = Dates.read(words);
        if (end && VisibleTable.isOpenEnd(words)) {
            sheet = sheet.withPeriod(sheet.effectiveFrom(), null);
            return null;
        }
        if (day.isEmpty()) {
            return "不是日期";
        }
        sheet = sheet.withPeriod(end ? sheet.effectiveFrom() : day.get(), end ? day.get() : sheet.effectiveTo());
        return null;
    }

    private @Nullable String expression(Line line, String words) {
        if (words.isBlank()) {
            return "公式不能为空";
        }
        String name = line.key().substring(VisibleTable.EXPRESSION.length());
        decision(line.decision(), d -> {
            List<SheetEntry> entries = d.entries().stream()
                    .map(e -> name.equals(d.name() + "." + e.name()) ? new SheetEntry(e.name(), words.strip()) : e)
                    .toList();
            String text = d.expression() != null && name.equals(d.name()) ? words.strip() : d.expression();
            return d.withExpression(text, entries);
        });
        return null;
    }

    private @Nullable String cell(Line line, int column, String words) {
        SheetDecision decision = named(line.decision());
        List<VisibleColumn> columns = VisibleColumn.of(decision, sheet);
        if (column >= columns.size()) {
            return "这一列不在表头之内";
        }
        SheetRow row = decision.rows().stream()
                .filter(r -> r.id().equals(line.key()))
                .findFirst()
                .orElseThrow();
        RowEdit edit = new RowEdit(row);
        String refused = edit.apply(columns.get(column), words.strip(), decision, sheet);
        if (refused == null) {
            replace(decision, row, edit.row());
            offer(decision, columns.get(column), words.strip());
        }
        return refused;
    }

    /** A text that a choice does not offer yet becomes one of its answers; one that no cell uses any more goes. */
    private void offer(SheetDecision decision, VisibleColumn column, String words) {
        if (column.kind() != VisibleColumn.Kind.INPUT || VisibleColumn.looksLikeFeel(words)) {
            return;
        }
        String input = decision.inputs().get(column.index());
        List<SheetFact> facts = new ArrayList<>();
        for (SheetFact fact : sheet.facts()) {
            boolean known = fact.values().stream().anyMatch(v -> v.value().equals(words));
            facts.add(
                    fact.name().equals(input) && fact.type().equals("choice") && !known ? offering(fact, words) : fact);
        }
        sheet = sheet.withFacts(facts);
    }

    private SheetFact offering(SheetFact fact, String words) {
        List<SheetChoice> values = new ArrayList<>();
        boolean placed = false;
        for (SheetChoice value : fact.values()) {
            boolean used = sheet.decisions().stream()
                    .flatMap(d -> d.rows().stream())
                    .flatMap(r -> r.cells().stream())
                    .anyMatch(c -> c.contains(Words.literal(value.value())));
            if (used || placed) {
                values.add(value);
            } else {
                values.add(new SheetChoice(words, null, null));
                placed = true;
            }
        }
        if (!placed) {
            values.add(new SheetChoice(words, null, null));
        }
        return fact.withValues(values);
    }

    void remove(String decision, String rowId) {
        decision(
                decision,
                d -> d.withRows(
                        d.rows().stream().filter(r -> !r.id().equals(rowId)).toList()));
    }

    /** A new row behind another one. */
    Added add(String decisionName, String after, List<String> cells) {
        SheetDecision decision = named(decisionName);
        List<String> ids = sheet.decisions().stream()
                .flatMap(d -> d.rows().stream())
                .map(SheetRow::id)
                .toList();
        String wished = cells.get(0).strip();
        String id = wished.matches("[A-Za-z][A-Za-z0-9._-]{0,20}") && !ids.contains(wished) ? wished : "";
        for (int n = 1; id.isEmpty(); n++) {
            id = ids.contains("N" + n) ? "" : "N" + n;
        }
        RowEdit edit = new RowEdit(new SheetRow(
                id,
                decision.inputs().stream().map(i -> "-").toList(),
                decision.outputs().stream().map(o -> "null").toList(),
                "",
                List.of(SheetCitation.ofSource()),
                null));
        Map<Integer, String> problems = new HashMap<>();
        List<VisibleColumn> columns = VisibleColumn.of(decision, sheet);
        for (int c = 1; c < cells.size(); c++) {
            String refused = c - 1 < columns.size()
                    ? edit.apply(columns.get(c - 1), cells.get(c).strip(), decision, sheet)
                    : "这一列不在表头之内";
            if (refused != null) {
                problems.put(c, refused);
            }
        }
        List<SheetRow> rows = new ArrayList<>();
        boolean placed = after.isEmpty() && rows.add(edit.row());
        for (SheetRow row : decision.rows()) {
            rows.add(row);
            if (row.id().equals(after)) {
                rows.add(edit.row());
                placed = true;
            }
        }
        if (!placed) {
            rows.add(edit.row());
        }
        decision(decisionName, d -> d.withRows(rows));
        for (int c = 1; c < cells.size() && c - 1 < columns.size(); c++) {
            if (!problems.containsKey(c)) {
                offer(decision, columns.get(c - 1), cells.get(c).strip());
            }
        }
        return new Added(id, problems);
    }

    private SheetDecision named(String name) {
        return sheet.decisions().stream()
                .filter(d -> d.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void replace(SheetDecision decision, SheetRow before, SheetRow after) {
        decision(
                decision.name(),
                d -> d.withRows(
                        d.rows().stream().map(r -> r.equals(before) ? after : r).toList()));
    }

    private void decision(String name, UnaryOperator<SheetDecision> change) {
        sheet = sheet.withDecisions(sheet.decisions().stream()
                .map(d -> d.name().equals(name) ? change.apply(d) : d)
                .toList());
    }
}
