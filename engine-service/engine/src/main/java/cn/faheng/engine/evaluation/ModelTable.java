package cn.faheng.engine.evaluation;

import java.util.List;
import java.util.Optional;

/**
 * A decision table of a model as its lawyers see it.
 *
 * @param decision name of the decision
 * @param hitPolicy UNIQUE, ANY, …
 * @param inputs names of the facts or decisions in its columns
 * @param outputs names of its output columns; a single-output table has one empty name
 * @param rows its rows in order
 */
public record ModelTable(
        String decision, String hitPolicy, List<String> inputs, List<String> outputs, List<TableRow> rows) {

    public ModelTable {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param id rule id
     * @param cells input cells as written
     * @param conditions the same, read; empty where a cell is not in an allowed form
     * @param outputs output cells as written
     */
    public record TableRow(
            String id, List<String> cells, List<Optional<CellCondition>> conditions, List<String> outputs) {
        public TableRow {
            cells = List.copyOf(cells);
            conditions = List.copyOf(conditions);
            outputs = List.copyOf(outputs);
        }
    }
}
