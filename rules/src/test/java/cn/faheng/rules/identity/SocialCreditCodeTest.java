package cn.faheng.rules.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("统一社会信用代码（GB 32100）")
class SocialCreditCodeTest {

    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String EXAMPLE = "91350100M000100Y43";

    @Test
    void acceptsTheExampleOfTheStandard() {
        SocialCreditCode code = new SocialCreditCode(EXAMPLE);

        assertThat(code.organisationCode()).isEqualTo("M000100Y4");
        assertThat(code.masked()).isEqualTo("91350100********43");
        assertThat(SocialCreditCode.parse(" 91350100m000100y43 ")).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "91350100M000100Y44",
                "91350100M000100Y4",
                "91350100I000100Y43",
                "9135010OM000100Y43",
                "９1350100M000100Y43"
            })
    void refusesWhatIsNoCode(String typed) {
        assertThat(SocialCreditCode.parse(typed)).isEmpty();
    }

    @Test
    @DisplayName("余数为 0 时校验码是 0（常见的实现错误）")
    void givesZeroForARemainderOfZero() {
        int seen = 0;
        for (int n = 0; n < 500; n++) {
            String signs = "91370811MA3C" + String.format("%05d", n);
            if (SocialCreditCode.checkSign(signs) == '0') {
                seen++;
                assertThat(sum(signs) % 31).isZero();
                assertThat(SocialCreditCode.parse(signs + "0")).isPresent();
                assertThat(SocialCreditCode.parse(signs + "Y")).isEmpty();
            }
        }
        assertThat(seen).isPositive();
    }

    private static int sum(String signs) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += SIGNS.indexOf(signs.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return sum;
    }

    @Test
    @DisplayName("任何一位写错、任何相邻两位颠倒都能发现")
    void findsEverySingleErrorAndSwap() {
        Random random = new Random(32100);
        for (int n = 0; n < 100; n++) {
            StringBuilder signs = new StringBuilder("91370811");
            for (int i = 0; i < 9; i++) {
                signs.append(SIGNS.charAt(random.nextInt(31)));
            }
            String valid = signs.toString() + SocialCreditCode.checkSign(signs.toString());
            assertThat(SocialCreditCode.parse(valid)).isPresent();
            for (int i = 0; i < 18; i++) {
                for (int k = 0; k < SIGNS.length(); k++) {
                    char c = SIGNS.charAt(k);
                    if (c != valid.charAt(i)) {
                        String wrong = valid.substring(0, i) + c + valid.substring(i + 1);
                        assertThat(SocialCreditCode.parse(wrong)).as(wrong).isEmpty();
                    }
                }
                if (i < 17 && valid.charAt(i) != valid.charAt(i + 1)) {
                    String swapped =
                            valid.substring(0, i) + valid.charAt(i + 1) + valid.charAt(i) + valid.substring(i + 2);
                    assertThat(SocialCreditCode.parse(swapped)).as(swapped).isEmpty();
                }
            }
        }
    }
}
