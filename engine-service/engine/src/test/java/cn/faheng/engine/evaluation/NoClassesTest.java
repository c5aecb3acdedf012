package cn.faheng.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.rules.format.ResourceTree;
import cn.faheng.rules.format.RuleBase;
import cn.faheng.rules.format.RuleSetReader;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("模型够不到任何 Java 类，即使没有先经过检查")
class NoClassesTest {

    private static final RuleSetRef REF = RuleSetRef.parse("urban/SD-SPILL-51/statute@2010-03-01");
    private static final String EXPRESSION = "min(area * 20, 30000)";

    private static RuleSet with(String feel) {
        RuleSet bundled = RuleBase.bundled().catalogue().ruleSet(REF).orElseThrow();
        assertThat(bundled.dmn()).contains(EXPRESSION);
        String yaml = ResourceTree.bundled().text("rulesets/" + REF.id() + "/" + REF.version() + "/ruleset.yaml");
        return RuleSetReader.read(
                REF,
                bundled.itemCode(),
                new RuleSetReader.Files(
                        yaml, bundled.dmn().replace(EXPRESSION, feel), bundled.cases(), bundled.notes()));
    }

    private static String answer(String feel) {
        try {
            return new CompiledRuleSet(with(feel))
                    .evaluate(Map.of("area", BigDecimal.TEN, "overdueNotRemedied", true))
                    .results()
                    .toString();
        } catch (InvalidModelException e) {
            return "不能运行：" + e.getMessage();
        }
    }

    @Test
    @DisplayName("外部函数加载不到类，结果里没有它算出的数")
    void noJava() {
        assertThat(answer("76543 + 1")).contains("76544");
        assertThat(answer("{f: function(a, b) external {java: {class: \"java.lang.Math\", "
                        + "method signature: \"max(int,int)\"}}, r: f(76543, 76544)}.r"))
                .doesNotContain("76544");
    }
}
