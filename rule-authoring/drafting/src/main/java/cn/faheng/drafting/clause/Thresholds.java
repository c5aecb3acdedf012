package cn.faheng.drafting.clause;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the amount on which a penalty turns from the words of a condition. */
final class Thresholds {
    private static final Pattern NONE =
            Pattern.compile("(?:没有|无)(?<base>违法所得|非法所得|违法收入|非法收入|违法经营额|非法经营额|所得|收入|广告费用|货值金额)");
    private static final Pattern SOME =
            Pattern.compile("^(?:（[一二三四五六七八九十]+）)?(?:对)?有(?<base>违法所得|非法所得|违法收入|违法经营额|非法收入)的$");
    private static final Pattern UNCOUNTABLE =
            Pattern.compile("(?<base>[^，；。]{2,8})(?:无法计算|难以计算|难以确定|无法确定|无法查清|难以查明|明显偏低)");
    private static final Pattern SHORT = Pattern.compile("(?<base>[^，；。]*?)(?:在|总额)?(?:不足|不满|未满|未达到|未达)$");
    private static final Pattern OVER = Pattern.compile("(?<base>[^，；。]*?)(?:数额|总额)?(?:在|达|达到|为)?(?<more>超过|高于|满)?$");

    private Thresholds() {}

    static @Nullable Threshold read(String words) {
        Matcher none = NONE.matcher(words);
        boolean isNone = none.find();
        Matcher open = UNCOUNTABLE.matcher(words);
        boolean isOpen = open.find();
        List<Quantity> money = Quantities.find(words).stream()
                .filter(q -> q.of() == Quantity.Of.MONEY)
                .toList();
        Threshold amount = money.size() == 1 ? amount(words, money.get(0), isNone, isOpen) : null;
        if (amount == null && money.size() == 2) {
            amount = between(words, money.get(0), money.get(1), isNone, isOpen);
        }
        if (amount != null) {
            boolean joined = !isNone && !isOpen && words.matches(".*(?:或者|并且|以及|，且).*");
            return joined ? null : amount;
        }
        if (!money.isEmpty()) {
            return null;
        }
        if (isNone) {
            return new Threshold(none.group("base"), null, null, false, true, isOpen);
        }
        Matcher some = SOME.matcher(words);
        if (!isOpen && some.find()) {
            return new Threshold(some.group("base"), null, null, false, false, false);
        }
        String base = isOpen ? Bases.lastIn(open.group("base")) : null;
        return base == null ? null : new Threshold(base, null, null, false, false, true);
    }

    private static @Nullable Threshold amount(String words, Quantity q, boolean none, boolean open) {
        String left = words.substring(0, q.start());
        String right = words.substring(q.end());
        if (q.min() != null && q.max() != null && !q.isFixed()) {
            String base = base(left);
            boolean included = !words.substring(q.start(), q.end()).matches(".*不[足满].*");
            return base == null ? null : new Threshold(base, q.min(), q.max(), included, none, open);
        }
        Matcher less = SHORT.matcher(left);
        if (q.isFixed() && less.find()) {
            String base = base(less.group("base"));
            return base == null ? null : new Threshold(base, null, q.max(), false, none, open);
        }
        Matcher over = OVER.matcher(left);
        String base = over.find() ? base(over.group("base")) : null;
        if (base == null || !(right.isEmpty() || right.matches("^(?:的|，|（|以|及|或|并|且).*"))) {
            return null;
        }
        if (q.min() != null && q.max() == null) {
            return new Threshold(base, q.min(), null, false, none, open);
        }
        return q.isCeiling() ? new Threshold(base, null, q.max(), true, none, open) : null;
    }

    /** 违法所得一万元以上不足五万元, 没有违法所得或者违法所得不足一万元 holds one amount only. */
    private static @Nullable Threshold between(String words, Quantity low, Quantity high, boolean none, boolean open) {
        String middle = words.substring(low.end(), high.start());
        String base = base(words.substring(0, low.start()));
        if (base == null || low.min() == null || low.max() != null || !middle.matches("[，、]?(?:但)?(?:不足|不满|未满)?")) {
            return null;
        }
        return new Threshold(base, low.min(), high.max(), high.isCeiling(), none, open);
    }

    private static @Nullable String base(String left) {
        String stripped = left.replaceAll("(?:（[^）]*）|在|达到|达|为|数额|总额)+$", "");
        String known = Bases.knownAtEnd(stripped);
        return known != null ? known : Bases.lastIn(stripped.substring(Math.max(0, stripped.length() - 12)));
    }
}
