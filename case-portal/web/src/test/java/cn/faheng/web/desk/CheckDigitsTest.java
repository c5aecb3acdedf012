package cn.faheng.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("证件号码校验")
class CheckDigitsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @Test
    @DisplayName("公民身份号码（GB 11643）")
    void checksIdentityNumbers() {
        assertThat(CheckDigits.identityNumber("11010519491231002X", TODAY)).isEmpty();
        assertThat(CheckDigits.identityNumber("11010519491231002x", TODAY)).isEmpty();
        assertThat(CheckDigits.identityNumber("110105194912310021", TODAY)).contains("problem.id.check");
        assertThat(CheckDigits.identityNumber("11010519490231002X", TODAY)).contains("problem.id.date");
        assertThat(CheckDigits.identityNumber("110105491231002", TODAY)).contains("problem.id.shape");
        assertThat(CheckDigits.birthDate("11010519491231002X")).isEqualTo(LocalDate.of(1949, 12, 31));
    }

    @Test
    @DisplayName("统一社会信用代码（GB 32100），含余数为零的情形")
    void checksSocialCreditCodes() {
        assertThat(CheckDigits.socialCreditCode("91350100M000100Y43")).isEmpty();
        assertThat(CheckDigits.socialCreditCode("91350100m000100y43")).isEmpty();
        assertThat(CheckDigits.socialCreditCode("91350100M000100Y44")).contains("problem.credit.check");
        assertThat(CheckDigits.socialCreditCode("91350100I000100Y43")).contains("problem.credit.shape");
        assertThat(CheckDigits.socialCreditCode("9135010")).contains("problem.credit.shape");
        // The weighted sum of zeros is zero: the check sign is 0, not the one past the alphabet.
        assertThat(CheckDigits.socialCreditCode("000000000000000000")).isEmpty();
    }
}
