package cn.faheng.rules.legal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("法律文本的版本与条款")
class LegalInstrumentTest {

    private static final LegalInstrument.Article ARTICLE = new LegalInstrument.Article(
            "第九条", List.of("第一款，有下列情形之一：", "（一）甲；", "1.甲之一；", "2.甲之二；", "(二)乙。", "第二款。", "第三款：", "（一）丙。"));

    private static LegalInstrument law(String from, @Nullable String to) {
        return new LegalInstrument(
                "测试法",
                "法律",
                new EffectivePeriod(LocalDate.parse(from), to == null ? null : LocalDate.parse(to)),
                "test",
                "exact",
                Map.of("9", ARTICLE));
    }

    private static String words(String path) {
        return law("2020-01-01", null).words(ProvisionPath.parse(path)).orElse("（无）");
    }

    @Test
    void findsParagraphsItemsAndSubItems() {
        assertThat(words("9/2")).isEqualTo("第二款。");
        assertThat(words("9/1/2")).isEqualTo("(二)乙。");
        assertThat(words("9/1/1")).isEqualTo("（一）甲；\n1.甲之一；\n2.甲之二；");
        assertThat(words("9/1/1/2")).isEqualTo("2.甲之二；");
        assertThat(words("9/3/1")).isEqualTo("（一）丙。");
        assertThat(words("9/1")).startsWith("第一款").endsWith("乙。");
        assertThat(words("9")).contains("第一款", "第二款", "丙");
    }

    @Test
    void hasNoWordsForWhatItDoesNotHold() {
        assertThat(words("9/4")).isEqualTo("（无）");
        assertThat(words("9/2/1")).isEqualTo("（无）");
        assertThat(words("10")).isEqualTo("（无）");
    }

    @Test
    @DisplayName("版本按施行日选择；两个版本不得同日施行")
    void choosesTheVersionInForce() {
        LawLibrary library = new LawLibrary(List.of(law("2020-01-01", "2021-12-31"), law("2022-01-01", null)));
        assertThat(library.inForce("测试法", LocalDate.of(2021, 12, 31))
                        .orElseThrow()
                        .version())
                .isEqualTo("2020-01-01");
        assertThat(library.inForce("测试法", LocalDate.of(2022, 1, 1))
                        .orElseThrow()
                        .version())
                .isEqualTo("2022-01-01");
        assertThat(library.inForce("测试法", LocalDate.of(2019, 12, 31))).isEmpty();
        assertThatThrownBy(() -> new LawLibrary(List.of(law("2020-01-01", null), law("2022-01-01", null))))
                .hasMessageContaining("same day");
    }
}
