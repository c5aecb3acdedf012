package cn.faheng.rules.legal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which something is in force, both ends included.
 *
 * @param from the first day
 * @param to the last day, or null where the end is written as {@code open}
 */
public record EffectivePeriod(LocalDate from, @Nullable LocalDate to) {

    public EffectivePeriod {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("A period ends before it begins: " + from + " to " + to);
        }
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && !endedBefore(date);
    }

    /** Whether the last day lies before {@code date}. */
    public boolean endedBefore(LocalDate date) {
        return to != null && to.isBefore(date);
    }

    public boolean overlaps(EffectivePeriod other) {
        return !endedBefore(other.from) && !other.endedBefore(from);
    }
}
