package cn.faheng.engine.proof;

import cn.faheng.engine.evaluation.CellCondition;
import cn.faheng.engine.evaluation.ModelTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A table with its inputs and output cells read; rows are told by their place. */
final class TableSpec {

    private final ModelTable table;
    private final List<Expr> inputs;
    private final List<List<CellCondition>> conditions;
    private final List<List<Expr>> outputs;
    private final Map<String, BitSet> rowsThatName;
    private final List<Map<Object, BitSet>> accepted;
    private final List<BitSet> anything;
    private final List<NavigableSet<BigDecimal>> boundaries;

    /**
     * A table as read.
     *
     * @param inputs one expression for each input column
     * @param conditions row by row, one condition for each input column
     * @param outputs row by row, one expression for each output column
     * @param rowsThatName fact to the rows whose output cells name it
     */
    TableSpec(
            ModelTable table,
            List<Expr> inputs,
            List<List<CellCondition>> conditions,
            List<List<Expr>> outputs,
            Map<String, BitSet> rowsThatName) {
        this.table = table;
        this.inputs = List.copyOf(inputs);
        this.conditions = List.copyOf(conditions);
        this.outputs = List.copyOf(outputs);
        this.rowsThatName = Map.copyOf(rowsThatName);
        this.anything = new ArrayList<>();
        this.boundaries = new ArrayList<>();
        for (int column = 0; column < inputs.size(); column++) {
            BitSet free = new BitSet(conditions.size());
            NavigableSet<BigDecimal> cuts = new TreeSet<>();
            for (int row = 0; row < conditions.size(); row++) {
                CellCondition condition = conditions.get(row).get(column);
                free.set(row, condition instanceof CellCondition.Anything);
                cuts.addAll(condition.boundaries());
            }
            anything.add(free);
            boundaries.add(cuts);
        }
        this.accepted = inputs.stream()
                .map(i -> (Map<Object, BitSet>) new HashMap<Object, BitSet>())
                .toList();
    }

    /** All its cells as written. */
    String content() {
        return table.rows().stream()
                .map(row -> row.id() + row.cells() + row.outputs())
                .collect(Collectors.joining("\n"));
    }

    ModelTable table() {
        return table;
    }

    String decision() {
        return table.decision();
    }

    List<Expr> inputs() {
        return inputs;
    }

    int size() {
        return conditions.size();
    }

    String rowId(int row) {
        return table.rows().get(row).id();
    }

    CellCondition condition(int row, int column) {
        return conditions.get(row).get(column);
    }

    Expr output(int row, int column) {
        return outputs.get(row).get(column);
    }

    /** Facts that output cells of the rows name. */
    Set<String> namedFacts() {
        return rowsThatName.keySet();
    }

    boolean names(String fact, BitSet rows) {
        BitSet naming = rowsThatName.get(fact);
        return naming != null && naming.intersects(rows);
    }

    /** The rows whose cell in {@code column} accepts {@code value}. */
    synchronized BitSet accepted(int column, Object value) {
        return accepted.get(column).computeIfAbsent(value, v -> {
            BitSet rows = new BitSet(size());
            for (int row = 0; row < size(); row++) {
                rows.set(row, condition(row, column).test(v));
            }
            return rows;
        });
    }

    /** Whether none of the rows asks anything of the column. */
    boolean allAnything(int column, BitSet rows) {
        BitSet asking = (BitSet) rows.clone();
        asking.andNot(anything.get(column));
        return asking.isEmpty();
    }

    /** Every number at which a cell of the column changes its answer. */
    NavigableSet<BigDecimal> boundaries(int column) {
        return boundaries.get(column);
    }

    /** Whether several rows may stand side by side: the policy is ANY and their outputs are the same. */
    boolean agree(BitSet rows) {
        return table.hitPolicy().equals("ANY")
                && rows.stream()
                                .mapToObj(row -> table.rows().get(row).outputs())
                                .distinct()
                                .count()
                        == 1;
    }

    String ids(BitSet rows) {
        return rows.stream().mapToObj(this::rowId).collect(Collectors.joining("、"));
    }

    /** Whether the policy takes the first of several rows. */
    boolean takesFirst() {
        return table.hitPolicy().equals("FIRST");
    }
}
