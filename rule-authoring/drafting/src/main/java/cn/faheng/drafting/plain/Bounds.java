package cn.faheng.drafting.plain;

/**
 * Whether 以上 and 以下 include the number they stand behind; each document says so, and 民法典第一千二百五十九条 says both do.
 *
 * @param lowIncluded whether 以上 includes its number
 * @param highIncluded whether 以下 and 以内 include theirs
 */
public record Bounds(boolean lowIncluded, boolean highIncluded) {

    /** 民法典第一千二百五十九条: 以上、以下、以内、届满 include the number, 不满、超过、以外 do not. */
    public static final Bounds CIVIL_CODE = new Bounds(true, true);

    /** 以上 includes the number and 以下 does not, as many benchmark documents say of themselves. */
    public static final Bounds HALF_OPEN = new Bounds(true, false);
}
