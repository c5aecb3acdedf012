package cn.faheng.engine.proof;

import cn.faheng.engine.outcome.LawResult.Disposition;
import cn.faheng.engine.outcome.PenaltyMode;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns of a model's last decision as expressions, and where they stand in a state of the walk. */
final class Outcome {

    private final SymbolicModel model;
    private final List<String> columns = new ArrayList<>();
    private final int offset;

    /** @param offset where the first of them stands among the roots of a state */
    Outcome(SymbolicModel model, int offset) {
        this.model = model;
        this.offset = offset;
        columns.add("tier");
        columns.add("result");
        for (Penalty penalty : model.ruleSet().penalties()) {
            columns.add(penalty.id());
            if (penalty.kind().quantity() != PenaltyKind.Quantity.NONE) {
                columns.add(penalty.id() + "Min");
                columns.add(penalty.id() + "Max");
            }
        }
    }

    /** The expressions: the row first, then the columns. */
    List<Expr> roots() {
        List<Expr> roots = new ArrayList<>();
        roots.add(model.table(SymbolicModel.PENALTY)
                .map(table -> SymbolicModel.cell(table, Expr.Cell.ROW))
                .orElse(Expr.Const.of("")));
        columns.forEach(column -> roots.add(model.column(column)));
        return roots;
    }

    /** The same where one row of the last table is the answer. */
    List<Expr> rootsOf(TableSpec table, int row) {
        List<Expr> roots = new ArrayList<>();
        roots.add(Expr.Const.of(table.rowId(row)));
        for (String column : columns) {
            int index = table.table().outputs().indexOf(column);
            roots.add(index < 0 ? Expr.Const.of(null) : table.output(row, index));
        }
        return roots;
    }

    int size() {
        return columns.size() + 1;
    }

    Expr column(Walk.State state, String column) {
        return state.roots().get(offset + 1 + columns.indexOf(column));
    }

    private static @Nullable Object value(Expr expr) {
        return expr instanceof Expr.Const c ? c.value() : null;
    }

    /** Row of the last table, or its tier where it is no table. */
    String label(Walk.State state) {
        Object row = value(state.roots().get(offset));
        return row instanceof String id && !id.isEmpty() ? id : tier(state);
    }

    String tier(Walk.State state) {
        return value(column(state, "tier")) instanceof String tier ? tier : "";
    }

    /** What the row leads to; empty where it is not known. */
    Optional<Disposition> disposition(Walk.State state) {
        Expr result = column(state, "result");
        if (!(result instanceof Expr.Const c)) {
            return Optional.empty();
        }
        return c.value() == null
                ? Optional.of(Disposition.PENALTY)
                : Disposition.ofCode(c.value().toString());
    }

    /** The mode of a penalty; empty where it is not known. */
    Optional<PenaltyMode> mode(Walk.State state, Penalty penalty) {
        Expr mode = column(state, penalty.id());
        if (!(mode instanceof Expr.Const c)) {
            return Optional.empty();
        }
        return c.value() == null
                ? Optional.of(PenaltyMode.NONE)
                : PenaltyMode.ofCode(c.value().toString());
    }

    /** The first expression of this outcome that has no value, or empty. */
    Optional<Expr.Stuck> stuck(Walk.State state) {
        for (int i = offset; i < offset + size(); i++) {
            Expr root = state.roots().get(i);
            if (root instanceof Expr.Stuck found) {
                return Optional.of(found);
            }
            boolean worked = root instanceof Expr.Const || root instanceof Expr.Linear;
            if (!worked) {
                String column = i == offset ? "行" : columns.get(i - offset - 1);
                return Optional.of(
                        new Expr.Stuck(Expr.Stuck.Reason.UNSUPPORTED, column, "“" + column + "”不是事实的倍数与常数之和，不能逐项比较"));
            }
        }
        return Optional.empty();
    }

    SymbolicModel model() {
        return model;
    }
}
