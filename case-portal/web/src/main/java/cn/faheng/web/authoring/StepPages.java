package cn.faheng.web.authoring;

import cn.faheng.authoring.drafts.Actor;
import cn.faheng.authoring.drafts.Comparisons;
import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.Drafts;
import cn.faheng.authoring.drafts.Step;
import cn.faheng.authoring.publishing.PublicationDesk;
import cn.faheng.authoring.publishing.Publishing;
import cn.faheng.server.problems.ProblemException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way of a draft: proof, open questions, legal review, approval, publication; and what it changes. */
@Controller
final class StepPages {

    private final Drafts drafts;
    private final Publishing publishing;
    private final PublicationDesk desk;
    private final Comparisons comparisons;

    StepPages(Drafts drafts, Publishing publishing, PublicationDesk desk, Comparisons comparisons) {
        this.drafts = drafts;
        this.publishing = publishing;
        this.desk = desk;
        this.comparisons = comparisons;
    }

    @GetMapping("/authoring/drafts/{id}/steps")
    String steps(@PathVariable UUID id, Model model) {
        Actor actor = Actor.caller();
        Draft draft = drafts.get(id);
        model.addAttribute("draft", draft);
        model.addAttribute("actor", actor);
        model.addAttribute("proof", publishing.proof(id).orElse(null));
        model.addAttribute("labels", new FactLabels(draft));
        model.addAttribute("blockers", publishing.blockers(id));
        model.addAttribute("actions", drafts.actions(id));
        model.addAttribute(
                "open",
                Arrays.stream(Step.values())
                        .filter(step -> step.isOpenTo(draft, actor))
                        .map(Step::name)
                        .collect(Collectors.toSet()));
        model.addAttribute(
                "retroactive",
                draft.sheet().effectiveFrom().isBefore(LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"))));
        return "authoring/steps";
    }

    @PostMapping("/authoring/drafts/{id}/steps")
    String take(
            @PathVariable UUID id,
            @RequestParam String step,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String backfill,
            @RequestParam(required = false) @Nullable LocalDate on,
            Model model) {
        Actor actor = Actor.caller();
        try {
            switch (step) {
                case "prove" -> publishing.prove(id, actor);
                case "submit" -> publishing.submit(id, reason, actor);
                case "review" -> publishing.review(id, reason, actor);
                case "return" -> publishing.sendBack(id, reason, actor);
                case "approve" -> publishing.approve(id, reason, backfill.isBlank() ? null : backfill, actor);
                case "publish" -> desk.publish(id, on, actor);
                default -> throw new IllegalArgumentException("No such step: " + step);
            }
        } catch (ProblemException e) {
            model.addAttribute("typed", Map.of("step", step, "reason", reason, "backfill", backfill));
            return refused(id, e, model);
        }
        return "redirect:/authoring/drafts/" + id + "/steps";
    }

    /** What was refused stays on the page with the reason; nothing that was typed is lost from the draft. */
    private String refused(UUID id, ProblemException e, Model model) {
        model.addAttribute("refused", e.problem());
        return steps(id, model);
    }

    @PostMapping("/authoring/drafts/{id}/questions")
    String answer(
            @PathVariable UUID id, @RequestParam int revision, @RequestParam Map<String, String> entries, Model model) {
        Actor actor = Actor.caller();
        int basedOn = revision;
        try {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                if (entry.getKey().startsWith("answer-") && !entry.getValue().isBlank()) {
                    basedOn = drafts.answer(
                                    id, basedOn, entry.getKey().substring("answer-".length()), entry.getValue(), actor)
                            .revision();
                }
            }
        } catch (ProblemException e) {
            model.addAttribute("answers", entries);
            return refused(id, e, model);
        }
        return "redirect:/authoring/drafts/" + id + "/steps#questions";
    }

    @PostMapping("/authoring/drafts/{id}/acknowledgements")
    String acknowledge(@PathVariable UUID id, @RequestParam String finding, @RequestParam String reason, Model model) {
        try {
            publishing.acknowledge(id, finding, reason, Actor.caller());
        } catch (ProblemException e) {
            model.addAttribute("acknowledged", Map.of(finding, reason));
            return refused(id, e, model);
        }
        return "redirect:/authoring/drafts/" + id + "/steps#proof";
    }

    @GetMapping("/authoring/drafts/{id}/compare")
    String compare(@PathVariable UUID id, @RequestParam(required = false) @Nullable String with, Model model) {
        Draft draft = drafts.get(id);
        model.addAttribute("draft", draft);
        model.addAttribute("comparison", comparisons.of(draft, with == null || with.isBlank() ? null : with));
        model.addAttribute("revisions", drafts.history(id));
        return "authoring/compare";
    }
}
