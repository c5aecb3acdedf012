package cn.faheng.server.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Which scope each operation needs: read from the contract, so that what it promises is what is enforced. */
@Component
public final class ContractScopes {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final List<Operation> operations = new ArrayList<>();

    /**
     * An operation of the contract.
     *
     * @param method HTTP method
     * @param path its path
     * @param scope the scope it needs
     */
    public record Operation(HttpMethod method, PathPattern path, String scope) {}

    ContractScopes() {
        try (InputStream in = ContractScopes.class.getResourceAsStream("/openapi.yaml")) {
            if (in == null) {
                throw new IllegalStateException("The contract is not on the class path");
            }
            JsonNode contract = new YAMLMapper().readTree(in);
            String root = contract.at("/servers/0/url").asString();
            for (Map.Entry<String, JsonNode> path : contract.path("paths").properties()) {
                PathPattern pattern = PathPatternParser.defaultInstance.parse(root + path.getKey());
                for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                    if (METHODS.contains(operation.getKey())) {
                        operations.add(operation(pattern, operation));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The contract cannot be read", e);
        }
        operations.sort(Comparator.comparing(Operation::path, PathPattern.SPECIFICITY_COMPARATOR));
    }

    private static Operation operation(PathPattern path, Map.Entry<String, JsonNode> operation) {
        JsonNode scopes = operation.getValue().at("/security/0/clientCredentials");
        if (scopes.size() != 1) {
            throw new IllegalStateException("The contract names no scope for " + operation.getKey() + " " + path);
        }
        return new Operation(
                HttpMethod.valueOf(operation.getKey().toUpperCase(Locale.ROOT)),
                path,
                scopes.get(0).asString());
    }

    /** The methods with which an operation is asked for: what may be read may be asked for its headers too. */
    static List<HttpMethod> methods(Operation operation) {
        return operation.method().equals(HttpMethod.GET)
                ? List.of(HttpMethod.GET, HttpMethod.HEAD)
                : List.of(operation.method());
    }

    /** All operations, the most specific path first. */
    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** All scopes. */
    public Set<String> scopes() {
        Set<String> scopes = new TreeSet<>();
        operations.forEach(operation -> scopes.add(operation.scope()));
        return scopes;
    }

    /** The operations whose path a request path matches, the most specific first. */
    List<Operation> at(String requestPath) {
        PathContainer path = PathContainer.parsePath(requestPath);
        return operations.stream()
                .filter(operation -> operation.path().matches(path))
                .toList();
    }
}
