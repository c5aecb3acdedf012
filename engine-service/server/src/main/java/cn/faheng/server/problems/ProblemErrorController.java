package cn.faheng.server.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the container reports outside a controller. No page of the framework is ever shown. */
@Controller
final class ProblemErrorController implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemErrorController.class);

    private final ProblemWriter writer;
    private final ObjectProvider<ErrorPage> page;

    ProblemErrorController(ProblemWriter writer, ObjectProvider<ErrorPage> page) {
        this.writer = writer;
        this.page = page;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = problem(request);
        ErrorPage htmlPage = page.getIfAvailable();
        if (htmlPage != null && isForPeople(request)) {
            response.setStatus(problem.type().status());
            htmlPage.write(request, response, problem);
        } else {
            writer.write(request, response, problem);
        }
    }

    private static Problem problem(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable e) {
            Problem problem = Exceptions.problem(e);
            if (problem.type() == ProblemType.UNEXPECTED) {
                LOG.error("Request failed", e);
            }
            return problem;
        }
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        return Problem.of(ofStatus(status));
    }

    static ProblemType ofStatus(int status) {
        return switch (status) {
            case 401 -> ProblemType.UNAUTHORISED;
            case 403 -> ProblemType.FORBIDDEN;
            case 404 -> ProblemType.NOT_FOUND;
            case 405 -> ProblemType.METHOD_NOT_ALLOWED;
            case 406 -> ProblemType.NOT_ACCEPTABLE;
            case 413 -> ProblemType.BODY_TOO_LARGE;
            case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
            case 429 -> ProblemType.TOO_MANY_ATTEMPTS;
            case 503 -> ProblemType.STORE_UNAVAILABLE;
            // Tomcat answers an unknown transfer coding or version of HTTP with 501 and 505.
            case 501, 505 -> ProblemType.MALFORMED_REQUEST;
            default -> status < 500 ? ProblemType.MALFORMED_REQUEST : ProblemType.UNEXPECTED;
        };
    }

    private static boolean isForPeople(HttpServletRequest request) {
        String path = Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .map(Object::toString)
                .orElse("");
        String accept = Optional.ofNullable(request.getHeader("Accept")).orElse("");
        return !path.startsWith("/api/") && accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}
