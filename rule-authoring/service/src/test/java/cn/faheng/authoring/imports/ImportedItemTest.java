package cn.faheng.authoring.imports;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.authoring.DraftingTest;
import cn.faheng.drafting.cases.CaseCsv;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("从导入到裁量")
class ImportedItemTest extends DraftingTest {

    private static final String LAW = "中华人民共和国水污染防治法";

    /** One item as in benchmarks.json: in force from 2020-03-01 to 2023-02-28, entered in 2026. */
    private static final String ITEM =
            """
            {"items": [{
              "id": "%s", "domain": "environment", "jurisdiction": "广东省江门市", "kind": "published",
              "violation": "未保存原始监测记录的",
              "legalBasis": [{"law": "%s", "article": 82, "paragraph": null, "item": "第（一）项"}],
              "statutoryRangeText": "%s",
              "tiers": [
                {"name": "1", "condition": "两年内第1次", "standard": "处二万元以上五万元以下罚款", "fine": {"min": 20000, "max": 50000}},
                {"name": "2", "condition": "两年内第2次", "standard": "处五万元以上二十万元以下罚款", "fine": {"min": 50000, "max": 200000}}],
              "mode": "tiers", "source": "江环〔2020〕1号", "effective": "2020-03-01", "expires": "2023-02-28",
              "confidence": "exact from source"}]}
            """;

    private static final String WORDS = "《中华人民共和国水污染防治法》（2017年修订）第八十二条第（一）项：\\n违反本法规定，有下列行为之一的，由县级以上人民政府环境保护主管部门责令限期改正，"
            + "处二万元以上二十万元以下的罚款；逾期不改正的，责令停产整治：\\n（一）未按照规定对所排放的水污染物自行监测，或者未保存原始监测记录的；";

    private JsonNode imported(String code, String law, String words) throws Exception {
        return imported(ITEM.formatted(code, law, words));
    }

    private JsonNode imported(String item) throws Exception {
        Reply made = send(as(AUTHOR, "/rule-imports?fileName=item.json")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(item)));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        Reply drafts = post(AUTHOR, "/rule-imports/" + made.json().path("id").asString() + ":draft", "{}");
        assertThat(drafts.status()).as(drafts.body()).isEqualTo(201);
        return read(AUTHOR, "/drafts/" + drafts.json().at("/drafts/0/id").asString())
                .json();
    }

    /** Answers every open question. */
    private void settled(JsonNode draft) throws Exception {
        String id = draft.path("id").asString();
        int revision = draft.path("revision").asInt();
        for (JsonNode question : draft.at("/content/questions")) {
            Reply answered = send(as(
                            AUTHOR,
                            "/drafts/" + id + "/questions/"
                                    + question.path("id").asString() + ":answer")
                    .header("Content-Type", "application/json")
                    .header("If-Match", "\"" + revision + "\"")
                    .POST(BodyPublishers.ofString("{\"answer\":\"已核对原件\"}")));
            assertThat(answered.status()).as(answered.body()).isEqualTo(200);
            revision = answered.json().path("revision").asInt();
        }
    }

    private long published(String id) throws Exception {
        JsonNode proof = proved(id);
        assertThat(proof.path("state").asString())
                .as(proof.path("blockers").toString())
                .isEqualTo("CHECKED");
        step(AUTHOR, id, "submit", "{}", "IN_LEGAL_REVIEW");
        step(APPROVER, id, "review", "{\"reason\":\"与原件一致\"}", "REVIEWED");
        step(APPROVER, id, "approve", "{\"reason\":\"同意\",\"backfillReason\":\"补录已经公布施行的文件\"}", "APPROVED");
        Reply reply = post(APPROVER, "/drafts/" + id + ":publish", "{}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json().path("publication").asLong();
    }

    private String decided(String code) throws Exception {
        ObjectNode facts = JSON.createObjectNode().put("违法情节", "两年内第2次");
        Reply item = read(AUTHOR, "/items/" + code);
        for (JsonNode question : item.json().path("questions")) {
            if (question.path("type").asString().equals("boolean")) {
                facts.put(question.path("name").asString(), false);
            }
        }
        Reply reply = post(
                AUTHOR,
                "/decisions",
                "{\"item\":\"" + code
                        + "\",\"place\":\"440700\",\"act\":{\"start\":\"2022-01-05\"},\"decidedOn\":\"2022-06-01\","
                        + "\"party\":{\"kind\":\"organisation\"},\"circumstances\":{},\"facts\":" + facts + "}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.body();
    }

    @Test
    @DisplayName("已经失效的基准也能补录：它施行期间的行为按它计算，金额与原表一致")
    void formerBenchmark() throws Exception {
        JsonNode draft = imported("JM-TEST-1", LAW, WORDS);
        settled(draft);

        long number = published(draft.path("id").asString());

        assertThat(decided("JM-TEST-1")).contains("\"minFen\":5000000,\"maxFen\":20000000");
        assertThat(read(AUTHOR, "/benchmarks?on=2022-06-01").body()).contains("environment/JM-TEST-1/440700");
        assertThat(read(AUTHOR, "/benchmarks?on=2023-03-01").body()).doesNotContain("environment/JM-TEST-1/440700");
        JsonNode again = imported("JM-TEST-1", LAW, WORDS);
        settled(again);
        Reply twice = post(AUTHOR, "/drafts/" + again.path("id").asString() + ":prove", "");
        assertThat(twice.json().path("blockers").findValuesAsString("code")).contains("already-published");
        post(APPROVER, "/publications/" + number + ":withdraw", "{\"reason\":\"测试结束\"}");
    }

    @Test
    @DisplayName("来源没有写明地区的，答复了问题而没有选地区，不能照占位的全国公布")
    void placeNotSet() throws Exception {
        JsonNode draft = imported(ITEM.formatted("JM-TEST-3", LAW, WORDS).replace("广东省江门市", "某市"));
        String id = draft.path("id").asString();
        assertThat(draft.at("/content/sheet/jurisdiction").asString()).isEqualTo("000000");
        settled(draft);
        assertThat(blockers(id)).contains("place-not-set");

        Reply now = read(AUTHOR, "/drafts/" + id);
        ObjectNode content = (ObjectNode) now.json().path("content");
        ((ObjectNode) content.path("sheet")).put("jurisdiction", "440700");
        Reply saved = send(as(AUTHOR, "/drafts/" + id)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"" + now.json().path("revision").asInt() + "\"")
                .PUT(BodyPublishers.ofString(content.toString())));
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        assertThat(blockers(id)).doesNotContain("place-not-set");
    }

    private List<String> blockers(String draft) throws Exception {
        return post(AUTHOR, "/drafts/" + draft + ":prove", "")
                .json()
                .path("blockers")
                .findValuesAsString("code");
    }

    @Test
    @DisplayName("没有法定幅度的基准不公布，说明怎么办；由法律库的条文起草法定幅度、公布以后就能公布")
    void withoutAStatute() throws Exception {
        JsonNode draft = imported("JM-TEST-2", "江门市排污监测管理办法", "由有关机关处理");
        String id = draft.path("id").asString();
        settled(draft);
        proved(id);
        Reply refused = post(AUTHOR, "/drafts/" + id + ":submit", "{}");
        assertThat(problem(refused)).isEqualTo("no-statute");
        assertThat(refused.body()).contains("clauses:draft");

        ObjectNode clause = JSON.createObjectNode()
                .put("law", LAW)
                .put("version", "2018-01-01")
                .put("at", "82");
        clause.set("item", draft.at("/content/sheet/item"));
        Reply proposal = post(AUTHOR, "/clauses:draft", clause.toString());
        assertThat(proposal.status()).as(proposal.body()).isEqualTo(201);
        assertThat(proposal.header("ETag")).isEqualTo("\"1\"");
        assertThat(proposal.json().at("/content/sheet/kind").asString()).isEqualTo("statute");
        assertThat(proposal.json().at("/content/sheet/effectiveTo").asString()).isEqualTo("2026-08-14");
        settled(proposal.json());
        long statute = published(proposal.json().path("id").asString());

        JsonNode now = read(AUTHOR, "/drafts/" + id).json();
        ObjectNode content = (ObjectNode) now.path("content").deepCopy();
        ObjectNode sheet = (ObjectNode) content.path("sheet");
        sheet.putArray("basis")
                .addObject()
                .put("role", "parent")
                .put("law", LAW)
                .put("version", "2018-01-01")
                .put("at", "82");
        Reply mended = put(AUTHOR, "/drafts/" + id, now.path("revision").asString(), content);
        assertThat(mended.status()).as(mended.body()).isEqualTo(200);
        long number = published(id);
        assertThat(decided("JM-TEST-2")).contains("\"minFen\":5000000,\"maxFen\":20000000");
        post(APPROVER, "/publications/" + number + ":withdraw", "{\"reason\":\"测试结束\"}");
        post(APPROVER, "/publications/" + statute + ":withdraw", "{\"reason\":\"测试结束\"}");

        clause.putArray("forms").add(99);
        assertThat(problem(post(AUTHOR, "/clauses:draft", clause.toString()))).isEqualTo("out-of-range");
        clause.remove("version");
        assertThat(problem(post(AUTHOR, "/clauses:draft", clause.toString()))).isEqualTo("missing-field");
        clause.put("version", "2018-01-01").put("law", "没有这部法");
        assertThat(problem(post(AUTHOR, "/clauses:draft", clause.toString()))).isEqualTo("unknown-law");
    }

    @Test
    @DisplayName("随附的法定幅度带着待确认的用例；没有确认的不公布，保存即确认，公布时一起公布")
    void proposedCasesOfTheStatute() throws Exception {
        JsonNode draft = imported("JM-TEST-3", LAW, WORDS);
        String id = draft.path("id").asString();
        String proposed = read(AUTHOR, "/drafts/" + id + "/cases")
                .json()
                .path("statuteCases")
                .asString();
        assertThat(CaseCsv.read(proposed).rows()).as(proposed).isNotEmpty().allSatisfy(row -> assertThat(row.get(1))
                .startsWith("待确认："));
        assertThat(CaseCsv.read(draft.at("/content/cases").asString()).rows())
                .as("the cases of the table are the source's own figures")
                .isNotEmpty()
                .noneMatch(row -> row.get(1).startsWith("待确认："));
        settled(draft);
        long unconfirmed = published(id);
        String statute = "rulesets/environment/JM-TEST-3/statute/2018-01-01/cases.csv";
        assertThat(CaseCsv.read(files(unconfirmed).path(statute).asString()).rows())
                .isEmpty();
        post(APPROVER, "/publications/" + unconfirmed + ":withdraw", "{\"reason\":\"测试结束\"}");

        draft = imported("JM-TEST-3", LAW, WORDS);
        id = draft.path("id").asString();
        settled(draft);
        JsonNode now = read(AUTHOR, "/drafts/" + id).json();
        ObjectNode cases = JSON.createObjectNode()
                .put("cases", now.at("/content/cases").asString())
                .put("statuteCases", now.at("/content/statuteCases").asString());
        Reply saved =
                put(AUTHOR, "/drafts/" + id + "/cases", now.path("revision").asString(), cases);
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        long number = published(id);

        assertThat(CaseCsv.read(files(number).path(statute).asString()).rows())
                .hasSameSizeAs(CaseCsv.read(proposed).rows())
                .noneMatch(row -> row.get(1).startsWith("待确认："));
        post(APPROVER, "/publications/" + number + ":withdraw", "{\"reason\":\"测试结束\"}");
    }

    private JsonNode files(long publication) throws Exception {
        return read(APPROVER, "/publications/" + publication + "/files").json().path("files");
    }

    @Test
    @DisplayName("太大的请求正文：草案和编辑页面都是 413，说明限度")
    void tooLarge() throws Exception {
        String large = "{\"sheet\":\"" + "x".repeat(9 << 20) + "\"}";
        for (String path : new String[] {"/api/v1/drafts/1", "/authoring/drafts/1/sheet"}) {
            Reply refused = send(
                    request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(large)));
            assertThat(refused.status()).as(path).isEqualTo(413);
            assertThat(problem(refused)).isEqualTo("body-too-large");
            assertThat(refused.body()).contains("8 MiB");
        }
    }
}
