package cn.faheng.web.directory;

import cn.faheng.casework.directory.CasesOfCounterpart;
import cn.faheng.casework.directory.Counterpart;
import cn.faheng.casework.directory.CounterpartCard;
import cn.faheng.casework.directory.CounterpartEntry;
import cn.faheng.casework.directory.Counterparts;
import cn.faheng.casework.directory.Counterparts.Registered;
import cn.faheng.casework.directory.DirectoryExports;
import cn.faheng.casework.directory.Find;
import cn.faheng.engine.request.Party;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The counterparts: list, card with history, form, full view for a reason, and merging of duplicates. */
@Controller
final class CounterpartController {

    private final Counterparts counterparts;
    private final DirectoryExports exports;
    private final ObjectProvider<CasesOfCounterpart> histories;

    CounterpartController(
            Counterparts counterparts, DirectoryExports exports, ObjectProvider<CasesOfCounterpart> histories) {
        this.counterparts = counterparts;
        this.exports = exports;
        this.histories = histories;
    }

    private static boolean mayWrite(HttpServletRequest request) {
        return request.isUserInRole("OFFICER") || request.isUserInRole("LEGAL");
    }

    @GetMapping("/counterparts")
    String list(@RequestParam Map<String, String> query, Model model, HttpServletRequest request) {
        Find find = Finds.of(query);
        model.addAttribute("query", find);
        model.addAttribute("page", counterparts.search(find));
        model.addAttribute("partyKinds", Party.Kind.values());
        model.addAttribute("mayWrite", mayWrite(request));
        return "directory/counterparts";
    }

    @PostMapping("/counterparts/export")
    ResponseEntity<byte[]> export(
            @RequestParam Map<String, String> query, @RequestParam(defaultValue = "") String reason) {
        return Files.excel("行政相对人.xlsx", exports.exportCounterparts(Finds.of(query), reason));
    }

    @GetMapping("/counterparts/{id}")
    String card(@PathVariable UUID id, Model model, HttpServletRequest request) {
        CounterpartCard card = counterparts
                .card(id)
                .orElseThrow(() -> new ProblemException(ProblemType.RECORD_NOT_FOUND, "没有这个行政相对人。请从名录里查找。"));
        List<UUID> ids = counterparts.allIds(id);
        model.addAttribute("card", card);
        model.addAttribute("alike", counterparts.likeThis(id));
        model.addAttribute("history", counterparts.history(id));
        model.addAttribute(
                "cases",
                histories
                        .orderedStream()
                        .flatMap(history -> history.of(ids).stream())
                        .toList());
        model.addAttribute("mayWrite", mayWrite(request));
        model.addAttribute("mayMerge", request.isUserInRole("LEGAL"));
        return "directory/counterpart";
    }

    /** Shows everything once; the page is not kept anywhere. */
    @PostMapping("/counterparts/{id}/reveal")
    String reveal(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletRequest request) {
        try {
            Counterpart whole = counterparts.reveal(id, reason);
            model.addAttribute("whole", counterparts.typed(whole));
            model.addAttribute("columns", counterparts.columns());
        } catch (ProblemException e) {
            if (e.problem().errors().isEmpty()) {
                throw e;
            }
            model.addAttribute("refused", e.problem().detail());
        }
        return card(id, model, request);
    }

    @PostMapping("/counterparts/{id}/merge")
    String merge(
            @PathVariable UUID id,
            @RequestParam UUID duplicate,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletRequest request) {
        try {
            counterparts.merge(duplicate, id, reason);
        } catch (ProblemException e) {
            if (e.problem().type() == ProblemType.FORBIDDEN) {
                throw e;
            }
            model.addAttribute("refused", e.problem().detail());
            return card(id, model, request);
        }
        return "redirect:/counterparts/" + id;
    }

    @GetMapping("/counterparts/new")
    String blank(Model model) {
        return form(null, 0, Typing.of(Map.of()), model);
    }

    /** The form of a change holds everything, so opening it is looking at everything. */
    @PostMapping("/counterparts/{id}/change")
    String change(@PathVariable UUID id, @RequestParam Map<String, String> entries, Model model) {
        if (!entries.containsKey("revision")) {
            Counterpart whole = counterparts.reveal(id, "变更资料：" + entries.getOrDefault("reason", ""));
            return form(whole.id(), whole.revision(), Typing.of(counterparts.typed(whole)), model);
        }
        String typed = entries.getOrDefault("revision", "");
        int revision = typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
        try {
            Registered done = counterparts.change(id, revision, CounterpartEntry.of(entries));
            return "redirect:/counterparts/" + done.counterpart().id();
        } catch (ProblemException e) {
            return refused(id, revision, entries, e, model);
        }
    }

    @PostMapping("/counterparts/new")
    String register(@RequestParam Map<String, String> entries, Model model) {
        try {
            Registered done = counterparts.register(CounterpartEntry.of(entries));
            return "redirect:/counterparts/" + done.counterpart().id();
        } catch (ProblemException e) {
            return refused(null, 0, entries, e, model);
        }
    }

    private String refused(
            @Nullable UUID id, int revision, Map<String, String> entries, ProblemException e, Model model) {
        if (e.problem().type() == ProblemType.FORBIDDEN) {
            throw e;
        }
        return form(id, revision, Typing.refused(entries, e), model);
    }

    private String form(@Nullable UUID id, int revision, Typing typing, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("revision", revision);
        model.addAttribute("columns", counterparts.columns());
        model.addAttribute("typing", typing);
        return "directory/counterpart-form";
    }
}
