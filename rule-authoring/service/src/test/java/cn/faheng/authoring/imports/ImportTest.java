package cn.faheng.authoring.imports;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.authoring.DraftingTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("导入")
class ImportTest extends DraftingTest {

    @Autowired
    private Imports imports;

    @Test
    @DisplayName("不是表格的文件说明原因；DRL 一律不收；没有的导入是 404")
    void refusals() throws Exception {
        Reply broken = upload("表.xlsx", new byte[] {0x50, 0x4b, 3, 4, 0, 0});
        assertThat(broken.status()).as(broken.body()).isEqualTo(422);
        assertThat(problem(broken)).isEqualTo("import-refused");
        assertThat(problem(upload("rules.drl", "rule x".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("drl-not-accepted");
        assertThat(problem(read(AUTHOR, "/rule-imports/" + UUID.randomUUID()))).isEqualTo("import-not-found");
    }

    @Test
    @DisplayName("导出成 Excel、JSON 再导入，逐格显示，生成的草案内容相同，原件保留，重复生成的是同一份")
    void roundTrip() throws Exception {
        JsonNode draft = nextVersion("2027-03-01");
        for (String format : List.of("xlsx", "docx", "json")) {
            HttpResponse<byte[]> file = HTTP.send(
                    as(AUTHOR, "/drafts/" + draft.path("id").asString() + "/export?format=" + format)
                            .build(),
                    BodyHandlers.ofByteArray());
            assertThat(file.statusCode()).isEqualTo(200);

            Reply made = upload("裁量表." + format, file.body());
            assertThat(made.status()).as(made.body()).isEqualTo(201);
            assertThat(made.json().path("items")).as(format).hasSize(1);
            String id = made.json().path("id").asString();
            HttpResponse<byte[]> kept =
                    HTTP.send(as(AUTHOR, "/rule-imports/" + id + "/file").build(), BodyHandlers.ofByteArray());
            assertThat(kept.body()).isEqualTo(file.body());

            Reply drafted = post(AUTHOR, "/rule-imports/" + id + ":draft", "{}");
            assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
            String again = post(AUTHOR, "/rule-imports/" + id + ":draft", "{}")
                    .json()
                    .at("/drafts/0/id")
                    .asString();
            assertThat(drafted.json().at("/drafts/0/id").asString()).isEqualTo(again);
            assertThat(read(AUTHOR, "/drafts/" + again).json().at("/content/sheet/decisions"))
                    .as(format)
                    .isEqualTo(draft.at("/content/sheet/decisions"));
        }
    }

    @Test
    @DisplayName("改过的导出文件：缺少的、读不懂的当时就指出，不留下打不开的页面")
    void changedExports() throws Exception {
        ObjectNode content = (ObjectNode) nextVersion("2027-03-02").path("content");
        assertThat(content.at("/sheet/basis")).isNotEmpty();
        ((ObjectNode) content.at("/sheet/basis/0")).put("at", "第八十二条");
        Reply made = upload("草案.json", content.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        StoredImport stored = imports.get(UUID.fromString(made.json().path("id").asString()));
        assertThat(imports.candidates(stored.result().items().get(0))).isNotNull();
        assertThat(imports.likely(stored.result().items().get(0))).isNotNull();
        assertThat(imports.newest(1)).extracting(ImportSummary::fileName).containsExactly("草案.json");

        for (String cases : List.of("id,title,title\nA,甲,乙\n", "id,title\nA,甲,乙\n", "id,title\n\"A,甲\n")) {
            Reply refused =
                    upload("草案.json", content.put("cases", cases).toString().getBytes(StandardCharsets.UTF_8));
            assertThat(refused.status()).as(refused.body()).isEqualTo(422);
            assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/cases");
        }
        Reply empty = upload("草案.json", "{\"sheet\":null,\"cases\":\"\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(empty.status()).as(empty.body()).isEqualTo(422);
    }

    private Reply upload(String name, byte[] bytes) throws Exception {
        return send(as(AUTHOR, "/rule-imports?fileName=" + encoded(name))
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(bytes)));
    }
}
