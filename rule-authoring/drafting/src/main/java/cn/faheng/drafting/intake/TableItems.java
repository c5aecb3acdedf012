package cn.faheng.drafting.intake;

import cn.faheng.drafting.intake.Grid.Cell;
import cn.faheng.drafting.intake.TableHeader.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Walks through the rows of all tables of a file and sorts them into items. */
final class TableItems {

    private static final Pattern NOTE = Pattern.compile(
            "^(?:备注|注|说明|注释)[：:1-9一].*|.*(?:裁量百分值总和|权重之和|权重总和|百分值总和).*|.*计算方法.*|^[1-9][.、．].*(?:计算|本表|百分值).*");
    private static final Pattern TITLE =
            Pattern.compile("^(?:[（(]?[一二三四五六七八九十百]+[）)、.]|第?[0-9]+(?:[.-][0-9]+)*[、.．\\s项]|[A-Z]+-[A-Z0-9.-]+).{4,}");

    private final List<Grid> grids;
    private final Preview preview;
    private final DocumentFacts facts;
    private final List<TableItem> items = new ArrayList<>();
    private @Nullable TableItem current;
    private @Nullable TableHeader header;
    private @Nullable Grid tableOfHeader;
    private boolean announced;
    private String pendingTitle = "";
    private String pendingCode = "";
    private @Nullable Cell pendingCell;

    TableItems(List<Grid> grids, Preview preview, DocumentFacts facts) {
        this.grids = grids;
        this.preview = preview;
        this.facts = facts;
    }

    List<TableItem> read() {
        for (Grid grid : grids) {
            if (grid.name().endsWith(Spreadsheets.HIDDEN)) {
                grid.filled().forEach(c -> preview.ignored(c, "隐藏的工作表，没有导入", -1));
                continue;
            }
            if (!grid.name().equals(Documents.TEXT) && tableOfHeader != grid) {
                announced = announced || !continuesTable();
            }
            int row = 0;
            while (row < grid.rows()) {
                row = row(grid, row);
            }
        }
        return items;
    }

    /** A table right behind another one with nothing between them goes on with it. */
    private boolean continuesTable() {
        return current != null && header != null;
    }

    private int row(Grid grid, int row) {
        List<Grid.Cell> cells = grid.row(row);
        if (cells.isEmpty()) {
            return row + 1;
        }
        Optional<TableHeader> found = TableHeader.at(grid, row);
        if (found.isPresent()) {
            begin(grid, found.get());
            return found.get().to();
        }
        if (cells.size() == 1) {
            line(cells.get(0));
            return row + 1;
        }
        if (labelled(cells)) {
            return row + 1;
        }
        if (header == null) {
            return row + 1;
        }
        data(grid, row, header);
        return row + 1;
    }

    private void begin(Grid grid, TableHeader found) {
        for (int r = found.from(); r < found.to(); r++) {
            for (Grid.Cell cell : grid.row(r)) {
                preview.understood(
                        cell, "表头", ColumnRole.of(cell.text()) == ColumnRole.UNKNOWN ? "一栏的名称" : cell.words(), -1);
            }
        }
        boolean goesOn = header != null && found.repeats(header) && !announced;
        header = found;
        tableOfHeader = grid;
        if (!goesOn && current != null && current.hasRows()) {
            current = null;
        }
        announced = false;
    }

    /** A row with one cell: a title, a note, or something about the document. */
    private void line(Grid.Cell cell) {
        String words = cell.words();
        String text = Words.squeezed(words);
        facts.read(words);
        if (NOTE.matcher(text).matches() && current != null) {
            current.note(words);
            preview.understood(cell, "备注", words, current.index());
            return;
        }
        if (facts.reads(words)) {
            preview.understood(cell, "文件说明", words, -1);
            return;
        }
        if (TITLE.matcher(text).matches() || (header == null && text.length() > 6) || text.startsWith("违法行为")) {
            announced = true;
            title(cell, text);
            return;
        }
        if (current != null && text.length() > 1) {
            current.note(words);
            preview.understood(cell, "备注", words, current.index());
        }
    }

    private void title(Grid.Cell cell, String text) {
        Matcher numbered = Pattern.compile("^([A-Z]+-[A-Z0-9.-]+|[0-9]+(?:[.-][0-9]+)+)[、.．\\s]*(.+)$")
                .matcher(text);
        pendingCode = numbered.matches() ? numbered.group(1) : "";
        pendingTitle = (numbered.matches() ? numbered.group(2) : text)
                .replaceFirst("^[（(]?[一二三四五六七八九十百0-9]+[）)、.．]\\s*", "")
                .replaceFirst("^违法行为(?:名称)?[：:]", "");
        pendingCell = cell;
        preview.understood(cell, "事项名称", pendingTitle, items.size());
    }

    /** 违法行为 | …, 处罚依据 | …: a label and its words. */
    private boolean labelled(List<Grid.Cell> cells) {
        if (cells.size() != 2) {
            return false;
        }
        Grid.Cell label = cells.get(0);
        String name = Words.squeezed(label.text()).replaceAll("[：:]$", "");
        ColumnRole role = ColumnRole.of(name);
        boolean known =
                switch (role) {
                    case CODE, VIOLATION, VIOLATED, BASIS, RANGE, REMARK -> true;
                    default -> name.matches("裁量起点|起点|计算方法|计算公式|适用地区|施行日期|有效期|发布机关|文号");
                };
        if (!known || (label.width() > 2 && cells.get(1).width() == 1)) {
            return false;
        }
        Grid.Cell value = cells.get(1);
        boolean first = role == ColumnRole.CODE || role == ColumnRole.VIOLATION;
        if (first && (current == null || current.hasRows())) {
            current = null;
        }
        TableItem item = current == null ? open() : current;
        preview.understood(label, "栏目", name, item.index());
        item.attribute(role, name, value);
        preview.understood(value, name, value.words(), item.index());
        if (first) {
            announced = false;
        }
        return true;
    }

    private TableItem open() {
        TableItem item = new TableItem(items.size(), pendingTitle, pendingCode);
        if (pendingCell != null) {
            preview.understood(pendingCell, "事项名称", pendingTitle, item.index());
        }
        pendingTitle = "";
        pendingCode = "";
        pendingCell = null;
        items.add(item);
        current = item;
        return item;
    }

    private void data(Grid grid, int row, TableHeader under) {
        boolean first = current == null || (!current.hasRows() && current.isFor(under));
        TableItem item = current == null ? open() : current;
        if (!first || item.hasKey()) {
            String key = key(grid, row, under);
            if (!key.isEmpty() && item.hasRows() && !key.equals(item.key())) {
                item = open();
            }
        }
        item.key(key(grid, row, under).isEmpty() ? item.key() : key(grid, row, under));
        item.row(grid, row, under, preview);
    }

    /** What tells one item from the next: its code, else the violation, else the serial number. */
    private static String key(Grid grid, int row, TableHeader under) {
        for (ColumnRole role : List.of(ColumnRole.CODE, ColumnRole.VIOLATION, ColumnRole.SERIAL)) {
            Optional<Column> column = under.first(role);
            if (column.isPresent()) {
                String words = grid.words(row, column.get().index());
                if (!words.isEmpty()) {
                    boolean merged = grid.at(row, column.get().index())
                            .map(c -> c.height() > 1)
                            .orElse(false);
                    return role == ColumnRole.SERIAL && !merged && under.has(ColumnRole.VIOLATION)
                            ? ""
                            : role + ":" + words;
                }
                return "";
            }
        }
        return "";
    }
}
