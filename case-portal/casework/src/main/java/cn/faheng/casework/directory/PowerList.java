package cn.faheng.casework.directory;

import java.time.LocalDate;
import java.util.List;

/** The lists of powers (权责清单) of the bodies. Filing checks against them. */
public interface PowerList extends Register<PowerEntry> {

    /** Whether a body holds an item on a day. */
    default boolean holds(String body, String item, LocalDate day) {
        return holding(body, item, day) instanceof Holding.Held;
    }

    /** The same with the reason. */
    Holding holding(String body, String item, LocalDate day);

    /** The lines of a body that are in force on a day, by item. */
    List<PowerEntry> of(String body, LocalDate day);

    /** Codes of the bodies that hold an item on a day. */
    List<String> holders(String item, LocalDate day);

    /** Whether a body holds an item, and if not, why. */
    sealed interface Holding {

        /** It does. */
        record Held(PowerEntry entry) implements Holding {}

        /** The item is not in its list. */
        record NotListed() implements Holding {}

        /** Only from a later day. */
        record NotYet(LocalDate from) implements Holding {}

        /** Not any more. */
        record Ended(LocalDate lastDay) implements Holding {}
    }
}
