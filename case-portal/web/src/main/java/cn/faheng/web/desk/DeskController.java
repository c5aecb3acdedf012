package cn.faheng.web.desk;

import cn.faheng.contract.model.DecisionRequestBody;
import cn.faheng.contract.model.DecisionResponseBody;
import cn.faheng.engine.request.InvalidRequestException;
import cn.faheng.rules.catalogue.InForce;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.server.decisions.DecisionService;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.server.registry.RuleBaseState;
import cn.faheng.server.registry.RuleBases;
import cn.faheng.web.catalogue.ItemIndex;
import cn.faheng.web.show.Answer;
import cn.faheng.web.show.CaseAsked;
import cn.faheng.web.show.Places;
import cn.faheng.web.show.Show;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One item: its questions, and the answer beside them. A form that works without scripts; a script only sends it earlier. */
@Controller
final class DeskController {

    private final RuleBases bases;
    private final DecisionService decisions;
    private final ItemIndex index;
    private final FormKeys keys;
    private final MessageSource messages;
    private final Clock clock;

    DeskController(
            RuleBases bases,
            DecisionService decisions,
            ItemIndex index,
            FormKeys keys,
            MessageSource messages,
            Clock clock) {
        this.bases = bases;
        this.decisions = decisions;
        this.index = index;
        this.keys = keys;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/items/{code}")
    String open(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> entered,
            Authentication person,
            Locale locale,
            Model model) {
        model.addAttribute("mayRecord", mayRecord(person));
        return page(code, new Entries(entered), new Show(messages, locale), model, null);
    }

    @PostMapping("/items/{code}")
    String answer(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> entered,
            Authentication person,
            Locale locale,
            Model model) {
        Entries entries = new Entries(entered);
        boolean record = entries.has("action", "record");
        if (record && !mayRecord(person)) {
            throw new ProblemException(ProblemType.FORBIDDEN);
        }
        model.addAttribute("mayRecord", mayRecord(person));
        return page(code, entries, new Show(messages, locale), model, record ? person.getName() : null);
    }

    /** Decisions are the officers'; everyone else may only try what would come out. */
    private static boolean mayRecord(Authentication person) {
        return person.getAuthorities().stream().anyMatch(granted -> "ROLE_OFFICER".equals(granted.getAuthority()));
    }

    private String page(String code, Entries entries, Show show, Model model, @Nullable String recordFor) {
        RuleBaseState base = bases.current();
        Item item = base.catalogue().item(code).orElseThrow(() -> new ProblemException(ProblemType.UNKNOWN_ITEM));
        LocalDate today = LocalDate.now(clock);
        FormReader reader = new FormReader(entries, show, today);
        OtherNorms norms = OtherNorms.of(entries, item, base.catalogue(), index);
        Sheet sheet = new Sheets(base, entries, reader.place(), reader.actOrToday(), reader.decidedOrToday())
                .sheet(item, norms.chosen());
        List<FormProblem> problems = List.of();
        if (!entries.fresh()) {
            Optional<DecisionRequestBody> request = reader.request(sheet);
            problems = reader.problems();
            if (request.isPresent()) {
                problems = answer(request.get(), entries, base, sheet, show, model, recordFor);
            }
        }
        model.addAttribute("sheet", sheet);
        model.addAttribute("norms", norms);
        model.addAttribute("place", reader.place());
        model.addAttribute("statute", sheet.state() instanceof InForce.Found found ? found.ruleSet() : null);
        model.addAttribute("form", entries);
        model.addAttribute("formal", reader.formalAmounts());
        model.addAttribute("errors", new FormErrors(problems));
        model.addAttribute("today", today);
        model.addAttribute("home", Places.home());
        model.addAttribute("others", Places.others(base.catalogue()));
        model.addAttribute("allItems", base.catalogue().items());
        model.addAttribute(
                "formKey", entries.value("formKey").isEmpty() ? UUID.randomUUID() : entries.value("formKey"));
        return "desk/item";
    }

    private List<FormProblem> answer(
            DecisionRequestBody request,
            Entries entries,
            RuleBaseState base,
            Sheet sheet,
            Show show,
            Model model,
            @Nullable String recordFor) {
        ProblemFields fields = new ProblemFields(sheet, show);
        try {
            DecisionResponseBody answer = recordFor == null
                    ? decisions.preview(request)
                    : decisions
                            .decide(request, recordFor, keys.key(entries.value("formKey"), request))
                            .body();
            model.addAttribute("answer", new Answer(answer, CaseAsked.in(request), base, show));
            model.addAttribute("receipt", answer.getReceipt());
            return List.of();
        } catch (InvalidRequestException e) {
            return fields.of(e.problems());
        } catch (ProblemException e) {
            Problem problem = e.problem();
            if (problem.type() == ProblemType.NO_RULE_SET_IN_FORCE
                    || problem.type() == ProblemType.OTHER_JURISDICTION) {
                model.addAttribute("refusal", problem);
                return List.of();
            }
            if (problem.type().status() >= 500) {
                throw e;
            }
            return fields.of(problem);
        }
    }
}
