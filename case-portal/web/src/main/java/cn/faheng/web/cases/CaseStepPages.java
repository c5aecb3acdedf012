package cn.faheng.web.cases;

import cn.faheng.casework.cases.CaseView;
import cn.faheng.casework.cases.Cases;
import cn.faheng.casework.cases.Cases.KeptDraft;
import cn.faheng.casework.cases.StepResult;
import cn.faheng.engine.gate.CaseFinding;
import cn.faheng.engine.steps.LawfulStep;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.server.identity.Caller;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.web.show.Show;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Taking a step: its form, what the law says of what was typed, and what becomes of it. */
@Controller
final class CaseStepPages {

    private final Cases cases;
    private final StepPage page;
    private final MessageSource messages;

    CaseStepPages(Cases cases, StepPage page, MessageSource messages) {
        this.cases = cases;
        this.page = page;
        this.messages = messages;
    }

    @GetMapping("/cases/{id}/steps/{name}")
    String open(
            @PathVariable String id,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String again,
            @RequestParam(required = false) @Nullable String key,
            Locale locale,
            Model model) {
        UUID caseId = CaseIds.of(id);
        CaseView view = cases.open(caseId);
        StepPage.Sent sent = start(view, name, locale);
        Optional<KeptDraft> draft =
                cases.draft(caseId, name).filter(kept -> kept.content().length() > 2);
        if (again != null) {
            sent = sent.with(page.values(cases.request(CaseIds.of(again)).entry()));
        } else if (draft.isPresent()) {
            sent = sent.with(KeptFields.read(draft.get().content()))
                    .seenAt(draft.get().revision());
            model.addAttribute("restored", true);
        } else {
            sent = sent.with(page.prefilled(sent, key));
        }
        return page.show(sent, Map.of(), model);
    }

    private StepPage.Sent start(CaseView view, String name, Locale locale) {
        LawfulStep step = view.step(name)
                .orElseThrow(() ->
                        new ProblemException(ProblemType.NOT_FOUND, "本案立案时施行的程序没有“" + name + "”这一步。请看案件页上可以办理的步骤。"));
        StepKind kind = StepKind.of(name)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "没有“" + name + "”这一步的表单。"));
        return StepPage.Sent.fresh(view, step, kind, new Show(messages, locale));
    }

    @PostMapping("/cases/{id}/steps/{name}")
    String take(
            @PathVariable String id,
            @PathVariable String name,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String action,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        UUID caseId = CaseIds.of(id);
        CaseView view = cases.open(caseId);
        StepPage.Sent sent = start(view, name, locale).with(values).seenAt(revision);
        if (action.equals("preview")) {
            return page.show(sent, Map.of(), model);
        }
        if (sent.kind().isAssignment()) {
            return assign(sent, response, model);
        }
        Map<String, String> errors = new LinkedHashMap<>();
        Optional<Entry> entry = page.read(sent, errors);
        if (entry.isEmpty()) {
            return wrong(sent, errors, response, model);
        }
        try {
            return answer(sent, cases.take(caseId, revision, entry.get(), reasons(values)), response, model);
        } catch (ProblemException e) {
            return refused(sent, entry.get(), e.problem(), response, model);
        }
    }

    private String wrong(StepPage.Sent sent, Map<String, String> errors, HttpServletResponse response, Model model) {
        response.setStatus(422);
        return page.show(sent, errors, model);
    }

    private String assign(StepPage.Sent sent, HttpServletResponse response, Model model) {
        String certificate = sent.typed().text("certificate");
        if (certificate == null) {
            return wrong(sent, Map.of("certificate", sent.show().text("cases.assign.choose")), response, model);
        }
        try {
            StepResult result = cases.assign(
                    sent.caseId(), sent.seen(), certificate, sent.typed().ticked("lead"));
            return answer(sent, result, response, model);
        } catch (ProblemException e) {
            return refused(sent, null, e.problem(), response, model);
        }
    }

    private String answer(StepPage.Sent sent, StepResult result, HttpServletResponse response, Model model) {
        String back = "redirect:/cases/" + sent.caseId();
        if (result instanceof StepResult.OnRecord done) {
            return back + "?done=" + sent.step().name() + "#entry-" + done.seq();
        }
        if (result instanceof StepResult.AwaitsLeave waits) {
            return back + "?waits=" + waits.request() + "#requests";
        }
        cases.keepDraft(sent.caseId(), sent.step().name(), sent.seen(), KeptFields.write(sent.values()));
        boolean blocked = result instanceof StepResult.Blocked;
        List<CaseFinding> findings = result instanceof StepResult.Blocked held
                ? held.findings()
                : ((StepResult.WantsReasons) result).findings();
        model.addAttribute("blocked", blocked);
        model.addAttribute("findings", findings);
        return wrong(sent, Map.of(), response, model);
    }

    /** A button pressed twice has done its work already; all else is shown with what was typed. */
    private String refused(
            StepPage.Sent sent, @Nullable Entry entry, Problem problem, HttpServletResponse response, Model model) {
        CaseView now = cases.open(sent.caseId());
        String me = Caller.name();
        if (entry != null && Happened.isOnRecord(now, entry, me)) {
            return "redirect:/cases/" + sent.caseId() + "?done=" + sent.step().name();
        }
        if (entry != null && Happened.isWaiting(now, entry, me)) {
            return "redirect:/cases/" + sent.caseId() + "?waits=again#requests";
        }
        if (problem.type().status() >= 500) {
            throw new ProblemException(problem);
        }
        cases.keepDraft(sent.caseId(), sent.step().name(), sent.seen(), KeptFields.write(sent.values()));
        Map<String, String> errors = new LinkedHashMap<>();
        problem.errors()
                .forEach(e ->
                        errors.put(EntryField.id(String.valueOf(e.pointer()).replaceFirst("^/", "")), e.detail()));
        if (errors.isEmpty()) {
            model.addAttribute("refused", problem);
        }
        response.setStatus(problem.type().status());
        return page.show(
                start(now, sent.step().name(), sent.show()).with(sent.values()).seenAt(sent.seen()), errors, model);
    }

    private StepPage.Sent start(CaseView view, String name, Show show) {
        return start(view, name, show.english() ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
    }

    private static Map<String, String> reasons(MultiValueMap<String, String> values) {
        Map<String, String> reasons = new LinkedHashMap<>();
        values.forEach((name, given) -> {
            if (name.startsWith("reason.")) {
                reasons.put(name.substring("reason.".length()), given.get(0));
            }
        });
        return reasons;
    }
}
