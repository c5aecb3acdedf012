package cn.faheng.web.directory;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;

/** Who sees proposals, and who decides on them. */
final class Reviewers {

    private Reviewers() {}

    static boolean mayOpen(HttpServletRequest request) {
        return Stream.of("LEGAL", "HEAD", "SUPERVISOR", "AUDITOR").anyMatch(request::isUserInRole);
    }

    static boolean mayDecide(HttpServletRequest request) {
        return request.isUserInRole("LEGAL") || request.isUserInRole("HEAD");
    }
}
