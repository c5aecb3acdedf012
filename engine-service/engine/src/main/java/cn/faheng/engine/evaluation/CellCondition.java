package cn.faheng.engine.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an input cell of a decision table demands of one fact, in the forms the rule-set format allows: literals, comparisons,
 * intervals, lists, {@code not(…)} and {@code -}. Used to explain and to prove; the outcome itself comes from the model.
 */
public sealed interface CellCondition {

    /** Whether {@code value} (BigDecimal, String or Boolean) meets the condition. */
    boolean test(Object value);

    /** Every number at which the answer can change. */
    default NavigableSet<BigDecimal> boundaries() {
        return new TreeSet<>();
    }

    /** Every text that the cell names. */
    default List<Object> literals() {
        return List.of();
    }

    /** Reads a cell; empty when it is not in one of the allowed forms. */
    static Optional<CellCondition> parse(String cell) {
        return new CellParser(cell).parse();
    }

    /** {@code -}: anything. */
    record Anything() implements CellCondition {
        @Override
        public boolean test(Object value) {
            return true;
        }
    }

    /**
     * A single text, number or boolean.
     *
     * @param value the value demanded
     */
    record Literal(Object value) implements CellCondition {
        @Override
        public boolean test(Object other) {
            if (value instanceof BigDecimal number && other instanceof BigDecimal otherNumber) {
                return number.compareTo(otherNumber) == 0;
            }
            return value.equals(other);
        }

        @Override
        public NavigableSet<BigDecimal> boundaries() {
            NavigableSet<BigDecimal> all = new TreeSet<>();
            if (value instanceof BigDecimal number) {
                all.add(number);
            }
            return all;
        }

        @Override
        public List<Object> literals() {
            return List.of(value);
        }
    }

    /**
     * A range of numbers.
     *
     * @param low lower end, or null
     * @param lowIncluded whether the lower end belongs to it
     * @param high upper end, or null
     * @param highIncluded whether the upper end belongs to it
     */
    record Interval(@Nullable BigDecimal low, boolean lowIncluded, @Nullable BigDecimal high, boolean highIncluded)
            implements CellCondition {
        @Override
        public boolean test(Object value) {
            if (!(value instanceof BigDecimal number)) {
                return false;
            }
            boolean aboveLow = low == null || number.compareTo(low) > 0 || (lowIncluded && number.compareTo(low) == 0);
            boolean belowHigh =
                    high == null || number.compareTo(high) < 0 || (highIncluded && number.compareTo(high) == 0);
            return aboveLow && belowHigh;
        }

        @Override
        public NavigableSet<BigDecimal> boundaries() {
            NavigableSet<BigDecimal> all = new TreeSet<>();
            if (low != null) {
                all.add(low);
            }
            if (high != null) {
                all.add(high);
            }
            return all;
        }
    }

    /**
     * One of several conditions.
     *
     * @param options the conditions, any of which suffices
     */
    record AnyOf(List<CellCondition> options) implements CellCondition {
        public AnyOf {
            options = List.copyOf(options);
        }

        @Override
        public boolean test(Object value) {
            return options.stream().anyMatch(option -> option.test(value));
        }

        @Override
        public NavigableSet<BigDecimal> boundaries() {
            NavigableSet<BigDecimal> all = new TreeSet<>();
            options.forEach(option -> all.addAll(option.boundaries()));
            return all;
        }

        @Override
        public List<Object> literals() {
            List<Object> all = new ArrayList<>();
            options.forEach(option -> all.addAll(option.literals()));
            return all;
        }
    }

    /**
     * The contrary of a condition.
     *
     * @param excluded what must not be met
     */
    record Not(CellCondition excluded) implements CellCondition {
        @Override
        public boolean test(Object value) {
            return !excluded.test(value);
        }

        @Override
        public NavigableSet<BigDecimal> boundaries() {
            return excluded.boundaries();
        }

        @Override
        public List<Object> literals() {
            return excluded.literals();
        }
    }
}
