package cn.faheng.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.engine.Bundled;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetRef;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The defects that the plugin and the validator let pass do not pass the gate. */
@DisplayName("发布门拒绝有缺陷的规则集")
class RuleSetGateTest {

    private static final RuleSet SOUND = Bundled.BASE
            .catalogue()
            .ruleSet(RuleSetRef.parse("environment/GD-ENV-1.3/440000@2022-01-01"))
            .orElseThrow();
    private static final RuleSet NUMERIC = Bundled.BASE
            .catalogue()
            .ruleSet(RuleSetRef.parse("food/MK-F122/statute@2021-04-29"))
            .orElseThrow();

    private final RuleSetGate gate = new RuleSetGate();

    @Test
    void passesWhatIsSound() {
        assertThat(gate.check(SOUND)).isEmpty();
        assertThat(gate.check(NUMERIC)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "FEEL 语法错误 | <text>10000</text> | <text>10000 +</text>",
                "未知变量 | <text>10000</text> | <text>maxmum * 2</text>",
                "枚举值拼错 | <text>\"一般区域\"</text> | <text>\"一般区城\"</text>",
                "字面量类型错误 | <text>\"一般区域\"</text> | <text>12</text>",
                "重叠 | <text>\"逾期未完成备案手续\"</text> | <text>-</text>",
                "行没有引证 | id=\"T4\" | id=\"T9\"",
                "命中策略 | hitPolicy=\"UNIQUE\" | hitPolicy=\"FIRST\"",
                "不是 DMN | <definitions | <nonsense",
                "金额与案例不符 | <text>30000</text> | <text>30001</text>",
            })
    void refuses(String defect, String sound, String broken) {
        RuleSet spoilt = withModel(SOUND, xml -> replaceLast(xml, sound, broken));
        assertThat(spoilt.dmn()).as("the defect is really there").isNotEqualTo(SOUND.dmn());
        assertThat(gate.check(spoilt)).as(defect).isNotEmpty();
    }

    @Test
    @DisplayName("空隙：列出没有档次的事实组合")
    void namesTheGap() {
        RuleSet spoilt = withModel(NUMERIC, xml -> xml.replace("<text>&lt; 10000</text>", "<text>&lt; 9000</text>"));
        assertThat(spoilt.dmn()).isNotEqualTo(NUMERIC.dmn());
        assertThat(gate.check(spoilt))
                .anySatisfy(
                        finding -> assertThat(finding.reason()).contains("gap").contains("9999.99"));
    }

    @Test
    @DisplayName("每一行都要有案例，每一边界都要有案例")
    void wantsCasesForRowsAndBoundaries() {
        String header = NUMERIC.cases().lines().findFirst().orElseThrow();
        RuleSet without = with(NUMERIC, NUMERIC.dmn(), header + "\n");
        List<GateFinding> findings = gate.check(without);
        assertThat(findings).anySatisfy(f -> assertThat(f.reason()).contains("没有案例用到这一行"));
        assertThat(findings).anySatisfy(f -> assertThat(f.reason()).contains("9999.99"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "common/remedies@2024-01-01, reconsiderationDays, reconsiderationWeeks",
        "common/bands-market@2022-10-08, lowPct, lowPercent",
        "common/capacity@2021-07-15, no-penalty, no-penlty",
    })
    @DisplayName("总则：钩子所要的栏目缺一不可，情节的效果不得拼错")
    void wantsWhatAHookIsAskedFor(String ref, String sound, String broken) {
        RuleSet general =
                Bundled.BASE.catalogue().ruleSet(RuleSetRef.parse(ref)).orElseThrow();
        RuleSet spoilt = withModel(general, xml -> xml.replace(sound, broken));
        assertThat(spoilt.dmn()).isNotEqualTo(general.dmn());
        assertThat(gate.check(spoilt)).extracting(GateFinding::check).contains("hook");
    }

    private static String replaceLast(String text, String old, String replacement) {
        int at = text.lastIndexOf(old);
        return at < 0 ? text : text.substring(0, at) + replacement + text.substring(at + old.length());
    }

    private static RuleSet withModel(RuleSet ruleSet, UnaryOperator<String> change) {
        return with(ruleSet, change.apply(ruleSet.dmn()), ruleSet.cases());
    }

    private static RuleSet with(RuleSet r, String dmn, String cases) {
        return new RuleSet(
                r.ref(),
                r.kind(),
                r.itemCode(),
                r.hook(),
                r.fields(),
                r.effective(),
                r.jurisdiction(),
                r.authority(),
                r.basis(),
                r.source(),
                r.form(),
                r.facts(),
                r.penalties(),
                r.rows(),
                r.leftToPerson(),
                r.waivers(),
                dmn,
                cases,
                r.notes(),
                "spoilt" + dmn.hashCode() + cases.hashCode(),
                r.adoption());
    }
}
