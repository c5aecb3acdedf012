package cn.faheng.drafting.plain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as a lawyer writes it: 5万元, 1,200.50元, 10%, 三百元, 6个月.
 *
 * @param value the number with 万 and 亿 multiplied out
 * @param unit what stands behind it without 万 and 亿: 元, %, 个月, 吨, or empty
 * @param scaled whether 百, 千, 万 or 亿 stands between digits and unit
 */
record Quantity(BigDecimal value, String unit, boolean scaled) {

    private static final Pattern FORM = Pattern.compile(
            "(-?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|-?\\d+(?:\\.\\d+)?|[零〇一二两三四五六七八九十百千万亿]+)([百千万亿]*)(\\D*)");
    private static final Map<Character, Integer> DIGITS = Map.ofEntries(
            Map.entry('零', 0),
            Map.entry('〇', 0),
            Map.entry('一', 1),
            Map.entry('二', 2),
            Map.entry('两', 2),
            Map.entry('三', 3),
            Map.entry('四', 4),
            Map.entry('五', 5),
            Map.entry('六', 6),
            Map.entry('七', 7),
            Map.entry('八', 8),
            Map.entry('九', 9));
    private static final Map<Character, Long> SCALES =
            Map.of('十', 10L, '百', 100L, '千', 1000L, '万', 10_000L, '亿', 100_000_000L);
    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
    private static final BigDecimal YI = BigDecimal.valueOf(100_000_000);

    /** Full-width digits and signs in their plain form, without blanks. */
    static String normal(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c >= '０' && c <= '９') {
                plain.append((char) (c - '０' + '0'));
            } else if (c == '％') {
                plain.append('%');
            } else if (c == '．') {
                plain.append('.');
            } else if (c == '(' || c == ')') {
                plain.append(c == '(' ? '（' : '）');
            } else if (!Character.isWhitespace(c) && c != '\u00A0' && c != '\u3000') {
                plain.appendCodePoint(c);
            }
        });
        return plain.toString();
    }

    /** Reads a whole text as one quantity. */
    static Optional<Quantity> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String digits = form.group(1).replace(",", "");
        String unit = form.group(3);
        boolean arabic = Character.isDigit(digits.charAt(digits.length() - 1));
        Optional<BigDecimal> number = arabic ? Optional.of(new BigDecimal(digits)) : chinese(digits);
        String scales = form.group(2);
        BigDecimal scale = BigDecimal.ONE;
        for (int i = 0; i < scales.length(); i++) {
            scale = scale.multiply(BigDecimal.valueOf(SCALES.getOrDefault(scales.charAt(i), 1L)));
        }
        BigDecimal factor = scale;
        boolean scaled = !scales.isEmpty() || !arabic;
        return number.map(n -> new Quantity(plain(n.multiply(factor)), unit, scaled));
    }

    /** 一千五百, 十五, 二十万; empty for 三五 and other sequences that are no number. */
    private static Optional<BigDecimal> chinese(String text) {
        long total = 0;
        long section = 0;
        long digit = -1;
        long last = Long.MAX_VALUE;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            Integer value = DIGITS.get(c);
            if (value != null) {
                if (digit > 0) {
                    return Optional.empty();
                }
                digit = value;
                continue;
            }
            long scale = SCALES.getOrDefault(c, 1L);
            if (scale >= 10_000) {
                section += Math.max(digit, 0);
                if (section == 0) {
                    return Optional.empty();
                }
                total = scale == 100_000_000 ? (total + section) * scale : total + section * scale;
                section = 0;
                last = Long.MAX_VALUE;
            } else {
                if (scale >= last || (digit < 1 && scale != 10)) {
                    return Optional.empty();
                }
                section += (digit < 1 ? 1 : digit) * scale;
                last = scale;
            }
            digit = -1;
        }
        return Optional.of(BigDecimal.valueOf(total + section + Math.max(digit, 0)));
    }

    /** By how much a unit such as 万元 stands above its base. */
    static BigDecimal scale(String unit) {
        BigDecimal scale = BigDecimal.ONE;
        for (int i = 0; i < unit.length() && SCALES.containsKey(unit.charAt(i)); i++) {
            scale = scale.multiply(BigDecimal.valueOf(SCALES.getOrDefault(unit.charAt(i), 1L)));
        }
        return scale;
    }

    /** A unit without 百, 千, 万 and 亿 before it. */
    static String unscaled(String unit) {
        int start = 0;
        while (start < unit.length() && SCALES.containsKey(unit.charAt(start))) {
            start++;
        }
        return unit.substring(start);
    }

    /** A number without trailing zeros and without an exponent. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }

    /** Yuan as a lawyer writes them: 50000 is 5万元, 12500 is 1.25万元, 12345 is 12345元. */
    static String yuan(BigDecimal yuan) {
        if (yuan.abs().compareTo(YI) >= 0 && dividesBy(yuan, 1_000_000)) {
            return plain(yuan.divide(YI)).toPlainString() + "亿元";
        }
        if (yuan.abs().compareTo(WAN) >= 0 && dividesBy(yuan, 100)) {
            return plain(yuan.divide(WAN)).toPlainString() + "万元";
        }
        return plain(yuan).toPlainString() + "元";
    }

    private static boolean dividesBy(BigDecimal number, long divisor) {
        return number.remainder(BigDecimal.valueOf(divisor)).signum() == 0;
    }
}
