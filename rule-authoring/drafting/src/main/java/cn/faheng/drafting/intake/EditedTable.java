package cn.faheng.drafting.intake;

import cn.faheng.drafting.export.VisibleTable;
import cn.faheng.drafting.export.VisibleTable.Kind;
import cn.faheng.drafting.export.VisibleTable.Line;
import cn.faheng.drafting.intake.PreviewCell.Status;
import cn.faheng.drafting.sheet.Sheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the visible table of an exported sheet with the sheet, and takes over what was edited. */
final class EditedTable {

    private final Grid grid;
    private final SheetEdits edits;
    private final Questions questions = new Questions();
    private final List<PreviewCell> cells = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Map<String, Line> headers = new HashMap<>();

    EditedTable(Sheet original, Grid grid) {
        this.grid = grid;
        this.edits = new SheetEdits(original);
        for (Line line : VisibleTable.of(original).lines()) {
            if (line.kind() == Kind.HEADER) {
                headers.put(String.join("|", line.cells()), line);
            } else {
                lines.put(line.key(), line);
            }
        }
        read();
    }

    Sheet sheet() {
        return edits.sheet();
    }

    Questions questions() {
        return questions;
    }

    List<PreviewCell> cells() {
        return cells;
    }

    List<String> changes() {
        return changes;
    }

    private void read() {
        Set<String> seen = new HashSet<>();
        Line header = null;
        String previousRow = "";
        for (int r = 0; r < grid.rows(); r++) {
            List<String> row = row(r);
            if (row.stream().allMatch(String::isBlank)) {
                continue;
            }
            Line head = headers.get(String.join("|", trimmed(row)));
            if (head != null) {
                header = head;
                previousRow = "";
                show(r, row, row, "表头");
                continue;
            }
            Line line = lines.get(row.get(0));
            if (line != null && seen.add(line.key())) {
                same(r, row, line, header);
                previousRow = line.kind() == Kind.ROW ? line.key() : previousRow;
            } else if (header != null && row.size() > 1) {
                previousRow = added(r, row, header, previousRow);
            } else {
                open(r, row, 0, "不认识的一行", "这一行在导出的表中没有，也不在表头之下，没有采用");
            }
        }
        for (Line line : lines.values()) {
            if (!seen.contains(line.key()) && line.kind() != Kind.TITLE) {
                gone(line);
            }
        }
    }

    private void gone(Line line) {
        if (line.kind() == Kind.ROW) {
            edits.remove(line.decision(), line.key());
            changes.add("删去了" + line.key() + "行");
        } else {
            questions.ask("table", line.key(), "“" + line.key() + "”一行不见了，仍按原来的内容。请确认。");
        }
    }

    private void same(int r, List<String> row, Line line, @Nullable Line header) {
        for (int c = 0; c < Math.max(row.size(), line.cells().size()); c++) {
            String before = c < line.cells().size() ? line.cells().get(c) : "";
            String now = c < row.size() ? row.get(c) : "";
            String problem = grid.at(r, c).map(Grid.Cell::problem).orElse(null);
            if (problem != null) {
                open(r, row, c, "单元格", problem);
            } else if (normal(before).equals(normal(now))) {
                shown(r, c, now, "未改动", now, Status.UNDERSTOOD, null);
            } else {
                change(r, c, now, before, line, header);
            }
        }
    }

    private void change(int r, int c, String now, String before, Line line, @Nullable Line header) {
        String refused = edits.apply(line, c, now);
        String name =
                header != null && line.kind() == Kind.ROW && c < header.cells().size()
                        ? line.key() + "行“" + header.cells().get(c) + "”"
                        : "“" + line.key() + "”";
        if (refused == null) {
            changes.add(name + "由“" + Words.shortened(before, 60) + "”改为“" + Words.shortened(now, 60) + "”");
            shown(r, c, now, "已改动", "由“" + before + "”改为“" + now + "”", Status.UNDERSTOOD, null);
        } else {
            questions.ask(
                    line.kind() == Kind.ROW ? line.key() : "table",
                    now,
                    name + "改成了“" + now + "”：" + refused + "，仍按原来的内容。请改正。");
            shown(r, c, now, "改动未采用", "", Status.OPEN, refused);
        }
    }

    private String added(int r, List<String> row, Line header, String after) {
        SheetEdits.Added added = edits.add(header.decision(), after, row);
        String id = added.id();
        changes.add("增加了" + id + "行");
        for (int c = 0; c < row.size(); c++) {
            String problem = added.problems().get(c);
            if (problem == null) {
                shown(r, c, row.get(c), "新增的行", row.get(c), Status.UNDERSTOOD, null);
            } else {
                questions.ask(id, row.get(c), "新增的" + id + "行：" + problem + "。请改正。");
                shown(r, c, row.get(c), "新增的行", "", Status.OPEN, problem);
            }
        }
        return id;
    }

    private void show(int r, List<String> row, List<String> understood, String meaning) {
        for (int c = 0; c < row.size(); c++) {
            shown(r, c, row.get(c), meaning, understood.get(c), Status.UNDERSTOOD, null);
        }
    }

    private void open(int r, List<String> row, int from, String meaning, String reason) {
        for (int c = from; c < row.size(); c++) {
            questions.ask("table", row.get(c), reason + "。请改正。");
            shown(r, c, row.get(c), meaning, "", Status.OPEN, reason);
        }
    }

    private void shown(
            int r, int c, String text, String meaning, String understood, Status status, @Nullable String reason) {
        boolean known = cells.stream().anyMatch(p -> p.row() == r + 1 && p.column() == c + 1);
        if (!text.isBlank() && !known) {
            String address = grid.at(r, c).map(Grid.Cell::address).orElse("");
            cells.add(new PreviewCell(grid.name(), r + 1, c + 1, address, text, understood, meaning, status, reason));
        }
    }

    private List<String> row(int r) {
        List<String> row = new ArrayList<>();
        for (int c = 0; c < grid.columns(); c++) {
            row.add(grid.at(r, c).map(Grid.Cell::text).orElse(""));
        }
        return trimmed(row);
    }

    private static List<String> trimmed(List<String> row) {
        int end = row.size();
        while (end > 1 && row.get(end - 1).isBlank()) {
            end--;
        }
        return row.subList(0, end);
    }

    private static String normal(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }
}
