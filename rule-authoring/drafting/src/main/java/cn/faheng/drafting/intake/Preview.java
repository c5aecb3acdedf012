package cn.faheng.drafting.intake;

import cn.faheng.drafting.intake.PreviewCell.Status;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what was understood of the cells of tables; every cell that is not blank ends up in it exactly once. */
final class Preview {

    private final IdentityHashMap<Grid.Cell, Entry> marks = new IdentityHashMap<>();

    private record Entry(String understood, String meaning, Status status, @Nullable String reason, int item) {}

    void understood(Grid.Cell cell, String meaning, String understood, int item) {
        if (cell.problem() != null) {
            marks.put(cell, new Entry("", meaning, Status.OPEN, cell.problem(), item));
        } else {
            marks.putIfAbsent(cell, new Entry(understood, meaning, Status.UNDERSTOOD, null, item));
        }
    }

    void open(Grid.Cell cell, String meaning, String reason, int item) {
        marks.put(cell, new Entry("", meaning, Status.OPEN, reason, item));
    }

    /** Says better what a cell that was understood means. */
    void reread(Grid.Cell cell, String understood) {
        Entry entry = marks.get(cell);
        if (entry != null && entry.status() == Status.UNDERSTOOD) {
            marks.put(cell, new Entry(understood, entry.meaning(), entry.status(), null, entry.item()));
        }
    }

    void ignored(Grid.Cell cell, String reason, int item) {
        marks.putIfAbsent(cell, new Entry("", "未用", Status.IGNORED, reason, item));
    }

    /** The cells of the grids that belong to an item; -1 for those of none. */
    List<PreviewCell> of(List<Grid> grids, int item) {
        List<PreviewCell> cells = new ArrayList<>();
        for (Grid grid : grids) {
            for (Grid.Cell cell : grid.filled()) {
                Entry entry = marks.get(cell);
                if ((entry == null ? -1 : entry.item()) == item) {
                    cells.add(shown(grid, cell, entry));
                }
            }
        }
        return cells;
    }

    private static PreviewCell shown(Grid grid, Grid.Cell cell, @Nullable Entry entry) {
        if (entry == null) {
            String problem = cell.problem();
            return new PreviewCell(
                    grid.name(),
                    cell.row() + 1,
                    cell.column() + 1,
                    cell.address(),
                    cell.text(),
                    "",
                    "未用",
                    problem == null ? Status.IGNORED : Status.OPEN,
                    problem == null ? "没有读出它属于哪个事项或者哪一栏" : problem);
        }
        return new PreviewCell(
                grid.name(),
                cell.row() + 1,
                cell.column() + 1,
                cell.address(),
                cell.text(),
                entry.understood(),
                entry.meaning(),
                entry.status(),
                entry.reason());
    }
}
