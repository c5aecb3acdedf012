package cn.faheng.web.cases;

import cn.faheng.casework.cases.CaseHead;
import cn.faheng.casework.cases.CaseQuery;
import cn.faheng.casework.cases.Cases;
import cn.faheng.engine.steps.Stage;
import cn.faheng.server.identity.Caller;
import cn.faheng.server.registry.RuleBases;
import cn.faheng.web.show.FieldErrors;
import cn.faheng.web.show.Show;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of cases. */
@Controller
final class CaseListPages {

    private final Cases cases;
    private final RuleBases bases;
    private final BodyNames bodies;
    private final MessageSource messages;

    CaseListPages(Cases cases, RuleBases bases, BodyNames bodies, MessageSource messages) {
        this.cases = cases;
        this.bases = bases;
        this.bodies = bodies;
        this.messages = messages;
    }

    @GetMapping("/cases")
    String list(
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable Long before,
            Locale locale,
            Model model) {
        CaseFilter filter = CaseFilter.of(typed);
        Show show = new Show(messages, locale);
        Map<String, String> wrong = filter.wrong(show.text("audit.error.day"));
        List<CaseHead> found = wrong.isEmpty() ? cases.list(filter.query(Caller.name(), before)) : List.of();
        List<CaseHead> shown = found.subList(0, Math.min(CaseQuery.PER_PAGE, found.size()));
        model.addAttribute("filter", filter);
        model.addAttribute("errors", new FieldErrors(wrong));
        model.addAttribute("lines", lines(shown, show));
        model.addAttribute("before", before);
        model.addAttribute(
                "next",
                found.size() > CaseQuery.PER_PAGE ? shown.get(shown.size() - 1).serial() : null);
        model.addAttribute("stages", stages(show));
        model.addAttribute("fields", fields());
        model.addAttribute("bodies", bodies.visible());
        model.addAttribute(
                "mayRegister",
                Caller.person().hasRole("OFFICER") && Caller.person().body() != null);
        return "cases/list";
    }

    private List<CaseLine> lines(List<CaseHead> heads, Show show) {
        return heads.stream()
                .map(head -> new CaseLine(head, StepWords.stage(head.stage(), show), bodies.name(head.body())))
                .toList();
    }

    static List<Option> stages(Show show) {
        return Stream.of(Stage.values())
                .map(stage -> new Option(stage.code(), StepWords.stage(stage, show)))
                .toList();
    }

    private List<String> fields() {
        return bases.current().catalogue().items().stream()
                .map(item -> item.field())
                .distinct()
                .sorted()
                .toList();
    }
}
