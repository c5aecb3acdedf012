package cn.faheng.server.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Marks every answer of the demo as such. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
final class DemoFilter extends OncePerRequestFilter {

    private final DemoMode demo;

    DemoFilter(DemoMode demo) {
        this.demo = demo;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (demo.isActive()) {
            response.setHeader("Faheng-Demo", "true");
        }
        chain.doFilter(request, response);
    }
}
