package cn.faheng.server.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.server.Requests;
import cn.faheng.server.ServerTest;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("批量裁量（NDJSON，逐行流式）")
class BatchTest extends ServerTest {

    private List<JsonNode> batch(String body, String key, String query) throws Exception {
        var request = request("/api/v1/decisions:batch" + query)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        Reply reply = send(request);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith("application/x-ndjson");
        List<JsonNode> lines = new ArrayList<>();
        for (String line : reply.body().split("\n", -1)) {
            if (!line.isEmpty()) {
                lines.add(JSON.readTree(line));
            }
        }
        return lines;
    }

    @Test
    @DisplayName("坏行给出问题，不影响其余各行")
    void aBadLineDoesNotStopTheRest() throws Exception {
        String body = Requests.line(5000)
                + "{bad\n"
                + "\n"
                + Requests.line(6000).replace("MK-F124", "NONE")
                + "{\"item\":\"" + "x".repeat(1 << 20) + "\"}\n"
                + Requests.line(7000).strip();

        List<JsonNode> lines = batch(body, "", "");

        assertThat(lines).extracting(l -> l.path("line").asInt()).containsExactly(1, 2, 4, 5, 6);
        assertThat(lines).extracting(l -> l.path("status").asInt()).containsExactly(200, 400, 404, 413, 200);
        assertThat(lines.get(0).at("/decision/receipt/id").asString()).isNotBlank();
        assertThat(lines.get(1).at("/problem/type").asString()).isEqualTo("/problems/malformed-json");
        assertThat(lines.get(2).at("/problem/type").asString()).isEqualTo("/problems/unknown-item");
        assertThat(lines.get(3).at("/problem/type").asString()).isEqualTo("/problems/body-too-large");
        assertThat(lines.get(4).at("/decision/outcome/kind").asString()).isEqualTo("determined");
    }

    @Test
    @DisplayName("一行进，一行出：不等批量发完就作答")
    void answersWhileTheClientStillSends() throws Exception {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(head("").getBytes(StandardCharsets.UTF_8));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            chunk(out, Requests.line(5000));
            String first = until(in, "\"line\":1");
            chunk(out, Requests.line(5001));
            String second = until(in, "\"line\":2");
            out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            out.flush();

            assertThat(first).contains("\"decision\"");
            assertThat(second).contains("\"decision\"");
        }
    }

    private String head(String key) throws Exception {
        return "POST /api/v1/decisions:batch HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token()
                + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n"
                + (key.isEmpty() ? "" : "Idempotency-Key: " + key + "\r\n") + "\r\n";
    }

    private static void chunk(OutputStream out, String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String until(BufferedReader in, String mark) throws Exception {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.contains(mark)) {
                return line;
            }
        }
        return "";
    }

    @Test
    @DisplayName("客户端中途断开：已作出的裁量都已留痕，用同一键重发即可续上")
    void losesNothingWhenTheClientGoes() throws Exception {
        String key = "broken-" + UUID.randomUUID();
        int all = 400;
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head(key).getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < all / 2; i++) {
                chunk(out, Requests.line(5000 + i));
            }
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(until(in, "\"line\":3,")).contains("\"decision\"");
            socket.setSoLinger(true, 0);
        }
        int stored = awaitQuiet(key);
        assertThat(stored).isPositive();

        StringBuilder body = new StringBuilder();
        for (int i = 0; i < all; i++) {
            body.append(Requests.line(5000 + i));
        }
        List<JsonNode> lines = batch(body.toString(), key, "");

        assertThat(lines)
                .hasSize(all)
                .allSatisfy(l -> assertThat(l.path("status").asInt()).isEqualTo(200));
        assertThat(lines.stream().filter(l -> l.path("replayed").asBoolean()).count())
                .isEqualTo(stored);
        assertThat(count(key)).isEqualTo(all);
        List<JsonNode> again = batch(body.toString(), key, "");
        assertThat(again)
                .allSatisfy(l -> assertThat(l.path("replayed").asBoolean()).isTrue());
        assertThat(again)
                .extracting(l -> l.at("/decision/receipt/id").asString())
                .containsExactlyElementsOf(lines.stream()
                        .map(l -> l.at("/decision/receipt/id").asString())
                        .toList());
    }

    private int awaitQuiet(String key) throws Exception {
        int before = -1;
        int now = count(key);
        while (now != before) {
            Thread.sleep(500);
            before = now;
            now = count(key);
        }
        return now;
    }

    private int count(String key) throws Exception {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select count(*) from receipts.receipt where idempotency_key = ?")) {
            statement.setString(1, key);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }

    @Test
    @DisplayName("只重发后面的行：firstLine 说明从第几行起")
    void goesOnFromALine() throws Exception {
        String key = "resume-" + UUID.randomUUID();
        batch(Requests.line(5000) + Requests.line(5001), key, "");

        List<JsonNode> rest = batch(Requests.line(5001) + Requests.line(5002), key, "?firstLine=2");

        assertThat(rest).extracting(l -> l.path("line").asInt()).containsExactly(2, 3);
        assertThat(rest.get(0).path("replayed").asBoolean()).isTrue();
        assertThat(rest.get(1).has("replayed")).isFalse();
    }

    @Test
    @DisplayName("同一键同一行内容不同的，该行拒绝")
    void refusesAnotherLineUnderTheSameKey() throws Exception {
        String key = "changed-" + UUID.randomUUID();
        batch(Requests.line(5000), key, "");

        List<JsonNode> lines = batch(Requests.line(5001) + Requests.line(5002), key, "");

        assertThat(lines.get(0).at("/problem/type").asString()).isEqualTo("/problems/idempotency-key-reused");
        assertThat(lines.get(1).path("status").asInt()).isEqualTo(200);
    }

    @Test
    @DisplayName("超过一万行：前一万行照答，其余以一个问题作结")
    void refusesTooManyLines() throws Exception {
        String body = "{}\n".repeat(10_002);

        List<JsonNode> lines = batch(body, "", "");

        assertThat(lines).hasSize(10_001);
        assertThat(lines.get(9_999).at("/problem/type").asString()).isEqualTo("/problems/missing-field");
        assertThat(lines.get(10_000).at("/problem/type").asString()).isEqualTo("/problems/too-many-lines");
    }

    @Test
    @DisplayName("一个系统同时最多两个批量：第三个请稍候；一个结束了就有位置")
    void aClientRunsTwoAtATime() throws Exception {
        try (Socket first = open();
                Socket second = open()) {
            var third = request("/api/v1/decisions:batch").header("Content-Type", "application/x-ndjson");
            Reply refused = send(third.POST(BodyPublishers.ofString(Requests.line(5000))));

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.json().path("type").asString()).isEqualTo("/problems/busy");
            assertThat(refused.header("Retry-After")).isEqualTo("10");

            end(first);
            end(second);
        }
        assertThat(batch(Requests.line(5000), "", "")).hasSize(1);
    }

    /** A batch that has had its first answer and goes on. */
    private Socket open() throws Exception {
        Socket socket = new Socket("localhost", port);
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write(head("").getBytes(StandardCharsets.UTF_8));
        chunk(socket.getOutputStream(), Requests.line(5000));
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        assertThat(until(in, "\"line\":1")).contains("\"decision\"");
        return socket;
    }

    private static void end(Socket socket) throws Exception {
        socket.getOutputStream().write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        StringBuilder rest = new StringBuilder();
        while (rest.indexOf("\r\n0\r\n\r\n") < 0) {
            int b = socket.getInputStream().read();
            assertThat(b).isNotNegative();
            rest.append((char) b);
        }
    }

    @Test
    void anEmptyBatchHasAnEmptyAnswer() throws Exception {
        assertThat(batch("", "", "")).isEmpty();
    }
}
