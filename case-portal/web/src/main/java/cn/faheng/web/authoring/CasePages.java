package cn.faheng.web.authoring;

import cn.faheng.authoring.drafts.Actor;
import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.Drafts;
import cn.faheng.authoring.trials.Cases;
import cn.faheng.drafting.cases.CaseCsv;
import cn.faheng.server.identity.Caller;
import cn.faheng.server.problems.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The cases of a draft as a table: run, edited, generated on every boundary, taken from decisions. */
@Controller
final class CasePages {

    private final Drafts drafts;
    private final Cases cases;

    CasePages(Drafts drafts, Cases cases) {
        this.drafts = drafts;
        this.cases = cases;
    }

    @GetMapping("/authoring/drafts/{id}/cases")
    String show(@PathVariable UUID id, Model model) {
        Draft draft = drafts.get(id);
        return page(draft, draft.content().cases(), false, model);
    }

    private String page(Draft draft, String csv, boolean proposed, Model model) {
        CaseCsv table = csv.isBlank() ? CaseCsv.empty() : CaseCsv.read(csv);
        Set<String> columns = new LinkedHashSet<>(List.of("id", "title"));
        draft.sheet().facts().forEach(fact -> columns.add(fact.name()));
        columns.addAll(table.columns());
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            List<String> line = new ArrayList<>();
            for (String column : columns) {
                line.add(table.columns().contains(column) ? table.cell(row, column) : "");
            }
            rows.add(line);
        }
        model.addAttribute("draft", draft);
        model.addAttribute("columns", List.copyOf(columns));
        model.addAttribute("rows", rows);
        model.addAttribute("proposed", proposed);
        try {
            Cases.Ran ran = cases.run(draft.id());
            model.addAttribute("ran", ran);
            model.addAttribute(
                    "results",
                    ran.run().cases().stream()
                            .collect(Collectors.toMap(
                                    c -> c.id(), c -> c.passed(), (first, second) -> first && second)));
        } catch (ProblemException e) {
            model.addAttribute("notRun", e.problem().detail());
        }
        return "authoring/cases";
    }

    /** Saves the table as it stands on the page: {@code column} once for each column, {@code cell} row after row. */
    @PostMapping("/authoring/drafts/{id}/cases")
    String save(
            @PathVariable UUID id,
            @RequestParam int revision,
            @RequestParam MultiValueMap<String, String> entries,
            Model model) {
        List<String> columns = entries.getOrDefault("column", List.of());
        List<String> cells = entries.getOrDefault("cell", List.of());
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; !columns.isEmpty() && i + columns.size() <= cells.size(); i += columns.size()) {
            List<String> row = cells.subList(i, i + columns.size());
            if (!row.get(0).isBlank()) {
                rows.add(row.stream().map(String::strip).toList());
            }
        }
        try {
            cases.save(id, revision, new CaseCsv(columns, rows).write(), null, Actor.caller());
        } catch (ProblemException e) {
            return refused(id, e, model);
        }
        return "redirect:/authoring/drafts/" + id + "/cases";
    }

    /** Proposes a case on every boundary that none reaches yet; a lawyer confirms them by saving. */
    @PostMapping("/authoring/drafts/{id}/cases/generate")
    String generate(@PathVariable UUID id, Model model) {
        Actor.caller().require(Actor.Office.AUTHOR);
        try {
            return page(drafts.get(id), cases.generate(id), true, model);
        } catch (ProblemException e) {
            return refused(id, e, model);
        }
    }

    @PostMapping("/authoring/drafts/{id}/cases/receipt")
    String receipt(
            @PathVariable UUID id,
            @RequestParam int revision,
            @RequestParam UUID receipt,
            @RequestParam(defaultValue = "") String title,
            Model model) {
        try {
            cases.addReceipt(id, revision, receipt, title, Caller.authentication(), Actor.caller());
        } catch (ProblemException e) {
            return refused(id, e, model);
        }
        return "redirect:/authoring/drafts/" + id + "/cases";
    }

    private String refused(UUID id, ProblemException e, Model model) {
        model.addAttribute("refused", e.problem());
        return show(id, model);
    }
}
