package cn.faheng.web.show;

import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The axis of a drawing: where it ends, where an amount lies on it in percent, and which amounts are written below it. */
final class Axis {

    static final BigDecimal HUNDRED = new BigDecimal(100);

    /** How far apart amounts have to lie to be written side by side. */
    private static final BigDecimal ROOM = new BigDecimal(20);

    private final long end;

    private Axis(long end) {
        this.end = end;
    }

    /** It ends at the statute's maximum, with room beyond it for a proposal outside or for an open end. */
    static Axis of(PenaltyRange penalty, Range statutory, @Nullable Long proposed) {
        Long max = statutory.max();
        long last = max == null ? Math.max(statutory.min() * 2, 1) : max;
        for (Range range : new Range[] {penalty.benchmark(), penalty.remaining()}) {
            if (range != null) {
                Long own = range.max();
                last = Math.max(last, own == null ? range.min() * 2 : own);
            }
        }
        if (max == null) {
            last = last + last / 4;
        }
        if (proposed != null && proposed > last) {
            last = proposed + proposed / 12;
        }
        return new Axis(Math.max(last, 1));
    }

    long end() {
        return end;
    }

    BigDecimal percent(long amount) {
        return BigDecimal.valueOf(Math.min(amount, end))
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(end), 3, RoundingMode.HALF_UP);
    }

    /** The ends of the ranges, those that would lie on each other left out: the statute's first, then what remains. */
    List<Long> labelled(Range statutory, @Nullable Range remaining) {
        List<Long> amounts = new ArrayList<>();
        amounts.add(0L);
        boolean openEnd = statutory.max() == null;
        add(amounts, statutory.max(), openEnd);
        add(amounts, statutory.min(), openEnd);
        if (remaining != null) {
            add(amounts, remaining.max(), openEnd);
            add(amounts, remaining.min(), openEnd);
        }
        return amounts;
    }

    private void add(List<Long> amounts, @Nullable Long amount, boolean openEnd) {
        if (amount == null || amount > end) {
            return;
        }
        BigDecimal x = percent(amount);
        boolean underOpenEnd = openEnd && x.compareTo(new BigDecimal(78)) > 0;
        boolean crowded =
                amounts.stream().anyMatch(a -> percent(a).subtract(x).abs().compareTo(ROOM) < 0);
        if (!crowded && !underOpenEnd) {
            amounts.add(amount);
        }
    }
}
