package cn.faheng.rules.legal;

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
}
