package cn.faheng.engine.proof;

import cn.faheng.engine.proof.Expr.Const;
import cn.faheng.engine.proof.Expr.Linear;
import cn.faheng.engine.proof.Expr.Op;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** FEEL's arithmetic on constants and sums of multiples; what is neither stays as it is. */
final class Numbers {

    private static final BigDecimal TINY = new BigDecimal("0.00000000000000000001");

    private Numbers() {}

    static boolean isNumber(Expr e) {
        return e instanceof Linear || (e instanceof Const c && c.value() instanceof BigDecimal);
    }

    private static boolean isNull(Expr e) {
        return e instanceof Const c && c.value() == null;
    }

    static boolean rounded(Expr e) {
        return (e instanceof Const c && c.rounded()) || (e instanceof Linear l && l.rounded());
    }

    static SortedMap<String, BigDecimal> factors(Expr e) {
        return e instanceof Linear l ? l.factors() : new TreeMap<>();
    }

    static BigDecimal constant(Expr e) {
        return e instanceof Linear l ? l.constant() : (BigDecimal) Objects.requireNonNull(((Const) e).value());
    }

    private static Expr linear(Map<String, BigDecimal> factors, BigDecimal constant, boolean rounded) {
        SortedMap<String, BigDecimal> kept = new TreeMap<>();
        factors.forEach((fact, factor) -> {
            if (factor.signum() != 0) {
                kept.put(fact, factor.stripTrailingZeros());
            }
        });
        return kept.isEmpty() ? new Const(constant, rounded) : new Linear(kept, constant.stripTrailingZeros(), rounded);
    }

    static Expr plus(Expr a, Expr b) {
        return sum(List.of(a, b));
    }

    static Expr minus(Expr a, Expr b) {
        return plus(a, times(Const.of(BigDecimal.ONE.negate()), b));
    }

    static Expr sum(List<Expr> arguments) {
        List<Expr> flat = new ArrayList<>();
        for (Expr argument : arguments) {
            if (argument instanceof Op op && op.name().equals("+")) {
                flat.addAll(op.arguments());
            } else {
                flat.add(argument);
            }
        }
        if (flat.stream().anyMatch(Numbers::isNull)) {
            return Const.of(null);
        }
        if (flat.stream().allMatch(e -> e instanceof Const c && c.value() instanceof String)) {
            StringBuilder joined = new StringBuilder();
            flat.forEach(e -> joined.append(((Const) e).value()));
            return Const.of(joined.toString());
        }
        SortedMap<String, BigDecimal> factors = new TreeMap<>();
        BigDecimal constant = BigDecimal.ZERO;
        boolean rounded = false;
        List<Expr> open = new ArrayList<>();
        for (Expr e : flat) {
            if (isNumber(e)) {
                factors(e).forEach((fact, factor) -> factors.merge(fact, factor, BigDecimal::add));
                constant = constant.add(constant(e));
                rounded |= rounded(e);
            } else {
                open.add(e);
            }
        }
        Expr known = linear(factors, constant, rounded);
        if (open.isEmpty()) {
            return known;
        }
        if (!(known instanceof Const c && c.value() instanceof BigDecimal zero && zero.signum() == 0)) {
            open.add(0, known);
        }
        return open.size() == 1 ? open.get(0) : new Op("+", open);
    }

    static Expr times(Expr a, Expr b) {
        if (isNull(a) || isNull(b)) {
            return Const.of(null);
        }
        if (!isNumber(a) || !isNumber(b)) {
            boolean constantLast = isNumber(b) && b instanceof Const;
            return new Op("*", constantLast ? List.of(b, a) : List.of(a, b));
        }
        if (a instanceof Linear && b instanceof Linear) {
            return new Op("*", List.of(a, b));
        }
        Expr linear = a instanceof Linear ? a : b;
        BigDecimal factor = constant(a instanceof Linear ? b : a);
        SortedMap<String, BigDecimal> factors = new TreeMap<>();
        factors(linear).forEach((fact, k) -> factors.put(fact, k.multiply(factor)));
        return linear(factors, constant(linear).multiply(factor), rounded(a) || rounded(b));
    }

    static Expr over(Expr a, Expr b) {
        if (isNull(a) || isNull(b)) {
            return Const.of(null);
        }
        if (!isNumber(a) || !(b instanceof Const divisor) || !(divisor.value() instanceof BigDecimal number)) {
            return new Op("/", List.of(a, b));
        }
        if (number.signum() == 0) {
            return Const.of(null);
        }
        boolean[] rounded = {rounded(a) || rounded(b)};
        SortedMap<String, BigDecimal> factors = new TreeMap<>();
        factors(a).forEach((fact, k) -> factors.put(fact, quotient(k, number, rounded)));
        BigDecimal constant = quotient(constant(a), number, rounded);
        return linear(factors, constant, rounded[0]);
    }

    private static BigDecimal quotient(BigDecimal a, BigDecimal b, boolean[] rounded) {
        try {
            return a.divide(b);
        } catch (ArithmeticException e) {
            rounded[0] = true;
            return a.divide(b, MathContext.DECIMAL128);
        }
    }

    static Expr extreme(String name, List<Expr> arguments, Function<Linear, Evaluator.Range> ranges) {
        List<Expr> left = new ArrayList<>();
        for (Expr argument : arguments) {
            if (isNull(argument)) {
                return Const.of(null);
            }
            boolean flatten = argument instanceof Op op && op.name().equals(name);
            for (Expr e : flatten ? ((Op) argument).arguments() : List.of(argument)) {
                add(left, e, name, ranges);
            }
        }
        return left.isEmpty() ? Const.of(null) : left.size() == 1 ? left.get(0) : new Op(name, left);
    }

    private static void add(List<Expr> left, Expr e, String name, Function<Linear, Evaluator.Range> ranges) {
        if (isNumber(e)) {
            for (int i = 0; i < left.size(); i++) {
                Integer sign = isNumber(left.get(i)) ? sign(minus(e, left.get(i)), ranges) : null;
                if (sign != null) {
                    boolean replaces = name.equals("min") ? sign < 0 : sign > 0;
                    if (replaces) {
                        left.set(i, e);
                    }
                    return;
                }
            }
        }
        left.add(e);
    }

    /** The sign of a number over all that is known: -1, 0 or 1, also where it touches zero at an end; null when it changes. */
    static @Nullable Integer sign(Expr number, Function<Linear, Evaluator.Range> ranges) {
        if (number instanceof Const) {
            return constant(number).signum();
        }
        Evaluator.Range range = ranges.apply((Linear) number);
        BigDecimal low = range.low();
        BigDecimal high = range.high();
        if (low != null && low.signum() >= 0) {
            return 1;
        }
        return high != null && high.signum() <= 0 ? Integer.valueOf(-1) : null;
    }

    static Expr compare(String name, Expr a, Expr b, Function<Linear, Evaluator.Range> ranges) {
        if (a instanceof Const left && b instanceof Const right && !(isNumber(a) && isNumber(b))) {
            boolean same = Objects.equals(left.value(), right.value());
            return switch (name) {
                case "=" -> Const.of(same);
                case "!=" -> Const.of(!same);
                default -> Const.of(null);
            };
        }
        if (!isNumber(a) || !isNumber(b)) {
            return new Op(name, List.of(a, b));
        }
        Expr difference = minus(a, b);
        Evaluator.Range range = difference instanceof Linear l
                ? ranges.apply(l)
                : new Evaluator.Range(constant(difference), constant(difference));
        BigDecimal low = range.low();
        BigDecimal high = range.high();
        boolean above = low != null && low.signum() > 0;
        boolean below = high != null && high.signum() < 0;
        boolean notBelow = low != null && low.signum() >= 0;
        boolean notAbove = high != null && high.signum() <= 0;
        Boolean answer =
                switch (name) {
                    case ">" -> above ? Boolean.TRUE : notAbove ? Boolean.FALSE : null;
                    case ">=" -> notBelow ? Boolean.TRUE : below ? Boolean.FALSE : null;
                    case "<" -> below ? Boolean.TRUE : notBelow ? Boolean.FALSE : null;
                    case "<=" -> notAbove ? Boolean.TRUE : above ? Boolean.FALSE : null;
                    case "=" -> (above || below) ? Boolean.FALSE : (notBelow && notAbove) ? Boolean.TRUE : null;
                    default -> (above || below) ? Boolean.TRUE : (notBelow && notAbove) ? Boolean.FALSE : null;
                };
        return answer == null ? new Op(name, List.of(a, b)) : Const.of(answer);
    }

    static Expr function(String name, List<Expr> arguments) {
        if (!arguments.stream().allMatch(Const.class::isInstance)) {
            return new Op(name, arguments);
        }
        Object first = arguments.isEmpty() ? null : ((Const) arguments.get(0)).value();
        if (first instanceof Boolean truth) {
            return switch (name) {
                case "not" -> Const.of(!truth);
                case "and", "or" ->
                    Const.of(
                            arguments.stream()
                                            .map(e -> ((Const) e).value())
                                            .toList()
                                            .contains(null)
                                    ? null
                                    : Boolean.valueOf(name.equals("and")));
                default -> Const.of(null);
            };
        }
        if (!(first instanceof BigDecimal number)) {
            return Const.of(null);
        }
        int scale = arguments.size() > 1 && ((Const) arguments.get(1)).value() instanceof BigDecimal places
                ? places.intValue()
                : 0;
        boolean rounded = rounded(arguments.get(0));
        return switch (name) {
            case "abs" -> new Const(number.abs(), rounded);
            case "string" -> Const.of(number.toPlainString());
            case "floor" -> round(number, scale, RoundingMode.FLOOR, rounded);
            case "ceiling" -> round(number, scale, RoundingMode.CEILING, rounded);
            case "decimal" -> round(number, scale, RoundingMode.HALF_EVEN, rounded);
            case "round half up" -> round(number, scale, RoundingMode.HALF_UP, rounded);
            case "round half down" -> round(number, scale, RoundingMode.HALF_DOWN, rounded);
            case "round up" -> round(number, scale, RoundingMode.UP, rounded);
            case "round down" -> round(number, scale, RoundingMode.DOWN, rounded);
            default -> Const.of(null);
        };
    }

    /** Rounding takes away what a division left, unless the digits it cut decide which way to round. */
    private static Expr round(BigDecimal number, int scale, RoundingMode mode, boolean rounded) {
        BigDecimal value = number.setScale(scale, mode);
        boolean doubtful = rounded
                && (number.subtract(TINY).setScale(scale, mode).compareTo(value) != 0
                        || number.add(TINY).setScale(scale, mode).compareTo(value) != 0);
        return new Const(value, doubtful);
    }
}
