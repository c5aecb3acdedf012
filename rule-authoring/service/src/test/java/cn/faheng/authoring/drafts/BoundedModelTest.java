package cn.faheng.authoring.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.format.RuleBase;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("只在本进程里计算、也只公布代价有上限的模型")
class BoundedModelTest {

    private static String model(String... decisions) {
        return "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" id=\"m\" name=\"m\" namespace=\"urn:m\">"
                + "<inputData id=\"i\" name=\"x\"><variable name=\"x\" typeRef=\"number\"/></inputData>"
                + String.join("", decisions)
                + "</definitions>";
    }

    private static String decision(String name, String logic) {
        return "<decision id=\"id-" + name + "\" name=\"" + name + "\"><variable name=\"" + name + "\"/>" + logic
                + "</decision>";
    }

    private static String literal(String feel) {
        return "<literalExpression><text>" + feel + "</text></literalExpression>";
    }

    private static String escaped(String feel) {
        return literal(feel.replace("&", "&amp;").replace("<", "&lt;"));
    }

    private static void refused(String model, String reason) {
        assertThatThrownBy(() -> BoundedModel.require(model)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().type()).isEqualTo(ProblemType.MODEL_REFUSED);
            assertThat(e.problem().detail()).contains(reason).endsWith("。");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for i in 1..1000000000 return i",
                "some i in 1..9 satisfies i > 1",
                "every i\n/* in */ in 1..9 satisfies i > 1",
                "function(n) n",
                "(function(n) n)(1)",
                "matches(\"aaaa\", \"(a+)+b\")",
                "replace(\"a\", \"a\", \"b\")",
                "split(\"a\", \"a\")",
                "string(\"%2000000000d\", 1)",
                "string join([\"a\"], \"b\")",
                "concatenate([1], [2])",
                "sort([1], x)",
                "number(\"1E999999999\")",
                "floor(10 ** 99999999)",
                "floor(1E999999999)",
                "decimal(x, 2000000000)",
                "decimal(x, x)",
                "round half up(x)",
                "[1, 2][item > count([1, 2][item > 1])]",
                "x[1]",
                "x[1].y",
                "{a: \"x\", b: a + a}.b",
                "{min: replace}.min",
                "\"\\q for i in 1..9 return i \\q\"",
                "\"open",
                "/* open"
            })
    @DisplayName("循环、筛选、自定义或者没有上限的函数、乘方：说明是什么，不计算")
    void refuses(String feel) {
        refused(model(decision("d", escaped(feel))), "没有上限");
    }

    @Test
    @DisplayName("用注释、处理指令、CDATA 拆开的写法，拼起来再查")
    void splitText() {
        refused(model(decision("d", literal("for x <!-- --> in 1..1000000000 return x"))), "循环");
        refused(model(decision("d", literal("fo<!-- -->r x i<?p i?>n 1..1000000000 return x"))), "循环");
        refused(model(decision("d", literal("repl<![CDATA[ace(]]>\"a\", \"b\", \"c\")"))), "函数 replace");
        refused(
                model(decision(
                        "d", literal("func<!-- -->tion(x) exter<!-- -->nal {java: {class: \"java.lang.Math\"}}"))),
                "external");
        refused(model(decision("d", literal("1 <b/> + 1"))), "夹有元素");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<for iteratorVariable=\"x\"><in>%s</in><return>%s</return></for>",
                "<filter><in>%s</in><match>%s</match></filter>",
                "<functionDefinition>%s%s</functionDefinition>",
                "<invocation>%s%s</invocation>"
            })
    @DisplayName("方框写法的循环、筛选、函数同样不算")
    void boxed(String logic) {
        refused(model(decision("d", logic.replace("%s", literal("1")))), "元素");
    }

    @Test
    @DisplayName("每一步都是上一步的两倍：四十步的文字、清单、数、上下文都拒绝，五步的照收")
    void doubling() {
        for (String step : List.of("%s + %s", "[%s, %s]", "%s * %s", "if x > 1 then [%s] else %s")) {
            assertThatCode(() -> BoundedModel.require(chain(step, 5))).as(step).doesNotThrowAnyException();
            refused(chain(step, 40), "越来越长");
        }
        String entries = IntStream.range(1, 40)
                .mapToObj(i -> "<contextEntry><variable name=\"e" + i + "\"/>"
                        + literal("e" + (i - 1) + " + e" + (i - 1)) + "</contextEntry>")
                .collect(Collectors.joining(
                        "",
                        "<context><contextEntry><variable name=\"e0\"/>" + literal("\"a\"") + "</contextEntry>",
                        ""));
        refused(model(decision("d", entries + "</context>")), "越来越长");
    }

    private static String chain(String step, int length) {
        return model(IntStream.rangeClosed(1, length)
                .mapToObj(i -> decision(
                        "d" + i,
                        literal(i == 1 ? "\"a\"" : step.replace("%s", "d" + (i - 1)))
                                .replace(" > ", " &gt; ")))
                .toArray(String[]::new));
    }

    @Test
    @DisplayName("经过表格的两倍、带空格的名称、里外同名，逃不掉")
    void hidden() {
        String[] decisions = IntStream.rangeClosed(0, 40)
                .mapToObj(i -> decision(
                        "the grade " + i,
                        "<decisionTable hitPolicy=\"COLLECT\"><input><inputExpression><text>x</text></inputExpression></input>"
                                + "<output/>"
                                + ("<rule><inputEntry><text>-</text></inputEntry><outputEntry><text>"
                                                + (i == 0 ? "\"a\"" : "the  grade\n" + (i - 1))
                                                + "</text></outputEntry></rule>")
                                        .repeat(2)
                                + "</decisionTable>"))
                .toArray(String[]::new);
        refused(model(decisions), "越来越长");
        refused(model(decision("min", literal("1"))), "与函数同名");
        refused(
                model(decision(
                        "d",
                        "<context><contextEntry><variable name=\"d\"/>" + literal("d + d")
                                + "</contextEntry></context>")),
                "同名");
    }

    @Test
    @DisplayName("嵌套过深、过长的表达式：不交给解析器")
    void deep() {
        refused(model(decision("d", literal("(".repeat(300) + "1" + ")".repeat(300)))), "嵌套");
        refused(model(decision("d", literal("1+".repeat(9_000) + "1"))), "个词");
        refused(model(decision("d", literal("1 ".repeat(11_000)))), "个字符");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"for x in 1..9 return replace(x) {a}\"",
                "min(max(x * 20, 30000), 100) + floor(x / 3 + 0.5)",
                "\"拟处罚款\" + string(floor(x)) + \"元\"",
                "if x in [1..5] or x in ]5..9[ then \"a\" else null",
                "not(x in (16..18))",
                "decimal(x, 2) + round half up(x, 0)",
                "date(\"2026-01-01\") + duration(\"P60D\") // for x in",
                "-"
            })
    @DisplayName("规则里用的写法照收")
    void accepts(String feel) {
        assertThatCode(() -> BoundedModel.require(model(decision("d", escaped(feel)))))
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("随版本发布的全部规则集都在范围之内")
    void bundled() {
        Collection<RuleSet> ruleSets = RuleBase.bundled().catalogue().ruleSets();
        assertThat(ruleSets).hasSizeGreaterThanOrEqualTo(434);
        for (RuleSet ruleSet : ruleSets) {
            assertThatCode(() -> BoundedModel.require(ruleSet.dmn()))
                    .as(ruleSet.ref().toString())
                    .doesNotThrowAnyException();
        }
    }
}
