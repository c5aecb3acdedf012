package cn.faheng.engine.proof;

import cn.faheng.engine.proof.Expr.Cell;
import cn.faheng.engine.proof.Expr.Const;
import cn.faheng.engine.proof.Expr.Linear;
import cn.faheng.engine.proof.Expr.Op;
import cn.faheng.engine.proof.Expr.Ref;
import cn.faheng.engine.proof.Expr.Stuck;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Works expressions out as far as what is known of the facts allows. */
final class Evaluator {

    private final Map<String, Atom> known;
    private final @Nullable String changed;
    private final Map<Expr, Expr> same;
    private final IdentityHashMap<Expr, Expr> worked = new IdentityHashMap<>();

    /** @param known facts that have a part of their axis assigned */
    Evaluator(Map<String, Atom> known) {
        this(known, null, new HashMap<>());
    }

    /**
     * An evaluator of expressions that were worked out before.
     *
     * @param known facts that have a part of their axis assigned
     * @param changed the only fact that was not known then, or null where everything has to be looked at
     * @param same one copy of every expression met, so that equal ones are the same
     */
    Evaluator(Map<String, Atom> known, @Nullable String changed, Map<Expr, Expr> same) {
        this.known = known;
        this.changed = changed;
        this.same = same;
    }

    Expr evaluate(Expr expr) {
        if (changed != null && !expr.references().contains(changed)) {
            return expr;
        }
        if (expr instanceof Ref ref) {
            return reference(ref.fact(), ref);
        }
        if (expr instanceof Linear linear) {
            return narrowed(linear);
        }
        if (expr instanceof Const || expr instanceof Stuck) {
            return expr;
        }
        Expr done = worked.get(expr);
        if (done == null) {
            done = expr instanceof Op op ? operation(op) : cell((Cell) expr);
            if (done instanceof Op || done instanceof Cell) {
                Expr copy = same.putIfAbsent(done, done);
                done = copy == null ? done : copy;
            }
            worked.put(expr, done);
        }
        return done;
    }

    /** Whatever was worked out before: what a table holds was written before any fact was known. */
    private Expr afresh(Expr expr) {
        return changed == null ? evaluate(expr) : new Evaluator(known, null, same).evaluate(expr);
    }

    private Expr reference(String fact, Expr otherwise) {
        Atom atom = known.get(fact);
        if (atom == null) {
            return otherwise;
        }
        return atom.isPoint()
                ? Const.of(atom.sample())
                : new Linear(new TreeMap<>(Map.of(fact, BigDecimal.ONE)), BigDecimal.ZERO, false);
    }

    private Expr narrowed(Linear linear) {
        Expr sum = new Const(linear.constant(), linear.rounded());
        for (Map.Entry<String, BigDecimal> factor : linear.factors().entrySet()) {
            Expr term = Numbers.times(
                    new Const(factor.getValue(), linear.rounded()),
                    reference(
                            factor.getKey(),
                            new Linear(
                                    new TreeMap<>(Map.of(factor.getKey(), BigDecimal.ONE)), BigDecimal.ZERO, false)));
            sum = Numbers.plus(sum, term);
        }
        return sum;
    }

    private Expr operation(Op op) {
        String name = op.name();
        if (name.equals("if")) {
            Expr condition = evaluate(op.arguments().get(0));
            if (condition instanceof Const c) {
                return evaluate(op.arguments().get(Boolean.TRUE.equals(c.value()) ? 1 : 2));
            }
            if (condition instanceof Stuck) {
                return condition;
            }
            Expr yes = evaluate(op.arguments().get(1));
            Expr no = evaluate(op.arguments().get(2));
            return yes.equals(no) ? yes : new Op("if", List.of(condition, yes, no));
        }
        List<Expr> arguments = new ArrayList<>();
        for (Expr argument : op.arguments()) {
            Expr worked = evaluate(argument);
            boolean decides = worked instanceof Const c
                    && ((name.equals("and") && Boolean.FALSE.equals(c.value()))
                            || (name.equals("or") && Boolean.TRUE.equals(c.value())));
            if (worked instanceof Stuck || decides) {
                return worked;
            }
            arguments.add(worked);
        }
        return switch (name) {
            case "+" -> Numbers.sum(arguments);
            case "sum" -> arguments.isEmpty() ? Const.of(null) : Numbers.sum(arguments);
            case "*" -> Numbers.times(arguments.get(0), arguments.get(1));
            case "/" -> Numbers.over(arguments.get(0), arguments.get(1));
            case "min", "max" -> Numbers.extreme(name, arguments, this::range);
            case "<", "<=", ">", ">=", "=", "!=" ->
                Numbers.compare(name, arguments.get(0), arguments.get(1), this::range);
            default -> Numbers.function(name, arguments);
        };
    }

    /** Least and greatest value of an expression over what is known, null where there is no end. */
    Range range(Linear linear) {
        BigDecimal low = linear.constant();
        BigDecimal high = linear.constant();
        for (Map.Entry<String, BigDecimal> factor : linear.factors().entrySet()) {
            Atom atom = known.get(factor.getKey());
            BigDecimal from = atom == null ? null : atom.low();
            BigDecimal to = atom == null ? null : atom.high();
            boolean rising = factor.getValue().signum() > 0;
            low = add(low, rising ? from : to, factor.getValue());
            high = add(high, rising ? to : from, factor.getValue());
        }
        return new Range(low, high);
    }

    private static @Nullable BigDecimal add(@Nullable BigDecimal sum, @Nullable BigDecimal end, BigDecimal factor) {
        return sum == null || end == null ? null : sum.add(end.multiply(factor));
    }

    /** Ends of a range; null where there is none. */
    record Range(@Nullable BigDecimal low, @Nullable BigDecimal high) {}

    private Expr cell(Cell cell) {
        TableSpec table = cell.table();
        BitSet rows = (BitSet) cell.rows().clone();
        BitSet decided = (BitSet) cell.decided().clone();
        for (int c = decided.nextClearBit(0); c < table.inputs().size(); c = decided.nextClearBit(c + 1)) {
            if (table.allAnything(c, rows)) {
                decided.set(c);
                continue;
            }
            Expr input = afresh(table.inputs().get(c));
            if (input instanceof Stuck) {
                return input;
            }
            Object value = input instanceof Const constant ? constant.value() : sample(table, c, input);
            if (input instanceof Const && value == null) {
                return new Stuck(
                        Stuck.Reason.UNSUPPORTED,
                        table.decision(),
                        "输入“" + table.table().inputs().get(c) + "”的结果可能为空");
            }
            if (value != null) {
                rows.and(table.accepted(c, value));
                decided.set(c);
            }
        }
        if (rows.isEmpty()) {
            return new Stuck(Stuck.Reason.NO_ROW, table.decision(), "");
        }
        if (decided.cardinality() < table.inputs().size()) {
            return new Cell(table, rows, decided, cell.column());
        }
        return decidedCell(table, rows, cell.column());
    }

    private Expr decidedCell(TableSpec table, BitSet rows, int column) {
        int row = rows.nextSetBit(0);
        if (rows.cardinality() > 1 && !table.takesFirst() && !table.agree(rows)) {
            return new Stuck(Stuck.Reason.SEVERAL_ROWS, table.decision(), table.ids(rows));
        }
        if (column == Cell.ROW) {
            return Const.of(table.rowId(row));
        }
        return afresh(table.output(row, column));
    }

    /** A value that stands for all an input can still be, or null where its conditions do not agree on that yet. */
    private @Nullable Object sample(TableSpec table, int column, Expr input) {
        if (!(input instanceof Linear linear)) {
            return null;
        }
        Range range = range(linear);
        BigDecimal low = range.low();
        BigDecimal high = range.high();
        boolean cut = table.boundaries(column).stream()
                .anyMatch(b -> (low == null || b.compareTo(low) >= 0) && (high == null || b.compareTo(high) <= 0));
        if (cut) {
            return null;
        }
        BigDecimal end = low == null ? high : low;
        return end == null ? BigDecimal.ZERO : end;
    }
}
