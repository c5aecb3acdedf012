package cn.faheng.web.show;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.engine.outcome.Range;
import cn.faheng.rules.catalogue.PenaltyKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("金额和幅度的文字")
class AmountWordsTest {

    private final AmountWords chinese = Texts.chinese().amounts();
    private final AmountWords english = Texts.english().amounts();

    @Test
    @DisplayName("幅度：中文按法条的写法，英文按读者的习惯")
    void wordsRangesForBothReaders() {
        Range range = Range.of(5_000_000, 10_000_000);
        assertThat(chinese.range(PenaltyKind.FINE, range)).isEqualTo("5万元以上10万元以下");
        assertThat(english.range(PenaltyKind.FINE, range)).isEqualTo("¥50,000 to ¥100,000");
        assertThat(english.range(PenaltyKind.FINE, new Range(0, 5_000_000L, false)))
                .isEqualTo("less than ¥50,000");
        assertThat(english.range(PenaltyKind.LICENCE_SUSPENSION, Range.of(6, 6)))
                .isEqualTo("6 months");
        assertThat(chinese.range(PenaltyKind.WARNING, null)).isEqualTo("—");
    }

    @Test
    @DisplayName("两头都没有限定的，不写成“0元以上”")
    void saysWhereNothingBoundsARange() {
        assertThat(chinese.range(PenaltyKind.FINE, new Range(0, null, true))).isEqualTo("尚不能限定");
        assertThat(chinese.range(PenaltyKind.FINE, new Range(100_000, null, true)))
                .isEqualTo("1000元以上");
    }

    @Test
    @DisplayName("期限带单位")
    void wordsLimitsWithTheirUnit() {
        assertThat(chinese.limit("7", "working-day")).isEqualTo("7 个工作日");
        assertThat(english.limit("90", "day")).isEqualTo("90 days");
    }
}
