package cn.faheng.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@org.junit.jupiter.api.DisplayName("档次的名称")
class TierWordsTest {

    @ParameterizedTest
    @org.junit.jupiter.api.DisplayName("自称减轻的才是减轻，否定的不是")
    @CsvSource({"减轻,true", "减轻处罚,true", "具有减轻情节,true", "不具有减轻情节,false", "不予减轻,false", "没有减轻情形,false", "从轻,false"})
    void mitigates(String tier, boolean expected) {
        assertThat(TierWords.mitigates(tier)).isEqualTo(expected);
    }
}
