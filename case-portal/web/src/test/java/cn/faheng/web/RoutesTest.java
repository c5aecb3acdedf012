package cn.faheng.web;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.server.identity.OpenRoute;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every route outside the contract, and who may call it. A new route fails here until it is on the list. */
@DisplayName("路由和谁能进")
class RoutesTest extends PageTest {

    private enum Who {
        EVERYONE,
        SIGNED_IN,
        AUTHOR,
        STAFF,
        APPROVER,
        INSPECTIONS,
        AUDIT,
        CASES,
        LEADS,
        INBOX,
        LEGAL,
        DIRECTORY_REVIEW,
        COUNTERPARTS,
        COUNTERPART_ENTRY,
        ADMIN
    }

    private static final Map<String, Who> ROUTES = Map.ofEntries(
            entry("GET /", Who.SIGNED_IN),
            entry("GET /about", Who.EVERYONE),
            entry("GET /sign-in", Who.EVERYONE),
            entry("GET /items", Who.SIGNED_IN),
            entry("GET /items/{code}", Who.SIGNED_IN),
            entry("POST /items/{code}", Who.SIGNED_IN),
            entry("GET /rulesets/common/{hook}/{version:\\d{4}-\\d{2}-\\d{2}}", Who.SIGNED_IN),
            entry("GET /rulesets/{field}/{item}/{line}/{version}", Who.SIGNED_IN),
            entry("GET /inspections", Who.INSPECTIONS),
            entry("GET /inspections/plans/new", Who.INSPECTIONS),
            entry("POST /inspections/plans", Who.INSPECTIONS),
            entry("GET /inspections/plans/{id}", Who.INSPECTIONS),
            entry("POST /inspections/plans/{id}", Who.INSPECTIONS),
            entry("GET /inspections/plans/{id}/edit", Who.INSPECTIONS),
            entry("POST /inspections/plans/{id}/steps", Who.INSPECTIONS),
            entry("GET /inspections/plans/{id}/draw", Who.INSPECTIONS),
            entry("POST /inspections/plans/{id}/draw", Who.INSPECTIONS),
            entry("GET /inspections/draws/{id}", Who.INSPECTIONS),
            entry("POST /inspections/draws/{id}", Who.INSPECTIONS),
            entry("POST /inspections/draws/{id}/tasks", Who.INSPECTIONS),
            entry("GET /inspections/draws/{id}/proof.json", Who.INSPECTIONS),
            entry("GET /inspections/verify", Who.INSPECTIONS),
            entry("POST /inspections/verify", Who.INSPECTIONS),
            entry("GET /inspections/tasks", Who.INSPECTIONS),
            entry("GET /inspections/tasks/new", Who.INSPECTIONS),
            entry("POST /inspections/tasks", Who.INSPECTIONS),
            entry("GET /inspections/tasks/{id}", Who.INSPECTIONS),
            entry("POST /inspections/tasks/{id}/record", Who.INSPECTIONS),
            entry("POST /inspections/tasks/{id}/steps", Who.INSPECTIONS),
            entry("GET /inspections/objects", Who.INSPECTIONS),
            entry("POST /inspections/objects", Who.INSPECTIONS),
            entry("POST /inspections/objects/import", Who.INSPECTIONS),
            entry("GET /inspections/objects/{id}", Who.INSPECTIONS),
            entry("POST /inspections/objects/{id}", Who.INSPECTIONS),
            entry("POST /inspections/objects/{id}/recusals", Who.INSPECTIONS),
            entry("POST /inspections/objects/{id}/recusals/{recusal}", Who.INSPECTIONS),
            entry("GET /inspections/merges", Who.INSPECTIONS),
            entry("POST /inspections/merges", Who.INSPECTIONS),
            entry("GET /deadlines", Who.CASES),
            entry("GET /deadlines/calendar", Who.CASES),
            entry("GET /cases", Who.CASES),
            entry("GET /cases/new", Who.LEADS),
            entry("POST /cases/new", Who.LEADS),
            entry("GET /cases/new/counterparts", Who.LEADS),
            entry("GET /cases/items", Who.CASES),
            entry("GET /cases/formal", Who.CASES),
            entry("GET /cases/{id}", Who.CASES),
            entry("POST /cases/{id}/integrity", Who.CASES),
            entry("GET /cases/{id}/similar", Who.CASES),
            entry("GET /cases/{id}/steps/{name}", Who.CASES),
            entry("POST /cases/{id}/steps/{name}", Who.CASES),
            entry("POST /cases/{id}/drafts/{step}", Who.CASES),
            entry("POST /cases/{id}/drafts/{step}/discard", Who.CASES),
            entry("GET /inbox", Who.INBOX),
            entry("POST /inbox/approve", Who.INBOX),
            entry("GET /inbox/{id}", Who.INBOX),
            entry("POST /inbox/{id}/approve", Who.INBOX),
            entry("POST /inbox/{id}/return", Who.INBOX),
            entry("POST /inbox/{id}/pass-on", Who.INBOX),
            entry("POST /inbox/{id}/withdraw", Who.INBOX),
            entry("GET /directory", Who.SIGNED_IN),
            entry("GET /directory/{register}", Who.SIGNED_IN),
            entry("GET /directory/{register}/entry", Who.SIGNED_IN),
            entry("GET /directory/{register}/export", Who.SIGNED_IN),
            entry("GET /directory/{register}/template", Who.SIGNED_IN),
            entry("GET /directory/photos/{key}", Who.SIGNED_IN),
            entry("POST /directory/items/first", Who.LEGAL),
            entry("GET /directory/{register}/new", Who.LEGAL),
            entry("POST /directory/{register}/new", Who.LEGAL),
            entry("GET /directory/{register}/change", Who.LEGAL),
            entry("POST /directory/{register}/change", Who.LEGAL),
            entry("GET /directory/{register}/import", Who.DIRECTORY_REVIEW),
            entry("POST /directory/{register}/import", Who.DIRECTORY_REVIEW),
            entry("GET /directory/imports/{id}", Who.SIGNED_IN),
            entry("POST /directory/imports/{id}", Who.SIGNED_IN),
            entry("GET /directory/imports/{id}/report", Who.SIGNED_IN),
            entry("GET /directory/reviews", Who.DIRECTORY_REVIEW),
            entry("GET /directory/reviews/{number}", Who.DIRECTORY_REVIEW),
            entry("POST /directory/reviews/{number}", Who.DIRECTORY_REVIEW),
            entry("GET /counterparts", Who.COUNTERPARTS),
            entry("GET /counterparts/new", Who.COUNTERPART_ENTRY),
            entry("POST /counterparts/new", Who.COUNTERPART_ENTRY),
            entry("GET /counterparts/import", Who.COUNTERPART_ENTRY),
            entry("POST /counterparts/import", Who.COUNTERPART_ENTRY),
            entry("GET /counterparts/{id}", Who.COUNTERPARTS),
            entry("POST /counterparts/{id}/reveal", Who.COUNTERPARTS),
            entry("POST /counterparts/{id}/change", Who.COUNTERPARTS),
            entry("POST /counterparts/{id}/merge", Who.COUNTERPARTS),
            entry("POST /counterparts/export", Who.COUNTERPARTS),
            entry("GET /authoring", Who.STAFF),
            entry("POST /authoring/versions", Who.STAFF),
            entry("POST /authoring/new", Who.STAFF),
            entry("GET /authoring/imports/{id}", Who.STAFF),
            entry("POST /authoring/imports/{id}/drafts", Who.STAFF),
            entry("GET /authoring/imports/{id}/file", Who.STAFF),
            entry("GET /authoring/drafts/{id}", Who.STAFF),
            entry("GET /authoring/drafts/{id}/preview", Who.STAFF),
            entry("GET /authoring/drafts/{id}/export", Who.STAFF),
            entry("GET /authoring/drafts/{id}/history", Who.STAFF),
            entry("GET /authoring/drafts/{id}/attempts/{number}", Who.STAFF),
            entry("POST /authoring/drafts/{id}/attempts/{number}/merge", Who.STAFF),
            entry("GET /authoring/drafts/{id}/steps", Who.STAFF),
            entry("POST /authoring/drafts/{id}/steps", Who.STAFF),
            entry("POST /authoring/drafts/{id}/questions", Who.STAFF),
            entry("POST /authoring/drafts/{id}/acknowledgements", Who.STAFF),
            entry("GET /authoring/drafts/{id}/compare", Who.STAFF),
            entry("GET /authoring/drafts/{id}/cases", Who.STAFF),
            entry("POST /authoring/drafts/{id}/cases", Who.STAFF),
            entry("POST /authoring/drafts/{id}/cases/as-answered", Who.STAFF),
            entry("POST /authoring/drafts/{id}/cases/generate", Who.STAFF),
            entry("POST /authoring/drafts/{id}/cases/receipt", Who.STAFF),
            entry("POST /authoring/drafts/{id}/cells", Who.STAFF),
            entry("POST /authoring/drafts/{id}/check", Who.STAFF),
            entry("POST /authoring/drafts/{id}/try", Who.STAFF),
            entry("PUT /authoring/drafts/{id}/sheet", Who.STAFF),
            entry("POST /authoring/drafts/{id}/delete", Who.STAFF),
            entry("GET /authoring/drafts/{id}/model", Who.STAFF),
            entry("GET /authoring/drafts/{id}/model/content", Who.STAFF),
            entry("POST /authoring/drafts/{id}/model/check", Who.STAFF),
            entry("PUT /authoring/drafts/{id}/model/content", Who.STAFF),
            entry("GET /authoring/drafts/{id}/impact", Who.STAFF),
            entry("POST /authoring/drafts/{id}/impact", Who.STAFF),
            entry("GET /authoring/impact-jobs/{number}/cases.csv", Who.STAFF),
            entry("GET /authoring/provisions", Who.STAFF),
            entry("GET /authoring/publications", Who.STAFF),
            entry("GET /authoring/publications/{number}", Who.STAFF),
            entry("POST /authoring/publications/{number}/withdraw", Who.STAFF),
            entry("GET /authoring/repeals", Who.APPROVER),
            entry("POST /authoring/repeals", Who.APPROVER),
            entry("GET /authoring/new", Who.AUTHOR),
            entry("GET /authoring/imports", Who.AUTHOR),
            entry("POST /authoring/imports", Who.AUTHOR),
            entry("GET /double-random", Who.EVERYONE),
            entry("GET /benchmarks", Who.EVERYONE),
            entry("GET /benchmarks/{field}/{item}/{line}/{version}", Who.EVERYONE),
            entry("GET /receipts", Who.SIGNED_IN),
            entry("GET /receipts/{id}", Who.SIGNED_IN),
            entry("POST /receipts/{id}/replay", Who.SIGNED_IN),
            entry("GET /laws", Who.SIGNED_IN),
            entry("GET /laws/text", Who.SIGNED_IN),
            entry("GET /laws/diff", Who.SIGNED_IN),
            entry("GET /laws/citing", Who.SIGNED_IN),
            entry("POST /laws/end", Who.AUTHOR),
            entry("GET /laws/import", Who.AUTHOR),
            entry("POST /laws/import", Who.AUTHOR),
            entry("GET /laws/clause", Who.SIGNED_IN),
            entry("POST /laws/clause", Who.SIGNED_IN),
            entry("POST /laws/clause/draft", Who.AUTHOR),
            entry("GET /audit", Who.AUDIT),
            entry("POST /audit/verify", Who.AUDIT),
            entry("GET /audit/export", Who.AUDIT),
            entry("GET /accounts", Who.ADMIN),
            entry("GET /accounts/new", Who.ADMIN),
            entry("POST /accounts/new", Who.ADMIN),
            entry("GET /accounts/{name}", Who.ADMIN),
            entry("POST /accounts/{name}", Who.ADMIN),
            entry("POST /accounts/{name}/enabled", Who.ADMIN),
            entry("POST /accounts/{name}/password", Who.ADMIN),
            entry("GET /account/password", Who.SIGNED_IN),
            entry("POST /account/password", Who.SIGNED_IN),
            entry("GET /problems", Who.EVERYONE),
            entry("GET /problems/{slug}", Who.EVERYONE),
            entry("GET /openapi.yaml", Who.EVERYONE),
            entry("GET /openapi.json", Who.EVERYONE),
            entry("* /error", Who.SIGNED_IN),
            entry("GET /actuator", Who.ADMIN),
            entry("GET /actuator/health", Who.ADMIN),
            entry("GET /actuator/health/**", Who.ADMIN),
            entry("GET /actuator/info", Who.ADMIN),
            entry("GET /actuator/metrics", Who.ADMIN),
            entry("GET /actuator/metrics/{requiredMetricName}", Who.ADMIN));

    /** Patterns that need no sign-in, with an address of each that is there. */
    private static final Map<String, String> OPEN = Map.ofEntries(
            entry("/about", "/about"),
            entry("/sign-in", "/sign-in"),
            entry("/assets/**", "/assets/faheng.css"),
            entry("/webjars/**", "/webjars/tabler__core/dist/css/tabler.min.css"),
            entry("/favicon.ico", "/favicon.ico"),
            entry("/openapi.yaml", "/openapi.yaml"),
            entry("/openapi.json", "/openapi.json"),
            entry("/double-random", "/double-random"),
            entry("/benchmarks", "/benchmarks"),
            entry("/benchmarks/**", "/benchmarks/environment/GD-ENV-1.3/440000/2022-01-01"),
            entry("/problems", "/problems"),
            entry("/problems/*", "/problems/forbidden"),
            entry("/actuator/health/liveness", "/actuator/health/liveness"),
            entry("/actuator/health/readiness", "/actuator/health/readiness"));

    @Autowired
    private List<RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    private List<OpenRoute> open;

    @Test
    @DisplayName("页面的每个路由都在名单上，名单上的都有")
    void everyRouteIsOnTheList() {
        Set<String> routes = new TreeSet<>();
        for (RequestMappingInfoHandlerMapping mapping : mappings) {
            for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
                Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                for (String pattern : info.getPatternValues()) {
                    methods.forEach(method -> routes.add(method + " " + pattern));
                    if (methods.isEmpty()) {
                        routes.add("* " + pattern);
                    }
                }
            }
        }
        // The contract lists its own operations with their scopes; see SecurityTest of the server.
        routes.removeIf(route -> route.contains(" /api/v1/"));

        assertThat(routes).containsExactlyInAnyOrderElementsOf(ROUTES.keySet());
    }

    @Test
    @DisplayName("不用登录的地址都在名单上，写明理由，确实不用登录")
    void everyOpenRouteIsOnTheList() {
        assertThat(open).extracting(OpenRoute::pattern).containsExactlyInAnyOrderElementsOf(OPEN.keySet());
        assertThat(open).allSatisfy(route -> assertThat(route.why()).isNotBlank());
        Visitor nobody = Visitor.unknown(address(""));
        OPEN.values()
                .forEach(path -> assertThat(admitted(nobody.get(path))).as(path).isTrue());
    }

    @Test
    @DisplayName("每个路由只让名单上的人进")
    void everyRouteAdmitsThoseOnTheList() {
        Map<String, Visitor> visitors = new LinkedHashMap<>();
        visitors.put("nobody", Visitor.unknown(address("")));
        List.of("officer", "author", "reviewer", "approver", "auditor", "admin")
                .forEach(who -> visitors.put(who, Visitor.signedIn(address(""), who, PASSWORD)));
        visitors.forEach((name, visitor) -> ROUTES.forEach((route, who) -> {
            HttpResponse<String> answer = visitor.send(
                    route.startsWith("*") ? "GET" : route.substring(0, route.indexOf(' ')), path(route), Map.of());
            assertThat(admitted(answer)).as(name + ": " + route).isEqualTo(mayEnter(name, who));
        }));
    }

    private static boolean mayEnter(String name, Who who) {
        return switch (who) {
            case EVERYONE -> true;
            case SIGNED_IN -> !name.equals("nobody");
            case AUTHOR -> name.equals("author");
            case STAFF -> List.of("author", "reviewer", "approver").contains(name);
            case APPROVER -> name.equals("approver");
            case INSPECTIONS -> List.of("officer", "reviewer", "auditor").contains(name);
            case AUDIT -> name.equals("auditor");
            case CASES -> List.of("officer", "reviewer", "auditor").contains(name);
            case LEADS -> name.equals("officer");
            case INBOX -> List.of("officer", "reviewer").contains(name);
            case LEGAL -> false;
            case DIRECTORY_REVIEW -> name.equals("auditor");
            case COUNTERPARTS -> List.of("officer", "reviewer", "auditor").contains(name);
            case COUNTERPART_ENTRY -> name.equals("officer");
            case ADMIN -> name.equals("admin");
        };
    }

    /** Not sent to the sign-in page, and not refused. */
    private static boolean admitted(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElse("");
        return !location.contains("/sign-in") && answer.statusCode() != 401 && answer.statusCode() != 403;
    }

    private static String path(String route) {
        return route.substring(route.indexOf(' ') + 1)
                .replace("{code}", "GD-ENV-1.3")
                .replace("{slug}", "forbidden")
                .replace("**", "x")
                .replaceAll("\\{version:.*}$", "2021-07-15")
                .replaceAll("\\{[^}]+}", "x");
    }
}
