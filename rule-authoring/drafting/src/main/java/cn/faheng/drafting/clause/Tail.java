package cn.faheng.drafting.clause;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What limits an amount in the words after it.
 *
 * @param cap 最高不超过三万元, or null
 * @param floor 最低不少于一千元, or null
 * @param end after those words
 */
record Tail(@Nullable BigDecimal cap, @Nullable BigDecimal floor, int end) {
    private static final Pattern CAP = Pattern.compile(
            "^(?:的罚款|罚款|的)?[，；、]?(?:但|且|并|但是)?(?:罚款)?(?:总额|数额|金额|累计)?(?:最高|最多)?(?:额|数额|限额)?(?:不得|不|未)(?:超过|高于|超出)(?:人民币)?(?<cap>"
                    + ChineseNumber.PATTERN + ")元(?:的)?(?:罚款)?");
    private static final Pattern FLOOR = Pattern.compile(
            "^(?:的罚款|罚款|的)?[，；、]?(?:但|且|并|但是)?(?:罚款)?(?:总额|数额|金额)?(?:最低|最少)?(?:不得|不)(?:低于|少于)(?:人民币)?(?<floor>"
                    + ChineseNumber.PATTERN + ")元(?:的)?(?:罚款)?");

    /** What follows an amount. */
    static Tail of(Quantity q, String after) {
        Matcher cap = CAP.matcher(after);
        if (cap.find()) {
            return new Tail(ChineseNumber.parse(cap.group("cap")), null, q.end() + cap.end());
        }
        Matcher floor = FLOOR.matcher(after);
        if (q.of() == Quantity.Of.TIMES && floor.find()) {
            return new Tail(null, ChineseNumber.parse(floor.group("floor")), q.end() + floor.end());
        }
        return none(q);
    }

    /** Nothing. */
    static Tail none(Quantity q) {
        return new Tail(null, null, q.end());
    }
}
