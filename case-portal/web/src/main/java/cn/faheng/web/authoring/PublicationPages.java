package cn.faheng.web.authoring;

import cn.faheng.authoring.drafts.Actor;
import cn.faheng.authoring.publishing.PublicationDesk;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.registry.Publication;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was published, repealed and withdrawn, by whom and why; and taking a wrong publication out. */
@Controller
final class PublicationPages {

    private static final int PAGE = 100;
    private static final int OUTCOMES = 200;

    private final PublicationDesk desk;

    PublicationPages(PublicationDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/authoring/publications")
    String list(@RequestParam(required = false) @Nullable Long before, Model model) {
        model.addAttribute("publications", desk.list(before, PAGE));
        return "authoring/publications";
    }

    @GetMapping("/authoring/publications/{number}")
    String show(@PathVariable long number, @RequestParam(defaultValue = "0") long after, Model model) {
        Publication publication = desk.find(number);
        model.addAttribute("publication", publication);
        model.addAttribute("outcomes", desk.outcomes(number, after, OUTCOMES));
        model.addAttribute(
                "mayWithdraw",
                publication.withdrawnBy() == null
                        && publication.kind() != Publication.Kind.WITHDRAW
                        && Actor.caller().offices().contains(Actor.Office.APPROVER));
        return "authoring/publication";
    }

    @PostMapping("/authoring/publications/{number}/withdraw")
    String withdraw(@PathVariable long number, @RequestParam(defaultValue = "") String reason, Model model) {
        try {
            desk.withdraw(number, reason, null, Actor.caller());
        } catch (ProblemException e) {
            model.addAttribute("refused", e.problem());
            return show(number, 0, model);
        }
        return "redirect:/authoring/publications/" + number;
    }

    @PostMapping("/authoring/repeals")
    String repeal(
            @RequestParam String ruleSet,
            @RequestParam LocalDate lastDay,
            @RequestParam(defaultValue = "") String document,
            @RequestParam String requestedBy,
            @RequestParam(defaultValue = "") String reason) {
        Publication repeal = desk.repeal(
                RuleSetRef.parse(ruleSet),
                lastDay,
                document.isBlank() ? null : document,
                reason,
                requestedBy,
                Actor.caller());
        return "redirect:/authoring/publications/" + repeal.sequence();
    }
}
