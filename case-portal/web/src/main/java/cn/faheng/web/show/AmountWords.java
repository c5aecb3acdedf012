package cn.faheng.web.show;

import cn.faheng.contract.model.DistanceBody;
import cn.faheng.engine.explanation.RangeText;
import cn.faheng.engine.outcome.Range;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.rules.legal.Fen;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words amounts and ranges for one reader. Templates know it as {@code amounts}. */
public final class AmountWords {

    private final Show show;

    AmountWords(Show show) {
        this.show = show;
    }

    /** A range in words; a dash where there is none. */
    public String range(PenaltyKind kind, @Nullable Range range) {
        if (range == null) {
            return "—";
        }
        Long max = range.max();
        if (max == null && range.min() == 0) {
            return show.text("bar.unbounded");
        }
        if (!show.english()) {
            return RangeText.of(kind, range);
        }
        if (max == null) {
            return show.text("range.from", amount(kind, range.min()));
        }
        if (!range.maxIncluded()) {
            return show.text("range.below", amount(kind, max));
        }
        if (range.min() == max) {
            return amount(kind, max);
        }
        return range.min() == 0
                ? show.text("range.to", amount(kind, max))
                : show.text("range.between", amount(kind, range.min()), amount(kind, max));
    }

    /** An amount in words: 1.25万元, 6个月, ¥12,500. */
    public String amount(PenaltyKind kind, long amount) {
        if (!show.english()) {
            return RangeText.amount(kind, amount);
        }
        return switch (kind.quantity()) {
            case MONEY ->
                "¥"
                        + new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ENGLISH))
                                .format(new Fen(amount).toYuan());
            case MONTHS -> show.text("amount.months", amount);
            case DAYS -> show.text("amount.days", amount);
            case NONE -> "";
        };
    }

    /** An amount of money in words. */
    public String money(long fen) {
        return amount(PenaltyKind.FINE, fen);
    }

    /** An amount of money as a decision writes it, in Chinese whoever reads. */
    public String formal(long fen) {
        return FormalAmount.of(fen);
    }

    /** A limit of a procedure step with its unit. */
    public String limit(String limit, @Nullable String unit) {
        return unit == null
                ? limit
                : show.textOr("limit." + unit, "{0} " + unit).replace("{0}", limit);
    }

    /** How far a fact is from a row. */
    public String distance(DistanceBody distance) {
        String difference = distance.getDifference();
        boolean less = difference.startsWith("-");
        return show.text(
                less ? "whynot.less" : "whynot.more",
                less ? difference.substring(1) : difference,
                show.unit(distance.getUnit()));
    }
}
