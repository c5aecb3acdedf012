package cn.faheng.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Someone who opens pages without a browser: quick, and sees the status. */
final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String origin;
    private String csrf = "";

    private Visitor(String origin) {
        this.origin = origin;
    }

    /** Someone at the sign-in page. */
    static Visitor unknown(String origin) {
        Visitor visitor = new Visitor(origin);
        visitor.csrf = token(visitor.get("/sign-in"));
        return visitor;
    }

    static Visitor signedIn(String origin, String name, String password) {
        Visitor visitor = unknown(origin);
        visitor.post("/sign-in", Map.of("username", name, "password", password));
        visitor.csrf = token(visitor.get("/items"));
        return visitor;
    }

    /** Someone who signed in and may open no page but one yet. */
    static Visitor at(String origin, String page, String name, String password) {
        Visitor visitor = unknown(origin);
        visitor.post("/sign-in", Map.of("username", name, "password", password));
        visitor.csrf = token(visitor.get(page));
        return visitor;
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, Map.of());
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        return send("POST", path, fields);
    }

    HttpResponse<String> send(String method, String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", csrf);
        String form = all.entrySet().stream()
                .map(e -> URLEncoder.encode(e.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(origin + path))
                            .header("Accept", "text/html")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("X-CSRF-TOKEN", csrf)
                            .method(
                                    method,
                                    method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(path, e);
        }
    }

    private static String token(HttpResponse<String> page) {
        Matcher m = CSRF.matcher(page.body());
        if (!m.find()) {
            throw new IllegalStateException(page.uri() + " has no form: " + page.statusCode());
        }
        return m.group(1);
    }
}
