package cn.faheng.server.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("规范 JSON（RFC 8785）")
class CanonicalJsonTest {

    private static String canonical(String json) {
        return CanonicalJson.of(JsonMapper.shared().readTree(json));
    }

    @Test
    @DisplayName("成员按 UTF-16 码元排序（RFC 8785 3.2.3 的例子）")
    void sortsByCodeUnits() {
        String json =
                "{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\\ufb33\":\"Hebrew Letter Dalet With Dagesh\","
                        + "\"1\":\"One\",\"\\ud83d\\ude00\":\"Emoji: Grinning Face\",\"\\u0080\":\"Control\","
                        + "\"\\u00f6\":\"Latin Small Letter O With Diaeresis\"}";

        assertThat(canonical(json))
                .containsSubsequence(
                        "Carriage Return",
                        "One",
                        "Control",
                        "Latin Small Letter O With Diaeresis",
                        "Euro Sign",
                        "Emoji: Grinning Face",
                        "Hebrew Letter Dalet With Dagesh");
    }

    @Test
    @DisplayName("只转义必须转义的字符")
    void escapesOnlyWhatItMust() {
        assertThat(canonical("{\"s\":\"\\u20ac$\\u000f\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"}"))
                .isEqualTo("{\"s\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void writesNoWhiteSpaceAndLeavesNullMembersOut() {
        assertThat(canonical("{ \"b\" : [ 1 , true , \"法\" ] , \"a\" : null , \"c\" : {} }"))
                .isEqualTo("{\"b\":[1,true,\"法\"],\"c\":{}}");
    }

    @Test
    @DisplayName("没有二进制小数")
    void refusesDecimals() {
        assertThatIllegalArgumentException().isThrownBy(() -> canonical("{\"a\":0.1}"));
    }
}
