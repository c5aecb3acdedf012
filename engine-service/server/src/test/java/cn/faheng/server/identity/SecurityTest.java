package cn.faheng.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.server.Requests;
import cn.faheng.server.ServerTest;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

@DisplayName("没有一个入口是无意中开着的")
class SecurityTest extends ServerTest {

    @Autowired
    private List<RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    private List<OpenRoute> openRoutes;

    @Autowired
    private ContractScopes contract;

    private HttpResponse<String> anonymous(HttpMethod method, String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .method(method.name(), BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());
    }

    private boolean isOpen(String path) {
        return openRoutes.stream().anyMatch(route -> PathPatternParser.defaultInstance
                .parse(route.pattern())
                .matches(PathContainer.parsePath(path)));
    }

    private Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        for (RequestMappingInfoHandlerMapping mapping : mappings) {
            for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
                Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                for (String pattern : info.getPatternValues()) {
                    for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.values()) : methods) {
                        routes.add(method + " " + pattern);
                    }
                }
            }
        }
        return routes;
    }

    @Test
    @DisplayName("清点所有路由：除明列的以外，没有登录都进不去")
    void everyRouteNeedsAuthentication() throws Exception {
        Set<String> routes = routes();

        assertThat(routes).hasSizeGreaterThan(20);
        for (String route : routes) {
            HttpMethod method = HttpMethod.valueOf(route.substring(0, route.indexOf(' ')));
            String path = route.substring(route.indexOf(' ') + 1)
                    .replaceAll("\\{\\*?[^}]+}", "x")
                    .replace("**", "x");
            if (isOpen(path) || method.equals(HttpMethod.TRACE)) {
                continue;
            }
            int status = anonymous(method, path).statusCode();
            assertThat(status).as(route).isIn(401, 403);
        }
    }

    @Test
    @DisplayName("开放的路由都在名单上，名单写明理由")
    void theAllowListIsShort() {
        assertThat(openRoutes)
                .extracting(OpenRoute::pattern)
                .containsExactlyInAnyOrder(
                        "/openapi.yaml",
                        "/openapi.json",
                        "/problems",
                        "/problems/*",
                        "/actuator/health/liveness",
                        "/actuator/health/readiness");
        assertThat(openRoutes).allSatisfy(route -> assertThat(route.why()).isNotBlank());
    }

    @Test
    @DisplayName("契约的每个操作都有实现，实现的每个操作都在契约里")
    void contractAndRoutesAreTheSame() {
        Set<String> promised = new TreeSet<>();
        // What is done with rules is authoring's, and its own test counts it; the decision API alone has no drafts.
        contract.operations().stream()
                .filter(o -> !o.scope().startsWith("rules:"))
                .forEach(o -> promised.add(o.method() + " " + o.path().getPatternString()));

        assertThat(routes().stream().filter(r -> r.contains(" /api/"))).containsExactlyInAnyOrderElementsOf(promised);
    }

    @Test
    void refusesWithoutAToken() throws Exception {
        HttpResponse<String> response = anonymous(HttpMethod.POST, "/api/v1/decisions");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(v -> assertThat(v).startsWith("Bearer"));
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains("/problems/unauthorised");
    }

    @Test
    void refusesAForgedToken() throws Exception {
        String token = token();
        String forged = token.substring(0, token.lastIndexOf('.') + 1) + "AAAA";
        HttpResponse<String> response = HTTP.send(
                HttpRequest.newBuilder(uri("/api/v1/items"))
                        .header("Authorization", "Bearer " + forged)
                        .build(),
                BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).contains("/problems/unauthorised");
    }

    @Test
    @DisplayName("令牌没有的权限：403，说出缺哪个")
    void refusesWithoutTheScope() throws Exception {
        String reader = token("demo-reader", "demo-reader-secret", "catalogue:read");
        HttpRequest.Builder decide = HttpRequest.newBuilder(uri("/api/v1/decisions"))
                .header("Authorization", "Bearer " + reader)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Requests.expiredFood()));

        Reply refused = send(decide);
        Reply allowed = send(HttpRequest.newBuilder(uri("/api/v1/items")).header("Authorization", "Bearer " + reader));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("type").asString()).isEqualTo("/problems/forbidden");
        assertThat(refused.json().path("scope").asString()).isEqualTo("decisions:write");
        assertThat(allowed.status()).isEqualTo(200);
    }

    @Test
    @DisplayName("不给没有登记的权限和错误的密钥发令牌")
    void givesNoTokenForMore() throws Exception {
        assertThat(token("demo-reader", "demo-reader-secret", "decisions:write"))
                .isEmpty();
        assertThat(token("demo-reader", "wrong", "catalogue:read ")).isEmpty();
        assertThat(token("nobody", "demo-reader-secret", "catalogue:read")).isEmpty();
    }

    @Test
    void marksTheDemoInEveryAnswer() throws Exception {
        assertThat(get("/api/v1/items").header("Faheng-Demo")).isEqualTo("true");
    }

    @Test
    void sendsSecurityHeaders() throws Exception {
        Reply reply = get("/api/v1/items");

        assertThat(reply.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(reply.header("Cache-Control")).contains("no-store");
    }

    @Test
    @DisplayName("人登录页面：要有 CSRF 令牌；登录后会话换号")
    void peopleSignIn() throws Exception {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        HttpResponse<String> page = browser.send(
                HttpRequest.newBuilder(uri("/login"))
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
        Matcher csrf = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page.body());
        assertThat(csrf.find()).isTrue();

        assertThat(login(browser, "officer", "faheng-demo", "").statusCode()).isEqualTo(403);
        HttpResponse<String> wrong = login(browser, "officer", "wrong", csrf.group(1));
        assertThat(wrong.headers().firstValue("Location"))
                .hasValueSatisfying(l -> assertThat(l).contains("error"));
        HttpResponse<String> right = login(browser, "officer", "faheng-demo", csrf.group(1));
        assertThat(right.statusCode()).isEqualTo(302);
        assertThat(right.headers().firstValue("Location"))
                .hasValueSatisfying(l -> assertThat(l).doesNotContain("login"));
        assertThat(right.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(c -> assertThat(c).contains("JSESSIONID", "HttpOnly", "SameSite=Lax"));
        assertThat(browser.send(HttpRequest.newBuilder(uri("/actuator/metrics")).build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.send(HttpRequest.newBuilder(uri("/api/v1/items")).build(), BodyHandlers.ofString())
                        .statusCode())
                .as("a session is no token")
                .isEqualTo(401);
    }

    private HttpResponse<String> login(HttpClient browser, String user, String password, String csrf) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(uri("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofString("username=" + user + "&password=" + password + "&_csrf="
                                + URLEncoder.encode(csrf, StandardCharsets.UTF_8)))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    @DisplayName("存活和就绪不登录可查，不透露细节")
    void healthSaysUpOnly() throws Exception {
        HttpResponse<String> ready = anonymous(HttpMethod.GET, "/actuator/health/readiness");

        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void servesTheContract() throws Exception {
        assertThat(anonymous(HttpMethod.GET, "/openapi.yaml").body()).startsWith("openapi: 3.1.0");
        assertThat(JSON.readTree(anonymous(HttpMethod.GET, "/openapi.json").body())
                        .path("openapi")
                        .asString())
                .isEqualTo("3.1.0");
    }
}
