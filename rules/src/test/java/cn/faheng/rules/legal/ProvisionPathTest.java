package cn.faheng.rules.legal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("条、款、项、目")
class ProvisionPathTest {

    @ParameterizedTest
    @CsvSource({
        "124/1/1, 第一百二十四条第一款第（一）项",
        "120-1, 第一百二十条之一",
        "33//2, 第三十三条第（二）项",
        "10, 第十条",
        "1242/2, 第一千二百四十二条第二款",
        "105/1/12/3, 第一百零五条第一款第（十二）项第3目",
        "1002, 第一千零二条",
    })
    void isWrittenAsADecisionQuotesIt(String path, String chinese) {
        assertThat(ProvisionPath.parse(path).chinese()).isEqualTo(chinese);
        assertThat(ProvisionPath.parse(path)).hasToString(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "abc", "第三条", "12/1/1/1/1", "-3"})
    void refusesWhatIsNoPlaceInALaw(String text) {
        assertThatThrownBy(() -> ProvisionPath.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("article/paragraph/item");
    }

    @Test
    void numeralsEndAtFourDigits() {
        assertThat(ChineseNumerals.of(9999)).isEqualTo("九千九百九十九");
        assertThat(ChineseNumerals.of(110)).isEqualTo("一百一十");
        assertThatThrownBy(() -> ChineseNumerals.of(10_000)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ChineseNumerals.of(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
