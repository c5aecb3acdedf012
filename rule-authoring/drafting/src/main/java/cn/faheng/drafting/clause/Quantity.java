package cn.faheng.drafting.clause;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount in the words, whatever it means.
 *
 * @param of what it counts
 * @param min lower end (以上), or null
 * @param max upper end (以下), or null; of a fixed amount both are the same
 * @param percent whether it is written as a percentage throughout
 * @param odd what is unusual in how it is written, or null
 * @param start first character in the plain text
 * @param end after the last character
 */
record Quantity(
        Of of,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        boolean percent,
        @Nullable String odd,
        int start,
        int end) {

    /** What is counted. */
    enum Of {
        MONEY,
        TIMES,
        DAYS,
        MONTHS
    }

    boolean isFixed() {
        return min != null && max != null && min.compareTo(max) == 0;
    }

    boolean isCeiling() {
        return min == null && max != null;
    }
}
