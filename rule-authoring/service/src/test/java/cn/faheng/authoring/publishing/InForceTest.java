package cn.faheng.authoring.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.authoring.DraftingTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("公布之后：用它作出的裁量、废止、两日之间的变化")
class InForceTest extends DraftingTest {

    private static final String SPEED = "traffic/SD-TRAF-77/370000";
    private final List<Long> published = new ArrayList<>();

    @AfterEach
    void withdrawAll() throws Exception {
        for (long number : published) {
            post(APPROVER, "/publications/" + number + ":withdraw", "{\"reason\":\"测试结束\"}");
        }
    }

    /** A new version in force from a day on. */
    private long newVersion(String from) throws Exception {
        Reply made =
                post(AUTHOR, "/drafts", "{\"base\":\"" + SPEED + "@2014-08-01\",\"effectiveFrom\":\"" + from + "\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().at("/content/sheet/source/reference").asString())
                .as("the source stays what it was")
                .isEqualTo("第七十七条");
        String id = made.json().path("id").asString();
        approved(id);
        Reply reply = post(APPROVER, "/drafts/" + id + ":publish", "{}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        long number = reply.json().path("publication").asLong();
        published.add(number);
        return number;
    }

    private JsonNode decide(String facts) throws Exception {
        Reply reply = post(
                AUTHOR,
                "/decisions",
                "{\"item\":\"SD-TRAF-77\",\"place\":\"370800\",\"act\":{\"start\":\"2026-11-22\"},\"decidedOn\":\"2026-11-22\","
                        + "\"party\":{\"kind\":\"individual\"},\"circumstances\":{},\"facts\":" + facts + "}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    @Test
    @DisplayName("撤回：列出用它作出的每一个裁量，分页不漏；撤回之后不再用它")
    void everyOutcomeIsListed() throws Exception {
        List<String> receipts = new ArrayList<>();
        decide("{}");
        long number = newVersion("2026-11-22");
        for (int speed : List.of(15, 25, 60)) {
            receipts.add(decide("{\"roadType\":\"其他道路\",\"overSpeedPercent\":" + speed + "}")
                    .at("/receipt/id")
                    .asString());
        }

        Reply withdrawn = post(APPROVER, "/publications/" + number + ":withdraw", "{\"reason\":\"第二档有误\"}");

        assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(200);
        assertThat(decide("{}").toString()).doesNotContain("\"version\":\"2026-11-22\"");
        List<String> listed = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = read(AUTHOR, "/publications/" + number + "/outcomes?limit=2" + cursor)
                    .json();
            page.path("outcomes").forEach(o -> listed.add(o.path("receipt").asString()));
            String next = page.path("nextCursor").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + encoded(next);
        } while (!cursor.isEmpty());
        assertThat(listed).containsExactlyElementsOf(receipts);
        Reply replayed = post(AUTHOR, "/receipts/" + receipts.get(0) + ":replay", "");
        assertThat(replayed.status()).as(replayed.body()).isEqualTo(200);
        assertThat(replayed.json().path("identical").asBoolean())
                .as(replayed.body())
                .isTrue();
    }

    @Test
    @DisplayName("废止公布的版本：末日之后没有它；已过的末日要写明文件；提出的人不能自己批准")
    void repeals() throws Exception {
        long number = newVersion("2026-11-23");
        String path = "/publications/" + number + ":repeal";

        assertThat(problem(post(AUTHOR, path, "{\"lastDay\":\"2026-12-31\",\"reason\":\"新法施行\"}")))
                .isEqualTo("author-cannot-decide");
        Reply repealed = post(APPROVER, path, "{\"lastDay\":\"2026-12-31\",\"reason\":\"新法施行\"}");
        assertThat(repealed.status()).as(repealed.body()).isEqualTo(200);
        published.add(0, repealed.json().path("number").asLong());
        assertThat(repealed.json().path("kind").asString()).isEqualTo("REPEAL");
        assertThat(repealed.json().at("/endings/0/lastDay").asString()).isEqualTo("2026-12-31");
        assertThat(inForce("2026-12-31")).contains(SPEED);
        assertThat(inForce("2027-01-01")).doesNotContain(SPEED);

        Reply bundled = post(
                APPROVER,
                "/publications:repeal",
                "{\"ruleSet\":\"" + BASE
                        + "@2024-11-01\",\"lastDay\":\"2026-10-31\",\"reason\":\"已废止\",\"requestedBy\":\"author\"}");
        assertThat(bundled.status()).as(bundled.body()).isBetween(400, 422);
        assertThat(bundled.body()).contains("文件");
        Reply ended = post(
                APPROVER,
                "/publications:repeal",
                "{\"ruleSet\":\"" + BASE + "@2024-11-01\",\"lastDay\":\"2026-10-31\",\"document\":\"应急〔2026〕9号\","
                        + "\"reason\":\"已废止\",\"requestedBy\":\"author\"}");
        assertThat(ended.status()).as(ended.body()).isEqualTo(200);
        published.add(0, ended.json().path("number").asLong());
        assertThat(inForce("2026-11-01")).doesNotContain(BASE);
    }

    private String inForce(String day) throws Exception {
        return read(AUTHOR, "/benchmarks?on=" + day).body();
    }

    @Test
    @DisplayName("公开的页面：两日之间换了哪一版，变了什么")
    void differenceBetweenTwoDays() throws Exception {
        newVersion("2026-11-24");

        Reply reply = read(AUTHOR, "/benchmarks:diff?from=2026-11-22&to=2026-11-24");

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.body()).contains(SPEED, "2014-08-01", "2026-11-24");
        assertThat(read(AUTHOR, "/benchmarks:diff?from=2026-11-22&to=2026-11-23")
                        .body())
                .doesNotContain(SPEED);
    }

    private static JsonNode read(Reply ran) {
        JsonNode cases = ran.json().path("cases");
        return cases.get(cases.size() - 1);
    }

    @Test
    @DisplayName("已作出的裁量成为草案的用例：事实照录，应当得出什么由人写明")
    void receiptsBecomeCases() throws Exception {
        String receipt = decide("{\"roadType\":\"其他道路\",\"overSpeedPercent\":25}")
                .at("/receipt/id")
                .asString();
        Reply made =
                post(AUTHOR, "/drafts", "{\"base\":\"" + SPEED + "@2014-08-01\",\"effectiveFrom\":\"2026-11-25\"}");
        String id = made.json().path("id").asString();
        int before =
                made.json().at("/content/cases").asString().lines().toList().size();

        Reply added = send(as(AUTHOR, "/drafts/" + id + "/cases:from-receipt")
                .header("Content-Type", "application/json")
                .header("If-Match", "\"1\"")
                .POST(BodyPublishers.ofString("{\"receipt\":\"" + receipt + "\",\"title\":\"超速百分之二十五\"}")));

        assertThat(added.status()).as(added.body()).isEqualTo(200);
        assertThat(added.json().at("/content/cases").asString()).contains("超速百分之二十五");
        assertThat(added.json().at("/content/cases").asString().lines().toList())
                .hasSize(before + 1);
        JsonNode last = read(post(AUTHOR, "/drafts/" + id + "/cases:run", ""));
        assertThat(last.path("rows")).as(last.toString()).isNotEmpty();
        assertThat(last.path("passed").asBoolean())
                .as("what is to come out is for a person to say")
                .isFalse();
        ObjectNode unknown = JSON.createObjectNode().put("receipt", "01a2057f-0000-7000-8000-000000000000");
        Reply none = send(as(AUTHOR, "/drafts/" + id + "/cases:from-receipt")
                .header("Content-Type", "application/json")
                .header("If-Match", "\"2\"")
                .POST(BodyPublishers.ofString(unknown.toString())));
        assertThat(none.status()).isEqualTo(404);
    }
}
