package cn.faheng.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.server.identity.ContractScopes;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

@DisplayName("契约与实现")
class ContractTest extends AuthoringTest {

    @Autowired
    private List<RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    private ContractScopes contract;

    @Test
    @DisplayName("契约的每个操作都有实现，实现的每个操作都在契约里")
    void contractAndRoutesAreTheSame() {
        Set<String> promised = new TreeSet<>();
        contract.operations()
                .forEach(o -> promised.add(o.method() + " " + o.path().getPatternString()));
        Set<String> routes = new TreeSet<>();
        for (RequestMappingInfoHandlerMapping mapping : mappings) {
            for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
                for (String pattern : info.getPatternValues()) {
                    for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                        routes.add(method + " " + pattern);
                    }
                }
            }
        }
        routes.removeIf(route -> !route.contains(" /api/"));

        assertThat(routes).isEqualTo(promised);
    }

    @Test
    @DisplayName("没有相应权限的令牌：每个起草、审核、批准的操作都是 403")
    void everyOperationAsksForItsScope() throws Exception {
        String reader = token("demo-reader", "catalogue:read");
        for (ContractScopes.Operation operation : contract.operations()) {
            if (!operation.scope().startsWith("rules:")) {
                continue;
            }
            String path = operation.path().getPatternString().replaceAll("\\{[^}]+}", "1");
            HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                    .header("Authorization", "Bearer " + reader)
                    .header("Content-Type", "application/json")
                    .method(operation.method().name(), BodyPublishers.ofString("{}"));
            assertThat(send(request).status()).as(operation.toString()).isEqualTo(403);
        }
    }
}
