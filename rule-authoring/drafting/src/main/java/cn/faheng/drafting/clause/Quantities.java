package cn.faheng.drafting.clause;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds all amounts of money, multiples and periods in the words. */
final class Quantities {
    private static final String N = ChineseNumber.PATTERN;
    private static final String PER = "(?:百分之" + N + "|千分之" + N + "|" + N + "%|" + N + "‰)";
    private static final String TIMES = "(?:" + N + "倍|" + PER + "|等值|等额|同等金额)";
    private static final String TO = "(?:以上(?:[、，]|但)?(?:不满|不足|不超过)?|至|到|[-—–－~～]+)";
    private static final String UNDER = "(?:以下|以内)";
    private static final Pattern MONEY = Pattern.compile("(?<not>(?:不超过|不高于|最高)?)(?:人民币)?(?<a>" + N
            + ")(?<ua>元?)(?:人民币)?(?<to>" + TO + ")(?:人民币)?(?<b>" + N + ")(?<ub>元(?:人民币)?|(?=以下))(?<u>" + UNDER
            + "?)|(?<n1>(?:不超过|不高于|低于)?)(?:人民币)?(?<c>" + N + ")元(?:人民币)?(?<e>以上|" + UNDER + ")?");
    private static final Pattern RATE =
            Pattern.compile("(?<a>" + TIMES + "|" + N + "(?=(?:至|到|-|－|—)" + N + "倍))(?<to>" + TO + ")(?<b>" + TIMES
                    + ")(?<u>" + UNDER + "?)|(?<n1>(?:不超过|不高于)?)(?<c>" + TIMES + ")(?<e>以上|" + UNDER + ")?");
    private static final Pattern PERIOD = Pattern.compile("(?<a>" + N + ")(?<ua>日|天|个月|年)?(?:" + TO + ")(?<b>" + N
            + ")(?<u>日|天|个月|年)(?<x>" + UNDER + "?)|(?<c>" + N + ")(?<v>日|天|个月|年)(?<e>以上|" + UNDER + ")?");

    private Quantities() {}

    static List<Quantity> find(String plain) {
        List<Quantity> found = new ArrayList<>();
        for (Matcher m = MONEY.matcher(plain); m.find(); ) {
            add(found, money(m));
        }
        for (Matcher m = RATE.matcher(plain); m.find(); ) {
            add(found, rate(m));
        }
        for (Matcher m = PERIOD.matcher(plain); m.find(); ) {
            add(found, period(m));
        }
        found.sort((x, y) -> Integer.compare(x.start(), y.start()));
        return found;
    }

    private static void add(List<Quantity> found, @Nullable Quantity quantity) {
        if (quantity != null
                && found.stream().noneMatch(q -> q.start() < quantity.end() && quantity.start() < q.end())) {
            found.add(quantity);
        }
    }

    private static @Nullable Quantity money(Matcher m) {
        if (m.group("a") == null) {
            BigDecimal one = ChineseNumber.parse(m.group("c"));
            boolean under = !m.group("n1").isEmpty() || isUnder(m.group("e"));
            return single(Quantity.Of.MONEY, one, under, "以上".equals(m.group("e")), false, m);
        }
        BigDecimal min = ChineseNumber.parse(m.group("a"));
        BigDecimal max = ChineseNumber.parse(m.group("b"));
        if (min == null || max == null) {
            return null;
        }
        String odd = null;
        if (m.group("ua").isEmpty()) {
            BigDecimal scaled = scaledLike(m.group("a"), min, m.group("b"));
            odd = scaled.compareTo(min) == 0 ? null : "下限没有写单位";
            min = scaled;
        }
        if (m.group("ub").isEmpty()) {
            if (m.group("ua").isEmpty()) {
                return null;
            }
            odd = "上限没有写单位";
        }
        if (m.group("to").startsWith("以上")
                && m.group("u").isEmpty()
                && m.group("to").length() == 2) {
            odd = "上限没有“以下”";
        }
        return range(Quantity.Of.MONEY, min, max, false, odd, m);
    }

    /** 一至三万元: the lower end shares the unit of the upper end. */
    private static BigDecimal scaledLike(String low, BigDecimal min, String high) {
        char unit = high.charAt(high.length() - 1);
        boolean bare = low.chars().noneMatch(c -> "万亿".indexOf(c) >= 0);
        boolean small = min.compareTo(BigDecimal.valueOf(100)) < 0;
        return bare && small && (unit == '万' || unit == '亿')
                ? ChineseNumber.plain(min.scaleByPowerOfTen(unit == '万' ? 4 : 8))
                : min;
    }

    private static @Nullable Quantity rate(Matcher m) {
        if (m.group("a") == null) {
            BigDecimal one = factor(m.group("c"));
            boolean under = !m.group("n1").isEmpty() || isUnder(m.group("e"));
            return single(Quantity.Of.TIMES, one, under, "以上".equals(m.group("e")), isPercent(m.group("c")), m);
        }
        BigDecimal min = factor(m.group("a"));
        BigDecimal max = factor(m.group("b"));
        if (min == null || max == null) {
            return null;
        }
        String odd = m.group("to").equals("以上") && m.group("u").isEmpty() ? "上限没有“以下”" : null;
        return range(Quantity.Of.TIMES, min, max, isPercent(m.group("a")) && isPercent(m.group("b")), odd, m);
    }

    private static @Nullable Quantity period(Matcher m) {
        String unit = m.group("b") == null ? m.group("v") : m.group("u");
        boolean days = unit.equals("日") || unit.equals("天");
        Quantity.Of of = days ? Quantity.Of.DAYS : Quantity.Of.MONTHS;
        if (m.group("b") == null) {
            return single(of, months(m.group("c"), unit), isUnder(m.group("e")), "以上".equals(m.group("e")), false, m);
        }
        String low = m.group("ua") == null ? unit : m.group("ua");
        BigDecimal min = months(m.group("a"), low);
        BigDecimal max = months(m.group("b"), unit);
        return min == null || max == null ? null : range(of, min, max, false, null, m);
    }

    private static @Nullable BigDecimal months(String words, String unit) {
        BigDecimal number = ChineseNumber.parse(words);
        return number != null && unit.equals("年") ? number.multiply(BigDecimal.valueOf(12)) : number;
    }

    private static Quantity range(
            Quantity.Of of, BigDecimal min, BigDecimal max, boolean percent, @Nullable String odd, Matcher m) {
        String wrong = min.compareTo(max) > 0 ? "下限大于上限" : odd;
        return new Quantity(of, min, max, percent, wrong, m.start(), m.end());
    }

    private static @Nullable Quantity single(
            Quantity.Of of, @Nullable BigDecimal one, boolean under, boolean over, boolean percent, Matcher m) {
        if (one == null) {
            return null;
        }
        return new Quantity(of, under ? null : one, over ? null : one, percent, null, m.start(), m.end());
    }

    private static boolean isUnder(@Nullable String word) {
        return word != null && !word.equals("以上");
    }

    private static boolean isPercent(String word) {
        return word.contains("分之") || word.endsWith("%") || word.endsWith("‰");
    }

    /** A multiple: 三倍 is 3, 百分之五 0.05, 等值 1. */
    private static @Nullable BigDecimal factor(String word) {
        if (word.startsWith("等") || word.startsWith("同等")) {
            return BigDecimal.ONE;
        }
        boolean mille = word.startsWith("千分之") || word.endsWith("‰");
        String digits = word.replaceAll("^[百千]分之|[%‰倍]$", "");
        BigDecimal number = ChineseNumber.parse(digits);
        if (number == null || !isPercent(word)) {
            return number;
        }
        return ChineseNumber.plain(number.scaleByPowerOfTen(mille ? -3 : -2));
    }
}
