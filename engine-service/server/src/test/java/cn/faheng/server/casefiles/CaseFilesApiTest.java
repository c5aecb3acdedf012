package cn.faheng.server.casefiles;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.server.ServerTest;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

@DisplayName("案卷过关的接口")
class CaseFilesApiTest extends ServerTest {

    private static ArrayNode lawful(String name) throws IOException {
        try (InputStream in = CaseFilesApiTest.class.getResourceAsStream("/gates/_bases/" + name + ".yaml")) {
            return (ArrayNode) new YAMLMapper().readTree(in).get("entries");
        }
    }

    private static String check(String gate, String at, ArrayNode entries) {
        ObjectNode body = JSON.createObjectNode();
        body.put("gate", gate).put("at", at).set("entries", entries);
        return body.toString();
    }

    private static ArrayNode changed(ArrayNode entries, String id, Consumer<ObjectNode> change) {
        for (JsonNode entry : entries) {
            if (entry.path("id").asString().equals(id)) {
                change.accept((ObjectNode) entry);
            }
        }
        return entries;
    }

    private static ArrayNode without(ArrayNode entries, String id) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).path("id").asString().equals(id)) {
                entries.remove(i);
            }
        }
        return entries;
    }

    @Test
    @DisplayName("合法的案卷可以通过决定这一关")
    void lawfulFilePasses() throws IOException, InterruptedException {
        Reply reply = post("/api/v1/case-files:check", check("decision", "2026-04-27T09:30", lawful("ordinary-2026")));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json().path("blocked").asBoolean()).as(reply.body()).isFalse();
        assertThat(reply.json().path("limits")).isNotEmpty();
        assertThat(reply.json().path("computed").get(0).path("verdict").asString())
                .isEqualTo("within-benchmark");
    }

    @Test
    @DisplayName("一名执法人员：写明条文、原文、补救办法和所依据的规则版本")
    void oneOfficerIsBlocked() throws IOException, InterruptedException {
        Reply reply = post(
                "/api/v1/case-files:check",
                check("filing", "2026-03-05T10:00", without(lawful("ordinary-2026"), "li")));
        assertThat(reply.json().path("blocked").asBoolean()).isTrue();
        assertThat(reply.json().path("findings")).anySatisfy(finding -> {
            assertThat(finding.path("code").asString()).isEqualTo("OFF-01");
            assertThat(finding.path("severity").asString()).isEqualTo("block");
            assertThat(finding.path("citations").get(0).path("text").asString()).isEqualTo("《中华人民共和国行政处罚法》第四十二条第一款");
            assertThat(finding.path("mend").asString()).isNotBlank();
            assertThat(finding.path("ruleSetHash").asString()).hasSize(64);
        });
    }

    @Test
    @DisplayName("读不懂的条目：指出位置，说明到哪里查种类")
    void unknownEntriesAreRefused() throws IOException, InterruptedException {
        ArrayNode entries = changed(lawful("ordinary-2026"), "li", entry -> entry.put("typo", 1));
        Reply reply = post("/api/v1/case-files:check", check("filing", "2026-03-05T10:00", entries));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("errors").get(0).path("pointer").asString())
                .startsWith("/entries/3");
        Reply gate = post("/api/v1/case-files:check", check("nowhere", "2026-03-05T10:00", JSON.createArrayNode()));
        assertThat(gate.status()).isBetween(400, 422);
        Reply moment = post("/api/v1/case-files:check", check("filing", "昨天", JSON.createArrayNode()));
        assertThat(moment.json().path("errors").get(0).path("pointer").asString())
                .isEqualTo("/at");
    }

    @Test
    @DisplayName("可以办理的步骤：阶段、由谁、经谁批准、依据")
    void stepsAreNamed() throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode entries = JSON.createArrayNode();
        lawful("ordinary-2026").forEach(entry -> {
            if (entries.size() < 9) {
                entries.add(entry);
            }
        });
        body.put("at", "2026-03-05T09:00").set("entries", entries);
        Reply reply = post("/api/v1/case-files:steps", body.toString());
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json().path("stage").asString()).isEqualTo("verified");
        assertThat(reply.json().path("steps")).anySatisfy(step -> {
            assertThat(step.path("name").asString()).isEqualTo("filed");
            assertThat(step.path("state").asString()).isEqualTo("open");
            assertThat(step.path("leave").asString()).isEqualTo("head");
        });
    }

    @Test
    @DisplayName("条目的种类和问题的种类可以查到")
    void kindsAreListed() throws IOException, InterruptedException {
        JsonNode kinds = get("/api/v1/case-files/entry-kinds").json();
        assertThat(kinds)
                .anySatisfy(kind -> assertThat(kind.path("type").asString()).isEqualTo("officer-assigned"));
        JsonNode findings = get("/api/v1/finding-kinds?on=2026-03-05").json();
        assertThat(findings.size()).isGreaterThan(60);
        assertThat(findings)
                .allSatisfy(kind -> assertThat(kind.path("citations")).isNotEmpty());
    }
}
