package cn.faheng.web.frame;

import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Shows people what a page could not do. */
@ControllerAdvice(basePackages = "cn.faheng.web")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PageProblems {

    private final PageOfErrors page;

    PageProblems(PageOfErrors page) {
        this.page = page;
    }

    @ExceptionHandler(ProblemException.class)
    void show(ProblemException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = e.problem();
        response.setStatus(problem.type().status());
        if (problem.type() == ProblemType.BUSY) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        }
        page.write(request, response, problem);
    }
}
