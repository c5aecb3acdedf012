package cn.faheng.engine.proof;

import cn.faheng.engine.proof.Expr.Cell;
import cn.faheng.engine.proof.Expr.Const;
import cn.faheng.engine.proof.Expr.Linear;
import cn.faheng.engine.proof.Expr.Op;
import cn.faheng.engine.proof.Expr.Ref;
import cn.faheng.engine.proof.Expr.Stuck;
import cn.faheng.rules.catalogue.Fact;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Where the axis of each fact has to be cut so that no condition changes its answer within a part. */
final class Cuts {

    private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=", "=", "!=", "min", "max");

    private static final Set<String> TRUTHS = Set.of("<", "<=", ">", ">=", "=", "!=", "and", "or", "not");

    private final SymbolicModel model;
    private final Map<String, NavigableSet<BigDecimal>> cuts = new HashMap<>();
    private final Evaluator anywhere;

    Cuts(SymbolicModel model) {
        this.model = model;
        Map<String, Atom> free = new HashMap<>();
        for (Fact fact : model.facts()) {
            if (fact.type().isNumeric() || fact.type() == Fact.Type.DATE) {
                free.put(model.renamed(fact.name()), Atom.range(null, null));
            }
        }
        model.freed().keySet().forEach(name -> free.put(name, Atom.range(null, null)));
        this.anywhere = new Evaluator(free);
    }

    Map<String, Axis> axes() {
        for (TableSpec table : model.tables()) {
            for (int column = 0; column < table.inputs().size(); column++) {
                Expr input = anywhere.evaluate(table.inputs().get(column));
                for (BigDecimal boundary : table.boundaries(column)) {
                    cut(Numbers.isNumber(input) ? Numbers.minus(input, Const.of(boundary)) : input);
                }
            }
        }
        model.expressions().forEach(this::comparisons);
        Map<String, Axis> axes = new LinkedHashMap<>();
        for (Fact fact : model.facts()) {
            String name = model.renamed(fact.name());
            axes.put(name, Axis.of(name, fact, of(name)));
        }
        for (String name : model.freed().keySet()) {
            axes.put(name, freeAxis(name));
        }
        return axes;
    }

    private NavigableSet<BigDecimal> of(String fact) {
        return cuts.getOrDefault(fact, new TreeSet<>());
    }

    private Axis freeAxis(String name) {
        for (TableSpec table : model.tables()) {
            int column = table.inputs().indexOf(new Ref(name));
            List<Object> choices = column < 0 ? List.of() : SymbolicModel.namedChoices(table, column);
            if (!choices.isEmpty()) {
                return Axis.choices(name, choices);
            }
        }
        return Axis.free(name, of(name));
    }

    private void comparisons(Expr expr) {
        if (!(expr instanceof Op op)) {
            return;
        }
        op.arguments().forEach(this::comparisons);
        if (COMPARISONS.contains(op.name())) {
            List<Expr> sides = op.arguments().stream()
                    .map(anywhere::evaluate)
                    .filter(Numbers::isNumber)
                    .toList();
            for (int i = 0; i < sides.size(); i++) {
                for (int j = i + 1; j < sides.size(); j++) {
                    cut(Numbers.minus(sides.get(i), sides.get(j)));
                }
            }
        }
    }

    /** Cuts the axis where a multiple of one fact passes zero. */
    private void cut(Expr difference) {
        if (difference instanceof Linear linear && linear.factors().size() == 1) {
            String fact = linear.factors().firstKey();
            BigDecimal factor = linear.factors().get(fact);
            cuts.computeIfAbsent(fact, f -> new TreeSet<>())
                    .add(linear.constant().negate().divide(factor, MathContext.DECIMAL128));
        }
    }

    /** Why a derived input cannot be worked out part by part, or empty when it can. */
    static Optional<String> unresolvable(Expr input, Predicate<String> numeric) {
        return reason(input, numeric, true);
    }

    private static Optional<String> reason(Expr expr, Predicate<String> numeric, boolean asked) {
        if (asked
                && (flowing(expr, numeric).size() > 1
                        || (!flowing(expr, numeric).isEmpty() && bends(expr)))) {
            return Optional.of("它由" + String.join("、", flowing(expr, numeric)) + "算出，证明时按任意值对待");
        }
        List<Expr> inner =
                expr instanceof Op op ? op.arguments() : expr instanceof Cell cell ? outputs(cell) : List.of();
        Set<String> compared = new LinkedHashSet<>();
        boolean truth = expr instanceof Op op1 && COMPARISONS.contains(op1.name());
        if (truth) {
            inner.forEach(e -> compared.addAll(flowing(e, numeric)));
        }
        if (compared.size() > 1) {
            return Optional.of("它比较" + String.join("、", compared) + "，证明时按任意值对待");
        }
        boolean compares = expr instanceof Op comparison && COMPARISONS.contains(comparison.name());
        return inner.stream()
                .map(e -> reason(e, numeric, compares))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static List<Expr> outputs(Cell cell) {
        return IntStream.range(0, cell.table().size())
                .mapToObj(row -> cell.table().output(row, Math.max(cell.column(), 0)))
                .toList();
    }

    /** Facts whose number goes into the value; a comparison lets none through. */
    private static Set<String> flowing(Expr expr, Predicate<String> numeric) {
        Set<String> facts = new LinkedHashSet<>();
        if (expr instanceof Ref ref && numeric.test(ref.fact())) {
            facts.add(ref.fact());
        } else if (expr instanceof Cell cell) {
            outputs(cell).forEach(e -> facts.addAll(flowing(e, numeric)));
        } else if (expr instanceof Op op && !TRUTHS.contains(op.name())) {
            int first = op.name().equals("if") ? 1 : 0;
            op.arguments().subList(first, op.arguments().size()).forEach(e -> facts.addAll(flowing(e, numeric)));
        }
        return facts;
    }

    private static boolean bends(Expr expr) {
        if (!(expr instanceof Op op)) {
            return expr instanceof Stuck;
        }
        boolean product = op.name().equals("*") && op.arguments().stream().noneMatch(Const.class::isInstance);
        boolean quotient = op.name().equals("/") && !(op.arguments().get(1) instanceof Const);
        boolean odd = Set.of("floor", "ceiling", "abs", "decimal").contains(op.name())
                || op.name().startsWith("round");
        return product || quotient || odd || op.arguments().stream().anyMatch(Cuts::bends);
    }
}
