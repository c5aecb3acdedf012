package cn.faheng.rules.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("公民身份号码（GB 11643）")
class CitizenIdNumberTest {

    private static final String EXAMPLE = "11010519491231002X";

    @Test
    void acceptsTheExampleOfTheStandard() {
        CitizenIdNumber number = new CitizenIdNumber(EXAMPLE);

        assertThat(number.birthDate()).isEqualTo(LocalDate.of(1949, 12, 31));
        assertThat(number.division()).isEqualTo("110105");
        assertThat(number.masked()).isEqualTo("110105**********2X");
        assertThat(number).hasToString("110105**********2X");
    }

    @Test
    @DisplayName("小写 x 和首尾空格可以接受，保存为大写")
    void readsSmallX() {
        assertThat(CitizenIdNumber.parse(" 11010519491231002x ")).contains(new CitizenIdNumber(EXAMPLE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "110105194912310021",
                "11010519491231002",
                "11010519491231002XX",
                "110105491231002",
                "1101051949123100２X",
                "X10105194912310021",
                "01010519491231002X"
            })
    void refusesWhatIsNoNumber(String typed) {
        assertThat(CitizenIdNumber.parse(typed)).isEmpty();
    }

    @Test
    @DisplayName("校验码正确但出生日期不存在的不接受")
    void refusesADateThatDoesNotExist() {
        String digits = "11010519490230002";

        assertThat(CitizenIdNumber.parse(digits + CitizenIdNumber.checkSign(digits)))
                .isEmpty();
    }

    @Test
    @DisplayName("任何一位写错、任何相邻两位颠倒都能发现")
    void findsEverySingleErrorAndSwap() {
        Random random = new Random(11643);
        for (int n = 0; n < 200; n++) {
            String digits = "370811"
                    + LocalDate.of(1950, 1, 1)
                            .plusDays(random.nextInt(20_000))
                            .toString()
                            .replace("-", "") + String.format("%03d", random.nextInt(1000));
            String valid = digits + CitizenIdNumber.checkSign(digits);
            assertThat(CitizenIdNumber.parse(valid)).isPresent();
            for (int i = 0; i < 18; i++) {
                for (char c : "0123456789X".toCharArray()) {
                    if (c != valid.charAt(i)) {
                        String wrong = valid.substring(0, i) + c + valid.substring(i + 1);
                        assertThat(CitizenIdNumber.parse(wrong)).as(wrong).isEmpty();
                    }
                }
                if (i < 17 && valid.charAt(i) != valid.charAt(i + 1)) {
                    String swapped =
                            valid.substring(0, i) + valid.charAt(i + 1) + valid.charAt(i) + valid.substring(i + 2);
                    assertThat(CitizenIdNumber.parse(swapped)).as(swapped).isEmpty();
                }
            }
        }
    }

    @Test
    void doesNotRepeatTheNumberInItsMessage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CitizenIdNumber("110105194912310021"))
                .withMessageNotContaining("1949");
    }
}
