package cn.faheng.rules.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * 公民身份号码, eighteen signs after GB 11643: six of the division, eight of the birth date, three of an order (odd for men), and a
 * check sign after ISO 7064 MOD 11-2.
 *
 * @param value the number, a final x written as X
 */
public record CitizenIdNumber(String value) {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_SIGNS = "10X98765432";

    /** Throws {@link IllegalArgumentException} for anything but a valid number; the message does not repeat it. */
    public CitizenIdNumber {
        if (!value.matches("[1-9]\\d{16}[0-9X]")) {
            throw new IllegalArgumentException("A citizen's number has eighteen signs");
        }
        if (birthDate(value).isEmpty()) {
            throw new IllegalArgumentException("Signs 7 to 14 are no date of birth");
        }
        if (checkSign(value) != value.charAt(17)) {
            throw new IllegalArgumentException("The check sign is wrong");
        }
    }

    /** Reads a number as typed, with blanks around it and a small x; empty when it is not valid. */
    public static Optional<CitizenIdNumber> parse(String typed) {
        String text = typed.strip();
        try {
            return Optional.of(
                    new CitizenIdNumber(text.endsWith("x") ? text.substring(0, text.length() - 1) + "X" : text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The check sign of the first seventeen digits. */
    static char checkSign(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += Character.digit(digits.charAt(i), 10) * WEIGHTS[i];
        }
        return CHECK_SIGNS.charAt(sum % 11);
    }

    private static Optional<LocalDate> birthDate(String value) {
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(value.substring(6, 10)),
                    Integer.parseInt(value.substring(10, 12)),
                    Integer.parseInt(value.substring(12, 14)));
            return date.getYear() < 1800 ? Optional.empty() : Optional.of(date);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public LocalDate birthDate() {
        return birthDate(value).orElseThrow();
    }

    /** The division in which the number was given out; may have been abolished since. */
    public String division() {
        return value.substring(0, 6);
    }

    /** The first six and the last two signs, the others hidden: 110105**********2X. */
    public String masked() {
        return value.substring(0, 6) + "*".repeat(10) + value.substring(16);
    }

    /** Hidden, so that no log shows it by accident. */
    @Override
    public String toString() {
        return masked();
    }
}
