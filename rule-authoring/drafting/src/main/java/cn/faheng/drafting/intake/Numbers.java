package cn.faheng.drafting.intake;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Numbers as official tables write them: 2, ２.5, 1.5万, 二万五千, 两, 一百五十. */
final class Numbers {

    /** A regular expression for one number with its unit of counting, without 元. */
    static final String NUMBER = "(?:[0-9]+(?:\\.[0-9]+)?|[零〇一二两三四五六七八九十百千万亿]+)(?:百万|千万|万|千|百|亿)?";

    private static final String DIGITS = "零一二三四五六七八九";
    private static final Map<Character, BigDecimal> SCALES = Map.of(
            '百', new BigDecimal("100"),
            '千', new BigDecimal("1000"),
            '万', new BigDecimal("10000"),
            '亿', new BigDecimal("100000000"));
    private static final int MOST_CHARACTERS = 24;

    private Numbers() {}

    /** The number, or empty when it is none. */
    static Optional<BigDecimal> read(String words) {
        String text = Words.halfWidth(words).replace(",", "").strip();
        if (text.isEmpty() || text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        if (Character.isDigit(text.charAt(0))) {
            return arabic(text);
        }
        return chinese(text.replace('〇', '零').replace('两', '二'));
    }

    private static Optional<BigDecimal> arabic(String text) {
        int end = text.length();
        BigDecimal scale = BigDecimal.ONE;
        while (end > 0 && SCALES.containsKey(text.charAt(end - 1))) {
            scale = scale.multiply(SCALES.get(text.charAt(end - 1)));
            end--;
        }
        String digits = text.substring(0, end);
        if (!digits.matches("[0-9]+(\\.[0-9]+)?")) {
            return Optional.empty();
        }
        return Optional.of(plain(new BigDecimal(digits).multiply(scale)));
    }

    private static Optional<BigDecimal> chinese(String text) {
        long total = 0;
        long section = 0;
        long digit = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = DIGITS.indexOf(c);
            int unit = unit(c);
            if (value >= 0) {
                if (digit > 0) {
                    return Optional.empty();
                }
                digit = value;
            } else if (unit > 0) {
                section += (digit < 0 ? 1 : digit) * unit;
                digit = -1;
            } else if (c == '万' || c == '亿') {
                section += Math.max(digit, 0);
                if (section == 0) {
                    return Optional.empty();
                }
                total = (total + section) * (c == '万' ? 10_000L : 100_000_000L);
                section = 0;
                digit = -1;
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(BigDecimal.valueOf(total + section + Math.max(digit, 0)));
    }

    private static int unit(char c) {
        return switch (c) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1000;
            default -> 0;
        };
    }

    /** Without trailing zeros and without an exponent. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** As FEEL and CSV write it. */
    static String text(BigDecimal number) {
        return plain(number).toPlainString();
    }
}
