package cn.faheng.web.cases;

import cn.faheng.casework.cases.Cases;
import cn.faheng.casework.directory.CounterpartCard;
import cn.faheng.casework.directory.Counterparts;
import cn.faheng.casework.directory.Find;
import cn.faheng.rules.casefile.Opening.SourceKind;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.registry.RuleBases;
import cn.faheng.web.catalogue.ItemIndex;
import cn.faheng.web.show.FieldErrors;
import cn.faheng.web.show.FormalAmount;
import cn.faheng.web.show.Places;
import cn.faheng.web.show.Show;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Registering a lead, and the small searches that forms of cases ask. */
@Controller
final class LeadPages {

    private static final int MOST = 12;

    private final Cases cases;
    private final Counterparts counterparts;
    private final RuleBases bases;
    private final ItemIndex index;
    private final MessageSource messages;
    private final Clock clock;

    LeadPages(
            Cases cases,
            Counterparts counterparts,
            RuleBases bases,
            ItemIndex index,
            MessageSource messages,
            Clock clock) {
        this.cases = cases;
        this.counterparts = counterparts;
        this.bases = bases;
        this.index = index;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/cases/new")
    String open(Locale locale, Model model) {
        LeadForm form = LeadForm.of(Map.of(
                "receivedOn", LocalDate.now(clock).toString(),
                "formKey", UUID.randomUUID().toString()));
        return page(form, Map.of(), locale, model);
    }

    @PostMapping("/cases/new")
    String register(@RequestParam Map<String, String> typed, Locale locale, HttpServletResponse response, Model model) {
        LeadForm form = LeadForm.of(typed);
        if (!typed.getOrDefault("find", "").isEmpty()) {
            model.addAttribute("found", find(form.counterpartQuery()));
            return page(form, Map.of(), locale, model);
        }
        Map<String, String> errors = form.errors(new Show(messages, locale), LocalDate.now(clock));
        if (errors.isEmpty()) {
            try {
                return "redirect:/cases/" + cases.register(form.lead());
            } catch (ProblemException e) {
                errors.putAll(errors(e.problem()));
            }
        }
        response.setStatus(422);
        return page(form, errors, locale, model);
    }

    private static Map<String, String> errors(Problem problem) {
        Map<String, String> errors = new LinkedHashMap<>();
        problem.errors()
                .forEach(e -> errors.put(
                        Objects.requireNonNullElse(e.pointer(), "/summary").replaceFirst("^/", ""), e.detail()));
        if (errors.isEmpty()) {
            throw new ProblemException(problem);
        }
        return errors;
    }

    private String page(LeadForm form, Map<String, String> errors, Locale locale, Model model) {
        Labels labels = new Labels(new Show(messages, locale));
        model.addAttribute("lead", form);
        model.addAttribute("errors", new FieldErrors(errors));
        model.addAttribute(
                "kinds",
                Arrays.stream(SourceKind.values())
                        .map(kind -> new Option(kind.name(), labels.constant(kind)))
                        .toList());
        model.addAttribute(
                "fields",
                bases.current().catalogue().items().stream()
                        .map(Item::field)
                        .distinct()
                        .sorted()
                        .toList());
        model.addAttribute("places", Places.home());
        model.addAttribute("allItems", bases.current().catalogue().items());
        return "cases/new";
    }

    /** Counterparts by name, number or pinyin initials; personal data hidden. */
    @GetMapping("/cases/new/counterparts")
    @ResponseBody
    List<Map<String, String>> search(@RequestParam(defaultValue = "") String q) {
        return find(q).stream()
                .map(card -> Map.of(
                        "id", card.id().toString(),
                        "name", card.name(),
                        "number", card.number(),
                        "address", card.address()))
                .toList();
    }

    private List<CounterpartCard> find(String q) {
        return q.isBlank()
                ? List.of()
                : counterparts.search(Find.of(q).atMost(MOST)).lines();
    }

    /** Items by name, code or pinyin initials. */
    @GetMapping("/cases/items")
    @ResponseBody
    List<Option> items(@RequestParam(defaultValue = "") String q, Locale locale) {
        Show show = new Show(messages, locale);
        return index.find(bases.current().catalogue(), q.strip(), null).stream()
                .limit(MOST)
                .map(item -> new Option(item.code(), show.name(item)))
                .toList();
    }

    /** An amount as a decision writes it; empty where it is none. */
    @GetMapping("/cases/formal")
    @ResponseBody
    Map<String, String> formal(@RequestParam(defaultValue = "") String yuan) {
        Long fen = Typed.fen(yuan.replace(",", "").strip());
        return Map.of("formal", fen == null ? "" : FormalAmount.of(fen));
    }
}
