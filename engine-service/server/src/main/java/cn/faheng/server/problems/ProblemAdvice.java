package cn.faheng.server.problems;

import cn.faheng.engine.request.InvalidRequestException;
import cn.faheng.server.problems.Problem.FieldError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpMethod;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** Turns every exception of the API into a problem. The message of an unknown exception stays in the log. */
@RestControllerAdvice(basePackages = {"cn.faheng.server", "cn.faheng.authoring"})
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemWriter writer;

    ProblemAdvice(ProblemWriter writer) {
        this.writer = writer;
    }

    @ExceptionHandler
    void handle(Exception e, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (e instanceof AccessDeniedException || e instanceof AuthenticationException) {
            throw e;
        }
        if (e instanceof AsyncRequestNotUsableException) {
            return;
        }
        Problem problem = of(e, response);
        if (problem.type() == ProblemType.UNEXPECTED) {
            LOG.error("Request failed", e);
        } else if (problem.type() == ProblemType.STORE_UNAVAILABLE) {
            LOG.error("The store is unavailable: {}", e.getMessage());
        }
        writer.write(request, response, problem);
    }

    /** The problem that an exception stands for. */
    static Problem of(Throwable e, @Nullable HttpServletResponse response) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                if (response != null && problem.problem().type() == ProblemType.BUSY) {
                    response.setHeader("Retry-After", "10");
                }
                return problem.problem();
            }
        }
        if (e instanceof InvalidRequestException invalid) {
            return Problem.ofFields(invalid.problems().stream()
                    .map(p -> new FieldError(p.pointer(), null, p.code(), p.detail()))
                    .toList());
        }
        if (storeFailed(e)) {
            if (response != null) {
                response.setHeader("Retry-After", "5");
            }
            return Problem.of(ProblemType.STORE_UNAVAILABLE);
        }
        return ofFramework(e, response);
    }

    private static boolean storeFailed(Throwable e) {
        if (e instanceof DataAccessResourceFailureException || e instanceof TransactionException) {
            return true;
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = Optional.ofNullable(sql.getSQLState()).orElse("08");
                // Connection failures, insufficient resources, operator intervention.
                return state.startsWith("08") || state.startsWith("53") || state.startsWith("57");
            }
        }
        return false;
    }

    private static Problem ofFramework(Throwable e, @Nullable HttpServletResponse response) {
        if (e instanceof HttpMessageNotReadableException unreadable) {
            return unreadable.getCause() instanceof JacksonException json
                    ? JsonProblems.of(json)
                    : JsonProblems.empty();
        }
        if (e instanceof HttpMediaTypeNotSupportedException) {
            return Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        }
        if (e instanceof HttpMediaTypeNotAcceptableException) {
            return Problem.of(ProblemType.NOT_ACCEPTABLE);
        }
        if (e instanceof HttpRequestMethodNotSupportedException method) {
            if (response != null && method.getSupportedHttpMethods() != null) {
                response.setHeader(
                        "Allow",
                        String.join(
                                ", ",
                                method.getSupportedHttpMethods().stream()
                                        .map(HttpMethod::name)
                                        .sorted()
                                        .toList()));
            }
            return Problem.of(ProblemType.METHOD_NOT_ALLOWED);
        }
        if (e instanceof MissingServletRequestParameterException missing) {
            return Problem.ofParameter(missing.getParameterName(), "缺少参数 " + missing.getParameterName() + "。");
        }
        if (e instanceof MethodArgumentTypeMismatchException mismatch) {
            return mismatch(mismatch);
        }
        if (e instanceof NoResourceFoundException) {
            return Problem.of(ProblemType.NOT_FOUND);
        }
        // An IOException comes from the connection: the body broke off or is not framed as it says.
        if (e instanceof ServletRequestBindingException
                || e instanceof InvalidParameterException
                || e instanceof IOException) {
            return Problem.of(ProblemType.MALFORMED_REQUEST);
        }
        return Problem.of(ProblemType.UNEXPECTED);
    }

    private static Problem mismatch(MethodArgumentTypeMismatchException e) {
        Class<?> wanted = e.getRequiredType();
        String kind = wanted == null ? "" : wanted.getSimpleName();
        String text =
                switch (kind) {
                    case "LocalDate" -> "日期（yyyy-mm-dd）";
                    case "Integer" -> "整数";
                    case "UUID" -> "编号（UUID）";
                    default -> "另一种值";
                };
        return Problem.ofParameter(e.getName(), "参数 " + e.getName() + " 应当是" + text + "。");
    }
}
