package cn.faheng.casework.deadlines;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A month with what ends on each day.
 *
 * @param month the month
 * @param days its days, in order
 */
public record MonthOfDeadlines(YearMonth month, List<Day> days) {

    public MonthOfDeadlines {
        days = List.copyOf(days);
    }

    /**
     * A day.
     *
     * @param date the day
     * @param working whether it is worked
     * @param makeUp whether it is a Saturday or Sunday that is worked
     * @param holiday name of the holiday for which it is off, or null
     * @param settled whether the papers that decide about it are held
     * @param ends how many open deadlines end on it, by colour
     */
    public record Day(
            LocalDate date,
            boolean working,
            boolean makeUp,
            @Nullable String holiday,
            boolean settled,
            Map<Colour, Integer> ends) {

        public Day {
            ends = Map.copyOf(ends);
        }

        /** How many in all. */
        public int total() {
            return ends.values().stream().mapToInt(Integer::intValue).sum();
        }

        public int count(Colour colour) {
            return ends.getOrDefault(colour, 0);
        }
    }
}
