package cn.faheng.web.authoring;

import cn.faheng.authoring.drafts.Actor;
import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.DraftFilter;
import cn.faheng.authoring.drafts.DraftMaker;
import cn.faheng.authoring.drafts.DraftState;
import cn.faheng.authoring.drafts.Drafts;
import cn.faheng.authoring.drafts.Step;
import cn.faheng.authoring.imports.Imports;
import cn.faheng.drafting.sheet.Sheet.SheetItem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.server.registry.RuleBases;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where legal staff begin: what waits for them, what is under way, and how a new draft is made. */
@Controller
final class DraftDesk {

    private static final int SHOWN = 200;

    private final Drafts drafts;
    private final DraftMaker maker;
    private final Imports imports;
    private final RuleBases ruleBases;

    DraftDesk(Drafts drafts, DraftMaker maker, Imports imports, RuleBases ruleBases) {
        this.drafts = drafts;
        this.maker = maker;
        this.imports = imports;
        this.ruleBases = ruleBases;
    }

    @GetMapping("/authoring")
    String desk(@RequestParam(required = false) @Nullable DraftState state, Model model) {
        Actor actor = Actor.caller();
        List<Draft> all =
                drafts.list(new DraftFilter(state, null, null, null, SHOWN)).drafts();
        List<Draft> waiting = new ArrayList<>();
        for (DraftState open : List.of(DraftState.IN_LEGAL_REVIEW, DraftState.REVIEWED, DraftState.APPROVED)) {
            drafts.in(open).stream().filter(draft -> waitsFor(draft, actor)).forEach(waiting::add);
        }
        model.addAttribute("actor", actor);
        model.addAttribute("drafts", all);
        model.addAttribute("waiting", waiting);
        model.addAttribute("counts", counts());
        model.addAttribute("state", state);
        model.addAttribute("imports", imports.newest(10));
        return "authoring/desk";
    }

    private static boolean waitsFor(Draft draft, Actor actor) {
        return List.of(Step.REVIEW, Step.APPROVE, Step.PUBLISH).stream().anyMatch(step -> step.isOpenTo(draft, actor));
    }

    private Map<DraftState, Integer> counts() {
        Map<DraftState, Integer> counts = drafts.counts();
        counts.remove(DraftState.DELETED);
        return counts;
    }

    @GetMapping("/authoring/new")
    String choose(Model model) {
        Actor.caller().require(Actor.Office.AUTHOR);
        model.addAttribute("items", ruleBases.current().catalogue().items());
        model.addAttribute(
                "hooks",
                ruleBases.current().catalogue().ruleSets().stream()
                        .map(ruleSet -> ruleSet.hook() == null ? "" : ruleSet.hook())
                        .filter(hook -> !hook.isEmpty())
                        .distinct()
                        .sorted()
                        .toList());
        return "authoring/new";
    }

    /** A new draft from a template; of an item that the rule base does not know when its code is new. */
    @PostMapping("/authoring/new")
    String create(
            @RequestParam String template,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "") String organ,
            @RequestParam(defaultValue = "") String hook,
            @RequestParam(defaultValue = "370800") String jurisdiction,
            @RequestParam(required = false) @Nullable LocalDate from) {
        SheetItem item = template.equals("general") ? null : item(code.strip(), name.strip(), field, organ.strip());
        Draft draft = maker.fromTemplate(
                template, item, hook.isBlank() ? null : hook.strip(), jurisdiction, from, Actor.caller());
        return "redirect:/authoring/drafts/" + draft.id();
    }

    private SheetItem item(String code, String name, String field, String organ) {
        return ruleBases
                .current()
                .catalogue()
                .item(code)
                .map(known -> new SheetItem(
                        known.code(), known.name(), known.nameEn(), known.field(), known.organ(), known.aliases()))
                .orElseGet(() -> {
                    if (code.isEmpty() || name.isEmpty() || field.isEmpty()) {
                        throw new ProblemException(ProblemType.MISSING_FIELD, "规则库里没有这个事项。新事项请写明编码、名称和执法领域。");
                    }
                    return new SheetItem(code, name, name, field, organ, List.of());
                });
    }

    /** A new version of a published rule set. */
    @PostMapping("/authoring/versions")
    String newVersion(@RequestParam String ruleSet, @RequestParam(required = false) @Nullable LocalDate from) {
        return "redirect:/authoring/drafts/"
                + maker.newVersion(ruleSet, from, Actor.caller()).id();
    }

    @PostMapping("/authoring/drafts/{id}/delete")
    String delete(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        drafts.delete(id, reason, Actor.caller());
        return "redirect:/authoring";
    }
}
