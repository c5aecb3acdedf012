package cn.faheng.server.identity;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Someone at the sign-in page of the server alone, with cookies and without a browser. */
public final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String origin;

    public Visitor(int port) {
        this.origin = "http://localhost:" + port;
    }

    /** An address, absolute or on the server; redirects are not followed. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = path.startsWith("http") ? URI.create(path) : URI.create(origin + path);
        return http.send(
                HttpRequest.newBuilder(uri).header("Accept", "text/html").build(), BodyHandlers.ofString());
    }

    /** Where the sign-in leads to. */
    public String signIn(String user, String password) throws IOException, InterruptedException {
        return post("/login", "username=" + encoded(user) + "&password=" + encoded(password))
                .headers()
                .firstValue("Location")
                .orElse("");
    }

    public HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(origin + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofString(form + "&_csrf=" + encoded(csrf())))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Whether a page that only those who signed in may ask for is answered. */
    public boolean isSignedIn() throws IOException, InterruptedException {
        return get("/no-such-page").statusCode() == 404;
    }

    private String csrf() throws IOException, InterruptedException {
        Matcher found = CSRF.matcher(get("/login").body());
        return found.find() ? found.group(1) : "";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
