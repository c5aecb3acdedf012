package cn.faheng.casework.deadlines;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a deadline stands; the most urgent first. */
public enum Colour {
    /** The organ missed it. */
    OVERDUE,
    /** It ends very soon. */
    RED,
    /** It ends soon. */
    AMBER,
    /** There is time. */
    GREEN,
    /** A party or somebody else has it, or the organ waits; not over. */
    WAITING,
    /** The same, over. */
    PAST,
    /** It stands still. */
    STANDING,
    /** Done in time. */
    DONE,
    /** Done too late. */
    LATE;

    /** As addresses and style sheets write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Colour> ofCode(String code) {
        return Arrays.stream(values())
                .filter(colour -> colour.code().equals(code))
                .findFirst();
    }
}
