package cn.faheng.server.identity;

import cn.faheng.server.identity.ContractScopes.Operation;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.server.problems.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Refuses requests to the API as problems that name what is missing. */
@Component
final class ApiRefusal implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemWriter problems;
    private final ContractScopes contract;

    ApiRefusal(ProblemWriter problems, ContractScopes contract) {
        this.problems = problems;
        this.contract = contract;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        boolean withToken = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                withToken ? "Bearer realm=\"faheng\", error=\"invalid_token\"" : "Bearer realm=\"faheng\"");
        problems.write(
                request,
                response,
                Problem.of(
                        ProblemType.UNAUTHORISED,
                        (withToken ? "令牌无效或者已经过期。" : "没有提供令牌。") + ProblemType.UNAUTHORISED.remedy()));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        List<Operation> known = contract.at(request.getRequestURI());
        Optional<Operation> asked = known.stream()
                .filter(operation ->
                        ContractScopes.methods(operation).contains(HttpMethod.valueOf(request.getMethod())))
                .findFirst();
        if (known.isEmpty()) {
            problems.write(request, response, Problem.of(ProblemType.NOT_FOUND));
        } else if (asked.isEmpty()) {
            response.setHeader(
                    HttpHeaders.ALLOW,
                    known.stream()
                            .flatMap(operation -> ContractScopes.methods(operation).stream())
                            .map(HttpMethod::name)
                            .distinct()
                            .sorted()
                            .collect(Collectors.joining(", ")));
            problems.write(request, response, Problem.of(ProblemType.METHOD_NOT_ALLOWED));
        } else {
            String scope = asked.get().scope();
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE,
                    "Bearer realm=\"faheng\", error=\"insufficient_scope\", scope=\"" + scope + "\"");
            problems.write(
                    request,
                    response,
                    Problem.of(ProblemType.FORBIDDEN, "这个操作需要权限（scope）" + scope + "，令牌没有。请向管理员申请。")
                            .with("scope", scope));
        }
    }
}
