package cn.faheng.engine.proof;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The place within ranges at which a sum of multiples is least. */
final class Corner {

    /** How far from an end we go where a range has no other end; as near as shows what is looked for. */
    private static final List<BigDecimal> FAR = Stream.of("1", "100", "10000", "1000000", "1000000000")
            .map(BigDecimal::new)
            .toList();

    private Corner() {}

    /** Ranges narrowed to the corner; facts that the sum does not name stay as they are. */
    static Map<String, Atom> lowest(Expr number, Map<String, Atom> ranges) {
        Map<String, Atom> corner = ranges;
        for (BigDecimal far : FAR) {
            corner = corner(number, ranges, far);
            if (at(number, corner).signum() < 0) {
                return corner;
            }
        }
        return corner;
    }

    private static Map<String, Atom> corner(Expr number, Map<String, Atom> ranges, BigDecimal far) {
        Map<String, Atom> corner = new HashMap<>(ranges);
        Numbers.factors(number).forEach((fact, factor) -> {
            Atom range = ranges.getOrDefault(fact, Atom.range(null, null));
            BigDecimal end = end(range, factor.signum() > 0, far);
            corner.put(fact, Atom.range(end, end));
        });
        return corner;
    }

    private static BigDecimal end(Atom range, boolean low, BigDecimal far) {
        BigDecimal wanted = low ? range.low() : range.high();
        if (wanted != null) {
            return wanted;
        }
        BigDecimal other = low ? range.high() : range.low();
        BigDecimal from = other == null ? BigDecimal.ZERO : other;
        return low ? from.subtract(far) : from.add(far);
    }

    /** The value of a number at a place where every fact it names is a point. */
    static BigDecimal at(Expr number, Map<String, Atom> corner) {
        return Numbers.constant(new Evaluator(corner).evaluate(number));
    }

    /** The least value over the ranges; where it has no least value, one that lies far down. */
    static BigDecimal least(Expr number, Map<String, Atom> ranges) {
        return at(number, lowest(number, ranges));
    }
}
