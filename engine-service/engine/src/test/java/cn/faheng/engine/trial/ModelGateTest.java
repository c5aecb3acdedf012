package cn.faheng.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import cn.faheng.engine.trial.TrialException.Reason;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("模型在读入之前先查：有害的一律不收")
class ModelGateTest {

    private static final String PLAIN = ModelBuilder.expression("1 + 1");

    static Stream<String> hostile() {
        String billion = "<!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
        String java = "{java: {class: \"java.lang.Runtime\", method signature: \"getRuntime()\"}}";
        return Stream.of(
                PLAIN.replace("?><", "?>" + billion + "<"),
                PLAIN.replace("?><", "?><!DOCTYPE definitions SYSTEM \"http://127.0.0.1:1/x.dtd\"><"),
                PLAIN.replace("?><", "?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><")
                        .replace("1 + 1", "&x;"),
                ModelBuilder.expression("function(a) external " + java),
                ModelBuilder.expression("function(a)external" + java),
                ModelBuilder.expression("function(a) /* c */ external " + java),
                ModelBuilder.expression("function(a) // c\n external " + java),
                ModelBuilder.expression("\"/*\" + string(function(a) external " + java + ") + \"*/\""),
                ModelBuilder.expression("{f: function(a: number): number external " + java + "}"),
                ModelBuilder.expression("function(a)\u00A0external (if true then " + java + " else null)"),
                PLAIN.replace("1 + 1", "func<!-- -->tion(x) exter<!-- -->nal " + java),
                PLAIN.replace("1 + 1", "function(x) exter<?pi split?>nal " + java),
                PLAIN.replace("1 + 1", "function(x<![CDATA[) exter]]><!-- --><![CDATA[nal ]]>" + java),
                PLAIN.replace("function(", "f(").replace("<decision ", "<decision kind=\"Java\" "),
                ModelBuilder.named("bkm")
                        .bkm("f", "n:number", ModelBuilder.literal("n"))
                        .xml()
                        .replace("<encapsulatedLogic>", "<encapsulatedLogic kind=\"Java\">"),
                ModelBuilder.named("pmml")
                        .bkm("f", "n:number", ModelBuilder.literal("n"))
                        .xml()
                        .replace("<encapsulatedLogic>", "<encapsulatedLogic kind=\"PMML\">"),
                PLAIN.replace(
                        "<inputData",
                        "<import name=\"p\" namespace=\"p\" locationURI=\"file:///etc/p.pmml\" importType=\"http://www.dmg.org/PMML-4_3\"/><inputData"),
                PLAIN.replace("<inputData", "<inputData class=\"java.lang.ProcessBuilder\""),
                PLAIN.replace("1 + 1", String.join("", Collections.nCopies(1_400_000, "1 + "))),
                PLAIN.replace("<literalExpression>", "<context>".repeat(400) + "<literalExpression>")
                        .replace("</literalExpression>", "</literalExpression>" + "</context>".repeat(400)),
                PLAIN.replace("<literalExpression>", "<text/>".repeat(210_000) + "<literalExpression>"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    @DisplayName("实体、外部函数、PMML、过大、过深的，说明原因后拒收")
    void refuses(String model) {
        assertThatThrownBy(() -> ModelGate.check(ModelTexts.of(model)))
                .isInstanceOfSatisfying(TrialException.class, e -> {
                    assertThat(e.reason()).isEqualTo(Reason.REFUSED);
                    assertThat(e.pointer()).isEqualTo("/model");
                    assertThat(e.detail()).hasSizeLessThan(300).endsWith("。");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "不是 XML",
                "<a/>",
                "<definitions xmlns=\"urn:other\"/>",
                "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"",
                "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\">&x;</definitions>"
            })
    @DisplayName("不是 DMN 的，说明不是")
    void notDmn(String text) {
        assertThatThrownBy(() -> ModelGate.check(ModelTexts.of(text)))
                .isInstanceOfSatisfying(
                        TrialException.class, e -> assertThat(e.reason()).isIn(Reason.NOT_DMN, Reason.REFUSED));
    }

    @Test
    @DisplayName("被引入的模型没有一并提交的，说明缺哪一个；按地址引入的不去读")
    void importMissing() {
        String model = ModelBuilder.named("importing")
                .imports("b", "base")
                .decision("d", "number", ModelBuilder.literal("1"))
                .xml();
        assertThatThrownBy(() -> ModelGate.check(
                        ModelTexts.of(model.replace("importType", "locationURI=\"file:///etc/base.dmn\" importType"))))
                .isInstanceOfSatisfying(TrialException.class, e -> {
                    assertThat(e.reason()).isEqualTo(Reason.IMPORT_MISSING);
                    assertThat(e.detail()).contains("urn:test:base");
                });
        String base = ModelBuilder.named("base")
                .decision("b", "number", ModelBuilder.literal("1"))
                .xml();
        assertThatCode(() -> ModelGate.check(new ModelTexts(model, List.of(base))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/*", "\"", "):", ") ", "//", "\\"})
    @DisplayName("查得快：怎样的长文都只读一遍")
    void readsOnce(String piece) {
        String text = piece.repeat(2_000_000 / piece.length()) + "external";
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ExternalFunctions.in(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"external\"",
                "{external: 1}.external + 1",
                "if (x) = null then \"see the external rate\" else \"\"",
                "function(a) a + 1"
            })
    @DisplayName("只是提到 external 一词的照收")
    void allowsTheWord(String feel) {
        assertThatCode(() -> ModelGate.check(ModelTexts.of(ModelBuilder.expression(feel))))
                .doesNotThrowAnyException();
    }
}
