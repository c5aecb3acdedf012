package cn.faheng.server.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.faheng.contract.model.DecisionRequestBody;
import cn.faheng.contract.model.DecisionResponseBody;
import cn.faheng.server.ServerTest;
import cn.faheng.server.canonical.CanonicalJson;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.server.receipts.IdempotencyKey;
import cn.faheng.server.receipts.NewReceipt;
import cn.faheng.server.receipts.ReceiptStore;
import cn.faheng.server.registry.OtherRuleBases;
import cn.faheng.server.registry.RuleBases;
import cn.faheng.server.storage.DataFolder;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("规则库换了：旧的留痕仍在旧的规则库上逐字节复算")
class OtherRuleBaseTest extends ServerTest {

    private static final String SEWAGE =
            "{\"item\":\"GD-ENV-1.3\",\"place\":\"370811\",\"act\":{\"start\":\"2025-03-01\"},"
                    + "\"decidedOn\":\"2025-06-01\",\"party\":{\"kind\":\"organisation\"}}";

    @Autowired
    private ApplicationContext server;

    @Autowired
    private RuleBases current;

    private DecisionService serviceOn(RuleBases ruleBases) {
        return new DecisionService(
                ruleBases,
                server.getBean(ReceiptStore.class),
                server.getBean(JsonMapper.class),
                server.getBean(Clock.class),
                server.getBean(DataFolder.class));
    }

    private DecisionRequestBody body(String json) {
        return server.getBean(JsonMapper.class).readValue(json, DecisionRequestBody.class);
    }

    @Test
    @DisplayName("采用的基准公布之前的留痕：内容与今天的不同，复算相同，同一键重发得到原来的答复")
    void replaysOnTheRuleBaseOfTheReceipt() throws Exception {
        RuleBases before = OtherRuleBases.without("adoptions/", server);
        String key = "before-" + UUID.randomUUID();
        DecisionResponseBody old = serviceOn(before)
                .decide(body(SEWAGE), "demo-system", new IdempotencyKey(key))
                .body();
        String id = old.getReceipt().getId().toString();

        JsonNode today = decide(SEWAGE).json();
        JsonNode replay = post("/api/v1/receipts/" + id + ":replay", "").json();
        Reply again = send(request("/api/v1/decisions")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(SEWAGE)));

        assertThat(old.getReceipt().getRuleBase())
                .isEqualTo(before.current().hash())
                .isNotEqualTo(current.current().hash());
        assertThat(today.at("/receipt/ruleBase").asString())
                .isEqualTo(current.current().hash());
        assertThat(today.path("ruleSets").size())
                .isGreaterThan(old.getRuleSets().size());
        assertThat(replay.path("identical").asBoolean()).as(replay.toString()).isTrue();
        assertThat(replay.path("replayedContentHash").asString())
                .isEqualTo(old.getReceipt().getContentHash());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.json().at("/receipt/id").asString()).isEqualTo(id);
    }

    @Test
    @DisplayName("留痕依据的规则库不在本机：说出来，不是内部错误")
    void namesARuleBaseThatIsNotHeld() throws Exception {
        JsonNode receipt = get("/api/v1/receipts/"
                        + decide(SEWAGE).json().at("/receipt/id").asString())
                .json();
        String elsewhere = "e".repeat(64);
        String content = CanonicalJson.of(receipt.path("content"))
                .replace(receipt.at("/content/ruleBase").asString(), elsewhere);
        UUID id = server.getBean(ReceiptStore.class)
                .store(List.of(new NewReceipt(
                        "demo-system",
                        null,
                        0,
                        "",
                        CanonicalJson.hash(content),
                        content,
                        CanonicalJson.of(receipt.path("trace")))))
                .get(0)
                .id();

        Reply reply = post("/api/v1/receipts/" + id + ":replay", "");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.json().path("type").asString()).isEqualTo("/problems/rule-base-not-held");
        assertThat(reply.json().path("ruleBase").asString()).isEqualTo(elsewhere);
    }

    @Test
    @DisplayName("以前的版本写下、现在没有的字段：同一键重发仍得到原来的答复")
    void readsTheAnswerOfAnEarlierVersion() throws Exception {
        JsonNode receipt = get("/api/v1/receipts/"
                        + decide(SEWAGE).json().at("/receipt/id").asString())
                .json();
        ObjectNode content = (ObjectNode) receipt.path("content").deepCopy();
        ((ObjectNode) content.path("decision")).put("formerField", 1);

        DecisionResponseBody answer = server.getBean(StoredAnswers.class).read(content, receipt.path("trace"));

        assertThat(answer.getItem().getCode()).isEqualTo("GD-ENV-1.3");
        assertThat(content.at("/decision/formerField").asInt()).isEqualTo(1);
    }

    @Test
    @DisplayName("行为时事项已经失效：说出最后的施行日")
    void namesTheLastDayInForce() {
        RuleBases before = OtherRuleBases.without("rulesets/environment/GD-ENV-2.34/statute/2026-08-15/", server);
        String request = SEWAGE.replace("GD-ENV-1.3", "GD-ENV-2.34")
                .replace("2025-03-01", "2026-09-01")
                .replace("2025-06-01", "2026-10-01");

        Problem problem = catchThrowableOfType(
                        ProblemException.class, () -> serviceOn(before).decide(body(request), "demo-system", null))
                .problem();

        assertThat(problem.type()).isEqualTo(ProblemType.NO_RULE_SET_IN_FORCE);
        assertThat(problem.detail()).isNotBlank();
        assertThat(problem.members())
                .containsEntry("item", "GD-ENV-2.34")
                .containsEntry("onDate", "2026-09-01")
                .containsEntry("lastInForce", "2026-08-14")
                .doesNotContainKey("firstInForce");
    }
}
