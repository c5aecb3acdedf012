package cn.faheng.web.directory;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the reader may do on these pages, so that none offers what would be refused. */
@ControllerAdvice(basePackageClasses = DirectoryFrame.class)
final class DirectoryFrame {

    @ModelAttribute
    void frame(Model model, HttpServletRequest request) {
        model.addAttribute("mayCompile", request.isUserInRole("LEGAL"));
        model.addAttribute("mayReview", Reviewers.mayOpen(request));
        model.addAttribute(
                "mayCounterparts",
                Stream.of("OFFICER", "HEAD", "REVIEWER", "LEGAL", "SUPERVISOR", "AUDITOR")
                        .anyMatch(request::isUserInRole));
    }
}
