package cn.faheng.web.cases;

import cn.faheng.casework.cases.CaseView;
import cn.faheng.casework.cases.Cases;
import cn.faheng.server.identity.Caller;
import cn.faheng.server.registry.RuleBases;
import cn.faheng.web.show.Show;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A case as one page. */
@Controller
final class CaseFilePages {

    private final Cases cases;
    private final ActPart acts;
    private final RuleBases bases;
    private final BodyNames bodies;
    private final MessageSource messages;
    private final Clock clock;

    CaseFilePages(Cases cases, ActPart acts, RuleBases bases, BodyNames bodies, MessageSource messages, Clock clock) {
        this.cases = cases;
        this.acts = acts;
        this.bases = bases;
        this.bodies = bodies;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/cases/{id}")
    String open(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String waits,
            Locale locale,
            Model model) {
        UUID caseId = CaseIds.of(id);
        CaseView view = cases.open(caseId);
        Show show = new Show(messages, locale);
        LocalDateTime now = LocalDateTime.now(clock);
        Labels labels = new Labels(show);
        model.addAttribute("view", view);
        model.addAttribute("head", view.head());
        model.addAttribute("file", view.file());
        model.addAttribute("body", bodies.name(view.head().body()));
        model.addAttribute("stages", StageBar.of(view, show));
        model.addAttribute("groups", StepGroup.of(view, show));
        model.addAttribute("limits", LimitLine.of(view, now, show));
        model.addAttribute("drawn", new Assessments(view, show).all());
        model.addAttribute("acts", new ActWords(view, acts, bases.current().catalogue(), show).of(now.toLocalDate()));
        model.addAttribute("measures", MeasureLine.of(view, now, show));
        model.addAttribute("parties", PartyLine.of(view.file(), labels));
        model.addAttribute("officers", view.file().officers(now));
        model.addAttribute("labels", labels);
        model.addAttribute("names", new EntryNames(view.file(), labels));
        model.addAttribute("words", new EntryWords(view.file(), show));
        model.addAttribute("me", Caller.name());
        view.step(done == null ? "" : done)
                .ifPresent(step -> model.addAttribute("doneTitle", StepWords.title(step, show)));
        model.addAttribute("waits", waits);
        return "cases/case";
    }

    /** Checks the seals over everything on record. */
    @PostMapping("/cases/{id}/integrity")
    String integrity(@PathVariable String id, Locale locale, Model model) {
        model.addAttribute("intact", cases.isIntact(CaseIds.of(id)));
        return open(id, null, null, locale, model);
    }

    /** Closed cases like an act of this one, and where its proposal lies among them. */
    @GetMapping("/cases/{id}/similar")
    String similar(
            @PathVariable String id, @RequestParam String act, @RequestParam String party, Locale locale, Model model) {
        UUID caseId = CaseIds.of(id);
        CaseView view = cases.open(caseId);
        List<Cases.SimilarCase> similar = cases.similar(caseId, act, party);
        Show show = new Show(messages, locale);
        model.addAttribute("head", view.head());
        model.addAttribute("similar", similar);
        model.addAttribute(
                "drawn",
                new Assessments(view, show)
                        .all().stream()
                                .filter(d -> d.assessed().act().equals(act)
                                        && d.assessed().party().equals(party))
                                .findFirst()
                                .orElse(null));
        model.addAttribute("spread", Spread.of(similar).orElse(null));
        return "cases/similar";
    }
}
