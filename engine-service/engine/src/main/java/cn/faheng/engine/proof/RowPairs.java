package cn.faheng.engine.proof;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Rows of one table that differ in one fact only, by one step. Two rows that do not overlap have a column that keeps them apart; where it is
 * the only one, that fact alone takes a case from the one row to the other.
 */
final class RowPairs {

    private final TableSpec table;
    private final Outcome first;
    private final Outcome second;
    private final List<Axis> axes = new ArrayList<>();
    private final List<List<BitSet>> accepts = new ArrayList<>();

    RowPairs(SymbolicModel model, TableSpec table, Outcome first, Outcome second) {
        this.table = table;
        this.first = first;
        this.second = second;
        for (Expr input : table.inputs()) {
            axes.add(Objects.requireNonNull(model.axes().get(((Expr.Ref) input).fact())));
        }
        for (int row = 0; row < table.size(); row++) {
            List<BitSet> columns = new ArrayList<>();
            for (int c = 0; c < axes.size(); c++) {
                BitSet accepted = new BitSet();
                List<Atom> atoms = axes.get(c).atoms();
                for (int atom = 0; atom < atoms.size(); atom++) {
                    accepted.set(
                            atom, table.accepted(c, atoms.get(atom).sample()).get(row));
                }
                columns.add(accepted);
            }
            accepts.add(columns);
        }
    }

    /**
     * A step from one row to another.
     *
     * @param fact the fact that changes
     * @param from its value before
     * @param to its value after
     * @param end the answers of both rows at the same other facts
     */
    record Pair(String fact, Atom from, Atom to, Walk.State end) {}

    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int a = 0; a < table.size(); a++) {
            for (int b = 0; b < table.size(); b++) {
                int column = a == b ? -1 : apart(a, b);
                if (column >= 0) {
                    add(pairs, a, b, column);
                }
            }
        }
        return pairs;
    }

    /** The only column that keeps two rows apart, or -1 where there are more or none. */
    private int apart(int a, int b) {
        int found = -1;
        for (int c = 0; c < axes.size(); c++) {
            if (!accepts.get(a).get(c).intersects(accepts.get(b).get(c))) {
                if (found >= 0) {
                    return -1;
                }
                found = c;
            }
        }
        return found;
    }

    private void add(List<Pair> pairs, int a, int b, int column) {
        BitSet from = accepts.get(a).get(column);
        BitSet to = accepts.get(b).get(column);
        for (int atom = from.nextSetBit(0); atom >= 0; atom = from.nextSetBit(atom + 1)) {
            if (to.get(atom + 1)) {
                pairs.add(pair(a, b, column, atom));
                return;
            }
        }
    }

    private Pair pair(int a, int b, int column, int atom) {
        Map<String, Atom> known = new HashMap<>();
        Walk.Step path = null;
        for (int c = 0; c < axes.size(); c++) {
            Axis axis = axes.get(c);
            if (c != column) {
                BitSet common = (BitSet) accepts.get(a).get(c).clone();
                common.and(accepts.get(b).get(c));
                Atom one = axis.atoms().get(common.nextSetBit(0));
                known.put(axis.name(), one);
                path = new Walk.Step(axis.name(), one, path);
            }
        }
        Axis axis = axes.get(column);
        Atom from = end(axis.atoms().get(atom), false);
        Atom to = end(axis.atoms().get(atom + 1), true);
        List<Expr> roots = new ArrayList<>();
        known.put(axis.name(), from);
        Evaluator before = new Evaluator(known);
        first.rootsOf(table, a).forEach(root -> roots.add(before.evaluate(root)));
        known.put(axis.name(), to);
        Evaluator after = new Evaluator(known);
        second.rootsOf(table, b).forEach(root -> roots.add(after.evaluate(root)));
        return new Pair(axis.name(), from, to, new Walk.State(roots, known, path));
    }

    private static Atom end(Atom atom, boolean low) {
        if (!atom.isNumeric()) {
            return atom;
        }
        BigDecimal end = low ? atom.low() : atom.high();
        return Atom.range(end, end);
    }
}
