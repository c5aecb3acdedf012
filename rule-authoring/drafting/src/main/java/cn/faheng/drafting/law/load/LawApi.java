package cn.faheng.drafting.law.load;

import cn.faheng.drafting.law.load.LoadResult.Outcome;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to a running service: gets a token, loads one file after the other. */
final class LawApi {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_TRIES = 6;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final LoadOptions options;
    private String token = "";

    LawApi(LoadOptions options) {
        this.options = options;
    }

    /** Throws {@link IOException} with what to do where no token is given out. */
    void signIn() throws IOException, InterruptedException {
        String credentials = options.client() + ":" + options.secret();
        HttpRequest request = HttpRequest.newBuilder(URI.create(options.url() + "/oauth2/token"))
                .timeout(Duration.ofSeconds(30))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=rules:write"))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        JsonNode body = json(answer.body());
        if (answer.statusCode() != 200 || body.path("access_token").isMissingNode()) {
            throw new IOException("no token from " + options.url() + " for client " + options.client() + " (status "
                    + answer.statusCode()
                    + "). Check --url, --client and --secret; the client needs the scope rules:write.");
        }
        token = body.path("access_token").asString();
    }

    /** Loads a file. */
    LoadResult load(LawFolder.Entry entry, Path file) throws InterruptedException {
        String name = String.valueOf(file.getFileName());
        try {
            byte[] content = Files.readAllBytes(file);
            HttpResponse<String> answer = send(name, content);
            return result(entry, name, answer.statusCode(), json(answer.body()));
        } catch (IOException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return new LoadResult(entry, name, Outcome.FAILED, "", 0, why, List.of(), 0);
        }
    }

    private HttpResponse<String> send(String name, byte[] content) throws IOException, InterruptedException {
        HttpResponse<String> answer = once(name, content);
        for (int tries = 1; tries < MOST_TRIES; tries++) {
            int status = answer.statusCode();
            if (status == 401) {
                signIn();
            } else if (status == 429 || status == 503) {
                String wait = answer.headers().firstValue("Retry-After").orElse("2");
                Thread.sleep(1000L * (wait.matches("\\d{1,2}") ? Integer.parseInt(wait) : 5));
            } else {
                break;
            }
            answer = once(name, content);
        }
        return answer;
    }

    private HttpResponse<String> once(String name, byte[] content) throws IOException, InterruptedException {
        String query = "?fileName=" + encoded(name.length() > 200 ? name.substring(name.length() - 200) : name)
                + "&dryRun=" + options.dryRun() + "&endPrevious=" + options.endPrevious()
                + (options.reason().isEmpty() ? "" : "&reason=" + encoded(options.reason()));
        HttpRequest request = HttpRequest.newBuilder(URI.create(options.url() + "/api/v1/laws:import" + query))
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", mediaType(name.toLowerCase(Locale.ROOT)))
                .POST(BodyPublishers.ofByteArray(content))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static String mediaType(String name) {
        if (name.endsWith(".md")) {
            return "text/markdown";
        }
        if (name.endsWith(".json")) {
            return "application/json";
        }
        return name.endsWith(".docx")
                ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
                : "text/plain";
    }

    private static LoadResult result(LawFolder.Entry entry, String file, int status, JsonNode body) {
        List<String> remarks = new ArrayList<>();
        int unplaced = 0;
        for (JsonNode remark : body.path("remarks")) {
            int line = remark.path("line").asInt(0);
            boolean placed = remark.path("placed").asBoolean(true);
            remarks.add((placed ? "" : "not placed, ") + (line > 0 ? "line " + line + ": " : "")
                    + remark.path("text").asString("") + " — "
                    + remark.path("says").asString(""));
            unplaced += placed ? 0 : 1;
        }
        if (status == 200) {
            Outcome outcome = Outcome.valueOf(body.path("outcome").asString("").toUpperCase(Locale.ROOT));
            String law =
                    body.path("law").asString("") + "@" + body.path("version").asString("");
            return new LoadResult(
                    entry, file, outcome, law, body.path("articles").asInt(0), "", remarks, unplaced);
        }
        String detail = body.path("detail").asString("status " + status);
        // What the service understood and declines, against what went wrong on the way.
        boolean refused = status == 409 || status == 413 || status == 415 || status == 422;
        return new LoadResult(
                entry, file, refused ? Outcome.REFUSED : Outcome.FAILED, "", 0, detail, remarks, unplaced);
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
