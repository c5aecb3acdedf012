package cn.faheng.web.authoring;

import cn.faheng.authoring.drafts.Actor;
import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.Drafts;
import cn.faheng.authoring.impact.ImpactJobs;
import cn.faheng.authoring.impact.PastCases;
import cn.faheng.authoring.publishing.PublicationDesk;
import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.server.identity.People;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.server.receipts.PublishedOutcomes;
import cn.faheng.server.registry.Publication;
import cn.faheng.server.registry.Publications;
import cn.faheng.server.registry.RuleBases;
import cn.faheng.web.show.FieldErrors;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Ending a version by a written act: the form, what it would do, and the act itself. */
@Controller
final class RepealPages {

    private final PublicationDesk desk;
    private final Publications publications;
    private final RuleBases ruleBases;
    private final People people;
    private final PastCases cases;
    private final PublishedOutcomes outcomes;
    private final Drafts drafts;
    private final ImpactJobs jobs;

    RepealPages(
            PublicationDesk desk,
            Publications publications,
            RuleBases ruleBases,
            People people,
            PastCases cases,
            PublishedOutcomes outcomes,
            Drafts drafts,
            ImpactJobs jobs) {
        this.desk = desk;
        this.publications = publications;
        this.ruleBases = ruleBases;
        this.people = people;
        this.cases = cases;
        this.outcomes = outcomes;
        this.drafts = drafts;
        this.jobs = jobs;
    }

    @GetMapping("/authoring/repeals")
    String form(@RequestParam(defaultValue = "") String ruleSet, Model model) {
        Actor.caller().require(Actor.Office.APPROVER);
        return form(new RepealForm(ruleSet, "", "", "", "", ""), version(ruleSet), FieldErrors.none(), model);
    }

    /** {@code check} shows what it would do, {@code repeal} does it, anything else goes back to the form. */
    @PostMapping("/authoring/repeals")
    String act(@RequestParam(defaultValue = "") String action, @RequestParam Map<String, String> entries, Model model) {
        Actor actor = Actor.caller();
        actor.require(Actor.Office.APPROVER);
        RepealForm form = RepealForm.of(entries);
        RuleSet version = version(form.ruleSet());
        FieldErrors errors = form.errors(version, publications.today(), actor.name());
        boolean further = action.equals("check") || action.equals("repeal");
        if (!further || errors.any()) {
            return form(form, version, further ? errors : FieldErrors.none(), model);
        }
        return action.equals("check") ? confirm(form, version, model) : repeal(form, version, actor, model);
    }

    private String repeal(RepealForm form, RuleSet version, Actor actor, Model model) {
        try {
            Publication repeal = desk.repeal(
                    version.ref(), form.day().orElseThrow(), form.document(), form.reason(), form.requestedBy(), actor);
            return "redirect:/authoring/publications/" + repeal.sequence();
        } catch (ProblemException e) {
            boolean ofPeople = e.problem().type() == ProblemType.AUTHOR_CANNOT_DECIDE
                    || e.problem().type() == ProblemType.OUT_OF_RANGE;
            FieldErrors errors = FieldErrors.of(
                    ofPeople ? "requestedBy" : "lastDay", e.problem().detail());
            return form(form, version, errors, model);
        }
    }

    private String form(RepealForm form, RuleSet version, FieldErrors errors, Model model) {
        describe(form, version, model);
        model.addAttribute("errors", errors);
        model.addAttribute("requesters", requesters(version));
        model.addAttribute("today", publications.today());
        return "authoring/repeal";
    }

    private String confirm(RepealForm form, RuleSet version, Model model) {
        describe(form, version, model);
        model.addAttribute(
                "outlook",
                RepealOutlook.of(
                        version, form.day().orElseThrow(), ruleBases.current().catalogue(), cases));
        model.addAttribute("decisions", outcomes.count(version.ref(), version.contentHash()));
        model.addAttribute("requester", people.nameOf(form.requestedBy()));
        bringing(version)
                .flatMap(event -> drafts.ofPublication(event.sequence()).stream()
                        .map(Draft::id)
                        .filter(id -> !jobs.ofDraft(id).isEmpty())
                        .findFirst())
                .ifPresent(id -> model.addAttribute("measured", id));
        return "authoring/repeal-confirm";
    }

    private void describe(RepealForm form, RuleSet version, Model model) {
        Catalogue catalogue = ruleBases.current().catalogue();
        model.addAttribute("form", form);
        model.addAttribute("version", version);
        model.addAttribute(
                "item",
                Optional.ofNullable(version.itemCode())
                        .flatMap(catalogue::item)
                        .map(Item::name)
                        .orElse(null));
        model.addAttribute(
                "publication", bringing(version).map(Publication::sequence).orElse(null));
    }

    private RuleSet version(String address) {
        try {
            return ruleBases
                    .current()
                    .catalogue()
                    .ruleSet(RuleSetRef.parse(address))
                    .orElseThrow(() -> new ProblemException(ProblemType.UNKNOWN_RULE_SET));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemType.UNKNOWN_RULE_SET);
        }
    }

    private Optional<Publication> bringing(RuleSet version) {
        return publications.concerning(version.ref().id()).stream()
                .filter(event -> event.kind() == Publication.Kind.PUBLISH && event.withdrawnBy() == null)
                .filter(event -> event.versions().stream()
                        .anyMatch(brought -> brought.ruleSet().equals(version.ref())))
                .findFirst();
    }

    /** Who can have asked for it, by account: everybody but who decides on it, and the system that wrote the version. */
    private Map<String, String> requesters(RuleSet version) {
        String actor = Actor.caller().name();
        Map<String, String> requesters = new LinkedHashMap<>();
        people.all().stream()
                .filter(person -> !person.getUsername().equals(actor))
                .forEach(person -> requesters.put(person.getUsername(), person.displayName()));
        bringing(version).map(Publication::authoredBy).stream()
                .filter(author -> !author.equals(actor))
                .forEach(author -> requesters.putIfAbsent(author, author));
        return requesters;
    }
}
