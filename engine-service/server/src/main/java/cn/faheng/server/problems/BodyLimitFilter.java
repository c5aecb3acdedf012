package cn.faheng.server.problems;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies above 1 MiB, those that hold a draft above 8 MiB, those that are files above 20 MiB, declared or not, of the API and of
 * what the pages of authoring send as JSON or XML. The batch counts line by line instead; forms have limits of their own.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class BodyLimitFilter extends OncePerRequestFilter {

    static final int LIMIT = 1 << 20;
    static final int LIMIT_OF_DRAFTS = 8 << 20;
    static final int LIMIT_OF_FILES = 20 << 20;
    private static final Set<String> FILES =
            Set.of("/api/v1/laws:import", "/api/v1/rule-imports", "/api/v1/models:check", "/api/v1/models:try");

    private final ProblemWriter problems;

    BodyLimitFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // As the controllers see it: decoded, so that no other spelling of the path escapes the limit.
        String path = request.getServletPath();
        boolean api = path.startsWith("/api/") && !path.endsWith(":batch");
        return !api && (!path.startsWith("/authoring/") || isForm(request));
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        return type.startsWith("multipart/form-data") || type.startsWith("application/x-www-form-urlencoded");
    }

    private static int limit(String path) {
        if (FILES.contains(path) || (path.startsWith("/api/v1/drafts/") && path.endsWith("/model"))) {
            return LIMIT_OF_FILES;
        }
        boolean draft = path.startsWith("/api/v1/drafts") || path.startsWith("/authoring/drafts/");
        return draft ? LIMIT_OF_DRAFTS : LIMIT;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int limit = limit(request.getServletPath());
        if (request.getContentLengthLong() > limit) {
            problems.write(request, response, tooLarge(limit));
            return;
        }
        chain.doFilter(new Limited(request, limit), response);
    }

    private static Problem tooLarge(int limit) {
        return Problem.of(ProblemType.BODY_TOO_LARGE, "这里的请求正文不能超过 " + (limit >> 20) + " MiB；请拆分后分别提交。");
    }

    private static final class Limited extends HttpServletRequestWrapper {
        private final int limit;

        Limited(HttpServletRequest request, int limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counting(super.getInputStream(), limit);
        }
    }

    private static final class Counting extends ServletInputStream {
        private final ServletInputStream in;
        private final int limit;
        private long count;

        Counting(ServletInputStream in, int limit) {
            this.in = in;
            this.limit = limit;
        }

        private int counted(int read) {
            count += Math.max(0, read);
            if (count > limit) {
                throw new ProblemException(tooLarge(limit));
            }
            return read;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            counted(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return counted(in.read(buffer, offset, length));
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
