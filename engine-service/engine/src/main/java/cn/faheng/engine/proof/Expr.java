package cn.faheng.engine.proof;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An expression of a model as far as the analysis has worked it out. */
sealed interface Expr {

    /**
     * A known value.
     *
     * @param value BigDecimal, String, Boolean, or null for FEEL's null
     * @param rounded whether a division that does not end lies behind it
     */
    record Const(@Nullable Object value, boolean rounded) implements Expr {
        public Const {
            if (value instanceof BigDecimal number) {
                value = number.stripTrailingZeros();
            }
        }

        static Const of(@Nullable Object value) {
            return new Const(value, false);
        }
    }

    /** A fact that has no value yet. */
    record Ref(String fact) implements Expr {
        @Override
        public Set<String> references() {
            return Set.of(fact);
        }
    }

    /**
     * A sum of multiples of facts and a constant; of two factors at least.
     *
     * @param factors fact to its factor, none of them zero
     * @param constant what is added
     * @param rounded whether a division that does not end lies behind it
     */
    record Linear(SortedMap<String, BigDecimal> factors, BigDecimal constant, boolean rounded) implements Expr {
        public Linear {
            factors = Collections.unmodifiableSortedMap(new TreeMap<>(factors));
        }

        @Override
        public Set<String> references() {
            return factors.keySet();
        }
    }

    /** Facts on which it still depends. */
    default Set<String> references() {
        return Set.of();
    }

    /** An operation that cannot be carried out yet. Made once and compared often, so it keeps its hash. */
    final class Op implements Expr {
        private final String name;
        private final List<Expr> arguments;
        private final int hash;
        private final Set<String> references;

        Op(String name, List<Expr> arguments) {
            this.name = name;
            this.arguments = List.copyOf(arguments);
            this.hash = 31 * name.hashCode() + this.arguments.hashCode();
            Set<String> found = new LinkedHashSet<>();
            this.arguments.forEach(argument -> found.addAll(argument.references()));
            this.references = Collections.unmodifiableSet(found);
        }

        String name() {
            return name;
        }

        List<Expr> arguments() {
            return arguments;
        }

        @Override
        public Set<String> references() {
            return references;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other
                    || (other instanceof Op op
                            && hash == op.hash
                            && name.equals(op.name)
                            && arguments.equals(op.arguments));
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** A column of a table whose row is not certain yet. */
    final class Cell implements Expr {
        static final int ROW = -1;

        private final TableSpec table;
        private final BitSet rows;
        private final BitSet decided;
        private final int column;
        private final int hash;
        private final Set<String> references;

        /**
         * A column of a table.
         *
         * @param table the table
         * @param rows rows that are still possible
         * @param decided columns that all these rows have passed
         * @param column the output column, or {@link #ROW} for the row itself
         */
        Cell(TableSpec table, BitSet rows, BitSet decided, int column) {
            this.table = table;
            this.rows = rows;
            this.decided = decided;
            this.column = column;
            this.hash =
                    31 * (31 * (31 * System.identityHashCode(table) + rows.hashCode()) + decided.hashCode()) + column;
            Set<String> found = new LinkedHashSet<>();
            int width = table.inputs().size();
            for (int c = decided.nextClearBit(0); c < width; c = decided.nextClearBit(c + 1)) {
                found.addAll(table.inputs().get(c).references());
            }
            if (column != ROW) {
                table.namedFacts().stream()
                        .filter(fact -> table.names(fact, rows))
                        .forEach(found::add);
            }
            this.references = Collections.unmodifiableSet(found);
        }

        TableSpec table() {
            return table;
        }

        BitSet rows() {
            return rows;
        }

        BitSet decided() {
            return decided;
        }

        int column() {
            return column;
        }

        @Override
        public Set<String> references() {
            return references;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other
                    || (other instanceof Cell cell
                            && hash == cell.hash
                            && table == cell.table
                            && column == cell.column
                            && rows.equals(cell.rows)
                            && decided.equals(cell.decided));
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /**
     * Something that has no value.
     *
     * @param reason why
     * @param where decision or row
     * @param detail the rest of it, for a reader
     */
    record Stuck(Reason reason, String where, String detail) implements Expr {
        /** Why there is no value. */
        enum Reason {
            NO_ROW,
            SEVERAL_ROWS,
            UNSUPPORTED
        }
    }
}
