package cn.faheng.drafting.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The header of a table.
 *
 * @param from first row
 * @param to row behind the last one
 * @param columns what each column holds
 */
record TableHeader(int from, int to, List<Column> columns) {

    private static final int LONGEST_LABEL = 30;

    TableHeader {
        columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param index its place
     * @param name its own name, the lowest one where there are several levels
     * @param above the name above it, or its own
     * @param role what it holds
     */
    record Column(int index, String name, String above, ColumnRole role) {}

    /** The header that begins in a row, or empty when none does. */
    static Optional<TableHeader> at(Grid grid, int row) {
        List<Grid.Cell> cells = grid.row(row);
        if (cells.size() < 2 || cells.stream().anyMatch(c -> c.row() < row)) {
            return Optional.empty();
        }
        if (cells.stream().anyMatch(TableHeader::isLong)) {
            return Optional.empty();
        }
        int levels = levels(grid, row, cells);
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < grid.columns(); c++) {
            String own = "";
            String above = "";
            for (int r = row; r < row + levels; r++) {
                String words = grid.words(r, c);
                if (!words.isEmpty()) {
                    above = above.isEmpty() ? words : above;
                    own = words;
                }
            }
            if (!own.isEmpty()) {
                columns.add(new Column(c, own, above, role(own, above)));
            }
        }
        long known = columns.stream()
                .filter(c -> c.role() != ColumnRole.UNKNOWN)
                .map(Column::role)
                .distinct()
                .count();
        boolean decides =
                columns.stream().anyMatch(c -> c.role() == ColumnRole.STANDARD || c.role() == ColumnRole.WEIGHT);
        return known >= 2 && decides ? Optional.of(new TableHeader(row, row + levels, columns)) : Optional.empty();
    }

    /** 对法定代表人、主要负责人、直接负责的主管人员和其他直接责任人员罚款 is a long name of a column; other long words are none. */
    private static boolean isLong(Grid.Cell cell) {
        int length = Words.squeezed(cell.text()).length();
        return length > 2 * LONGEST_LABEL
                || (length > LONGEST_LABEL && ColumnRole.of(cell.text()) == ColumnRole.UNKNOWN);
    }

    private static ColumnRole role(String own, String above) {
        ColumnRole role = ColumnRole.of(own);
        ColumnRole parent = ColumnRole.of(above);
        if (own.equals(above) || parent == ColumnRole.UNKNOWN) {
            return role;
        }
        // Below 裁量因素 or 适用条件 every name is a question of its own; below 处罚标准 every name is a fine of its own.
        return parent == ColumnRole.FACTOR || parent == ColumnRole.CONDITION ? ColumnRole.UNKNOWN : parent;
    }

    /** Rows of the header: merged down, or split below a wide name. */
    private static int levels(Grid grid, int row, List<Grid.Cell> cells) {
        int levels = cells.stream().mapToInt(Grid.Cell::height).max().orElse(1);
        boolean wide = cells.stream().anyMatch(c -> c.width() > 1);
        if (levels == 1 && wide && row + 1 < grid.rows()) {
            boolean splits = cells.stream().allMatch(c -> {
                int below = 0;
                for (int i = c.column(); i < c.column() + c.width(); i++) {
                    below += grid.words(row + 1, i).isEmpty() ? 0 : 1;
                }
                return c.width() > 1 ? below == c.width() : below == 0;
            });
            return splits ? 2 : 1;
        }
        return Math.min(levels, 4);
    }

    boolean has(ColumnRole role) {
        return columns.stream().anyMatch(c -> c.role() == role);
    }

    List<Column> of(ColumnRole role) {
        return columns.stream().filter(c -> c.role() == role).toList();
    }

    Optional<Column> first(ColumnRole role) {
        return columns.stream().filter(c -> c.role() == role).findFirst();
    }

    /** Whether another header says the same: a table that goes on over a page. */
    boolean repeats(TableHeader other) {
        return columns.equals(other.columns);
    }
}
