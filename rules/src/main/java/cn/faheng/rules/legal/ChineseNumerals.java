package cn.faheng.rules.legal;

import java.util.OptionalInt;

/** Chinese numerals as statutes number their articles: 一, 十, 二十一, 一百零五, 一千二百四十二. */
public final class ChineseNumerals {

    private static final String[] DIGITS = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    private static final int[] UNITS = {1000, 100, 10, 1};
    private static final String[] UNIT_NAMES = {"千", "百", "十", ""};

    private ChineseNumerals() {}

    /** The numeral for 1 to 9999; throws {@link IllegalArgumentException} outside. */
    public static String of(int number) {
        if (number < 1 || number > 9999) {
            throw new IllegalArgumentException("Only 1 to 9999 can be written: " + number);
        }
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        int rest = number;
        for (int i = 0; i < UNITS.length; i++) {
            int digit = rest / UNITS[i];
            rest %= UNITS[i];
            if (digit == 0) {
                gap = !text.isEmpty();
                continue;
            }
            if (gap) {
                text.append(DIGITS[0]);
                gap = false;
            }
            boolean bareTen = UNITS[i] == 10 && digit == 1 && text.isEmpty();
            text.append(bareTen ? "" : DIGITS[digit]).append(UNIT_NAMES[i]);
        }
        return text.toString();
    }

    /**
     * The number that a text writes: in Chinese numerals, also carelessly (一百二十零五, 〇, 两), figure by figure (一二四), or in
     * Arabic digits of either width; empty for anything else and outside 1 to 9999.
     */
    public static OptionalInt parse(String text) {
        if (text.isEmpty() || text.length() > 12) {
            return OptionalInt.empty();
        }
        int total = 0;
        int digits = 0;
        int inRow = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int unit = "十百千".indexOf(c);
            int digit = digit(c);
            if (unit >= 0) {
                total += (inRow == 0 ? 1 : digits) * new int[] {10, 100, 1000}[unit];
                digits = 0;
                inRow = 0;
            } else if (digit >= 0) {
                digits = digits * 10 + digit;
                inRow++;
            } else {
                return OptionalInt.empty();
            }
            if (total > 9999 || digits > 9999) {
                return OptionalInt.empty();
            }
        }
        int number = total + digits;
        return number < 1 || number > 9999 ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static int digit(char c) {
        int arabic = Character.digit(c, 10);
        if (arabic >= 0) {
            return arabic;
        }
        return c == '两' ? 2 : "零一二三四五六七八九".indexOf(c == '〇' || c == '○' ? '零' : c);
    }
}
