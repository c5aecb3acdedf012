package cn.faheng.web.authoring;

import cn.faheng.drafting.intake.PreviewCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A table of an imported file as it stands there.
 *
 * @param columns the columns that hold anything
 * @param rows row number to its cells, null where the file has none
 */
public record PreviewGrid(List<Integer> columns, Map<Integer, List<@Nullable PreviewCell>> rows) {

    static PreviewGrid of(List<PreviewCell> cells) {
        TreeSet<Integer> columns = new TreeSet<>();
        cells.forEach(cell -> columns.add(cell.column()));
        Map<Integer, Map<Integer, PreviewCell>> placed = new TreeMap<>();
        cells.forEach(cell ->
                placed.computeIfAbsent(cell.row(), row -> new TreeMap<>()).putIfAbsent(cell.column(), cell));
        Map<Integer, List<@Nullable PreviewCell>> rows = new TreeMap<>();
        placed.forEach((row, byColumn) -> {
            List<@Nullable PreviewCell> line = new ArrayList<>();
            columns.forEach(column -> line.add(byColumn.get(column)));
            rows.put(row, line);
        });
        return new PreviewGrid(List.copyOf(columns), rows);
    }
}
