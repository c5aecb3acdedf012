package cn.faheng.authoring.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.authoring.DraftingTest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("草案的流程")
class WorkflowTest extends DraftingTest {

    @Test
    @DisplayName("校验、审核、批准、公布、取代、撤回：每一步谁办的都有记录")
    void fromDraftIntoForceAndOut() throws Exception {
        JsonNode draft = nextVersion("2026-12-01");
        String id = draft.path("id").asString();
        assertThat(draft.path("state").asString()).isEqualTo("DRAFT");

        approved(id);
        Reply published = post(AUTHOR, "/drafts/" + id + ":publish", "{}");
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        assertThat(published.json().path("state").asString()).isEqualTo("PUBLISHED");
        long number = published.json().path("publication").asLong();
        assertThat(post(AUTHOR, "/drafts/" + id + ":publish", "{}")
                        .json()
                        .path("publication")
                        .asLong())
                .isEqualTo(number);

        JsonNode publication = read(AUTHOR, "/publications/" + number).json();
        assertThat(publication.path("approvedBy").asString()).isEqualTo(APPROVER);
        assertThat(publication.path("proof").isEmpty()).isFalse();
        assertThat(publication.at("/endings/0/lastDay").asString()).isEqualTo("2026-11-30");
        assertThat(read(AUTHOR, "/rulesets/" + BASE + "?version=2026-12-01").status())
                .isEqualTo(200);

        Reply alone = post(AUTHOR, "/publications/" + number + ":withdraw", "{\"reason\":\"公布有误\"}");
        assertThat(problem(alone)).isEqualTo("author-cannot-decide");
        withdrawnByTwo(number);
        Reply withdrawn = post(APPROVER, "/publications/" + number + ":withdraw", "{\"reason\":\"公布有误\"}");
        assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(200);
        assertThat(withdrawn.json().path("withdraws").asLong()).isEqualTo(number);
        assertThat(post(APPROVER, "/publications/" + number + ":withdraw", "{\"reason\":\"公布有误\"}")
                        .status())
                .isEqualTo(200);
        assertThat(read(AUTHOR, "/drafts/" + id).json().path("state").asString())
                .isEqualTo("WITHDRAWN");
        assertThat(read(AUTHOR, "/rulesets/" + BASE + "?version=2026-12-01").status())
                .isEqualTo(404);
        assertThat(read(AUTHOR, "/publications/" + number + "/outcomes").json().path("outcomes"))
                .isEmpty();

        JsonNode actions = read(AUTHOR, "/drafts/" + id + "/history").json().path("actions");
        assertThat(actions.findValuesAsString("action"))
                .containsSubsequence("CREATE", "CHECK", "SUBMIT", "REVIEW", "APPROVE", "PUBLISH", "WITHDRAW");
    }

    /** A name that is typed in makes nobody a second person. */
    private void withdrawnByTwo(long number) throws Exception {
        String path = "/publications/" + number + ":withdraw";
        for (String named : List.of("某某", APPROVER, "reviewer")) {
            Reply own = post(AUTHOR, path, "{\"reason\":\"公布有误\",\"requestedBy\":\"" + named + "\"}");
            assertThat(problem(own)).as(named).isEqualTo("author-cannot-decide");
        }
        Reply nobody = post(APPROVER, path, "{\"reason\":\"公布有误\",\"requestedBy\":\"某某\"}");
        assertThat(nobody.status()).as(nobody.body()).isEqualTo(422);
        assertThat(nobody.body()).contains("没有账号“某某”");
        String repeal = "{\"lastDay\":\"2026-12-31\",\"reason\":\"新法施行\",\"requestedBy\":\"reviewer\"}";
        assertThat(problem(post(AUTHOR, "/publications/" + number + ":repeal", repeal)))
                .isEqualTo("author-cannot-decide");
        assertThat(read(AUTHOR, "/publications/" + number).json().has("withdrawnBy"))
                .isFalse();
    }

    @Test
    @DisplayName("起草人不能审核、批准自己的草案；修改后回到起草，校验作废")
    void authorsNeitherReviewNorApprove() throws Exception {
        JsonNode draft = nextVersion("2026-12-02");
        String id = draft.path("id").asString();
        proved(id);
        step(AUTHOR, id, "submit", "{}", "IN_LEGAL_REVIEW");

        Reply own = post(AUTHOR, "/drafts/" + id + ":review", "{\"reason\":\"同意\"}");
        assertThat(own.status()).isEqualTo(403);
        assertThat(problem(own)).isEqualTo("author-cannot-decide");
        Reply early = post(APPROVER, "/drafts/" + id + ":approve", "{\"reason\":\"同意\"}");
        assertThat(early.status()).isEqualTo(409);
        assertThat(problem(early)).isEqualTo("step-not-allowed");

        step(APPROVER, id, "review", "{\"reason\":\"同意\"}", "REVIEWED");
        Reply saved = put(AUTHOR, "/drafts/" + id, "1", withNotes(draft.path("content"), "又改了"));
        assertThat(saved.json().path("state").asString()).isEqualTo("DRAFT");
        assertThat(read(AUTHOR, "/drafts/" + id + "/proof")
                        .json()
                        .path("outdated")
                        .asBoolean())
                .isTrue();
        Reply again = post(AUTHOR, "/drafts/" + id + ":submit", "{}");
        assertThat(problem(again)).isEqualTo("not-ready");
        assertThat(again.json().at("/blockers/0/code").asString()).isEqualTo("outdated-proof");
    }

    @Test
    @DisplayName("退回要写理由，退回后是起草")
    void returnsWithAReason() throws Exception {
        String id = nextVersion("2026-12-03").path("id").asString();
        proved(id);
        step(AUTHOR, id, "submit", "{}", "IN_LEGAL_REVIEW");

        assertThat(post(APPROVER, "/drafts/" + id + ":return", "{\"reason\":\" \"}")
                        .status())
                .isEqualTo(422);
        step(APPROVER, id, "return", "{\"reason\":\"第二档与上位法不一致\"}", "DRAFT");
    }

    @Test
    @DisplayName("公布日期已过的不公布；定期公布的到日才进规则库，可以撤回")
    void schedules() throws Exception {
        String id = nextVersion("2027-02-01").path("id").asString();
        approved(id);

        Reply past = post(AUTHOR, "/drafts/" + id + ":publish", "{\"on\":\"2026-11-21\"}");
        assertThat(past.status()).isEqualTo(422);
        assertThat(problem(past)).isEqualTo("publication-date-in-the-past");
        assertThat(read(AUTHOR, "/drafts/" + id).json().path("state").asString())
                .isEqualTo("APPROVED");

        Reply later = post(AUTHOR, "/drafts/" + id + ":publish", "{\"on\":\"2026-12-20\"}");
        assertThat(later.json().path("state").asString()).as(later.body()).isEqualTo("SCHEDULED");
        assertThat(read(AUTHOR, "/rulesets/" + BASE + "?version=2027-02-01").status())
                .isEqualTo(404);
        long number = later.json().path("publication").asLong();
        assertThat(post(APPROVER, "/publications/" + number + ":withdraw", "{\"reason\":\"改期\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("施行日期已过的不公布；补录的由批准人写明理由，理由随公布保存")
    void retroactiveOnlyAsBackfill() throws Exception {
        String id = nextVersion("2026-11-01").path("id").asString();
        approved(id);
        Reply refused = post(AUTHOR, "/drafts/" + id + ":publish", "{}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(problem(refused)).isEqualTo("effective-date-in-the-past");

        step(APPROVER, id, "return", "{\"reason\":\"补写补录理由\"}", "DRAFT");
        step(AUTHOR, id, "submit", "{}", "IN_LEGAL_REVIEW");
        step(APPROVER, id, "review", "{\"reason\":\"同意\"}", "REVIEWED");
        step(APPROVER, id, "approve", "{\"reason\":\"同意\",\"backfillReason\":\"文件已于11月1日公布施行\"}", "APPROVED");
        Reply published = post(AUTHOR, "/drafts/" + id + ":publish", "{}");
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        long number = published.json().path("publication").asLong();
        assertThat(read(AUTHOR, "/publications/" + number)
                        .json()
                        .path("acknowledged")
                        .toString())
                .contains("文件已于11月1日公布施行");
        post(APPROVER, "/publications/" + number + ":withdraw", "{\"reason\":\"测试结束\"}");
    }

    @Test
    @DisplayName("依据的版本被取代：草案保留，说明变了什么")
    void supersededBase() throws Exception {
        JsonNode first = nextVersion("2026-12-10");
        JsonNode second = nextVersion("2026-12-11");
        String id = second.path("id").asString();
        put(AUTHOR, "/drafts/" + first.path("id").asString(), "1", withNotes(first.path("content"), "新的编制说明"));
        approved(first.path("id").asString());
        Reply published = post(AUTHOR, "/drafts/" + first.path("id").asString() + ":publish", "{}");
        approved(id);

        Reply refused = post(AUTHOR, "/drafts/" + id + ":publish", "{}");
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(problem(refused)).isEqualTo("base-superseded");
        assertThat(refused.json().path("changes").toString()).contains("新的编制说明");
        assertThat(read(AUTHOR, "/drafts/" + id).json().path("state").asString())
                .isEqualTo("APPROVED");
        post(
                APPROVER,
                "/publications/" + published.json().path("publication").asLong() + ":withdraw",
                "{\"reason\":\"测试结束\"}");
    }

    @Test
    @DisplayName("没有写明依据的不能提交，指出是哪一行")
    void citesNothing() throws Exception {
        JsonNode draft = nextVersion("2026-12-04");
        String id = draft.path("id").asString();
        ObjectNode content = (ObjectNode) draft.path("content").deepCopy();
        ((ObjectNode) content.at("/sheet/decisions/0/rows/0")).putArray("cites");
        put(AUTHOR, "/drafts/" + id, "1", content);

        Reply refused = post(AUTHOR, "/drafts/" + id + ":submit", "{}");

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(problem(refused)).isEqualTo("cites-nothing");
    }

    @Test
    @DisplayName("没有证明的由起草人以外的人确认；否定的结果不能确认")
    void acknowledgements() throws Exception {
        String id = nextVersion("2026-12-05").path("id").asString();
        post(AUTHOR, "/drafts/" + id + ":prove", "");

        Reply own = post(AUTHOR, "/drafts/" + id + "/acknowledgements", "{\"key\":\"x\",\"reason\":\"同意\"}");
        assertThat(problem(own)).isEqualTo("author-cannot-decide");
        Reply unknown = post(APPROVER, "/drafts/" + id + "/acknowledgements", "{\"key\":\"x\",\"reason\":\"同意\"}");
        assertThat(problem(unknown)).isEqualTo("draft-refused");
    }
}
