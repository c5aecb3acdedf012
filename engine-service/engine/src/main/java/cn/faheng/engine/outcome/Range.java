package cn.faheng.engine.outcome;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A range of an amount in whole units: fen for fines, months for licence suspension, days for detention.
 *
 * @param min least amount, included
 * @param max greatest amount, or null where there is no finite bound
 * @param maxIncluded whether the greatest amount itself belongs to the range (以下 includes it, 低于 does not)
 */
public record Range(long min, @Nullable Long max, boolean maxIncluded) {

    public static Range of(long min, long max) {
        return new Range(min, max, true);
    }

    public boolean contains(long amount) {
        return amount >= min && (max == null || amount < max || (maxIncluded && amount == max));
    }

    /** The greatest whole amount in the range, or {@link Long#MAX_VALUE} where there is no bound. */
    public long greatest() {
        if (max == null) {
            return Long.MAX_VALUE;
        }
        return maxIncluded ? max : Math.max(max - 1, min);
    }

    /** The smallest range that holds both. */
    public Range hull(Range other) {
        long low = Math.min(min, other.min);
        if (max == null || other.max == null) {
            return new Range(low, null, true);
        }
        boolean thisHigher = max > other.max || (Objects.equals(max, other.max) && maxIncluded);
        return new Range(low, thisHigher ? max : other.max, thisHigher ? maxIncluded : other.maxIncluded);
    }
}
