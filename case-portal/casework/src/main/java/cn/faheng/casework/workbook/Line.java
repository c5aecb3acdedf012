package cn.faheng.casework.workbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a sheet that is not blank.
 *
 * @param number its number in the sheet, from 1
 * @param cells its cells from the first column on, empty ones included
 */
public record Line(int number, List<Cell> cells) {

    public Line {
        cells = List.copyOf(cells);
    }

    /** The cell of a column from 0, an empty one behind the last. */
    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    /**
     * A cell.
     *
     * @param text what stands in it, a date as 2026-11-22
     * @param problem why that cannot be taken, or null
     */
    public record Cell(String text, @Nullable String problem) {

        static final Cell EMPTY = new Cell("", null);
    }
}
