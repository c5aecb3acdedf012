package cn.faheng.authoring.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.authoring.DraftingTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("专家的草案：DMN 按原样保存")
class ExpertDraftTest extends DraftingTest {

    private static final String SPEED = "traffic/SD-TRAF-77/370000@2014-08-01";

    private static String imported(String limit) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="t" name="terms" namespace="https://example.org/terms">
                  <inputData id="i1" name="filed"><variable name="filed" typeRef="date"/></inputData>
                  <decision id="d1" name="last day"><variable name="last day" typeRef="date"/>
                    <informationRequirement id="r1"><requiredInput href="#i1"/></informationRequirement>
                    <literalExpression id="e1"><text>filed + duration("%s")</text></literalExpression></decision>
                </definitions>
                """
                .formatted(limit);
    }

    private static final String MODEL =
            """
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="late" namespace="https://example.org/late">
              <import name="terms" namespace="https://example.org/terms" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
              <inputData id="i1" name="now"><variable name="now" typeRef="date and time"/></inputData>
              <decision id="d1" name="late"><variable name="late" typeRef="boolean"/>
                <informationRequirement id="r1"><requiredInput href="#i1"/></informationRequirement>
                <informationRequirement id="r2"><requiredDecision href="https://example.org/terms#d1"/></informationRequirement>
                <literalExpression id="e1"><text>date(now) &gt; terms.last day</text></literalExpression></decision>
            </definitions>
            """;

    private static ObjectNode texts(String model, String... imports) {
        ObjectNode body = JSON.createObjectNode().put("model", model);
        for (String one : imports) {
            body.withArray("imports").add(one);
        }
        return body;
    }

    private Reply model(String id, String revision, String type, String body) throws Exception {
        return send(as(AUTHOR, "/drafts/" + id + "/model")
                .header("Content-Type", type)
                .header("If-Match", "\"" + revision + "\"")
                .PUT(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    private String late(String id) throws Exception {
        Reply tried = post(
                AUTHOR,
                "/drafts/" + id + ":try",
                "{\"facts\":{\"now\":\"2026-03-03T08:00:00+08:00\",\"terms\":{\"filed\":\"2026-01-01\"}}}");
        assertThat(tried.status()).as(tried.body()).isEqualTo(200);
        for (JsonNode decision : tried.json().at("/model/decisions")) {
            if (decision.path("name").asString().equals("late")) {
                return decision.path("value").asString();
            }
        }
        return tried.body();
    }

    @Test
    @DisplayName("带引入的模型：引入的一起保存、可以替换；只交 XML 时引入不变；试算随之改变")
    void importsAreReplaced() throws Exception {
        Reply made = post(AUTHOR, "/drafts", texts(MODEL, imported("P60D")).toString());
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String id = made.json().path("id").asString();
        assertThat(made.json().path("expert").asBoolean()).isTrue();
        assertThat(late(id)).isEqualTo("true");

        Reply replaced = model(
                id, "1", "application/json", texts(MODEL, imported("P90D")).toString());
        assertThat(replaced.status()).as(replaced.body()).isEqualTo(200);
        assertThat(late(id)).isEqualTo("false");

        Reply alone = model(id, "2", "application/xml", MODEL.replace("&gt;", "&lt;="));
        assertThat(alone.status()).as(alone.body()).isEqualTo(200);
        assertThat(late(id)).isEqualTo("true");
        assertThat(problem(model(id, "1", "application/xml", MODEL))).isEqualTo("draft-changed");
        assertThat(problem(model(id, "3", "application/json", "{\"imports\":[]}")))
                .isEqualTo("missing-field");
        assertThat(read(AUTHOR, "/drafts/" + id).json().path("revision").asInt())
                .isEqualTo(3);
    }

    @Test
    @DisplayName("表格装不下的模型：按原样校验、公布，下一次裁量用它")
    void isPublished() throws Exception {
        Reply made = post(AUTHOR, "/drafts", "{\"base\":\"" + SPEED + "\",\"effectiveFrom\":\"2026-11-22\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String id = made.json().path("id").asString();
        String note = "<decision id=\"note\" name=\"note\"><variable name=\"note\" typeRef=\"Any\"/>"
                + "<list id=\"l1\"><literalExpression id=\"l2\"><text>1</text></literalExpression></list></decision>";
        String given =
                read(AUTHOR, "/drafts/" + id + "/model").body().replace("</definitions>", note + "</definitions>");

        Reply saved = model(id, "1", "application/xml", given);
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        assertThat(saved.json().path("expert").asBoolean()).isTrue();
        approved(id);
        Reply published = post(APPROVER, "/drafts/" + id + ":publish", "{}");
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        long number = published.json().path("publication").asLong();

        assertThat(read(AUTHOR, "/rulesets/traffic/SD-TRAF-77/370000:dmn?version=2026-11-22")
                        .body())
                .isEqualTo(given);
        Reply decision = post(
                AUTHOR,
                "/decisions",
                """
                {"item":"SD-TRAF-77","place":"370800","act":{"start":"2026-11-22"},"decidedOn":"2026-11-22",
                 "party":{"kind":"individual"},"facts":{},"circumstances":{}}""");
        assertThat(decision.body()).contains("\"id\":\"traffic/SD-TRAF-77/370000\",\"version\":\"2026-11-22\"");
        post(APPROVER, "/publications/" + number + ":withdraw", "{\"reason\":\"测试结束\"}");
    }
}
