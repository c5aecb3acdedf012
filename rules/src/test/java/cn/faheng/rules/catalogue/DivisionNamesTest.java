package cn.faheng.rules.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("区划名称")
class DivisionNamesTest {

    @Test
    @DisplayName("按代码读名称；没有的代码为空")
    void namesByCode() {
        assertThat(DivisionNames.of("370811")).contains("任城区");
        assertThat(DivisionNames.of("000000")).contains("全国");
        assertThat(DivisionNames.of("370899")).isEmpty();
    }

    @Test
    @DisplayName("每个区划的代码成立，写明所在的上级")
    void everyPlaceStandsWithinAnother() {
        assertThat(DivisionNames.all()).hasSizeGreaterThan(100).allSatisfy(place -> {
            assertThat(new Division(place.code()).code()).isEqualTo(place.code());
            assertThat(place.within().isEmpty()).isEqualTo(place.code().endsWith("0000"));
        });
    }
}
