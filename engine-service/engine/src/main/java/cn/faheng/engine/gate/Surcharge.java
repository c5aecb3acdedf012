package cn.faheng.engine.gate;

import cn.faheng.rules.timelimit.TimeLimit;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a party owes beside a fine that was not paid in time (加处罚款, 行政处罚法 第七十二条第一款第一项、第七十三条第三款; 行政强制法 第四十五条).
 *
 * @param rate the limit that lays down the rate, as it was in force when the surcharge began; null where none began
 * @param principalFen the fine
 * @param unpaidFen what of the fine is not paid at the end of the day
 * @param lastDayToPay the last day to pay, or null where nothing was served
 * @param asOf the day up to and including which it is computed
 * @param parts stretches of days with the same base, in order
 * @param accruedFen what the parts come to, rounded down to whole fen, before the cap
 * @param surchargeFen what is owed: no more than the fine
 * @param isCapped whether it has reached the fine
 * @param explanation how it was computed, in Chinese
 */
public record Surcharge(
        @Nullable TimeLimit rate,
        long principalFen,
        long unpaidFen,
        @Nullable LocalDate lastDayToPay,
        LocalDate asOf,
        List<Part> parts,
        long accruedFen,
        long surchargeFen,
        boolean isCapped,
        String explanation) {

    public Surcharge {
        parts = List.copyOf(parts);
    }

    /**
     * Days in a row with the same base.
     *
     * @param from first day
     * @param to last day
     * @param baseFen what was overdue on each of them
     * @param paused why nothing accrued, or empty
     */
    public record Part(LocalDate from, LocalDate to, long baseFen, String paused) {

        /** Number of days. */
        public long days() {
            return to.toEpochDay() - from.toEpochDay() + 1;
        }
    }

    /** Nothing is owed. */
    static Surcharge none(long principalFen, long unpaidFen, @Nullable LocalDate last, LocalDate asOf, String why) {
        return new Surcharge(null, principalFen, unpaidFen, last, asOf, List.of(), 0, 0, false, why);
    }
}
