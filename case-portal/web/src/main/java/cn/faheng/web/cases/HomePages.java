package cn.faheng.web.cases;

import cn.faheng.casework.cases.CaseHead;
import cn.faheng.casework.cases.CaseQuery;
import cn.faheng.casework.cases.CaseRequest;
import cn.faheng.casework.cases.Cases;
import cn.faheng.engine.steps.Stage;
import cn.faheng.server.identity.Caller;
import cn.faheng.server.identity.Person;
import cn.faheng.web.show.Show;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The workbench: what is to be done by the one who signed in. */
@Controller
final class HomePages {

    private static final List<String> WORKERS =
            List.of("OFFICER", "HEAD", "REVIEWER", "LEGAL", "SUPERVISOR", "AUDITOR");
    private static final int SHOWN = 20;

    private final Cases cases;
    private final BodyNames bodies;
    private final MessageSource messages;

    HomePages(Cases cases, BodyNames bodies, MessageSource messages) {
        this.cases = cases;
        this.bodies = bodies;
        this.messages = messages;
    }

    @GetMapping("/")
    String home(Locale locale, Model model) {
        Person person = Caller.maybePerson().orElse(null);
        if (person == null || WORKERS.stream().noneMatch(person::hasRole)) {
            return "redirect:/items";
        }
        Show show = new Show(messages, locale);
        boolean officer = person.hasRole("OFFICER");
        List<CaseHead> own = cases.list(query(null, officer ? person.getUsername() : null));
        List<CaseRequest> waiting = cases.inbox();
        List<CaseRequest> returned = cases.ownRequests().stream()
                .filter(r -> r.state() == CaseRequest.State.RETURNED)
                .toList();
        model.addAttribute("lines", own.stream().map(head -> line(head, show)).toList());
        model.addAttribute("officer", officer);
        model.addAttribute("mayRegister", officer && person.body() != null);
        model.addAttribute("isHead", person.hasRole("HEAD"));
        model.addAttribute("isReviewer", person.hasRole("REVIEWER"));
        model.addAttribute(
                "waiting", waiting.stream().map(r -> RequestLine.of(r, show)).toList());
        model.addAttribute(
                "returned", returned.stream().map(r -> RequestLine.of(r, show)).toList());
        model.addAttribute(
                "review",
                person.hasRole("REVIEWER")
                        ? cases.list(query(Stage.REVIEW.code(), null)).stream()
                                .map(head -> line(head, show))
                                .toList()
                        : List.of());
        model.addAttribute(
                "blocked", own.stream().filter(head -> head.blocks() > 0).count());
        model.addAttribute("body", person.body() == null ? "" : bodies.name(person.body()));
        return "cases/home";
    }

    private static CaseQuery query(@Nullable String stage, @Nullable String account) {
        return new CaseQuery("", null, stage, null, null, account, null, null, null, SHOWN);
    }

    private CaseLine line(CaseHead head, Show show) {
        return new CaseLine(head, StepWords.stage(head.stage(), show), bodies.name(head.body()));
    }
}
