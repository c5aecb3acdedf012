package cn.faheng.engine.explanation;

import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.Range;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.rules.legal.Fen;
import org.jspecify.annotations.Nullable;

/** Ranges in the words of the law: 5万元以上10万元以下, 定额200元, 不足5万元, 六个月. */
public final class RangeText {

    private RangeText() {}

    /** A range of {@code kind}; an empty text for kinds without an amount. */
    public static String of(PenaltyKind kind, @Nullable Range range) {
        if (range == null) {
            return "";
        }
        Long max = range.max();
        if (max == null) {
            return amount(kind, range.min()) + "以上";
        }
        if (!range.maxIncluded()) {
            return "低于" + amount(kind, max);
        }
        if (range.min() == max) {
            return amount(kind, max);
        }
        if (range.min() == 0) {
            return amount(kind, max) + "以下";
        }
        return amount(kind, range.min()) + "以上" + amount(kind, max) + "以下";
    }

    /** An amount of {@code kind}. */
    public static String amount(PenaltyKind kind, long amount) {
        return switch (kind.quantity()) {
            case MONEY -> new Fen(amount).chinese();
            case MONTHS -> amount + "个月";
            case DAYS -> amount + "日";
            case NONE -> "";
        };
    }

    /** A penalty with what remains of it: 罚款：6.5万元以上8.5万元以下（应当并处）. */
    public static String of(PenaltyRange penalty) {
        Range remaining = penalty.remaining();
        String range = of(penalty.penalty().kind(), remaining);
        return penalty.penalty().label() + (range.isEmpty() ? "" : "：" + range) + "（"
                + penalty.mode().chinese() + "）";
    }
}
