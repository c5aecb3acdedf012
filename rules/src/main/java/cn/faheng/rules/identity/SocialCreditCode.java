package cn.faheng.rules.identity;

import java.util.Locale;
import java.util.Optional;

/**
 * 统一社会信用代码, eighteen signs after GB 32100: one of the registering department, one of the kind of organisation, six of the
 * division, nine of the organisation (GB 11714) and a check sign. The letters I, O, S, V and Z do not occur.
 *
 * @param value the code, in capital letters
 */
public record SocialCreditCode(String value) {

    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    /** Throws {@link IllegalArgumentException} for anything but a valid code; the message does not repeat it. */
    public SocialCreditCode {
        if (!value.matches("[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}")) {
            throw new IllegalArgumentException("A social credit code has eighteen signs, none of them I, O, S, V or Z");
        }
        if (checkSign(value) != value.charAt(17)) {
            throw new IllegalArgumentException("The check sign is wrong");
        }
    }

    /** Reads a code as typed, with blanks around it and small letters; empty when it is not valid. */
    public static Optional<SocialCreditCode> parse(String typed) {
        try {
            return Optional.of(new SocialCreditCode(typed.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The check sign of the first seventeen signs. A remainder of 0 gives 0, which much public code gets wrong. */
    static char checkSign(String signs) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += SIGNS.indexOf(signs.charAt(i)) * WEIGHTS[i];
        }
        return SIGNS.charAt((31 - sum % 31) % 31);
    }

    /** The nine signs of the organisation (组织机构代码). */
    public String organisationCode() {
        return value.substring(8, 17);
    }

    /** The first eight and the last two signs, the others hidden. */
    public String masked() {
        return value.substring(0, 8) + "*".repeat(8) + value.substring(16);
    }

    /** Hidden, so that no log shows the code of a sole proprietor by accident. */
    @Override
    public String toString() {
        return masked();
    }
}
