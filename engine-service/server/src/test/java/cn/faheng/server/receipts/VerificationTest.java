package cn.faheng.server.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.faheng.server.ServerTest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("全链核验同时只做一个")
class VerificationTest extends ServerTest {

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void oneAtATime() throws Exception {
        CompletableFuture<HttpResponse<String>> first;
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table receipts.leaf in access exclusive mode");
            first = HTTP.sendAsync(request("/api/v1/receipts:verify").build(), BodyHandlers.ofString());
            await().until(() -> isWaiting());

            Reply second = get("/api/v1/receipts:verify");

            assertThat(second.status()).isEqualTo(503);
            assertThat(second.json().path("type").asString()).isEqualTo("/problems/busy");
            assertThat(second.header("Retry-After")).isEqualTo("10");
        }
        assertThat(first.get().statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/receipts:verify").status()).isEqualTo(200);
    }

    private boolean isWaiting() {
        Integer waiting = jdbc.queryForObject(
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                        + " and query like 'select l.position, l.receipt_id%'",
                Integer.class);
        return waiting != null && waiting > 0;
    }
}
