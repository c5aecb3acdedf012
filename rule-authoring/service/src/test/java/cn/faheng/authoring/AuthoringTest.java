package cn.faheng.authoring;

import cn.faheng.client.ApiClient;
import cn.faheng.server.ServerConfiguration;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
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
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One running server with authoring and its database for all tests of this module. Today is 2026-11-22. */
@SpringBootTest(
        classes = AuthoringTest.Server.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "faheng.demo=true")
@Import(AuthoringTest.Today.class)
public abstract class AuthoringTest {

    protected static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    protected static final JsonMapper JSON = JsonMapper.shared();
    protected static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** All that the authoring system of the demo may do. */
    protected static final String ALL =
            "decisions:write decisions:read receipts:audit catalogue:read rules:read rules:write rules:review rules:approve";

    private static final Path DATA = freshFolder();
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    @LocalServerPort
    protected int port;

    @Autowired
    protected HikariDataSource dataSource;

    /** The server with authoring and without pages. */
    @SpringBootApplication(scanBasePackages = "cn.faheng.nothing")
    @Import({ServerConfiguration.class, AuthoringConfiguration.class})
    static class Server {}

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
            throw new java.io.UncheckedIOException(e);
        }
    }

    protected URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** A token of a demo client. */
    protected String token(String client, String scopes) throws IOException, InterruptedException {
        String known = TOKENS.get(client + scopes);
        if (known != null) {
            return known;
        }
        String basic = Base64.getEncoder()
                .encodeToString((client + ":" + client + "-secret").getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(uri("/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=client_credentials&scope=" + URLEncoder.encode(scopes, StandardCharsets.UTF_8)))
                .build();
        String token = JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body())
                .path("access_token")
                .asString();
        TOKENS.put(client + scopes, token);
        return token;
    }

    /** The token of demo-system with all its scopes. */
    protected String token() throws IOException, InterruptedException {
        return token("demo-system", ALL);
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
