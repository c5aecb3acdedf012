package cn.faheng.web.catalogue;

import cn.faheng.engine.explanation.Quotation;
import cn.faheng.engine.outcome.Decision.QuotedProvision;
import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.Row;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.server.registry.RuleBaseState;
import cn.faheng.server.registry.RuleBases;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A rule set as a lawyer reads it: its rows with their sentences, and the provisions with their words. */
@Controller
final class RuleSetController {

    private final RuleBases bases;
    private final Clock clock;

    RuleSetController(RuleBases bases, Clock clock) {
        this.bases = bases;
        this.clock = clock;
    }

    @GetMapping("/rulesets/common/{hook}/{version:\\d{4}-\\d{2}-\\d{2}}")
    String general(@PathVariable String hook, @PathVariable String version, HttpServletRequest request, Model model) {
        return page("common/" + hook + "@" + version, request, model);
    }

    @GetMapping("/rulesets/{field}/{item}/{line}/{version}")
    String ofItem(
            @PathVariable String field,
            @PathVariable String item,
            @PathVariable String line,
            @PathVariable String version,
            HttpServletRequest request,
            Model model) {
        return page(field + "/" + item + "/" + line + "@" + version, request, model);
    }

    private String page(String address, HttpServletRequest request, Model model) {
        RuleBaseState base = bases.current();
        Catalogue catalogue = base.catalogue();
        RuleSet ruleSet = parsed(address)
                .flatMap(catalogue::ruleSet)
                .orElseThrow(() -> new ProblemException(ProblemType.UNKNOWN_RULE_SET));
        Quotation quotation = new Quotation(base.law());
        String code = ruleSet.itemCode();
        Item item = code == null ? null : catalogue.item(code).orElse(null);
        model.addAttribute("ruleSet", ruleSet);
        model.addAttribute("item", item);
        model.addAttribute("basis", basis(ruleSet, quotation));
        model.addAttribute("notes", notes(ruleSet.notes()));
        model.addAttribute("rows", rows(ruleSet, quotation));
        model.addAttribute("siblings", siblings(catalogue, ruleSet));
        model.addAttribute(
                "mayRepeal",
                request.isUserInRole("APPROVER") && !ruleSet.effective().endedBefore(LocalDate.now(clock)));
        model.addAttribute(
                "adoptions",
                code == null
                        ? List.of()
                        : catalogue.benchmarks(code).stream()
                                .filter(b -> b.adoption() != null && b.ref().equals(ruleSet.ref()))
                                .toList());
        return "catalogue/ruleset";
    }

    private static Optional<RuleSetRef> parsed(String address) {
        try {
            return Optional.of(RuleSetRef.parse(address));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<BasisWithWords> basis(RuleSet ruleSet, Quotation quotation) {
        List<BasisWithWords> basis = new ArrayList<>();
        ruleSet.basis()
                .forEach(b ->
                        quotation.of(List.of(b.citation())).forEach(q -> basis.add(new BasisWithWords(b.role(), q))));
        return basis;
    }

    /** Notes are plain lines: headings, items and sentences. */
    private static List<Note> notes(String markdown) {
        return markdown.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.startsWith("#")
                        ? new Note("note-head", line.replaceAll("^#+\\s*", ""))
                        : line.startsWith("- ") || line.startsWith("* ")
                                ? new Note("note-item", line.substring(2))
                                : new Note("note", line))
                .toList();
    }

    /**
     * A line of the notes.
     *
     * @param style heading, item or sentence
     * @param text the line
     */
    public record Note(String style, String text) {}

    private static List<RowWithWords> rows(RuleSet ruleSet, Quotation quotation) {
        return ruleSet.rows().values().stream()
                .sorted(Comparator.comparing((Row r) -> r.id().replaceAll("[0-9.].*", ""))
                        .thenComparing(r -> number(r.id(), 0))
                        .thenComparing(r -> number(r.id(), 1))
                        .thenComparing(Row::id))
                .map(row -> new RowWithWords(row, quotation.of(row.citations())))
                .toList();
    }

    /** The numbers of an id in order, so that S2 stands before S10 and W1.2 before W1.10. */
    private static int number(String id, int which) {
        String[] numbers = id.replaceAll("^[^0-9]*", "").split("[^0-9]+", -1);
        return which < numbers.length && numbers[which].matches("\\d{1,6}") ? Integer.parseInt(numbers[which]) : 0;
    }

    private static List<RuleSet> siblings(Catalogue catalogue, RuleSet ruleSet) {
        String code = ruleSet.itemCode();
        List<RuleSet> all = new ArrayList<>();
        if (code == null) {
            all.addAll(catalogue.general(Optional.ofNullable(ruleSet.hook()).orElse("")));
        } else {
            all.addAll(catalogue.statutes(code));
            catalogue.benchmarks(code).stream()
                    .filter(b -> b.adoption() == null)
                    .forEach(all::add);
        }
        return all;
    }

    /**
     * A provision with its words.
     *
     * @param role what it is to the rule set
     * @param provision the provision
     */
    public record BasisWithWords(RuleSet.Role role, QuotedProvision provision) {}

    /**
     * A row with the provisions that say so.
     *
     * @param row the row
     * @param provisions the provisions with their words
     */
    public record RowWithWords(Row row, List<QuotedProvision> provisions) {}
}
