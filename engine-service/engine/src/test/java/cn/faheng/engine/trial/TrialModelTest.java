package cn.faheng.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.chrono.ChronoPeriod;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.feel.runtime.FEELFunction;
import org.kie.dmn.feel.runtime.Range;
import org.kie.kogito.dmn.DMNKogito;
import tools.jackson.databind.JsonNode;

@DisplayName("试算任何 DMN 模型：答复与 Drools 直接计算的一致")
class TrialModelTest {

    static Stream<TrialCase> cases() {
        return TrialCases.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    @DisplayName("结果、状态、消息与 Drools 一致，值与类型如所预期")
    void answersWhatDroolsAnswers(TrialCase trial) {
        JsonNode answer = TrialModel.load(trial.texts(), false).evaluate(json(trial.json()), List.of(), null);
        DMNResult drools = drools(trial);
        for (DMNDecisionResult decision : drools.getDecisionResults()) {
            JsonNode ours = decision(answer, decision.getDecisionName());
            assertThat(ours.path("status").asString())
                    .isEqualToIgnoringCase(decision.getEvaluationStatus().name());
            same(ours.path("value"), decision.getResult(), decision.getDecisionName());
        }
        assertThat(answer.path("decisions")).hasSize(drools.getDecisionResults().size());
        assertThat(texts(answer.path("messages"))).isEqualTo(texts(drools.getMessages()));
        trial.expected().forEach((name, expected) -> {
            JsonNode ours = decision(answer, name);
            String type = ours.path("type").asString();
            assertThat(type + " ").isEqualTo(expected.substring(0, Math.min(type.length() + 1, expected.length())));
            assertThat(ours.path("value").toString())
                    .isEqualTo(json(expected.substring(type.length() + 1)).toString());
        });
    }

    @Test
    @DisplayName("模型不少于四十个，每个都写明所预期的结果")
    void thereAreEnoughCases() {
        List<TrialCase> all = TrialCases.all().toList();
        assertThat(all).hasSizeGreaterThanOrEqualTo(40).allSatisfy(c -> assertThat(c.expected())
                .isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ModelBuilder.DMN_1_1,
                ModelBuilder.DMN_1_2,
                ModelBuilder.DMN_1_3,
                ModelBuilder.DMN_1_4,
                ModelBuilder.DMN_1_5,
                ModelBuilder.DMN_1_6
            })
    @DisplayName("DMN 1.1 至 1.6")
    void everyVersion(String version) {
        // In 1.1 types have a prefix.
        String type = version.equals(ModelBuilder.DMN_1_1) ? "feel:number" : "number";
        String model = ModelBuilder.named("version", version)
                .input("x", type)
                .decision("d", type, ModelBuilder.table("hitPolicy=\"FIRST\"", "x", "o", "> 5 -> x * 2", "- -> 0"), "x")
                .xml()
                .replace("<definitions ", "<definitions xmlns:feel=\"http://www.omg.org/spec/FEEL/20140401\" ");
        ModelTexts texts = ModelTexts.of(model);
        ModelGate.check(texts);
        JsonNode answer = TrialModel.load(texts, true).evaluate(json("{\"x\": \"10.50\"}"), List.of(), null);
        assertThat(decision(answer, "d").path("value").decimalValue()).isEqualByComparingTo("21");
        assertThat(decision(answer, "d").path("rows").path(0).path("row").asInt())
                .isEqualTo(1);
        assertThat(decision(answer, "d").path("rows").path(0).path("id").asString())
                .isEqualTo("r1");
    }

    @Test
    @DisplayName("只算指名的决定：写名称或者 id 都可以；没有的说明有哪些")
    void namedDecisions() {
        String model = ModelBuilder.named("two")
                .input("x", "number")
                .decision("first", "number", ModelBuilder.literal("x + 1"), "x")
                .decision("second", "number", ModelBuilder.literal("x + 2"), "x")
                .xml();
        TrialModel trial = TrialModel.load(ModelTexts.of(model), false);
        JsonNode one = trial.evaluate(json("{\"x\":1}"), List.of("second"), null);
        assertThat(one.path("decisions")).hasSize(1);
        assertThat(decision(one, "second").path("value").asInt()).isEqualTo(3);
        JsonNode byId = trial.evaluate(json("{\"x\":1}"), List.of("d-first"), null);
        assertThat(decision(byId, "first").path("value").asInt()).isEqualTo(2);
        assertThatThrownBy(() -> trial.evaluate(json("{}"), List.of("third"), null))
                .isInstanceOfSatisfying(TrialException.class, e -> {
                    assertThat(e.reason()).isEqualTo(TrialException.Reason.UNKNOWN_DECISION);
                    assertThat(e.pointer()).isEqualTo("/decisions/0");
                    assertThat(e.detail()).contains("third").contains("first、second");
                });
    }

    @Test
    @DisplayName("决定服务只答输出的决定，输入按声明的类型读")
    void decisionService() {
        String model = ModelBuilder.named("service")
                .input("day", "date")
                .decision("inner", "date", ModelBuilder.literal("day + duration(\"P1D\")"), "day")
                .decision("outer", "date", ModelBuilder.literal("inner + duration(\"P1M\")"), "decision:inner")
                .service("serve", "outer", "inner", "day")
                .xml();
        JsonNode answer = TrialModel.load(ModelTexts.of(model), false)
                .evaluate(json("{\"day\":\"2026-01-30\"}"), List.of(), "serve");
        assertThat(answer.path("decisions")).hasSize(1);
        assertThat(decision(answer, "outer").path("value").asString()).isEqualTo("2026-02-28");
        assertThat(decision(answer, "outer").path("type").asString()).isEqualTo("date");
    }

    @Test
    @DisplayName("要求检查类型的，不在允许值之内的不算，与 Drools 一致")
    void typeCheckOnDemand() {
        String model = ModelBuilder.named("checked")
                .type(
                        "<itemDefinition name=\"tGrade\"><typeRef>string</typeRef><allowedValues><text>\"轻\", \"重\"</text></allowedValues></itemDefinition>")
                .input("x", "tGrade")
                .decision("d", "string", ModelBuilder.literal("x"), "x")
                .xml();
        JsonNode checked = TrialModel.load(ModelTexts.of(model), true).evaluate(json("{\"x\":\"中\"}"), List.of(), null);
        assertThat(decision(checked, "d").path("status").asString()).isEqualTo("skipped");
        assertThat(checked.path("messages").path(0).path("severity").asString()).isEqualTo("error");
        JsonNode fits = TrialModel.load(ModelTexts.of(model), true).evaluate(json("{\"x\":\"轻\"}"), List.of(), null);
        assertThat(decision(fits, "d").path("value").asString()).isEqualTo("轻");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "number|\"abc\"",
                "number|true",
                "number|1e99999",
                "date|\"2026-02-30\"",
                "date|\"2026-08-15T00:00:00\"",
                "date|20260815",
                "time|\"25:00:00\"",
                "date and time|\"昨天\"",
                "years and months duration|\"P1D\"",
                "days and time duration|\"P1Y\"",
                "boolean|\"true\"",
                "string|1",
                "Any|{\"@type\":\"date\",\"@value\":\"2026-13-01\"}",
                "Any|{\"@type\":\"decimal\",\"@value\":1}",
                "string|{\"a\":{\"@type\":\"date\"}}"
            })
    @DisplayName("与声明的类型不符的输入，指出是哪一个")
    void refusesWhatDoesNotFit(String typeAndValue) {
        String[] parts = typeAndValue.split("\\|");
        String model = ModelBuilder.named("typed")
                .input("x", parts[0])
                .decision("d", "Any", ModelBuilder.literal("x"), "x")
                .xml();
        TrialModel trial = TrialModel.load(ModelTexts.of(model), false);
        assertThatThrownBy(() -> trial.evaluate(json("{\"x\":" + parts[1] + "}"), List.of(), null))
                .isInstanceOfSatisfying(TrialException.class, e -> {
                    assertThat(e.reason()).isEqualTo(TrialException.Reason.WRONG_INPUT);
                    assertThat(e.pointer()).startsWith("/inputs/x");
                });
    }

    @Test
    @DisplayName("描述：输入的类型逐层写明，引入的输入写明在哪个引入之下")
    void describes() {
        String base = ModelBuilder.named("base")
                .input("rate", "number")
                .decision("basic", "number", ModelBuilder.literal("rate"), "rate")
                .xml();
        String model = ModelBuilder.named("described")
                .imports("b", "base")
                .type(
                        "<itemDefinition name=\"tDays\" isCollection=\"true\"><typeRef>date</typeRef></itemDefinition>"
                                + "<itemDefinition name=\"tCase\"><itemComponent name=\"days\"><typeRef>tDays</typeRef></itemComponent></itemDefinition>")
                .input("x", "tCase")
                .decision(
                        "d",
                        "number",
                        ModelBuilder.literal("b.basic + count(x.days)"),
                        "x",
                        "href-decision:urn:test:base#d-basic")
                .service("serve", "d", "", "x")
                .xml();
        JsonNode description =
                TrialModel.load(new ModelTexts(model, List.of(base)), false).describe();
        assertThat(description.path("messages")).isEmpty();
        assertThat(description.path("imports").path(0).path("found").asBoolean())
                .isTrue();
        JsonNode x = description.path("inputs").path(0);
        assertThat(x.path("type").asString()).isEqualTo("context");
        assertThat(x.path("typeName").asString()).isEqualTo("tCase");
        assertThat(x.at("/fields/days/type").asString()).isEqualTo("list");
        assertThat(x.at("/fields/days/items/type").asString()).isEqualTo("date");
        assertThat(description.path("inputs").path(1).path("import").asString()).isEqualTo("b");
        assertThat(description.path("inputs").path(1).path("name").asString()).isEqualTo("rate");
        assertThat(description.at("/decisions/0/inputs").toString()).isEqualTo("[\"b.rate\",\"x\"]");
        assertThat(description.at("/decisionServices/0/decisions/0").asString()).isEqualTo("d");
    }

    static JsonNode json(String text) {
        return FeelJson.MAPPER.readTree(text);
    }

    static JsonNode decision(JsonNode answer, String name) {
        for (JsonNode decision : answer.path("decisions")) {
            if (decision.path("name").asString().equals(name)) {
                return decision;
            }
        }
        throw new AssertionError("no decision " + name + " in " + answer);
    }

    private static DMNResult drools(TrialCase trial) {
        Reader[] readers = trial.texts().all().stream().map(StringReader::new).toArray(Reader[]::new);
        DMNRuntime runtime = DMNKogito.createGenericDMNRuntime(Set.of(), false, readers);
        String name = trial.texts().model().replaceFirst("(?s).*?<definitions [^>]*? name=\"([^\"]+)\".*", "$1");
        DMNModel model = Objects.requireNonNull(runtime.getModel("urn:test:" + name, name));
        DMNContext context = runtime.newContext();
        trial.inputs().forEach(context::set);
        return runtime.evaluateAll(model, context);
    }

    private static Set<String> texts(JsonNode messages) {
        Set<String> texts = new TreeSet<>();
        messages.forEach(m -> texts.add(m.path("severity").asString()
                + m.path("sourceId").asString("")
                + m.path("text").asString()));
        return texts;
    }

    private static Set<String> texts(List<DMNMessage> messages) {
        Set<String> texts = new TreeSet<>();
        messages.forEach(m -> texts.add(m.getLevel().name().toLowerCase(java.util.Locale.ROOT)
                + Objects.requireNonNullElse(m.getSourceId(), "")
                + m.getText()));
        return texts;
    }

    /** Compares by reading our text back with the JDK, not with the code under test. */
    private static void same(JsonNode ours, @Nullable Object drools, String at) {
        if (drools == null) {
            assertThat(ours.isNull()).as(at).isTrue();
        } else if (drools instanceof BigDecimal number) {
            assertThat(ours.isNumber()).as(at).isTrue();
            assertThat(ours.decimalValue()).as(at).isEqualByComparingTo(number);
        } else if (drools instanceof String || drools instanceof Boolean) {
            assertThat(ours.asString()).as(at).isEqualTo(drools.toString());
        } else if (drools instanceof LocalDate date) {
            assertThat(LocalDate.parse(ours.asString())).as(at).isEqualTo(date);
        } else if (drools instanceof OffsetTime time) {
            assertThat(OffsetTime.parse(ours.asString())).as(at).isEqualTo(time);
        } else if (drools instanceof OffsetDateTime time) {
            assertThat(OffsetDateTime.parse(ours.asString())).as(at).isEqualTo(time);
        } else if (drools instanceof java.time.ZonedDateTime time) {
            assertThat(OffsetDateTime.parse(ours.asString())).as(at).isEqualTo(time.toOffsetDateTime());
        } else if (drools instanceof LocalDateTime time) {
            assertThat(LocalDateTime.parse(ours.asString())).as(at).isEqualTo(time);
        } else if (drools instanceof java.time.LocalTime time) {
            assertThat(java.time.LocalTime.parse(ours.asString())).as(at).isEqualTo(time);
        } else if (drools instanceof Duration duration) {
            assertThat(Duration.parse(ours.asString())).as(at).isEqualTo(duration);
        } else if (drools instanceof ChronoPeriod period) {
            assertThat(Period.parse(ours.asString()).toTotalMonths())
                    .as(at)
                    .isEqualTo(Period.from(period).toTotalMonths());
        } else if (drools instanceof List<?> list) {
            assertThat(ours).as(at).hasSize(list.size());
            for (int i = 0; i < list.size(); i++) {
                same(ours.get(i), list.get(i), at + "/" + i);
            }
        } else if (drools instanceof Map<?, ?> map) {
            assertThat(ours.size()).as(at).isEqualTo(map.size());
            map.forEach((key, value) -> same(ours.path(String.valueOf(key)), value, at + "/" + key));
        } else if (drools instanceof Range range) {
            same(ours.path("start"), range.getLowEndPoint(), at);
            same(ours.path("end"), range.getHighEndPoint(), at);
        } else if (drools instanceof FEELFunction) {
            assertThat(ours.has("parameters")).as(at).isTrue();
        } else {
            throw new AssertionError(at + " is of unknown type " + drools.getClass());
        }
    }
}
