package cn.faheng.authoring.trials;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.authoring.DraftingTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("试算、用例和 DMN")
class TrialTest extends DraftingTest {

    private static final String DURATIONS =
            """
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="d" name="dates" namespace="https://example.org/dates">
              <inputData id="i1" name="filed"><variable name="filed" typeRef="date"/></inputData>
              <decision id="d1" name="due"><variable name="due" typeRef="date"/>
                <informationRequirement id="r1"><requiredInput href="#i1"/></informationRequirement>
                <literalExpression id="e1"><text>filed + duration("P60D")</text></literalExpression></decision>
              <decision id="d2" name="loop"><variable name="loop"/>
                <literalExpression id="e2"><text>count(for i in 1..3 return i)</text></literalExpression></decision>
            </definitions>
            """;

    @Test
    @DisplayName("任何 DMN 都能存成草案试算，日期是有类型的 JSON；有循环的不校验、不公布，草案保留")
    void anyModelIsTried() throws Exception {
        ObjectNode made = JSON.createObjectNode();
        made.put("model", DURATIONS);
        Reply draft = post(AUTHOR, "/drafts", made.toString());
        assertThat(draft.status()).as(draft.body()).isEqualTo(201);
        String id = draft.json().path("id").asString();
        assertThat(draft.json().path("expert").asBoolean()).isTrue();

        Reply tried = post(AUTHOR, "/drafts/" + id + ":try", "{\"facts\":{\"filed\":\"2026-01-01\"}}");

        assertThat(tried.status()).as(tried.body()).isEqualTo(200);
        assertThat(tried.json().at("/model/decisions").toString())
                .contains("2026-03-02")
                .contains("date");
        assertThat(post(AUTHOR, "/drafts/" + id + ":try", "{\"facts\":{}}")
                        .json()
                        .path("missing")
                        .toString())
                .contains("filed");
        Reply model = read(AUTHOR, "/drafts/" + id + "/model");
        assertThat(model.body()).isEqualTo(DURATIONS);
        Reply refused = post(AUTHOR, "/drafts/" + id + ":prove", "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(read(AUTHOR, "/drafts/" + id).json().path("state").asString())
                .isEqualTo("DRAFT");
    }

    @Test
    @DisplayName("表格草案：逐个决定作答，整个裁量与今天的并排")
    void besideToday() throws Exception {
        JsonNode draft = nextVersion("2026-12-06");
        String id = draft.path("id").asString();

        Reply tried = post(AUTHOR, "/drafts/" + id + ":try", "{\"facts\":{}}");
        assertThat(tried.status()).as(tried.body()).isEqualTo(200);
        assertThat(tried.json().path("missing")).isNotEmpty();

        String request =
                "{\"request\":{\"item\":\"MEM-26\",\"place\":\"370811\",\"act\":{\"start\":\"2026-01-10\"},\"decidedOn\":\"2026-03-01\",\"party\":{\"kind\":\"organisation\"}}}";
        Reply whole = post(AUTHOR, "/drafts/" + id + ":try", request);
        assertThat(whole.status()).as(whole.body()).isEqualTo(200);
        assertThat(whole.json().at("/supposed/outcome/kind").asString())
                .as(whole.body())
                .isNotEmpty();
        assertThat(whole.json().at("/today/outcome/kind").asString()).isNotEmpty();
        assertThat(whole.json().at("/today/receipt").isMissingNode()).isTrue();
    }

    @Test
    @DisplayName("用例：运行、覆盖、补齐边界；读不出来的不保存")
    void cases() throws Exception {
        String id = nextVersion("2026-12-07").path("id").asString();

        Reply ran = post(AUTHOR, "/drafts/" + id + "/cases:run", "");
        assertThat(ran.status()).as(ran.body()).isEqualTo(200);
        assertThat(ran.json().path("passed").asBoolean()).as(ran.body()).isTrue();
        assertThat(ran.json().at("/coverage/rows")).isNotEmpty();
        Reply generated = post(AUTHOR, "/drafts/" + id + "/cases:generate", "");
        assertThat(generated.json().path("cases").asString()).startsWith("id,title");
        ObjectNode broken = JSON.createObjectNode().put("cases", "id,id\n1,2\n");
        assertThat(problem(put(AUTHOR, "/drafts/" + id + "/cases", "1", broken)))
                .isEqualTo("draft-refused");
    }

    @Test
    @DisplayName("模型出去再回来还是同一张表；带外部实体的、DRL 的都拒绝，草案保持原样")
    void modelsComeBack() throws Exception {
        String id = nextVersion("2026-12-08").path("id").asString();
        String model = read(AUTHOR, "/drafts/" + id + "/model").body();

        assertThat(model(id, model).json().path("expert").asBoolean()).isFalse();
        Reply entity = model(id, "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>");
        assertThat(problem(entity)).isEqualTo("model-refused");
        Reply drl = model(id, "package x\nrule \"a\" when then System.exit(0); end");
        assertThat(problem(drl)).isEqualTo("drl-not-accepted");
        assertThat(read(AUTHOR, "/drafts/" + id).json().path("revision").asInt())
                .isEqualTo(1);
    }

    private Reply model(String id, String xml) throws Exception {
        return send(as(AUTHOR, "/drafts/" + id + "/model")
                .header("Content-Type", "application/xml")
                .header("If-Match", "\"1\"")
                .PUT(BodyPublishers.ofString(xml, StandardCharsets.UTF_8)));
    }
}
