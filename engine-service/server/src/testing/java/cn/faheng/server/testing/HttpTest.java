package cn.faheng.server.testing;

import cn.faheng.client.ApiClient;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running server of the demo with its own database, talked to over HTTP. Today is 2026-11-22. */
@Import(HttpTest.Today.class)
public abstract class HttpTest {

    protected static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    protected static final JsonMapper JSON = JsonMapper.shared();
    protected static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final Path DATA = freshFolder();
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private final String scopes;

    @LocalServerPort
    protected int port;

    @Autowired
    protected HikariDataSource dataSource;

    /** Tests that ask with {@code scopes} where they name none. */
    protected HttpTest(String scopes) {
        this.scopes = scopes;
    }

    @TestConfiguration
    static class Today {
        @Bean
        @Primary
        Clock fixedClock() {
            ZoneId zone = ZoneId.of("Asia/Shanghai");
            return Clock.fixed(TODAY.atTime(10, 0).atZone(zone).toInstant(), zone);
        }
    }

    @DynamicPropertySource
    static void storage(DynamicPropertyRegistry properties) {
        properties.add("faheng.storage.data", DATA::toString);
    }

    private static Path freshFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "data")), "test-")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** A token of a demo client with some of its scopes; empty where it is refused. */
    protected String token(String client, String secret, String asked) throws IOException, InterruptedException {
        String known = TOKENS.get(client + asked);
        if (known != null) {
            return known;
        }
        String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(uri("/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=" + encoded(asked)))
                .build();
        String token = JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body())
                .path("access_token")
                .asString();
        TOKENS.put(client + asked, token);
        return token;
    }

    /** The same with the secret that every client of the demo has. */
    protected String token(String client, String asked) throws IOException, InterruptedException {
        return token(client, client + "-secret", asked);
    }

    /** The token of demo-system that requests carry where nothing else is said. */
    protected String token() throws IOException, InterruptedException {
        return token("demo-system", scopes);
    }

    /** The generated client, as another system would use it. */
    protected ApiClient client() throws IOException, InterruptedException {
        String token = token();
        ApiClient client = new ApiClient();
        client.updateBaseUri("http://localhost:" + port + "/api/v1");
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        return client;
    }

    protected HttpRequest.Builder request(String path) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token());
    }

    protected Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new Reply(HTTP.send(request.build(), BodyHandlers.ofString()));
    }

    protected Reply get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    protected Reply post(String path, String json) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** A value for a query. */
    protected static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** What only a superuser of the database could do. */
    protected Connection superuser(String database) throws SQLException, IOException {
        return DriverManager.getConnection(
                dataSource.getJdbcUrl().replace("/faheng?", "/" + database + "?"),
                "postgres",
                Files.readString(DATA.resolve("secrets/postgres-superuser")));
    }

    /** An answer over HTTP. */
    public record Reply(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
