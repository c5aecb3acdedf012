package cn.faheng.web.directory;

import cn.faheng.casework.directory.Proposals;
import cn.faheng.casework.directory.Subject;
import cn.faheng.casework.directory.Version;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Proposals that wait, and the decision on each. */
@Controller
final class VersionReviewController {

    private static final int PER_PAGE = 50;

    private final Proposals proposals;

    VersionReviewController(Proposals proposals) {
        this.proposals = proposals;
    }

    @GetMapping("/directory/reviews")
    String queue(
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(required = false) @Nullable UUID importId,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        Subject only = Arrays.stream(Subject.values())
                .filter(s -> s.name().equals(subject))
                .findFirst()
                .orElse(null);
        model.addAttribute("only", only);
        model.addAttribute("importId", importId);
        model.addAttribute("counts", proposals.openCounts());
        model.addAttribute("page", proposals.open(only, importId, after, PER_PAGE));
        return "directory/reviews";
    }

    @GetMapping("/directory/reviews/{number}")
    String one(@PathVariable long number, Model model, HttpServletRequest request) {
        Version<?> version = proposals.get(number);
        model.addAttribute("version", version);
        model.addAttribute("shelf", Shelf.of(version.subject()).path());
        model.addAttribute("columns", proposals.columns(version.subject()));
        model.addAttribute("now", proposals.typed(version));
        model.addAttribute(
                "before", proposals.before(version).map(proposals::typed).orElse(Map.of()));
        model.addAttribute("first", version.basedOn() == null);
        boolean own = version.compiled().account().equals(request.getRemoteUser());
        boolean waits = version.state() == Version.State.PROPOSED;
        model.addAttribute("own", own);
        model.addAttribute("mayDecide", waits && !own && Reviewers.mayDecide(request));
        model.addAttribute("mayWithdraw", waits && own);
        return "directory/review";
    }

    @PostMapping("/directory/reviews/{number}")
    String decide(
            @PathVariable long number,
            @RequestParam String action,
            @RequestParam(defaultValue = "") String remark,
            Model model,
            HttpServletRequest request) {
        try {
            switch (action) {
                case "approve" -> proposals.approve(number, remark);
                case "return" -> proposals.sendBack(number, remark);
                case "withdraw" -> proposals.withdraw(number, remark);
                default ->
                    throw new ProblemException(ProblemType.MALFORMED_REQUEST, "没有“" + action + "”这个办法。请用页面上的按钮。");
            }
        } catch (ProblemException e) {
            if (e.problem().type() == ProblemType.FORBIDDEN || e.problem().type() == ProblemType.RECORD_NOT_FOUND) {
                throw e;
            }
            model.addAttribute("refused", e.problem().detail());
            model.addAttribute("remark", remark);
            return one(number, model, request);
        }
        return "redirect:/directory/reviews/" + number;
    }
}
