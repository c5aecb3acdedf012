package cn.faheng.web.show;

/**
 * Money in the capital numerals of a Chinese decision: 人民币壹仟零壹拾元壹角, as 正确填写票据和结算凭证的基本规定 第三条、第四条 have it.
 * 整 closes an amount without jiao and fen; of the zeros that the rule leaves to the writer none is written.
 */
public final class FormalAmount {

    private static final String[] DIGITS = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
    private static final String[] UNITS = {"", "拾", "佰", "仟"};
    private static final long TEN_THOUSAND = 10_000L;
    private static final long HUNDRED_MILLION = 100_000_000L;

    private FormalAmount() {}

    /** The amount of {@code fen} whole fen; throws {@link IllegalArgumentException} for a negative one. */
    public static String of(long fen) {
        if (fen < 0) {
            throw new IllegalArgumentException("An amount of money is not negative: " + fen);
        }
        long yuan = fen / 100;
        int jiao = (int) (fen / 10 % 10);
        int cent = (int) (fen % 10);
        StringBuilder text = new StringBuilder("人民币");
        if (yuan > 0 || fen == 0) {
            text.append(yuan == 0 ? DIGITS[0] : whole(yuan)).append('元');
        }
        if (jiao > 0) {
            text.append(DIGITS[jiao]).append('角');
        } else if (cent > 0 && yuan > 0) {
            text.append(DIGITS[0]);
        }
        if (cent > 0) {
            text.append(DIGITS[cent]).append('分');
        }
        return jiao == 0 && cent == 0 ? text.append('整').toString() : text.toString();
    }

    /** A whole number above zero. What stands before 亿 and 万 is itself written as a number: 壹万亿. */
    private static String whole(long number) {
        if (number >= HUNDRED_MILLION) {
            return joined(number, HUNDRED_MILLION, "亿");
        }
        return number >= TEN_THOUSAND ? joined(number, TEN_THOUSAND, "万") : upToThousands((int) number);
    }

    private static String joined(long number, long unit, String name) {
        long rest = number % unit;
        String high = whole(number / unit) + name;
        if (rest == 0) {
            return high;
        }
        return high + (rest < unit / 10 ? DIGITS[0] : "") + whole(rest);
    }

    private static String upToThousands(int number) {
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        for (int place = 3, value = 1000; place >= 0; place--, value /= 10) {
            int digit = number / value % 10;
            if (digit == 0) {
                gap = !text.isEmpty();
                continue;
            }
            text.append(gap ? DIGITS[0] : "").append(DIGITS[digit]).append(UNITS[place]);
            gap = false;
        }
        return text.toString();
    }
}
