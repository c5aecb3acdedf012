package cn.faheng.drafting.clause;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount on which a penalty turns. Without any of the limits it says that there is some (有违法所得的).
 *
 * @param base what is counted: 违法所得, 货值金额
 * @param min least amount in yuan, always included (以上), or null
 * @param max greatest amount in yuan, or null
 * @param maxIncluded 以下 and 不超过 include it, 不足 does not
 * @param none whether it also holds, or only holds, where there is none (没有违法所得)
 * @param uncountable whether it also holds, or only holds, where the amount cannot be established (无法计算)
 */
public record Threshold(
        String base,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        boolean maxIncluded,
        boolean none,
        boolean uncountable) {}
