package cn.faheng.engine.proof;

import cn.faheng.rules.catalogue.Fact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that one input can be, cut wherever a condition can change its answer.
 *
 * @param name name of the fact or derived number
 * @param atoms the parts, smallest number or first choice first
 * @param step smallest difference of two numbers, or null for texts and booleans
 */
record Axis(String name, List<Atom> atoms, @Nullable BigDecimal step) {

    /** A request may give a number with six decimals. */
    private static final BigDecimal FINEST = new BigDecimal("0.000001");

    Axis {
        atoms = List.copyOf(atoms);
    }

    static Axis of(String name, Fact fact, NavigableSet<BigDecimal> cuts) {
        return switch (fact.type()) {
            case BOOLEAN -> choices(name, List.of(false, true));
            case CHOICE ->
                choices(
                        name,
                        fact.values().stream().map(v -> (Object) v.value()).toList());
            case MONEY, INTEGER -> numbers(name, cuts, fact.min(), fact.max(), fact.step());
            case NUMBER -> numbers(name, cuts, fact.min(), fact.max(), FINEST);
            case DATE -> numbers(name, cuts, null, null, BigDecimal.ONE);
        };
    }

    static Axis choices(String name, List<?> values) {
        return new Axis(name, values.stream().map(Atom::of).toList(), null);
    }

    static Axis free(String name, NavigableSet<BigDecimal> cuts) {
        return numbers(name, cuts, null, null, FINEST);
    }

    private static Axis numbers(
            String name,
            NavigableSet<BigDecimal> cuts,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            BigDecimal step) {
        List<Atom> atoms = new ArrayList<>();
        BigDecimal from = min;
        for (BigDecimal cut : cuts) {
            boolean below = min != null && cut.compareTo(min) < 0;
            boolean above = max != null && cut.compareTo(max) > 0;
            if (below || above) {
                continue;
            }
            BigDecimal steps = cut.divide(step, 0, RoundingMode.CEILING);
            addRange(atoms, from, steps.subtract(BigDecimal.ONE).multiply(step));
            boolean onGrid = steps.multiply(step).compareTo(cut) == 0;
            if (onGrid) {
                atoms.add(Atom.range(cut, cut));
            }
            from = onGrid ? cut.add(step) : steps.multiply(step);
        }
        addRange(atoms, from, max);
        return new Axis(name, atoms, step);
    }

    private static void addRange(List<Atom> atoms, @Nullable BigDecimal from, @Nullable BigDecimal to) {
        if (from == null || to == null || from.compareTo(to) <= 0) {
            atoms.add(Atom.range(from, to));
        }
    }

    /** The axis of a question that two rule sets ask: what both allow, cut wherever either is cut. */
    static Axis merge(Axis one, Axis other) {
        BigDecimal step = one.step();
        if (step == null || other.step() == null) {
            return one;
        }
        TreeSet<BigDecimal> starts = new TreeSet<>();
        for (Axis axis : List.of(one, other)) {
            for (Atom atom : axis.atoms()) {
                BigDecimal low = atom.low();
                if (low != null) {
                    starts.add(low);
                }
            }
        }
        BigDecimal min = larger(one.first(), other.first());
        BigDecimal max = smaller(one.last(), other.last());
        starts.removeIf(s -> (min != null && s.compareTo(min) <= 0) || (max != null && s.compareTo(max) > 0));
        List<Atom> atoms = new ArrayList<>();
        BigDecimal from = min;
        for (BigDecimal start : starts) {
            addRange(atoms, from, start.subtract(step));
            from = start;
        }
        addRange(atoms, from, max);
        return new Axis(one.name(), atoms, step);
    }

    private @Nullable BigDecimal first() {
        return atoms.isEmpty() ? null : atoms.get(0).low();
    }

    private @Nullable BigDecimal last() {
        return atoms.isEmpty() ? null : atoms.get(atoms.size() - 1).high();
    }

    private static @Nullable BigDecimal larger(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null ? b : b == null ? a : a.max(b);
    }

    private static @Nullable BigDecimal smaller(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null ? b : b == null ? a : a.min(b);
    }
}
