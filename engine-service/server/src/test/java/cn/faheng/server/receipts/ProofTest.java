package cn.faheng.server.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.faheng.server.Requests;
import cn.faheng.server.ServerTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("不用本程序，只凭接口文档和 SHA-256，就能验算存在性证明和整条链")
class ProofTest extends ServerTest {

    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Autowired
    private JdbcTemplate jdbc;

    /** Receipts of one group: nobody seals while they are made. */
    private List<String> decideTogether(int count) throws Exception {
        List<String> ids = new ArrayList<>();
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + Sealer.LOCK + ")");
            for (int i = 0; i < count; i++) {
                Reply reply = send(request("/api/v1/decisions")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "proof-" + UUID.randomUUID())
                        .POST(BodyPublishers.ofString(Requests.expiredFood(String.valueOf(5000 + i), ""))));
                ids.add(reply.json().at("/receipt/id").asString());
            }
        }
        return ids;
    }

    private JsonNode proof(String id) throws Exception {
        await().until(() -> get("/api/v1/receipts/" + id + "/proof").status() != 409);
        return get("/api/v1/receipts/" + id + "/proof").json();
    }

    @Test
    @DisplayName("每份留痕：内容、叶、根、链头逐级算出")
    void everyReceiptLeadsToTheHead() throws Exception {
        List<String> ids = decideTogether(5);

        TreeSet<Integer> places = new TreeSet<>();
        for (String id : ids) {
            JsonNode proof = proof(id);
            JsonNode leaf = JSON.readTree(proof.path("leaf").asString());
            JsonNode receipt = get("/api/v1/receipts/" + id).json();
            String content = SORTED.writeValueAsString(SORTED.treeToValue(receipt.path("content"), Map.class));
            assertThat(Outsider.hex(Outsider.sha256(content.getBytes(StandardCharsets.UTF_8))))
                    .isEqualTo(leaf.path("contentHash").asString());
            assertThat(leaf.propertyNames())
                    .containsExactly(
                            "client",
                            "contentHash",
                            "id",
                            "idempotencyKey",
                            "idempotencyLine",
                            "recordedAtMicros",
                            "requestHash",
                            "sequence");
            assertThat(leaf.path("id").asString()).isEqualTo(id);
            assertThat(Outsider.hex(Outsider.leafHash(proof)))
                    .isEqualTo(proof.path("leafHash").asString());
            assertThat(Outsider.root(proof)).isEqualTo(proof.path("merkleRoot").asString());
            assertThat(Outsider.head(proof)).isEqualTo(proof.path("head").asString());
            places.add(proof.path("leafIndex").asInt());
        }
        assertThat(places).hasSize(5);
    }

    @Test
    @DisplayName("从第一组走到链尾：每组的链头都由前一组算出，最后一个就是接口报告的链头")
    void theWholeChainIsComputed() throws Exception {
        decideTogether(3);
        proof(decideTogether(1).get(0));
        List<String> firsts = jdbc.queryForList(
                "select l.receipt_id::text from receipts.leaf l join receipts.seal s on s.first_position = l.position"
                        + " order by s.number",
                String.class);
        assertThat(firsts).hasSizeGreaterThan(1);

        String head = "0".repeat(64);
        List<Long> numbers = new ArrayList<>();
        for (String id : firsts) {
            JsonNode proof = proof(id);
            assertThat(proof.path("previousHead").asString()).isEqualTo(head);
            head = Outsider.head(proof);
            numbers.add(proof.path("sealNumber").asLong());
        }

        assertThat(numbers.get(0)).isEqualTo(1);
        assertThat(numbers).hasSize(numbers.get(numbers.size() - 1).intValue());
        assertThat(get("/api/v1/receipts:verify").json().path("head").asString())
                .isEqualTo(head);
    }
}
