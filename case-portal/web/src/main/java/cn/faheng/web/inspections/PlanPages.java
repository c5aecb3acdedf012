package cn.faheng.web.inspections;

import cn.faheng.casework.inspections.Draws;
import cn.faheng.casework.inspections.InspectionObject;
import cn.faheng.casework.inspections.Plan;
import cn.faheng.casework.inspections.PlanDraft;
import cn.faheng.casework.inspections.Plans;
import cn.faheng.casework.inspections.RiskClass;
import cn.faheng.server.problems.ProblemException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Plans: the list, one plan with its steps, and its form. */
@Controller
final class PlanPages {

    private final Plans plans;
    private final Draws draws;
    private final Desk desk;

    PlanPages(Plans plans, Draws draws, Desk desk) {
        this.plans = plans;
        this.draws = draws;
        this.desk = desk;
    }

    @GetMapping("/inspections")
    String list(@RequestParam(required = false) @Nullable Integer year, Model model) {
        int of = year == null ? desk.today().getYear() : year;
        desk.frame("plans", model);
        model.addAttribute("year", of);
        model.addAttribute("plans", plans.of(of));
        return "inspections/plans";
    }

    @GetMapping("/inspections/plans/new")
    String blank(Model model) {
        LocalDate today = desk.today();
        model.addAttribute("typed", PlanForm.blank(today.getYear(), today, LocalDate.of(today.getYear(), 12, 31)));
        return form(null, model);
    }

    @GetMapping("/inspections/plans/{id}/edit")
    String edit(@PathVariable UUID id, Model model) {
        Plan plan = plans.get(id);
        model.addAttribute("typed", PlanForm.typed(plan));
        return form(plan, model);
    }

    private String form(@Nullable Plan plan, Model model) {
        desk.frame("plans", model);
        model.addAttribute("plan", plan);
        model.addAttribute("items", desk.inspectionItems());
        model.addAttribute("risks", RiskClass.values());
        model.addAttribute("sizes", InspectionObject.Size.values());
        return "inspections/plan-form";
    }

    @PostMapping("/inspections/plans")
    String plan(@RequestParam MultiValueMap<String, String> entries, @RequestParam UUID key, Model model) {
        try {
            Plan plan = plans.plan(
                    PlanForm.draft(entries, Objects.toString(desk.actor().body(), ""), desk.today()), key);
            return "redirect:/inspections/plans/" + plan.id();
        } catch (ProblemException e) {
            desk.refuse(e, entries, model);
            return form(null, model);
        }
    }

    @PostMapping("/inspections/plans/{id}")
    String change(
            @PathVariable UUID id,
            @RequestParam int revision,
            @RequestParam MultiValueMap<String, String> entries,
            Model model) {
        Plan plan = plans.get(id);
        try {
            PlanDraft draft = PlanForm.draft(entries, plan.draft().body(), desk.today());
            plans.change(id, revision, draft);
            return "redirect:/inspections/plans/" + id;
        } catch (ProblemException e) {
            desk.refuse(e, entries, model);
            return form(plan, model);
        }
    }

    @GetMapping("/inspections/plans/{id}")
    String show(@PathVariable UUID id, Model model) {
        Plan plan = plans.get(id);
        desk.frame("plans", model);
        model.addAttribute("plan", plan);
        model.addAttribute("versions", plans.versions(plan));
        model.addAttribute("draws", draws.of(id));
        return "inspections/plan";
    }

    @PostMapping("/inspections/plans/{id}/steps")
    String step(
            @PathVariable UUID id,
            @RequestParam int revision,
            @RequestParam String action,
            @RequestParam(defaultValue = "") String remark,
            @RequestParam(required = false) @Nullable UUID key,
            Model model) {
        try {
            switch (action) {
                case "submit" -> plans.submit(id, revision);
                case "approve" -> plans.decide(id, revision, true, remark);
                case "return" -> plans.decide(id, revision, false, remark);
                case "publish" -> plans.publish(id, revision);
                case "adjust" -> {
                    Plan next = plans.adjust(id, remark, Objects.requireNonNullElseGet(key, UUID::randomUUID));
                    return "redirect:/inspections/plans/" + next.id() + "/edit";
                }
                default -> throw new IllegalArgumentException("No such step: " + action);
            }
            return "redirect:/inspections/plans/" + id;
        } catch (ProblemException e) {
            desk.refuse(e, Map.of("remark", remark), model);
            return show(id, model);
        }
    }
}
