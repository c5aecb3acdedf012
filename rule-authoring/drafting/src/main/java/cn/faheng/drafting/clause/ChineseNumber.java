package cn.faheng.drafting.clause;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers as laws write them: 二万, 一百五十万, 1.5万, 5千, 三亿. */
final class ChineseNumber {
    /** Pattern of a number. */
    static final String PATTERN = "(?:\\d+(?:\\.\\d+)?[十百千万亿]*|[零〇一二两三四五六七八九十百千万亿]+)";

    private static final String DIGITS = "零一二三四五六七八九";

    private ChineseNumber() {}

    /** The number, or null when the words are not one. */
    static @Nullable BigDecimal parse(String words) {
        if (words.isEmpty()) {
            return null;
        }
        return Character.isDigit(words.charAt(0))
                ? western(words)
                : chinese(words.replace('〇', '零').replace('两', '二'));
    }

    private static @Nullable BigDecimal western(String words) {
        int end = 0;
        while (end < words.length() && (Character.isDigit(words.charAt(end)) || words.charAt(end) == '.')) {
            end++;
        }
        BigDecimal number = new BigDecimal(words.substring(0, end));
        for (int i = end; i < words.length(); i++) {
            number = number.scaleByPowerOfTen(power(words.charAt(i)));
        }
        return plain(number);
    }

    private static @Nullable BigDecimal chinese(String words) {
        if (words.length() > 1 && words.chars().allMatch(c -> DIGITS.indexOf(c) >= 0)) {
            StringBuilder digits = new StringBuilder();
            words.chars().forEach(c -> digits.append(DIGITS.indexOf(c)));
            return digits.charAt(0) == '0' ? null : new BigDecimal(digits.toString());
        }
        long total = 0;
        long section = 0;
        long digit = -1;
        boolean zero = false;
        int lastUnit = Integer.MAX_VALUE;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            int value = DIGITS.indexOf(c);
            if (value >= 0) {
                if (digit > 0 || (value == 0 && digit == 0)) {
                    return null;
                }
                zero = digit == 0;
                digit = value;
                continue;
            }
            int power = power(c);
            if (power >= 4) {
                section += Math.max(digit, 0);
                if (section == 0) {
                    if (total == 0) {
                        return null;
                    }
                    total *= pow(power);
                } else {
                    total = power == 8 ? (total + section) * pow(8) : total + section * pow(4);
                }
                section = 0;
                lastUnit = Integer.MAX_VALUE;
            } else {
                if (power >= lastUnit || (digit == 0 && i > 0 && power != 1)) {
                    return null;
                }
                section += (digit < 1 ? 1 : digit) * pow(power);
                lastUnit = power;
            }
            digit = -1;
        }
        if (digit > 0 && !zero && ((total > 0 && section == 0) || (lastUnit > 1 && lastUnit < 4))) {
            return null;
        }
        return plain(BigDecimal.valueOf(total + section + Math.max(digit, 0)));
    }

    private static int power(char unit) {
        return switch (unit) {
            case '十' -> 1;
            case '百' -> 2;
            case '千' -> 3;
            case '万' -> 4;
            case '亿' -> 8;
            default -> 0;
        };
    }

    private static long pow(int power) {
        long result = 1;
        for (int i = 0; i < power; i++) {
            result *= 10;
        }
        return result;
    }

    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
