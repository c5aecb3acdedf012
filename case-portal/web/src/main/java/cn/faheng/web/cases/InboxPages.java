package cn.faheng.web.cases;

import cn.faheng.casework.cases.CaseHead;
import cn.faheng.casework.cases.CaseQuery;
import cn.faheng.casework.cases.CaseRequest;
import cn.faheng.casework.cases.CaseView;
import cn.faheng.casework.cases.Cases;
import cn.faheng.casework.cases.StepResult;
import cn.faheng.engine.gate.CaseFinding;
import cn.faheng.engine.steps.Stage;
import cn.faheng.server.identity.Caller;
import cn.faheng.server.identity.Person;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.web.show.FieldErrors;
import cn.faheng.web.show.Show;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits for the reader: leave to give, cases to review, requests that came back. */
@Controller
final class InboxPages {

    private final Cases cases;
    private final Colleagues colleagues;
    private final BodyNames bodies;
    private final MessageSource messages;

    InboxPages(Cases cases, Colleagues colleagues, BodyNames bodies, MessageSource messages) {
        this.cases = cases;
        this.colleagues = colleagues;
        this.bodies = bodies;
        this.messages = messages;
    }

    @GetMapping("/inbox")
    String list(Locale locale, Model model) {
        Show show = new Show(messages, locale);
        model.addAttribute("waiting", lines(cases.inbox(), show));
        model.addAttribute("own", lines(cases.ownRequests(), show));
        model.addAttribute("review", review(show));
        model.addAttribute("isHead", Caller.person().hasRole("HEAD"));
        return "cases/inbox";
    }

    private List<CaseLine> review(Show show) {
        Person person = Caller.person();
        if (!person.hasRole("REVIEWER")) {
            return List.of();
        }
        CaseQuery query = new CaseQuery(
                "", person.body(), Stage.REVIEW.code(), null, null, null, null, null, null, CaseQuery.PER_PAGE);
        return cases.list(query).stream().map(head -> line(head, show)).toList();
    }

    private CaseLine line(CaseHead head, Show show) {
        return new CaseLine(head, StepWords.stage(head.stage(), show), bodies.name(head.body()));
    }

    private static List<RequestLine> lines(List<CaseRequest> requests, Show show) {
        return requests.stream().map(request -> RequestLine.of(request, show)).toList();
    }

    @GetMapping("/inbox/{id}")
    String open(@PathVariable String id, Locale locale, Model model) {
        return page(CaseIds.of(id), Map.of(), locale, model);
    }

    private String page(UUID id, Map<String, String> errors, Locale locale, Model model) {
        CaseRequest request = cases.request(id);
        CaseView view = cases.open(request.caseId());
        Show show = new Show(messages, locale);
        Labels labels = new Labels(show);
        model.addAttribute("request", RequestLine.of(request, show));
        model.addAttribute("lines", new EntryWords(view.file(), show).of(request.entry()));
        model.addAttribute("head", view.head());
        model.addAttribute("report", view.report());
        model.addAttribute("step", view.step(request.step()).orElse(null));
        model.addAttribute("drawn", new Assessments(view, show).all());
        model.addAttribute("names", new EntryNames(view.file(), labels));
        model.addAttribute("errors", new FieldErrors(errors));
        Person person = Caller.person();
        boolean mine = request.byAccount().equals(person.getUsername());
        model.addAttribute("mine", mine);
        boolean open = request.state() == CaseRequest.State.OPEN;
        model.addAttribute("open", open);
        boolean decides =
                open && !mine && person.hasRole("HEAD") && request.body().equals(person.body());
        model.addAttribute("decides", decides);
        model.addAttribute(
                "heads",
                decides ? colleagues.heads(request.body(), person.getUsername(), request.byAccount()) : List.of());
        return "cases/request";
    }

    @PostMapping("/inbox/{id}/approve")
    String approve(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String remark,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        UUID request = CaseIds.of(id);
        StepResult result = cases.grant(request, remark.strip());
        if (result instanceof StepResult.OnRecord) {
            return "redirect:/inbox?approved=1";
        }
        model.addAttribute("findings", findings(result));
        model.addAttribute("blocked", result instanceof StepResult.Blocked);
        response.setStatus(422);
        return page(request, Map.of(), locale, model);
    }

    private static List<CaseFinding> findings(StepResult result) {
        if (result instanceof StepResult.Blocked blocked) {
            return blocked.findings();
        }
        return result instanceof StepResult.WantsReasons wants ? wants.findings() : List.of();
    }

    @PostMapping("/inbox/{id}/return")
    String sendBack(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String remark,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        UUID request = CaseIds.of(id);
        if (remark.isBlank()) {
            response.setStatus(422);
            Show show = new Show(messages, locale);
            return page(request, Map.of("remark", show.text("inbox.error.remark")), locale, model);
        }
        cases.sendBack(request, remark);
        return "redirect:/inbox?returned=1";
    }

    @PostMapping("/inbox/{id}/pass-on")
    String passOn(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String to,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        UUID request = CaseIds.of(id);
        CaseRequest open = cases.request(request);
        boolean known = colleagues.heads(open.body(), Caller.name(), open.byAccount()).stream()
                .anyMatch(head -> head.value().equals(to));
        if (!known) {
            response.setStatus(422);
            return page(request, Map.of("to", new Show(messages, locale).text("inbox.error.to")), locale, model);
        }
        cases.passOn(request, to);
        return "redirect:/inbox?passed=1";
    }

    @PostMapping("/inbox/{id}/withdraw")
    String withdraw(@PathVariable String id) {
        UUID request = CaseIds.of(id);
        UUID caseId = cases.request(request).caseId();
        cases.withdraw(request);
        return "redirect:/cases/" + caseId;
    }

    /** Gives leave to several at once; those that want somebody to read reasons are left for single decisions. */
    @PostMapping("/inbox/approve")
    String approveSome(@RequestParam(required = false) List<String> request, Locale locale, Model model) {
        List<RequestLine> done = new ArrayList<>();
        List<RequestLine> left = new ArrayList<>();
        Show show = new Show(messages, locale);
        for (String id : request == null ? List.<String>of() : request) {
            CaseRequest one = cases.request(CaseIds.of(id));
            (isGranted(one) ? done : left).add(RequestLine.of(one, show));
        }
        model.addAttribute("bulkDone", done);
        model.addAttribute("bulkLeft", left);
        return list(locale, model);
    }

    private boolean isGranted(CaseRequest request) {
        if (!request.reasons().isEmpty()) {
            return false;
        }
        try {
            return cases.grant(request.id(), "") instanceof StepResult.OnRecord;
        } catch (ProblemException e) {
            return false;
        }
    }
}
