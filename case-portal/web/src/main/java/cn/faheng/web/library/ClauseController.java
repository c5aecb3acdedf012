package cn.faheng.web.library;

import cn.faheng.authoring.drafts.Actor;
import cn.faheng.authoring.library.ClauseDrafts;
import cn.faheng.authoring.library.ClauseService;
import cn.faheng.drafting.clause.ClauseReading;
import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.legal.ProvisionPath;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.registry.RuleBases;
import cn.faheng.web.show.FieldErrors;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Reading a clause: its words with marks, the forms proposed, a person confirms. */
@Controller
final class ClauseController {

    private final ClauseService clauses;
    private final ClauseDrafts drafts;
    private final RuleBases ruleBases;

    ClauseController(ClauseService clauses, ClauseDrafts drafts, RuleBases ruleBases) {
        this.clauses = clauses;
        this.drafts = drafts;
        this.ruleBases = ruleBases;
    }

    @GetMapping("/laws/clause")
    String provision(
            @RequestParam(defaultValue = "") String law,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> version,
            @RequestParam(defaultValue = "") String at,
            Model model) {
        model.addAttribute("text", "");
        model.addAttribute("mayDraft", Authors.isSignedIn());
        Paths.parsed(at).filter(path -> !law.isEmpty() && version.isPresent()).ifPresent(path -> {
            ClauseReading reading = provision(law, version.get(), path, model);
            if (Authors.isSignedIn() && !reading.forms().isEmpty()) {
                offer(ClauseDraftForm.empty(law, version.get(), at, sure(reading)), FieldErrors.none(), model);
            }
        });
        return "library/clause";
    }

    private ClauseReading provision(String law, LocalDate version, ProvisionPath path, Model model) {
        ClauseService.Words words = clauses.words(law, version, null, path);
        model.addAttribute("citation", words.citation().chinese());
        return show(words.words(), model);
    }

    private static List<Integer> sure(ClauseReading reading) {
        return IntStream.rangeClosed(1, reading.forms().size())
                .filter(number -> reading.forms().get(number - 1).isSure())
                .boxed()
                .toList();
    }

    private void offer(ClauseDraftForm form, FieldErrors errors, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("items", ruleBases.current().catalogue().items());
    }

    /** What was confirmed of a provision becomes the draft of an item's statutory range. */
    @PostMapping("/laws/clause/draft")
    String draft(@RequestParam MultiValueMap<String, String> entries, Model model) {
        Authors.require();
        ClauseDraftForm form;
        ProvisionPath path;
        try {
            form = ClauseDraftForm.of(entries);
            path = ProvisionPath.parse(form.at());
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new ProblemException(Problem.ofParameter("at", "请从法律库的条文打开这一页。"));
        }
        Catalogue catalogue = ruleBases.current().catalogue();
        FieldErrors errors = form.errors(catalogue);
        if (!errors.any()) {
            try {
                return "redirect:/authoring/drafts/"
                        + drafts.draft(form.request(catalogue), Actor.caller()).id();
            } catch (ProblemException e) {
                errors = FieldErrors.of("forms", e.problem().detail());
            }
        }
        provision(form.law(), form.version(), path, model);
        offer(form, errors, model);
        return "library/clause";
    }

    @PostMapping("/laws/clause")
    String words(@RequestParam(defaultValue = "") String text, Model model) {
        model.addAttribute("text", text);
        model.addAttribute("mayDraft", Authors.isSignedIn());
        if (!text.isBlank()) {
            show(text, model);
        }
        return "library/clause";
    }

    private ClauseReading show(String words, Model model) {
        ClauseReading reading = clauses.read(words);
        model.addAttribute("text", words);
        model.addAttribute("reading", reading);
        model.addAttribute("clauseAmounts", new ClauseAmounts());
        model.addAttribute("pieces", ClausePieces.of(reading));
        return reading;
    }
}
