package cn.faheng.drafting.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A sheet, a table of a document, or its running text: cells by row and column, merged cells known by their first one. */
final class Grid {

    private final String name;
    private final Map<Long, Cell> anchors = new LinkedHashMap<>();
    private final Map<Long, Cell> covered = new LinkedHashMap<>();
    private int rows;
    private int columns;

    Grid(String name) {
        this.name = name;
    }

    /**
     * A cell.
     *
     * @param row first row, from 0
     * @param column first column, from 0
     * @param height rows it covers
     * @param width columns it covers
     * @param address as the file's own program shows it
     * @param text its words as they stand
     * @param problem why they are not used, in Chinese, or null
     */
    record Cell(int row, int column, int height, int width, String address, String text, @Nullable String problem) {

        boolean isBlank() {
            return text.isBlank();
        }

        String words() {
            return problem == null ? Words.name(text) : "";
        }
    }

    String name() {
        return name;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    void put(Cell cell) {
        anchors.put(key(cell.row(), cell.column()), cell);
        for (int r = cell.row(); r < cell.row() + cell.height(); r++) {
            for (int c = cell.column(); c < cell.column() + cell.width(); c++) {
                covered.put(key(r, c), cell);
            }
        }
        rows = Math.max(rows, cell.row() + cell.height());
        columns = Math.max(columns, cell.column() + cell.width());
    }

    private static long key(int row, int column) {
        return ((long) row << 32) | column;
    }

    /** The cell that covers a place. */
    Optional<Cell> at(int row, int column) {
        return Optional.ofNullable(covered.get(key(row, column)));
    }

    /** The words at a place; empty where there is no cell. */
    String words(int row, int column) {
        return at(row, column).map(Cell::words).orElse("");
    }

    /** Cells that are not blank and cover a row, from left to right, each once. */
    List<Cell> row(int row) {
        List<Cell> cells = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            Cell cell = covered.get(key(row, c));
            if (cell != null && !cell.isBlank() && !cells.contains(cell)) {
                cells.add(cell);
            }
        }
        return cells;
    }

    /** All cells that are not blank, each once. */
    List<Cell> filled() {
        return anchors.values().stream().filter(cell -> !cell.isBlank()).toList();
    }
}
