package cn.faheng.engine.proof;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part of what an input can be within which no condition changes its answer: one value, or numbers from one to another.
 *
 * @param value the text or boolean, or null for numbers
 * @param low least number, or null where there is no end
 * @param high greatest number, or null where there is no end
 */
record Atom(@Nullable Object value, @Nullable BigDecimal low, @Nullable BigDecimal high) {

    static Atom of(Object value) {
        return value instanceof BigDecimal number ? range(number, number) : new Atom(value, null, null);
    }

    static Atom range(@Nullable BigDecimal low, @Nullable BigDecimal high) {
        return new Atom(null, plain(low), plain(high));
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros();
    }

    boolean isNumeric() {
        return value == null;
    }

    boolean isPoint() {
        return value != null || (low != null && high != null && low.compareTo(high) == 0);
    }

    /** One value that stands for all of it. */
    Object sample() {
        if (value != null) {
            return value;
        }
        BigDecimal end = low != null ? low : high;
        return Objects.requireNonNullElse(end, BigDecimal.ZERO);
    }

    /** As a reader sees it. */
    String text() {
        if (value != null) {
            return value instanceof Boolean truth ? (truth ? "是" : "否") : value.toString();
        }
        if (low == null && high == null) {
            return "任意数";
        }
        if (isPoint()) {
            return Objects.requireNonNull(low).toPlainString();
        }
        String from = low == null ? "" : low.toPlainString() + "以上";
        String to = high == null ? "" : high.toPlainString() + "以下";
        return from + to;
    }
}
