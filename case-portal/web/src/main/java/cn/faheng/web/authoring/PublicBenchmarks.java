package cn.faheng.web.authoring;

import cn.faheng.authoring.drafts.Changes;
import cn.faheng.drafting.difference.Change;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.server.identity.OpenRoute;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.server.registry.PublishedBenchmarks;
import cn.faheng.server.registry.RuleBases;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The published benchmarks, open to everyone (行政处罚法 第三十四条: 行政处罚裁量基准应当向社会公布). */
@Controller
final class PublicBenchmarks {

    private static final LocalDate EARLIEST = LocalDate.of(1996, 10, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

    private final PublishedBenchmarks published;
    private final RuleBases ruleBases;
    private final Clock clock;

    PublicBenchmarks(PublishedBenchmarks published, RuleBases ruleBases, Clock clock) {
        this.published = published;
        this.ruleBases = ruleBases;
        this.clock = clock;
    }

    /** What is open without signing in. */
    @Configuration(proxyBeanMethods = false)
    static class Open {
        @Bean
        OpenRoute benchmarks() {
            return new OpenRoute("/benchmarks", "published benchmarks are public (行政处罚法 第三十四条)");
        }

        @Bean
        OpenRoute benchmark() {
            return new OpenRoute("/benchmarks/**", "published benchmarks are public (行政处罚法 第三十四条)");
        }
    }

    /**
     * A benchmark on two days.
     *
     * @param change the versions
     * @param lines what differs, as a lawyer reads it; empty where one of them is missing or cannot be shown as a table
     */
    public record Difference(PublishedBenchmarks.Change change, List<Change> lines) {}

    @GetMapping("/benchmarks")
    String list(
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable LocalDate since,
            @RequestParam(defaultValue = "") String place,
            Model model) {
        LocalDate day = bounded(on == null ? LocalDate.now(clock) : on);
        Division division = place.matches("\\d{6}") ? new Division(place) : null;
        model.addAttribute("on", day);
        model.addAttribute("since", since == null ? null : bounded(since));
        model.addAttribute("place", place);
        if (since == null) {
            model.addAttribute("benchmarks", published.inForce(day, division));
        } else {
            List<Difference> differences = new ArrayList<>();
            published.between(bounded(since), day, division).stream()
                    .filter(PublishedBenchmarks.Change::changed)
                    .forEach(change -> differences.add(new Difference(change, lines(change))));
            model.addAttribute("differences", differences);
        }
        return "authoring/benchmarks";
    }

    private static LocalDate bounded(LocalDate day) {
        return day.isBefore(EARLIEST) ? EARLIEST : day.isAfter(LATEST) ? LATEST : day;
    }

    private List<Change> lines(PublishedBenchmarks.Change change) {
        RuleSet before = change.before();
        RuleSet after = change.after();
        if (before == null || after == null) {
            return List.of();
        }
        try {
            return Changes.between(before, after, ruleBases.current());
        } catch (ProblemException e) {
            return List.of();
        }
    }

    @GetMapping("/benchmarks/{field}/{item}/{line}/{version}")
    String show(
            @PathVariable String field,
            @PathVariable String item,
            @PathVariable String line,
            @PathVariable String version,
            Model model) {
        PublishedBenchmarks.Benchmark benchmark;
        try {
            benchmark = published
                    .version(RuleSetRef.parse(field + "/" + item + "/" + line + "@" + version))
                    .orElseThrow(() -> new ProblemException(ProblemType.UNKNOWN_RULE_SET));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemType.UNKNOWN_RULE_SET);
        }
        model.addAttribute("benchmark", benchmark);
        model.addAttribute("sheet", PublicTable.of(benchmark, ruleBases.current()));
        return "authoring/benchmark";
    }
}
