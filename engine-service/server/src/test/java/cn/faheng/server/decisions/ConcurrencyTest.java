package cn.faheng.server.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.contract.model.DecisionRequestBody;
import cn.faheng.server.Requests;
import cn.faheng.server.ServerTest;
import cn.faheng.server.receipts.IdempotencyKey;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("同时来的请求")
class ConcurrencyTest extends ServerTest {

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private DecisionService service;

    @Test
    @DisplayName("同一 Idempotency-Key 同时发二十次：只有一份留痕，其余得到同一答复或者“还在处理”")
    void oneKeyOneReceipt() throws Exception {
        String key = "race-" + UUID.randomUUID();
        HttpRequest request = request("/api/v1/decisions")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(Requests.expiredFood()))
                .build();
        List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            sent.add(HTTP.sendAsync(request, BodyHandlers.ofString()));
        }

        Set<String> ids = new TreeSet<>();
        for (CompletableFuture<HttpResponse<String>> future : sent) {
            Reply reply = new Reply(future.get());
            if (reply.status() == 200) {
                ids.add(reply.json().at("/receipt/id").asString());
            } else {
                assertThat(reply.json().path("type").asString()).isEqualTo("/problems/idempotency-key-in-use");
            }
        }

        assertThat(ids).hasSize(1);
        assertThat(new Reply(HTTP.send(request, BodyHandlers.ofString()))
                        .json()
                        .at("/receipt/id")
                        .asString())
                .isIn(ids);
        assertThat(jdbc.queryForObject(
                        "select count(*) from receipts.receipt where idempotency_key = ?", Integer.class, key))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("两个进程同时处理同一 Idempotency-Key：先存下的算数，另一个答复它")
    void theFirstStoredCounts() throws Exception {
        IdempotencyKey key = new IdempotencyKey("race-" + UUID.randomUUID());
        DecisionRequestBody body = JSON.readValue(Requests.expiredFood(), DecisionRequestBody.class);
        CyclicBarrier start = new CyclicBarrier(8);
        List<CompletableFuture<Answer>> asked = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            asked.add(CompletableFuture.supplyAsync(
                    () -> {
                        await(start);
                        return service.decide(body, "demo-system", key);
                    },
                    command -> new Thread(command).start()));
        }

        List<Answer> answers = new ArrayList<>();
        for (CompletableFuture<Answer> one : asked) {
            answers.add(one.get());
        }

        assertThat(answers).filteredOn(answer -> !answer.replayed()).hasSize(1);
        assertThat(answers)
                .extracting(answer -> answer.body().getReceipt().getId())
                .containsOnly(answers.get(0).body().getReceipt().getId());
        assertThat(jdbc.queryForObject(
                        "select count(*) from receipts.receipt where idempotency_key = ?", Integer.class, key.value()))
                .isEqualTo(1);
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("几个线程同时提问：答案与单独提问时逐字节相同")
    void sameAnswersInParallel() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
        List<String> alone = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String body = Requests.expiredFood(String.valueOf(4000 + 1000 * (i % 6)), "");
            alone.add(decide(body).json().at("/receipt/contentHash").asString());
            sent.add(HTTP.sendAsync(
                    request("/api/v1/decisions")
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString()));
        }

        for (int i = 0; i < sent.size(); i++) {
            Reply reply = new Reply(sent.get(i).get());
            assertThat(reply.json().at("/receipt/contentHash").asString()).isEqualTo(alone.get(i));
        }
    }
}
