package cn.faheng.web.inspections;

import cn.faheng.casework.inspections.InspectionObject;
import cn.faheng.casework.inspections.Merges;
import cn.faheng.casework.inspections.ObjectEntry;
import cn.faheng.casework.inspections.ObjectLibrary;
import cn.faheng.casework.inspections.Recusal;
import cn.faheng.casework.inspections.Recusals;
import cn.faheng.casework.inspections.RiskClass;
import cn.faheng.server.problems.ProblemException;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The library of objects with its recusals, and the suggestions to check once instead of twice. */
@Controller
final class ObjectPages {

    private final ObjectLibrary library;
    private final Recusals recusals;
    private final Merges merges;
    private final Desk desk;

    ObjectPages(ObjectLibrary library, Recusals recusals, Merges merges, Desk desk) {
        this.library = library;
        this.recusals = recusals;
        this.merges = merges;
        this.desk = desk;
    }

    @GetMapping("/inspections/objects")
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        desk.frame("objects", model);
        model.addAttribute("q", q);
        model.addAttribute("objects", library.search(q));
        choices(model);
        return "inspections/objects";
    }

    private static void choices(Model model) {
        model.addAttribute("risks", RiskClass.values());
        model.addAttribute("sizes", InspectionObject.Size.values());
    }

    @PostMapping("/inspections/objects")
    String add(@RequestParam Map<String, String> entries, Model model) {
        try {
            return "redirect:/inspections/objects/"
                    + library.add(entry(entries)).id();
        } catch (ProblemException e) {
            desk.refuse(e, entries, model);
            return list("", model);
        }
    }

    @PostMapping("/inspections/objects/import")
    String take(@RequestParam(defaultValue = "") String lines, Model model) {
        try {
            model.addAttribute("imported", library.takeLines(lines));
        } catch (ProblemException e) {
            desk.refuse(e, Map.of("lines", lines), model);
        }
        return list("", model);
    }

    @GetMapping("/inspections/objects/{id}")
    String show(@PathVariable UUID id, Model model) {
        InspectionObject object = library.get(id);
        desk.frame("objects", model);
        model.addAttribute("object", object);
        model.addAttribute("recusals", recusals.of(id));
        model.addAttribute("grounds", Recusal.Ground.values());
        model.addAttribute("staff", desk.staff());
        choices(model);
        return "inspections/object";
    }

    @PostMapping("/inspections/objects/{id}")
    String change(
            @PathVariable UUID id, @RequestParam int revision, @RequestParam Map<String, String> entries, Model model) {
        try {
            library.change(
                    id,
                    revision,
                    entry(entries),
                    entries.getOrDefault("active", "").equals("true"));
            return "redirect:/inspections/objects/" + id;
        } catch (ProblemException e) {
            desk.refuse(e, entries, model);
            return show(id, model);
        }
    }

    @PostMapping("/inspections/objects/{id}/recusals")
    String recuse(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String inspector,
            @RequestParam Recusal.Ground ground,
            @RequestParam(defaultValue = "") String note,
            Model model) {
        try {
            recusals.declare(inspector, id, ground, note);
            return "redirect:/inspections/objects/" + id + "#recusals";
        } catch (ProblemException e) {
            desk.refuse(e, Map.of("note", note, "inspector", inspector), model);
            return show(id, model);
        }
    }

    @PostMapping("/inspections/objects/{id}/recusals/{recusal}")
    String end(
            @PathVariable UUID id,
            @PathVariable UUID recusal,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        try {
            recusals.end(recusal, reason);
            return "redirect:/inspections/objects/" + id + "#recusals";
        } catch (ProblemException e) {
            desk.refuse(e, Map.of("reason", reason), model);
            return show(id, model);
        }
    }

    @GetMapping("/inspections/merges")
    String merges(Model model) {
        desk.frame("merges", model);
        model.addAttribute("merges", merges.suggestions());
        return "inspections/merges";
    }

    @PostMapping("/inspections/merges")
    String merge(
            @RequestParam UUID one,
            @RequestParam UUID other,
            @RequestParam String action,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        try {
            if (action.equals("agree")) {
                UUID joint = merges.agree(one, other).joint();
                return joint == null ? "redirect:/inspections/merges" : "redirect:/inspections/tasks/" + joint;
            }
            merges.decline(one, other, reason);
            return "redirect:/inspections/merges";
        } catch (ProblemException e) {
            desk.refuse(e, Map.of("reason", reason), model);
            return merges(model);
        }
    }

    private static ObjectEntry entry(Map<String, String> entries) {
        return new ObjectEntry(
                entries.getOrDefault("code", ""),
                entries.getOrDefault("name", ""),
                entries.getOrDefault("division", ""),
                entries.getOrDefault("fields", ""),
                entries.getOrDefault("riskClass", ""),
                entries.getOrDefault("size", ""),
                entries.getOrDefault("address", ""));
    }
}
