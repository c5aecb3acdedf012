package cn.faheng.authoring.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.authoring.DraftingTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("取代、废止撤回之后：草案的状态回到公布")
class ReinstatementTest extends DraftingTest {

    @Autowired
    private PublishedDrafts published;

    private String state(String id) throws Exception {
        return read(AUTHOR, "/drafts/" + id).json().path("state").asString();
    }

    private long publish(String id) throws Exception {
        approved(id);
        Reply reply = post(APPROVER, "/drafts/" + id + ":publish", "{}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json().path("publication").asLong();
    }

    private void withdraw(long number) throws Exception {
        Reply reply = post(APPROVER, "/publications/" + number + ":withdraw", "{\"reason\":\"公布有误\"}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    @Test
    @DisplayName("新版撤回：被它取代的一版重新有效，到原来的末日")
    void aSupersededVersionComesBack() throws Exception {
        String first = nextVersion("2027-03-01").path("id").asString();
        long one = publish(first);
        String second = nextVersion("2027-04-01").path("id").asString();
        long two = publish(second);
        assertThat(state(first)).isEqualTo("SUPERSEDED");
        assertThat(read(AUTHOR, "/publications/" + two)
                        .json()
                        .at("/endings/0/lastDay")
                        .asString())
                .isEqualTo("2027-03-31");

        withdraw(two);

        assertThat(state(first)).isEqualTo("PUBLISHED");
        assertThat(state(second)).isEqualTo("WITHDRAWN");
        published.catchUp();
        assertThat(state(first)).as("the log says the same").isEqualTo("PUBLISHED");
        assertThat(read(AUTHOR, "/drafts/" + first + "/history")
                        .json()
                        .path("actions")
                        .findValuesAsString("action"))
                .containsSubsequence("PUBLISH", "SUPERSEDE", "REINSTATE");
        withdraw(one);
        assertThat(state(first)).isEqualTo("WITHDRAWN");
    }

    @Test
    @DisplayName("废止撤回：废止的一版重新有效")
    void aRepealedVersionComesBack() throws Exception {
        String id = nextVersion("2027-05-01").path("id").asString();
        long number = publish(id);
        Reply repealed = post(
                APPROVER,
                "/publications/" + number + ":repeal",
                "{\"lastDay\":\"2027-06-30\",\"reason\":\"新法施行\",\"requestedBy\":\"" + AUTHOR + "\"}");
        assertThat(repealed.status()).as(repealed.body()).isEqualTo(200);
        assertThat(state(id)).isEqualTo("REPEALED");
        published.catchUp();
        assertThat(state(id)).isEqualTo("REPEALED");

        withdraw(repealed.json().path("number").asLong());

        assertThat(state(id)).isEqualTo("PUBLISHED");
        withdraw(number);
    }
}
