package cn.faheng.authoring.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.authoring.DraftingTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("同时公布")
class PublishedAtOnceTest extends DraftingTest {

    /** The answers to one request each, sent at the same moment. */
    private List<Reply> atOnce(List<Callable<Reply>> requests) throws Exception {
        CyclicBarrier start = new CyclicBarrier(requests.size());
        ExecutorService threads = Executors.newFixedThreadPool(requests.size());
        try {
            List<Future<Reply>> sent = new ArrayList<>();
            for (Callable<Reply> request : requests) {
                sent.add(threads.submit(() -> {
                    start.await();
                    return request.call();
                }));
            }
            List<Reply> replies = new ArrayList<>();
            for (Future<Reply> reply : sent) {
                replies.add(reply.get());
            }
            return replies;
        } finally {
            threads.shutdownNow();
        }
    }

    private Callable<Reply> publishing(String id) {
        return () -> post(APPROVER, "/drafts/" + id + ":publish", "{}");
    }

    private int publications() throws Exception {
        return read(APPROVER, "/publications?limit=100")
                .json()
                .path("publications")
                .size();
    }

    private String ready(String from) throws Exception {
        String id = nextVersion(from).path("id").asString();
        approved(id);
        token(APPROVER, "catalogue:read rules:read rules:write rules:review rules:approve");
        return id;
    }

    @Test
    @DisplayName("同一规则集的两份草案：一份公布，另一份被告知依据的版本已经换了，草案保留")
    void oneOfTwoDraftsWins() throws Exception {
        List<String> ids = List.of(ready("2026-12-15"), ready("2026-12-16"));
        int before = publications();

        List<Reply> replies = atOnce(ids.stream().map(this::publishing).toList());

        assertThat(replies).extracting(Reply::status).as(replies.toString()).containsExactlyInAnyOrder(200, 409);
        assertThat(publications()).isEqualTo(before + 1);
        int winner = replies.get(0).status() == 200 ? 0 : 1;
        Reply lost = replies.get(1 - winner);
        assertThat(problem(lost)).isEqualTo("base-superseded");
        assertThat(lost.body()).contains("草案保留");
        assertThat(read(APPROVER, "/drafts/" + ids.get(1 - winner))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("APPROVED");
        assertThat(read(APPROVER, "/drafts/" + ids.get(winner))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("PUBLISHED");
        withdraw(replies.get(winner));
    }

    @Test
    @DisplayName("同一份草案同时公布几次：只有一次公布，每一次都答复它的编号")
    void theSameDraftIsPublishedOnce() throws Exception {
        String id = ready("2026-12-17");
        int before = publications();

        List<Reply> replies = atOnce(List.of(publishing(id), publishing(id), publishing(id), publishing(id)));

        assertThat(replies).extracting(Reply::status).as(replies.toString()).containsOnly(200);
        assertThat(replies)
                .extracting(reply -> reply.json().path("publication").asLong())
                .doesNotContain(0L)
                .containsOnly(replies.get(0).json().path("publication").asLong());
        assertThat(publications()).isEqualTo(before + 1);
        withdraw(replies.get(0));
    }

    private void withdraw(Reply published) throws Exception {
        long number = published.json().path("publication").asLong();
        assertThat(post(APPROVER, "/publications/" + number + ":withdraw", "{\"reason\":\"测试结束\"}")
                        .status())
                .isEqualTo(200);
    }
}
