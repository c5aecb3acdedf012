package cn.faheng.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("逾期不改正、限期内改正的用语")
class CorrectionTest {

    private static final Correction LATE = new Correction(true, "改正");
    private static final Correction IN_TIME = new Correction(false, "改正");

    @ParameterizedTest
    @DisplayName("明白说没有改正的")
    @ValueSource(
            strings = {
                "逾期未改正",
                "逾期不改正",
                "拒不改正",
                "拒不改正的",
                "逾期仍不改正",
                "经责令后逾期不改正的",
                "经责令逾期不改正的",
                "责令限期改正后逾期不改正",
                "逾期不改正或者拒不改正",
                "拒不改正违法行为",
                "限期内未改正",
                "未按期改正",
                "逾期未整改"
            })
    void late(String words) {
        assertThat(Correction.whole(words)).contains(LATE);
        assertThat(Correction.endOf("未建立台账，" + words)).contains(LATE);
        assertThat(Correction.endOf("未建立台账（" + words + "）")).contains(LATE);
        assertThat(Correction.in("涉及面积1000平方米以下，" + words)).contains(LATE);
    }

    @ParameterizedTest
    @DisplayName("明白说已经按期改正的")
    @ValueSource(strings = {"限期内改正", "按期改正", "按要求改正", "及时改正", "在规定的期限内改正"})
    void inTime(String words) {
        assertThat(Correction.whole(words)).contains(IN_TIME);
        assertThat(Correction.in(words + "，未造成其他不良影响")).contains(IN_TIME);
    }

    @ParameterizedTest
    @DisplayName("没有说或者只说了几种情形之一的，不作判断")
    @ValueSource(
            strings = {
                "造成重大生态环境影响的",
                "拒不接受监督检查",
                "拒不配合检查",
                "拒不改正或者在检查时弄虚作假的",
                "三次以上，逾期不改正的；或 造成较大以上突发环境事件的",
                "责令改正",
                "改正不符合要求",
                "逾期未改正；或 限期内改正",
                "限期内改正不到位",
                "按要求整改不合格",
                "及时整改未完成",
                "限期内改正部分违法行为",
                "逾期未改正的除外",
                "逾期未改正，或者造成严重后果的",
                "主动改正，或者情节轻微的",
                "（一）逾期未改正的（二）造成严重后果的",
                ""
            })
    void neither(String words) {
        assertThat(Correction.whole(words)).isEmpty();
        assertThat(Correction.in(words)).isEmpty();
    }

    @Test
    @DisplayName("拆除和改正不是同一项要求")
    void otherOrders() {
        Correction demolish = Correction.whole("逾期不拆除").orElseThrow();
        assertThat(demolish.late()).isTrue();
        assertThat(demolish.sameOrder(LATE)).isFalse();
        assertThat(demolish.sameOrder(Correction.whole("限期内拆除").orElseThrow())).isTrue();
    }
}
