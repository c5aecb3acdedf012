package cn.faheng.server.identity;

import cn.faheng.server.audit.RefusalLog;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Writes down every request that was refused for want of a right, whoever refused it: a route, a service or a missing CSRF token. */
final class RefusalFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalFilter.class);

    private final RefusalLog refusals;

    RefusalFilter(RefusalLog refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new Noting(request, response));
    }

    private void note(HttpServletRequest request) {
        try {
            refusals.refused("access-refused", "route", request.getRequestURI(), Map.of("method", request.getMethod()));
        } catch (DataAccessException | TransactionException e) {
            // It stays refused; that nobody can read why is for the operators.
            LOG.error("A refusal of {} could not be written down: {}", request.getRequestURI(), e.getMessage());
        }
    }

    /** Notes a refusal when it is decided, before the answer is sent and while it is known who asked. */
    private final class Noting extends HttpServletResponseWrapper {
        private final HttpServletRequest request;
        private boolean noted;

        Noting(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public void setStatus(int status) {
            noteOnce(status);
            super.setStatus(status);
        }

        @Override
        public void sendError(int status) throws IOException {
            noteOnce(status);
            super.sendError(status);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            noteOnce(status);
            super.sendError(status, message);
        }

        private void noteOnce(int status) {
            if (status == SC_FORBIDDEN && !noted) {
                noted = true;
                note(request);
            }
        }
    }
}
