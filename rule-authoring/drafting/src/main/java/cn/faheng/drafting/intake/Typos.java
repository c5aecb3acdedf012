package cn.faheng.drafting.intake;

import java.util.regex.Pattern;

/** Slips of the pen that leave only one meaning: 7.5万元元以上, 2.5元万以上, 18万以上20万元以下, 1000元以2000元以下, 35以上50%以下. */
final class Typos {

    private static final String NUMBER = "([0-9]+(?:\\.[0-9]+)?|[零〇一二两三四五六七八九十百千]+)";
    private static final Pattern DOUBLED = Pattern.compile("元{2,}");
    private static final Pattern SWAPPED = Pattern.compile(NUMBER + "元万");
    private static final Pattern NO_YUAN =
            Pattern.compile(NUMBER + "(百万|千万|万|千|百)以上(?=" + NUMBER + "(?:百万|千万|万|千|百)?元)");
    private static final Pattern NO_ABOVE = Pattern.compile("(?<=元)以(?=[0-9])");
    private static final Pattern NO_PERCENT =
            Pattern.compile("(?<![0-9.%万千百元倍])([0-9]+(?:\\.[0-9]+)?)以上(?=[0-9]+(?:\\.[0-9]+)?%以下)");
    private static final Pattern TWICE = Pattern.compile("以以(?=[上下])");

    private Typos() {}

    /** The words without such slips; the same where there are none. */
    static String mended(String squeezed) {
        String text = DOUBLED.matcher(squeezed).replaceAll("元");
        text = SWAPPED.matcher(text).replaceAll("$1万元");
        text = NO_YUAN.matcher(text).replaceAll("$1$2元以上");
        text = NO_ABOVE.matcher(text).replaceAll("以上");
        text = NO_PERCENT.matcher(text).replaceAll("$1%以上");
        return TWICE.matcher(text).replaceAll("以");
    }
}
