package cn.faheng.web.authoring;

import cn.faheng.authoring.drafts.Actor;
import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.Drafts;
import cn.faheng.authoring.trials.Cases;
import cn.faheng.authoring.trials.Cases.Part;
import cn.faheng.drafting.cases.CaseCsv;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.server.identity.Caller;
import cn.faheng.server.problems.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
    String show(@PathVariable UUID id, @RequestParam(defaultValue = "RULE_SET") Part part, Model model) {
        Draft draft = drafts.get(id);
        return page(draft, part, part.cases(draft), null, model);
    }

    /** The table; {@code proposed} is the key of what to say of one that is not saved yet. */
    private String page(Draft draft, Part part, String csv, @Nullable String proposed, Model model) {
        Sheet sheet = part.sheet(draft);
        CaseCsv table = csv.isBlank() ? CaseCsv.empty() : CaseCsv.read(csv);
        Set<String> columns = new LinkedHashSet<>(List.of("id", "title"));
        sheet.facts().forEach(fact -> columns.add(fact.name()));
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
        model.addAttribute("part", part);
        List<CaseColumn> shown =
                columns.stream().map(name -> CaseColumn.of(sheet, name)).toList();
        model.addAttribute("columns", shown);
        model.addAttribute("labels", shown.stream().collect(Collectors.toMap(CaseColumn::name, CaseColumn::label)));
        model.addAttribute("rows", rows);
        model.addAttribute("proposed", proposed);
        try {
            Cases.Ran ran = cases.run(draft.id(), part);
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
            @RequestParam(defaultValue = "RULE_SET") Part part,
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
            String saved = new CaseCsv(columns, rows).write();
            String own = part == Part.RULE_SET ? saved : Part.RULE_SET.cases(drafts.get(id));
            cases.save(id, revision, own, part == Part.STATUTE ? saved : null, Actor.caller());
        } catch (ProblemException e) {
            return refused(id, part, e, model);
        }
        return "redirect:/authoring/drafts/" + id + "/cases?part=" + part;
    }

    /** Proposes a case on every boundary that none reaches yet; a lawyer confirms them by saving. */
    @PostMapping("/authoring/drafts/{id}/cases/generate")
    String generate(@PathVariable UUID id, @RequestParam(defaultValue = "RULE_SET") Part part, Model model) {
        Actor.caller().require(Actor.Office.AUTHOR);
        try {
            return page(drafts.get(id), part, cases.generate(id, part), "cases.proposed", model);
        } catch (ProblemException e) {
            return refused(id, part, e, model);
        }
    }

    /** Proposes what the draft answers now wherever another answer was expected; a lawyer confirms it by saving. */
    @PostMapping("/authoring/drafts/{id}/cases/as-answered")
    String asAnswered(@PathVariable UUID id, @RequestParam(defaultValue = "RULE_SET") Part part, Model model) {
        Actor.caller().require(Actor.Office.AUTHOR);
        try {
            return page(drafts.get(id), part, cases.asAnswered(id, part), "cases.as-answered.proposed", model);
        } catch (ProblemException e) {
            return refused(id, part, e, model);
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
            return refused(id, Part.RULE_SET, e, model);
        }
        return "redirect:/authoring/drafts/" + id + "/cases";
    }

    private String refused(UUID id, Part part, ProblemException e, Model model) {
        model.addAttribute("refused", e.problem());
        return show(id, part, model);
    }
}
