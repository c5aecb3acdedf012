package cn.faheng.web.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** 公民身份号码 (GB 11643) and 统一社会信用代码 (GB 32100): shape, date and check digit. */
final class CheckDigits {

    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String ID_CHECKS = "10X98765432";
    private static final int[] CREDIT_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final String CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private CheckDigits() {}

    /** The key of what is wrong with an identity number, or empty. */
    static Optional<String> identityNumber(String number, LocalDate today) {
        String id = number.toUpperCase(Locale.ROOT);
        if (!id.matches("\\d{17}[\\dX]")) {
            return Optional.of("problem.id.shape");
        }
        try {
            if (birthDate(id).isAfter(today)) {
                return Optional.of("problem.id.date");
            }
        } catch (DateTimeException e) {
            return Optional.of("problem.id.date");
        }
        int sum = 0;
        for (int i = 0; i < ID_WEIGHTS.length; i++) {
            sum += (id.charAt(i) - '0') * ID_WEIGHTS[i];
        }
        return ID_CHECKS.charAt(sum % 11) == id.charAt(17) ? Optional.empty() : Optional.of("problem.id.check");
    }

    /** The birth date in an identity number of the right shape; throws {@link DateTimeException} for a day that never was. */
    static LocalDate birthDate(String id) {
        return LocalDate.of(
                Integer.parseInt(id.substring(6, 10)),
                Integer.parseInt(id.substring(10, 12)),
                Integer.parseInt(id.substring(12, 14)));
    }

    /** The key of what is wrong with a social credit code, or empty. */
    static Optional<String> socialCreditCode(String code) {
        String signs = code.toUpperCase(Locale.ROOT);
        if (signs.length() != 18 || signs.chars().anyMatch(c -> CREDIT_SIGNS.indexOf(c) < 0)) {
            return Optional.of("problem.credit.shape");
        }
        int sum = 0;
        for (int i = 0; i < CREDIT_WEIGHTS.length; i++) {
            sum += CREDIT_SIGNS.indexOf(signs.charAt(i)) * CREDIT_WEIGHTS[i];
        }
        char expected = CREDIT_SIGNS.charAt((31 - sum % 31) % 31);
        return signs.charAt(17) == expected ? Optional.empty() : Optional.of("problem.credit.check");
    }
}
