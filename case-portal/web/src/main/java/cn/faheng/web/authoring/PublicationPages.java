package cn.faheng.web.authoring;

import cn.faheng.authoring.drafts.Actor;
import cn.faheng.authoring.drafts.Drafts;
import cn.faheng.authoring.publishing.PublicationDesk;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.server.identity.People;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.registry.Publication;
import cn.faheng.server.registry.Publications;
import cn.faheng.server.registry.RuleBases;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final Publications log;
    private final RuleBases ruleBases;
    private final People people;
    private final Drafts drafts;

    PublicationPages(PublicationDesk desk, Publications log, RuleBases ruleBases, People people, Drafts drafts) {
        this.desk = desk;
        this.log = log;
        this.ruleBases = ruleBases;
        this.people = people;
        this.drafts = drafts;
    }

    @GetMapping("/authoring/publications")
    String list(@RequestParam(required = false) @Nullable Long before, Model model) {
        List<Publication> events = desk.list(before, PAGE);
        model.addAttribute("publications", events);
        name(events, model);
        return "authoring/publications";
    }

    @GetMapping("/authoring/publications/{number}")
    String show(@PathVariable long number, @RequestParam(defaultValue = "0") long after, Model model) {
        Publication publication = desk.find(number);
        boolean approver = Actor.caller().offices().contains(Actor.Office.APPROVER);
        model.addAttribute("publication", publication);
        model.addAttribute("repealable", approver ? repealable(publication) : Set.of());
        name(List.of(publication), model);
        model.addAttribute("outcomes", desk.outcomes(number, after, OUTCOMES));
        model.addAttribute(
                "mayWithdraw",
                publication.withdrawnBy() == null && publication.kind() != Publication.Kind.WITHDRAW && approver);
        return "authoring/publication";
    }

    private void name(List<Publication> events, Model model) {
        VersionNames names = new VersionNames(ruleBases.current().catalogue());
        model.addAttribute("names", names);
        model.addAttribute("versions", names.held(events));
        model.addAttribute("titles", titles(events));
        model.addAttribute("today", log.today());
        model.addAttribute("people", people);
    }

    /** What the drafts of events are called, for versions that are not in force yet or not any more. */
    private Map<Long, String> titles(List<Publication> events) {
        Map<Long, String> titles = new HashMap<>();
        for (Publication event : events) {
            drafts.ofPublication(event.sequence()).stream()
                    .findFirst()
                    .ifPresent(draft -> titles.put(event.sequence(), draft.title()));
        }
        return titles;
    }

    /** Versions it brought that can still be ended. */
    private Set<RuleSetRef> repealable(Publication publication) {
        if (publication.kind() != Publication.Kind.PUBLISH || publication.withdrawnBy() != null) {
            return Set.of();
        }
        return publication.versions().stream()
                .map(Publication.Version::ruleSet)
                .filter(ref -> ruleBases
                        .current()
                        .catalogue()
                        .ruleSet(ref)
                        .filter(version -> !version.effective().endedBefore(log.today()))
                        .isPresent())
                .collect(Collectors.toSet());
    }

    @PostMapping("/authoring/publications/{number}/withdraw")
    String withdraw(@PathVariable long number, @RequestParam(defaultValue = "") String reason, Model model) {
        try {
            desk.withdraw(number, reason, null, Actor.caller());
        } catch (ProblemException e) {
            model.addAttribute("refused", e.problem());
            model.addAttribute("typed", reason);
            return show(number, 0, model);
        }
        return "redirect:/authoring/publications/" + number;
    }
}
