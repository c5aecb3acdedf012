package cn.faheng.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.faheng.server.Requests;
import cn.faheng.server.ServerTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@DisplayName("留痕库中断：不作裁量，说清楚，恢复之后什么也没有丢")
class StoreDownTest extends ServerTest {

    @Autowired
    private JdbcTemplate jdbc;

    private Reply decideUnder(String key) throws Exception {
        return send(request("/api/v1/decisions")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(Requests.expiredFood())));
    }

    private void store(boolean open) throws Exception {
        try (Connection superuser = superuser("postgres");
                Statement statement = superuser.createStatement()) {
            statement.execute("alter database faheng allow_connections " + open);
            if (!open) {
                statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'faheng'");
            }
        }
    }

    private int receipts() {
        return Objects.requireNonNull(jdbc.queryForObject("select count(*) from receipts.receipt", Integer.class));
    }

    @Test
    void answersNothingThatItCannotKeep() throws Exception {
        String before =
                decideUnder("up-" + UUID.randomUUID()).json().at("/receipt/id").asString();
        String key = "down-" + UUID.randomUUID();
        int count = receipts();

        store(false);
        Reply single;
        Reply keyed;
        Reply batch;
        Reply ready;
        try {
            single = decide(Requests.expiredFood());
            keyed = decideUnder(key);
            batch = send(request("/api/v1/decisions:batch")
                    .header("Content-Type", "application/x-ndjson")
                    .POST(BodyPublishers.ofString(Requests.line(5000) + "{\n")));
            ready = get("/actuator/health/readiness");
        } finally {
            store(true);
        }

        for (Reply refused : new Reply[] {single, keyed}) {
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isEqualTo("5");
            assertThat(refused.json().path("type").asString()).isEqualTo("/problems/store-unavailable");
            assertThat(refused.json().path("detail").asString()).contains("无法留痕时不作裁量");
            assertThat(refused.body()).doesNotContain("Exception", "jdbc", "postgres");
        }
        assertThat(batch.status()).isEqualTo(200);
        JsonNode first = JSON.readTree(batch.body().lines().findFirst().orElseThrow());
        assertThat(first.at("/problem/type").asString()).isEqualTo("/problems/store-unavailable");
        assertThat(batch.body()).contains("/problems/malformed-json");
        assertThat(ready.status()).isEqualTo(503);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(get("/actuator/health/readiness").status()).isEqualTo(200));
        assertThat(receipts()).isEqualTo(count);
        Reply after = decideUnder(key);
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.header("Idempotent-Replayed")).isEmpty();
        assertThat(get("/api/v1/receipts/" + before).status()).isEqualTo(200);
        assertThat(get("/api/v1/receipts:verify").json().path("intact").asBoolean())
                .isTrue();
    }
}
