package cn.faheng.web.authoring;

import cn.faheng.authoring.drafts.Actor;
import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.Drafts;
import cn.faheng.authoring.impact.ImpactJob;
import cn.faheng.authoring.impact.ImpactJobs;
import cn.faheng.authoring.impact.PastCases;
import cn.faheng.drafting.impact.CaseImpact;
import cn.faheng.drafting.impact.CaseRange;
import cn.faheng.engine.outcome.Range;
import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.registry.RuleBases;
import cn.faheng.web.show.Show;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What a draft would change for the cases there are, while the job runs and after it. */
@Controller
public final class ImpactPages {

    private static final int SHOWN = 100;
    private static final int PER_PAGE = 1_000;
    private static final List<String> COLUMNS =
            List.of("case", "item", "district", "case-state", "before", "after", "effects", "failure");

    private final Drafts drafts;
    private final ImpactJobs jobs;
    private final PastCases cases;
    private final MessageSource messages;
    private final RuleBases ruleBases;

    ImpactPages(Drafts drafts, ImpactJobs jobs, PastCases cases, MessageSource messages, RuleBases ruleBases) {
        this.drafts = drafts;
        this.jobs = jobs;
        this.cases = cases;
        this.messages = messages;
        this.ruleBases = ruleBases;
    }

    @GetMapping("/authoring/drafts/{id}/impact")
    String show(@PathVariable UUID id, Model model) {
        Draft draft = drafts.get(id);
        List<ImpactJob> all = jobs.ofDraft(id);
        model.addAttribute("draft", draft);
        model.addAttribute("held", cases.count());
        if (!all.isEmpty()) {
            ImpactJob job = all.get(0);
            model.addAttribute("job", job);
            Catalogue catalogue = ruleBases.current().base().catalogue();
            model.addAttribute(
                    "itemNames",
                    job.tally().byItem().keySet().stream()
                            .collect(Collectors.toMap(
                                    code -> code,
                                    code -> catalogue.item(code).map(Item::name).orElse(code))));
            model.addAttribute("concerned", jobs.concerned(job.number(), "", SHOWN));
        }
        return "authoring/impact";
    }

    @PostMapping("/authoring/drafts/{id}/impact")
    String act(
            @PathVariable UUID id,
            @RequestParam String action,
            @RequestParam(defaultValue = "0") long job,
            Model model) {
        Actor actor = Actor.caller();
        try {
            switch (action) {
                case "start" -> jobs.start(id, actor);
                case "pause" -> jobs.pause(job, actor);
                case "resume" -> jobs.resume(job, actor);
                case "cancel" -> jobs.cancel(job, actor);
                default -> throw new IllegalArgumentException("No such action: " + action);
            }
        } catch (ProblemException e) {
            model.addAttribute("refused", e.problem());
            return show(id, model);
        }
        return "redirect:/authoring/drafts/" + id + "/impact";
    }

    /** All cases concerned, for a spreadsheet: UTF-8 with a mark, as Excel reads it. */
    @GetMapping("/authoring/impact-jobs/{number}/cases.csv")
    ResponseEntity<StreamingResponseBody> csv(@PathVariable long number, Locale locale) {
        jobs.get(number);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"impact-" + number + ".csv\"")
                .body(out -> {
                    BufferedWriter csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                    Show show = new Show(messages, locale);
                    csv.write("\uFEFF"
                            + COLUMNS.stream()
                                    .map(column -> cell(show.text("impact." + column)))
                                    .collect(Collectors.joining(","))
                            + "\r\n");
                    write(number, show, csv);
                    csv.flush();
                });
    }

    private void write(long number, Show show, BufferedWriter csv) throws IOException {
        String after = "";
        List<CaseImpact> page = jobs.concerned(number, after, PER_PAGE);
        while (!page.isEmpty()) {
            for (CaseImpact impact : page) {
                csv.write(line(impact, show));
                after = impact.id();
            }
            page = jobs.concerned(number, after, PER_PAGE);
        }
    }

    private static String line(CaseImpact impact, Show show) {
        String effects = String.join(
                "；",
                impact.effects().stream()
                        .sorted()
                        .map(effect -> show.text("impact.effect." + effect))
                        .toList());
        String failure = impact.failure();
        return String.join(
                        ",",
                        cell(impact.id()),
                        cell(impact.item()),
                        impact.district(),
                        cell(show.text(impact.open() ? "impact.open-case" : "impact.closed-case")),
                        cell(words(impact.before(), show)),
                        cell(words(impact.after(), show)),
                        cell(effects),
                        cell(failure == null ? "" : failure))
                + "\r\n";
    }

    /** A cell that no spreadsheet takes for a formula. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    /** The tier and the range of a fine, and what else came out where that is no fine that is fixed. */
    public static String words(CaseRange range, Show show) {
        Long low = range.minFen();
        Long high = range.maxFen();
        String fine = low == null && high == null
                ? ""
                : show.amounts().range(PenaltyKind.FINE, new Range(low == null ? 0 : low, high, true));
        boolean determined = range.outcome().equals("determined");
        String outcome =
                determined && !fine.isEmpty() ? "" : show.textOr("outcome." + range.outcome(), range.outcome());
        return Stream.of(range.tier(), fine, outcome)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
