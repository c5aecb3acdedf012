package cn.faheng.authoring.library;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.authoring.AuthoringTest;
import cn.faheng.rules.legal.ProvisionPath;
import cn.faheng.server.registry.LawTexts;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@DisplayName("法律库：录入、改正、比较、终止，查阅随即可见")
class LawLibraryTest extends AuthoringTest {

    private static final String FOOD_LAW = "中华人民共和国食品安全法";

    @Autowired
    private LawTexts laws;

    private Reply load(String query, String type, byte[] content) throws IOException, InterruptedException {
        return send(request("/api/v1/laws:import?" + query)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(content)));
    }

    private Reply load(String query, String text) throws IOException, InterruptedException {
        return load(query, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String stated(String title, String effective) {
        return "title=" + encoded(title) + "&effective=" + effective;
    }

    private static List<String> of(JsonNode list, String member) {
        List<String> values = new ArrayList<>();
        list.forEach(node -> values.add(node.path(member).asString()));
        return values;
    }

    @Test
    @DisplayName("预览不存；存入后不用重启就能查到；再次录入没有变化")
    void storesAndAnswersAtOnce() throws Exception {
        String query = stated("甲条例", "2020-01-01");
        String text = "第一条　甲。\n第二条　有下列情形的：\n（一）占道；\n（二）堵门。\n散句不属于\n";

        Reply preview = load(query + "&dryRun=true", text);
        assertThat(preview.status()).as(preview.body()).isEqualTo(200);
        assertThat(preview.json().path("outcome").asString()).isEqualTo("preview");
        assertThat(laws.library().versions("甲条例")).isEmpty();

        assertThat(load(query, text).json().path("outcome").asString()).isEqualTo("stored");
        assertThat(load(query, text).json().path("outcome").asString()).isEqualTo("unchanged");
        assertThat(laws.library().inForce("甲条例", TODAY).flatMap(law -> law.words(ProvisionPath.parse("2/1/2"))))
                .hasValue("（二）堵门。");
        JsonNode words = get("/api/v1/provisions?law=" + encoded("甲条例") + "&at=2/1/1&on=2021-05-05")
                .json();
        assertThat(words.path("words").asString()).isEqualTo("（一）占道；");
        JsonNode read = get("/api/v1/laws:text?law=" + encoded("甲条例") + "&version=2020-01-01")
                .json();
        assertThat(of(read.at("/articles/1/lines"), "at")).containsExactly("2/1", "2/1/1", "2/1/2", "2/2");
    }

    @Test
    @DisplayName("改正要写理由，原来的文字保留，谁、何时、为何都在")
    void correctsWithAReason() throws Exception {
        String query = stated("乙条例", "2020-01-01");
        load(query, "第一条　甲。");

        Reply refused = load(query, "第一条　乙。");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("type").asString()).isEqualTo("/problems/law-conflict");
        assertThat(load(query + "&reason=" + encoded("原文有误"), "第一条　乙。")
                        .json()
                        .path("outcome")
                        .asString())
                .isEqualTo("corrected");
        JsonNode version =
                get("/api/v1/laws:versions?law=" + encoded("乙条例")).json().at("/versions/0");
        assertThat(of(version.path("revisions"), "reason")).containsExactly("", "原文有误");
        assertThat(of(version.path("revisions"), "by")).containsOnly("demo-system");
        assertThat(laws.library().inForce("乙条例", TODAY).orElseThrow().words(ProvisionPath.parse("1")))
                .hasValue("乙。");
    }

    @Test
    @DisplayName("新版：不写明前一版终止的不收；逐条比较；换号认得出来")
    void comparesVersions() throws Exception {
        String penalty = "违反本条例，在人行道上停放机动车的，处五十元以上二百元以下罚款。";
        load(stated("丙条例", "2020-01-01"), "第一条　为了规范停车，制定本条例。\n第二条　" + penalty);
        String fresh = "第一条　为了规范停车，制定本条例。\n第二条　充电车位的比例由市人民政府规定。\n第三条　" + penalty.replace("二百元", "五百元");

        assertThat(load(stated("丙条例", "2024-01-01"), fresh).status()).isEqualTo(409);
        JsonNode stored =
                load(stated("丙条例", "2024-01-01") + "&endPrevious=true", fresh).json();
        assertThat(stored.path("previousEnds").asString()).isEqualTo("2023-12-31");
        assertThat(stored.at("/changes/renumbered").asInt()).isEqualTo(1);
        JsonNode diff = get("/api/v1/laws:diff?law=" + encoded("丙条例") + "&from=2020-01-01&to=2024-01-01")
                .json();
        assertThat(of(diff.path("articles"), "kind")).containsExactly("added", "renumbered-and-changed");
        assertThat(laws.library()
                        .inForce("丙条例", LocalDate.of(2023, 12, 31))
                        .orElseThrow()
                        .version())
                .isEqualTo(LocalDate.of(2020, 1, 1));
    }

    @Test
    @DisplayName("随程序发布的法律：谁引用逐行列出；终止后谁受影响；终止写下依据")
    void endsAVersionOfTheRelease() throws Exception {
        JsonNode versions =
                get("/api/v1/laws:versions?law=" + encoded(FOOD_LAW)).json().path("versions");
        String last = versions.get(versions.size() - 1).path("version").asString();
        JsonNode citing = get("/api/v1/laws:citing?law=" + encoded(FOOD_LAW) + "&version=2021-04-29&at=124")
                .json();
        assertThat(citing.path("citing").size()).isPositive();
        assertThat(citing.at("/citing/0/ruleSet").asString()).contains("@");

        assertThat(post(
                                "/api/v1/laws:end",
                                "{\"law\":\"" + FOOD_LAW + "\",\"version\":\"" + last
                                        + "\",\"lastDay\":\"2000-01-01\",\"document\":\"x\"}")
                        .status())
                .isEqualTo(409);
        Reply ended = post(
                "/api/v1/laws:end",
                "{\"law\":\"" + FOOD_LAW + "\",\"version\":\"" + last
                        + "\",\"lastDay\":\"2099-12-31\",\"document\":\"主席令第九号\"}");
        assertThat(ended.status()).as(ended.body()).isEqualTo(200);
        assertThat(of(ended.json().path("affected"), "fate")).allMatch("ended"::equals);
        assertThat(laws.library()
                        .version(FOOD_LAW, LocalDate.parse(last))
                        .orElseThrow()
                        .effective()
                        .to())
                .isEqualTo(LocalDate.of(2099, 12, 31));
    }

    @Test
    @DisplayName("读不出的：422，逐行说明；太大的：413；没有权限的：403")
    void refuses() throws Exception {
        Reply refused = load("", "今天天气很好。");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("reason").asString()).isEqualTo("no-articles");
        assertThat(load("", "application/octet-stream", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0})
                        .json()
                        .path("reason")
                        .asString())
                .isEqualTo("old-word");
        assertThat(load("effective=2020-13-01", "第一条　甲。").status()).isEqualTo(400);
        assertThat(load("", "text/plain", new byte[21 << 20]).status()).isEqualTo(413);
        assertThat(load(stated("丁", "2020-01-01"), "application/xml", "<a/>".getBytes(Charset.defaultCharset()))
                        .status())
                .isEqualTo(415);
        assertThat(send(java.net.http.HttpRequest.newBuilder(uri("/api/v1/laws:import"))
                                .header("Authorization", "Bearer " + token("demo-reader", "catalogue:read"))
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("第一条　甲。")))
                        .status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("读条文的处罚形式：直接给文字，或者指明法律、日期和条款")
    void readsAClause() throws Exception {
        JsonNode given = post("/api/v1/clauses:read", "{\"text\":\"违反本法规定的，处一万元以上五万元以下罚款。\"}")
                .json();
        assertThat(given.at("/forms/0/kind").asString()).isEqualTo("fine");
        assertThat(given.at("/forms/0/amount/max").asString()).isEqualTo("50000");
        Reply held =
                post("/api/v1/clauses:read", "{\"law\":\"" + FOOD_LAW + "\",\"on\":\"2022-01-01\",\"at\":\"124/1\"}");
        assertThat(held.status()).as(held.body()).isEqualTo(200);
        assertThat(held.json().path("forms").size()).isPositive();
        JsonNode least = post("/api/v1/clauses:read", "{\"text\":\"违反本法规定的，处货值金额十倍以上二十倍以下的罚款，货值金额不足十万元的，按十万元计算。\"}")
                .json();
        assertThat(least.at("/forms/0/amount/leastBase").asString()).isEqualTo("100000");
        assertThat(post("/api/v1/clauses:read", "{}").status()).isEqualTo(422);
    }
}
