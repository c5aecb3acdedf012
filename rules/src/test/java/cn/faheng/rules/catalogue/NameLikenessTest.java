package cn.faheng.rules.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("名称的近似")
class NameLikenessTest {

    @Test
    @DisplayName("标点不计；相同为一千，没有相同的相邻字为零")
    void countsNeighbouringCharacters() {
        assertThat(NameLikeness.thousandths("未按规定公示", "未按规定，公示")).isEqualTo(1000);
        assertThat(NameLikeness.thousandths("甲乙", "丙丁")).isZero();
        assertThat(NameLikeness.thousandths("", "丙丁")).isZero();
    }

    @Test
    @DisplayName("一半相邻字相同的，可能是同一违法行为；少一点就不是")
    void halfIsAlike() {
        assertThat(NameLikeness.thousandths("甲乙丙", "甲乙丁")).isEqualTo(500);
        assertThat(NameLikeness.areAlike("甲乙丙", "甲乙丁")).isTrue();
        assertThat(NameLikeness.areAlike("甲乙丙", "甲乙丁戊")).isFalse();
    }
}
