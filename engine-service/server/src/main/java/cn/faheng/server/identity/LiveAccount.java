package cn.faheng.server.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the sessions of an account that was disabled or changed, in every process within seconds, and lets nobody on who has to change
 * the password first.
 */
final class LiveAccount extends OncePerRequestFilter {

    private final AccountWatch watch;
    private final String passwordPage;

    LiveAccount(AccountWatch watch, String passwordPage) {
        this.watch = watch;
        this.passwordPage = passwordPage;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Person> person = Caller.maybePerson();
        if (person.isEmpty()) {
            chain.doFilter(request, response);
        } else if (!watch.isLive(person.get().account())) {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            SecurityContextHolder.clearContext();
            chain.doFilter(request, response);
        } else if (person.get().account().mustChangePassword() && !isAllowedBefore(request.getRequestURI())) {
            response.sendRedirect(request.getContextPath() + passwordPage);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isAllowedBefore(String path) {
        return path.equals(passwordPage)
                || path.equals("/logout")
                || path.equals("/about")
                || path.startsWith("/assets/")
                || path.startsWith("/webjars/");
    }
}
