package cn.faheng.authoring.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.faheng.authoring.AuthoringTest;
import cn.faheng.server.problems.ProblemException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("经接口检查、试算任何 DMN 模型")
class ModelsTest extends AuthoringTest {

    private static final String MODEL =
            """
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="filing" namespace="https://example.org/filing">
              <inputData id="i1" name="filed"><variable name="filed" typeRef="date"/></inputData>
              <inputData id="i2" name="amount"><variable name="amount" typeRef="number"/></inputData>
              <inputData id="i3" name="wait"><variable name="wait" typeRef="days and time duration"/></inputData>
              <decision id="d1" name="due"><variable name="due" typeRef="date"/>
                <informationRequirement id="r1"><requiredInput href="#i1"/></informationRequirement>
                <informationRequirement id="r2"><requiredInput href="#i3"/></informationRequirement>
                <literalExpression id="e1"><text>filed + wait</text></literalExpression></decision>
              <decision id="d2" name="parts"><variable name="parts" typeRef="Any"/>
                <informationRequirement id="r3"><requiredInput href="#i2"/></informationRequirement>
                <literalExpression id="e2"><text>{sum: amount + 0.2, term: duration("P1Y2M"), at: time("10:15:00+08:00"), none: null, list: [date("2026-01-01"), 1]}</text></literalExpression></decision>
            </definitions>
            """;

    private Reply tried(String model, String inputs) throws Exception {
        ObjectNode body = JSON.createObjectNode();
        body.put("model", model);
        body.set("inputs", JSON.readTree(inputs));
        return post("/api/v1/models:try", body.toString());
    }

    private static String expression(String feel) {
        return MODEL.replaceFirst(
                "<text>filed \\+ wait</text>",
                "<text>" + feel.replace("<", "&lt;").replace("$", "\\$") + "</text>");
    }

    @Test
    @DisplayName("日期、时间、期间是有类型的 JSON；数一位不差；空值写明")
    void typedJson() throws Exception {
        Reply reply =
                tried(MODEL, "{\"filed\":\"2026-08-15\",\"wait\":\"P1DT2H\",\"amount\":\"12345678901234567890.1\"}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        JsonNode due = reply.json().at("/decisions/0");
        assertThat(due.path("name").asString()).isEqualTo("due");
        assertThat(due.path("status").asString()).isEqualTo("succeeded");
        assertThat(due.path("value").asString()).isEqualTo("2026-08-16");
        assertThat(due.path("type").asString()).isEqualTo("date");
        JsonNode parts = reply.json().at("/decisions/1");
        assertThat(reply.body()).contains("\"sum\":12345678901234567890.3").contains("\"none\":null");
        assertThat(parts.at("/value/term").asString()).isEqualTo("P1Y2M");
        assertThat(parts.at("/fields/term/type").asString()).isEqualTo("years and months duration");
        assertThat(parts.at("/value/at").asString()).isEqualTo("10:15:00+08:00");
        assertThat(parts.at("/fields/at/type").asString()).isEqualTo("time");
        assertThat(parts.at("/fields/list/itemTypes/0/type").asString()).isEqualTo("date");
    }

    @Test
    @DisplayName("XML 直接提交也可以：检查、试算")
    void rawXml() throws Exception {
        Reply checked = send(request("/api/v1/models:check")
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofString(MODEL)));
        assertThat(checked.status()).as(checked.body()).isEqualTo(200);
        assertThat(checked.json().at("/inputs/0/type").asString()).isEqualTo("date");
        assertThat(checked.json().at("/inputs/2/type").asString()).isEqualTo("days and time duration");
        assertThat(checked.json().path("messages")).isEmpty();
        Reply tried = send(request("/api/v1/models:try?inputs=" + encoded("{\"amount\":1}"))
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofString(MODEL)));
        assertThat(tried.status()).as(tried.body()).isEqualTo(200);
        assertThat(tried.json().at("/decisions/0/status").asString()).isEqualTo("skipped");
        assertThat(tried.json().at("/decisions/1/value/sum").toString()).isEqualTo("1.2");
        assertThat(tried.json().path("messages")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"filed\":\"2026-02-30\"}|/inputs/filed",
                "{\"amount\":\"一\"}|/inputs/amount",
                "{\"wait\":\"P1Y\"}|/inputs/wait"
            })
    @DisplayName("与类型不符的输入：422，指出是哪一个")
    void wrongInput(String inputs, String pointer) throws Exception {
        Reply reply = tried(MODEL, inputs);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("type").asString()).isEqualTo("/problems/wrong-type");
        assertThat(reply.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @Test
    @DisplayName("有害的、算不完的、缺引入的、不是 DMN 的，各给出明确的问题，服务照常")
    void badModels() throws Exception {
        problem(tried("<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + MODEL, "{}"), "model-refused");
        problem(
                tried(
                        expression(
                                "function(a) external {java: {class: \"java.lang.System\", method signature: \"exit(int)\"}}"),
                        "{}"),
                "model-refused");
        String loop = "count(for i in 1..1000000000 return i)";
        Reply endless = tried(expression(loop), "{\"filed\":\"2026-08-15\",\"wait\":\"P1D\"}");
        assertThat(endless.json().path("type").asString())
                .isIn("/problems/model-timeout", "/problems/model-too-expensive");
        problem(
                tried(
                        expression("{f: function(n) f(n + 1), r: f(1)}.r"),
                        "{\"filed\":\"2026-08-15\",\"wait\":\"P1D\"}"),
                "model-too-expensive");
        problem(
                tried(
                        MODEL.replace(
                                "<inputData id=\"i1\"",
                                "<import name=\"x\" namespace=\"urn:x\" locationURI=\"http://127.0.0.1:1/x.dmn\" importType=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"/><inputData id=\"i1\""),
                        "{}"),
                "model-import-missing");
        problem(tried("<html/>", "{}"), "model-not-dmn");
        problem(post("/api/v1/models:try", "{\"model\":\"\"}"), "missing-field");
        problem(post("/api/v1/models:try", "{\"model\":\"<a/>\",\"input\":{}}"), "unknown-field");
        ObjectNode body = JSON.createObjectNode();
        body.put("model", MODEL);
        body.putArray("decisions").add("没有");
        problem(post("/api/v1/models:try", body.toString()), "unknown-decision");
        assertThat(tried(MODEL, "{\"amount\":1}").status()).isEqualTo(200);
    }

    private static void problem(Reply reply, String slug) {
        assertThat(reply.json().path("type").asString()).as(reply.body()).isEqualTo("/problems/" + slug);
    }

    @Test
    @DisplayName("编码以文件自己写明的为准，不符的说明")
    void encodings() {
        String declared = "<?xml version=\"1.0\" encoding=\"GB18030\"?><a>法</a>";
        assertThat(XmlText.of(declared.getBytes(Charset.forName("GB18030")))).isEqualTo(declared);
        assertThat(XmlText.of(("\uFEFF" + MODEL).getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(MODEL);
        assertThat(XmlText.of(MODEL.getBytes(StandardCharsets.UTF_8))).isEqualTo(MODEL);
        assertThatThrownBy(() -> XmlText.of("<a>法</a>".getBytes(Charset.forName("GB18030"))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("UTF-8");
    }
}
