package cn.faheng.authoring.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.authoring.DraftingTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("两人同改一份草案")
class TwoEditorsTest extends DraftingTest {

    @Test
    @DisplayName("后保存的被告知谁改了什么，他的内容另存，合并后两边的修改都在")
    void nobodyLosesWork() throws Exception {
        JsonNode draft = nextVersion("2027-01-01");
        String id = draft.path("id").asString();
        ObjectNode hers = withNotes(draft.path("content"), "周敏写的说明");
        ObjectNode his = (ObjectNode) draft.path("content").deepCopy();
        ((ObjectNode) his.at("/sheet/decisions/0/rows/0")).put("says", "陈立改的一句");

        Reply first = put(AUTHOR, "/drafts/" + id, "1", hers);
        Reply second = put(APPROVER, "/drafts/" + id, "1", his);

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.header("ETag")).isEqualTo("\"2\"");
        assertThat(second.status()).as(second.body()).isEqualTo(412);
        assertThat(problem(second)).isEqualTo("draft-changed");
        assertThat(second.json().at("/since/0/by").asString()).isEqualTo(AUTHOR);
        assertThat(second.json().path("changes").toString()).contains("周敏写的说明");
        int attempt = second.json().path("attempt").asInt();

        Reply kept = read(APPROVER, "/drafts/" + id + "/attempts");
        assertThat(kept.json().path("attempts").toString()).contains("陈立改的一句");

        Reply merged = post(APPROVER, "/drafts/" + id + "/attempts/" + attempt + ":merge", "");
        assertThat(merged.status()).as(merged.body()).isEqualTo(200);
        assertThat(merged.json().path("content").toString()).contains("周敏写的说明", "陈立改的一句");
        assertThat(merged.json().path("authors")).hasSize(2);
    }

    @Test
    @DisplayName("由别人合并进来的修改，作者也是起草人：不能确认、不能审核")
    void mergingMakesAnAuthor() throws Exception {
        JsonNode draft = nextVersion("2027-01-05");
        String id = draft.path("id").asString();
        ObjectNode his = (ObjectNode) draft.path("content").deepCopy();
        ((ObjectNode) his.at("/sheet/decisions/0/rows/0")).put("says", "陈立改的一句");
        put(AUTHOR, "/drafts/" + id, "1", withNotes(draft.path("content"), "周敏写的说明"));
        int attempt =
                put(APPROVER, "/drafts/" + id, "1", his).json().path("attempt").asInt();
        assertThat(read(AUTHOR, "/drafts/" + id).json().path("authors"))
                .as("a save that was refused is nobody's part of the draft")
                .hasSize(1);

        Reply merged = post(AUTHOR, "/drafts/" + id + "/attempts/" + attempt + ":merge", "");

        assertThat(merged.status()).as(merged.body()).isEqualTo(200);
        assertThat(merged.json().path("authors").toString()).contains(AUTHOR, APPROVER);
        assertThat(read(AUTHOR, "/drafts/" + id).json().path("authors").toString())
                .contains(AUTHOR, APPROVER);
        post(AUTHOR, "/drafts/" + id + ":prove", "");
        assertThat(problem(post(APPROVER, "/drafts/" + id + "/acknowledgements", "{\"key\":\"x\",\"reason\":\"同意\"}")))
                .isEqualTo("author-cannot-decide");
        step(AUTHOR, id, "submit", "{}", "IN_LEGAL_REVIEW");
        assertThat(problem(post(APPROVER, "/drafts/" + id + ":review", "{\"reason\":\"同意\"}")))
                .isEqualTo("author-cannot-decide");
        assertThat(post(AUTHOR, "/drafts/" + id + "/attempts/" + attempt + ":merge", "")
                        .json()
                        .path("revision")
                        .asInt())
                .as("merged once")
                .isEqualTo(3);
    }

    @Test
    @DisplayName("两边改了同一处：说明是哪一处，什么也不保存")
    void conflictsAreNamed() throws Exception {
        JsonNode draft = nextVersion("2027-01-02");
        String id = draft.path("id").asString();
        put(AUTHOR, "/drafts/" + id, "1", withNotes(draft.path("content"), "甲"));
        Reply refused = put(APPROVER, "/drafts/" + id, "1", withNotes(draft.path("content"), "乙"));

        Reply merge = post(
                APPROVER,
                "/drafts/" + id + "/attempts/" + refused.json().path("attempt").asInt() + ":merge",
                "");

        assertThat(merge.status()).isEqualTo(409);
        assertThat(problem(merge)).isEqualTo("merge-conflict");
        assertThat(merge.json().at("/conflicts/0/where").asString()).isEqualTo("/sheet/notes");
        assertThat(read(AUTHOR, "/drafts/" + id).json().path("revision").asInt())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("没有 If-Match 的保存被拒绝；同样的内容重发一次不算新的一版")
    void savesNameTheirRevision() throws Exception {
        JsonNode draft = nextVersion("2027-01-03");
        String id = draft.path("id").asString();
        ObjectNode changed = withNotes(draft.path("content"), "说明");

        assertThat(put(AUTHOR, "/drafts/" + id, "", changed).status()).isEqualTo(428);
        assertThat(put(AUTHOR, "/drafts/" + id, "1", changed).status()).isEqualTo(200);
        Reply again = put(AUTHOR, "/drafts/" + id, "1", changed);

        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.json().path("revision").asInt()).isEqualTo(2);
    }

    @Test
    @DisplayName("缺少的字段逐个指出，草案保持原样")
    void missingMembersAreNamed() throws Exception {
        JsonNode draft = nextVersion("2027-01-04");
        String id = draft.path("id").asString();
        ObjectNode broken = (ObjectNode) draft.path("content").deepCopy();
        ((ObjectNode) broken.path("sheet")).remove("authority");
        ((ArrayNode) broken.at("/sheet/decisions/0/rows/0/cells")).add("-");

        Reply refused = put(AUTHOR, "/drafts/" + id, "1", broken);

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/sheet/authority");
        assertThat(read(AUTHOR, "/drafts/" + id).json().path("revision").asInt())
                .isEqualTo(1);
    }
}
