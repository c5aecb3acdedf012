package cn.faheng.server.identity;

import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.server.problems.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Refuses a client for a while whose secret was wrong too often. Its answer is held back until the secrets tried meanwhile are counted. */
final class TokenThrottle extends OncePerRequestFilter {

    private final LoginThrottle throttle;
    private final ProblemWriter problems;
    private final Consumer<String> refused;

    /**
     * Counts in {@code throttle}.
     *
     * @param refused told of every client that was refused
     */
    TokenThrottle(LoginThrottle throttle, ProblemWriter problems, Consumer<String> refused) {
        this.throttle = throttle;
        this.problems = problems;
        this.refused = refused;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String client = client(request);
        if (client == null) {
            chain.doFilter(request, response);
            return;
        }
        if (throttle.isLocked(client)) {
            refuse(request, response, client);
            return;
        }
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (answer.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
            throttle.failed(client);
            refused.accept(client);
        } else if (throttle.isLocked(client)) {
            refuse(request, response, client);
            return;
        } else if (answer.getStatus() == HttpServletResponse.SC_OK
                && request.getRequestURI().endsWith("/oauth2/token")) {
            throttle.forget(client);
        }
        answer.copyBodyToResponse();
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, String client) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(throttle.secondsLocked(client)));
        problems.write(request, response, Problem.of(ProblemType.TOO_MANY_ATTEMPTS));
    }

    /** The client as the request names it, in the header or in the form; null when it names none. */
    private static @Nullable String client(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return request.getParameter("client_id");
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(header.substring(6).strip());
            String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            return URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
