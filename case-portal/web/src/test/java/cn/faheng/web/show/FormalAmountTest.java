package cn.faheng.web.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("金额大写（正确填写票据和结算凭证的基本规定）")
class FormalAmountTest {

    @ParameterizedTest(name = "{0}分 {1}")
    @CsvSource({
        "0, 人民币零元整",
        "1, 人民币壹分",
        "10, 人民币壹角",
        "11, 人民币壹角壹分",
        "100, 人民币壹元整",
        "101, 人民币壹元零壹分",
        "1000, 人民币壹拾元整",
        "1100, 人民币壹拾壹元整",
        "10000, 人民币壹佰元整",
        "10500, 人民币壹佰零伍元整",
        "101010, 人民币壹仟零壹拾元壹角",
        "500000, 人民币伍仟元整",
        "1000000, 人民币壹万元整",
        "1000100, 人民币壹万零壹元整",
        "10100000, 人民币壹拾万壹仟元整",
        "10700053, 人民币壹拾万柒仟元伍角叁分",
        "12345678, 人民币壹拾贰万叁仟肆佰伍拾陆元柒角捌分",
        "10000000000, 人民币壹亿元整",
        "10001000105, 人民币壹亿零壹万零壹元零伍分",
        "10000000100, 人民币壹亿零壹元整",
        "20000300000, 人民币贰亿零叁仟元整",
        "100000000000000, 人民币壹万亿元整",
        "100010000000000, 人民币壹万零壹亿元整",
    })
    void writesAmounts(long fen, String formal) {
        assertThat(FormalAmount.of(fen)).isEqualTo(formal);
    }

    @ParameterizedTest(name = "规定的例子 {0}分 {1}")
    @CsvSource({
        "140950, 人民币壹仟肆佰零玖元伍角",
        "600714, 人民币陆仟零柒元壹角肆分",
        "168032, 人民币壹仟陆佰捌拾元叁角贰分",
        "1640902, 人民币壹万陆仟肆佰零玖元零贰分",
        "32504, 人民币叁佰贰拾伍元零肆分",
    })
    void writesTheExamplesOfTheRule(long fen, String formal) {
        assertThat(FormalAmount.of(fen)).isEqualTo(formal);
    }

    @Test
    @DisplayName("没有负的金额；最大的金额也能写")
    void refusesNegativeAmounts() {
        assertThatThrownBy(() -> FormalAmount.of(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(FormalAmount.of(Long.MAX_VALUE)).startsWith("人民币玖亿贰仟").endsWith("元零柒分");
    }

    @Test
    @DisplayName("每个金额写法各不相同，没有连续的零，也不以零结尾")
    void writesEveryAmountOnlyOnce() {
        Set<String> seen = new HashSet<>();
        for (long fen = 0; fen < 300_000; fen++) {
            String formal = FormalAmount.of(fen * 37);
            assertThat(seen.add(formal)).as(formal).isTrue();
            assertThat(formal).doesNotContain("零零").doesNotContain("零万").doesNotEndWith("零");
        }
    }
}
