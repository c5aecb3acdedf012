package cn.faheng.casework.deadlines;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which open deadlines are asked for, the one that ends first first.
 *
 * @param body code of a body, or null for all that the caller sees
 * @param officer certificate number of an officer, or null
 * @param limit id of a time limit, or null
 * @param colour one colour of those that are open, or null
 * @param from first last day, or null
 * @param to latest last day, or null
 * @param after the key of the last line of the page before, or null
 * @param size lines on a page
 */
public record DueQuery(
        @Nullable String body,
        @Nullable String officer,
        @Nullable String limit,
        @Nullable Colour colour,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String after,
        int size) {

    public static final int PER_PAGE = 50;

    public DueQuery {
        if (size < 1 || size > 500) {
            throw new IllegalArgumentException("A page has 1 to 500 lines, not " + size);
        }
    }

    /** All that the caller sees. */
    public static DueQuery all() {
        return new DueQuery(null, null, null, null, null, null, null, PER_PAGE);
    }
}
