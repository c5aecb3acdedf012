package cn.faheng.drafting.clause;

import java.util.List;

/**
 * A fact that decides between rows.
 *
 * @param fact its name
 * @param values its values, which leave no gap and do not overlap
 */
record Dimension(String fact, List<Value> values) {
    Dimension {
        values = List.copyOf(values);
    }

    /**
     * A value.
     *
     * @param cell the cell, FEEL
     * @param says its words in the name of a tier, empty for the ordinary case
     */
    record Value(String cell, String says) {}
}
