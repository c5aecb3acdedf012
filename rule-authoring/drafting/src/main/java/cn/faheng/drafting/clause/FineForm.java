package cn.faheng.drafting.clause;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How much. Amounts are yuan for a fine, days for a detention, months for a suspension.
 *
 * @param type in which way the words fix it
 * @param min least amount, or null where the words name none; of a multiple its floor (最低不少于一千元)
 * @param max greatest amount, or null where it is a multiple; of {@code PER_UNIT} for one unit
 * @param minTimes least multiple of the base (百分之五 is 0.05), or null
 * @param maxTimes greatest multiple of the base, or null
 * @param base what is multiplied: 违法所得, 货值金额; or null
 * @param baseWords the same as the words put it: 违法生产、销售产品货值金额; or null
 * @param unit for which the amount is counted (每平方米, 每车次, 每日), or null
 * @param cap total that is not exceeded (最高不超过三万元), or null
 * @param leastBase what the base counts as at least (货值金额不足十万元的，按十万元计算), or null
 */
public record FineForm(
        Type type,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable BigDecimal minTimes,
        @Nullable BigDecimal maxTimes,
        @Nullable String base,
        @Nullable String baseWords,
        @Nullable String unit,
        @Nullable BigDecimal cap,
        @Nullable BigDecimal leastBase) {

    /** An amount whose base has no least one. */
    public FineForm(
            Type type,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable BigDecimal minTimes,
            @Nullable BigDecimal maxTimes,
            @Nullable String base,
            @Nullable String baseWords,
            @Nullable String unit,
            @Nullable BigDecimal cap) {
        this(type, min, max, minTimes, maxTimes, base, baseWords, unit, cap, null);
    }

    FineForm withLeastBase(BigDecimal least) {
        return new FineForm(type, min, max, minTimes, maxTimes, base, baseWords, unit, cap, least);
    }

    /** Ways in which the words fix an amount. */
    public enum Type {
        /** 一万元以上五万元以下. */
        RANGE,
        /** 五万元以下. */
        CEILING,
        /** 五十元. */
        FIXED,
        /** 违法所得一倍以上三倍以下. */
        MULTIPLE,
        /** 违法所得三倍以下. */
        MULTIPLE_CEILING,
        /** 等值, 一倍. */
        MULTIPLE_FIXED,
        /** 百分之五以上百分之十以下. */
        PERCENT,
        /** 百分之五以下. */
        PERCENT_CEILING,
        /** 百分之三. */
        PERCENT_FIXED,
        /** 每平方米一百元以上三百元以下. */
        PER_UNIT,
        /** 按日连续处罚, 每日按罚款数额的百分之三加处罚款. */
        DAILY
    }
}
