package cn.faheng.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.faheng.engine.trial.TrialException.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@DisplayName("试算在另外的进程里进行：算不完、占内存的模型只停掉它自己")
class TrialWorkersTest {

    private static final TrialWorkers WORKERS = new TrialWorkers(
            new TrialLimits(Duration.ofSeconds(3), Duration.ofSeconds(30), 160, 2, Duration.ofMinutes(2)));

    @AfterAll
    static void end() {
        WORKERS.close();
    }

    private static JsonNode evaluate(String feel) {
        return WORKERS.evaluate(
                TrialRequest.of(ModelTexts.of(ModelBuilder.expression(feel)), TrialModelTest.json("{\"x\": 1}")));
    }

    @Test
    @DisplayName("与进程内的答复逐字相同；日期、期间带类型")
    void sameAsInProcess() {
        String feel =
                "{n: 0.1 + x, day: date(\"2026-08-15\"), wait: duration(\"P1DT2H\"), term: duration(\"P1Y2M\"), at: time(\"10:15:00+08:00\")}";
        ModelTexts texts = ModelTexts.of(ModelBuilder.expression(feel));
        JsonNode there = evaluate(feel);
        JsonNode here = TrialModel.load(texts, false).evaluate(TrialModelTest.json("{\"x\": 1}"), List.of(), null);
        assertThat(there.toString()).isEqualTo(here.toString());
        JsonNode d = TrialModelTest.decision(there, "d");
        assertThat(d.at("/value/day").asString()).isEqualTo("2026-08-15");
        assertThat(d.at("/fields/day/type").asString()).isEqualTo("date");
        assertThat(d.at("/fields/wait/type").asString()).isEqualTo("days and time duration");
        assertThat(d.at("/fields/term/type").asString()).isEqualTo("years and months duration");
        assertThat(d.at("/fields/at/type").asString()).isEqualTo("time");
        assertThat(d.at("/value/n").toString()).isEqualTo("1.1");
    }

    @Test
    @DisplayName("检查：描述和编译、校验的消息")
    void checks() {
        JsonNode fine = WORKERS.check(ModelTexts.of(ModelBuilder.expression("1 + x")));
        assertThat(fine.at("/inputs/0/name").asString()).isEqualTo("x");
        assertThat(fine.path("messages")).isEmpty();
        JsonNode broken = WORKERS.check(ModelTexts.of(ModelBuilder.expression("1 + + ]")));
        assertThat(broken.at("/messages/0/severity").asString()).isEqualTo("error");
        JsonNode odd = WORKERS.check(ModelTexts.of(
                ModelBuilder.expression("1").replace("<literalExpression>", "<literalExpression bogus=\"1\">")));
        assertThat(odd.path("validation").toString()).contains("bogus");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count(for i in 1..1000000000 return i)",
                "count(for i in 1..100000, j in 1..100000 return i * j)",
                "{f: function(n) f(n + 1), r: f(1)}.r",
                "{f: function(n) if n > 0 then concatenate(f(n - 1), f(n - 1)) else [1], r: count(f(40))}.r",
                "{f: function(s, n) if n > 0 then f(s + s, n - 1) else s, r: string length(f(\"0123456789\", 40))}.r",
                "matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"^(a+)+$\")",
                "replace(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a|aa)+$\", \"x\")"
            })
    @DisplayName("没有终点的、过大的：停下来说明原因，之后照常试算")
    void stopsWhatDoesNotEnd(String feel) {
        assertThatThrownBy(() -> evaluate(feel)).isInstanceOfSatisfying(TrialException.class, e -> {
            assertThat(e.reason()).isIn(Reason.TIMEOUT, Reason.TOO_EXPENSIVE);
            assertThat(e.pointer()).isEqualTo("/model");
        });
        assertThat(TrialModelTest.decision(evaluate("1 + x"), "d").path("value").asInt())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("即使查漏了，也装不进任何 Java 类")
    void loadsNoClasses() {
        ModelTexts texts = ModelTexts.of(
                ModelBuilder.expression(
                        "{f: function(a) external {java: {class: \"java.lang.Math\", method signature: \"abs(int)\"}}, r: f(-1)}.r"));
        JsonNode answer = TrialModel.load(texts, false).evaluate(TrialModelTest.json("{\"x\": 1}"), List.of(), null);
        assertThat(TrialModelTest.decision(answer, "d").path("value").isNull()).isTrue();
        assertThat(answer.path("messages").toString()).contains("java.lang.Math");
    }

    @Test
    @DisplayName("互相引入的模型不会转不停")
    void circularImports() {
        String a = ModelBuilder.named("a")
                .imports("b", "b")
                .decision("d", "number", ModelBuilder.literal("1"))
                .xml();
        String b = ModelBuilder.named("b")
                .imports("a", "a")
                .decision("d", "number", ModelBuilder.literal("1"))
                .xml();
        JsonNode described = WORKERS.check(new ModelTexts(a, List.of(b)));
        assertThat(described.path("messages").toString()).contains("error").contains("import");
    }

    @Test
    @DisplayName("几个人同时试算，各得各的答复")
    void manyAtOnce() {
        List<CompletableFuture<JsonNode>> answers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String feel = "x + " + i;
            answers.add(CompletableFuture.supplyAsync(() -> evaluate(feel)));
        }
        for (int i = 0; i < answers.size(); i++) {
            JsonNode answer = answers.get(i).join();
            assertThat(TrialModelTest.decision(answer, "d").path("value").asInt())
                    .isEqualTo(i + 1);
        }
    }

    @Test
    @DisplayName("从一个 jar 里的 jar 也能启动")
    void commandOfNestedJars() {
        assertThat(WorkerCommand.classPath("jar:nested:/srv/%E6%B3%95/faheng.jar/!BOOT-INF/lib/faheng-engine.jar!/"))
                .containsExactly(
                        "-cp",
                        "/srv/法/faheng.jar",
                        "-Dloader.main=cn.faheng.engine.trial.TrialWorker",
                        "org.springframework.boot.loader.launch.PropertiesLauncher");
    }
}
