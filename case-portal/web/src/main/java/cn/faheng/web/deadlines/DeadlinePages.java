package cn.faheng.web.deadlines;

import cn.faheng.casework.deadlines.Colour;
import cn.faheng.casework.deadlines.Deadlines;
import cn.faheng.casework.deadlines.DuePage;
import cn.faheng.casework.deadlines.DueQuery;
import cn.faheng.casework.deadlines.MonthOfDeadlines;
import cn.faheng.casework.deadlines.MonthOfDeadlines.Day;
import cn.faheng.casework.directory.Body;
import cn.faheng.casework.directory.BodyTree;
import cn.faheng.rules.timelimit.TimeLimit;
import cn.faheng.rules.timelimit.TimeLimits;
import cn.faheng.web.show.Show;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Deadlines of cases: what ends next, and what ends on which day of a month. */
@Controller
final class DeadlinePages {

    private static final List<Colour> OPEN =
            List.of(Colour.OVERDUE, Colour.RED, Colour.AMBER, Colour.GREEN, Colour.WAITING, Colour.PAST);
    private static final int WEEK = 7;

    private final Deadlines deadlines;
    private final BodyTree bodies;
    private final MessageSource messages;

    DeadlinePages(Deadlines deadlines, BodyTree bodies, MessageSource messages) {
        this.deadlines = deadlines;
        this.bodies = bodies;
        this.messages = messages;
    }

    @GetMapping("/deadlines")
    String list(
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable String after,
            Locale locale,
            Model model) {
        DueForm form = DueForm.of(typed);
        DueQuery query = form.query(after);
        Map<String, String> names = frame(form, query, model);
        DuePage page = deadlines.list(query);
        LocalDateTime now = deadlines.now();
        Show show = new Show(messages, locale);
        model.addAttribute(
                "lines",
                page.lines().stream()
                        .map(deadline -> DueLine.of(deadline, now, names, show))
                        .toList());
        model.addAttribute("next", page.next() == null ? null : form.next(page.next()));
        model.addAttribute("view", "list");
        return "deadlines/list";
    }

    @GetMapping("/deadlines/calendar")
    String calendar(
            @RequestParam Map<String, String> typed, @RequestParam(defaultValue = "") String month, Model model) {
        DueForm form = DueForm.of(typed);
        DueQuery query = form.query(null);
        frame(form, query, model);
        YearMonth shown = month(month).orElse(YearMonth.from(deadlines.now()));
        model.addAttribute("month", shown);
        model.addAttribute("previous", form.month(shown.minusMonths(1).toString()));
        model.addAttribute("following", form.month(shown.plusMonths(1).toString()));
        model.addAttribute("today", deadlines.now().toLocalDate());
        MonthOfDeadlines whole = deadlines.month(shown, query);
        model.addAttribute("weeks", weeks(whole));
        model.addAttribute("settled", whole.days().stream().allMatch(Day::settled));
        model.addAttribute("view", "calendar");
        return "deadlines/calendar";
    }

    /** What list and calendar share; gives the names of the bodies. */
    private Map<String, String> frame(DueForm form, DueQuery query, Model model) {
        Optional<Set<String>> visible = deadlines.visible();
        Map<String, String> names = new LinkedHashMap<>();
        bodies.all().stream()
                .filter(body ->
                        visible.map(codes -> codes.contains(body.code())).orElse(true))
                .sorted(Comparator.comparing(Body::code))
                .forEach(body -> names.put(body.code(), body.name()));
        model.addAttribute("form", form);
        model.addAttribute("bodies", names);
        model.addAttribute("colours", OPEN);
        model.addAttribute("counts", deadlines.counts(query));
        model.addAttribute(
                "limits",
                TimeLimits.published().all().stream()
                        .sorted(Comparator.comparing(TimeLimit::id))
                        .toList());
        return names;
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(YearMonth.parse(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Weeks from Monday; days of other months are null. */
    private static List<List<@Nullable Day>> weeks(MonthOfDeadlines month) {
        List<@Nullable Day> cells = new ArrayList<>();
        for (int blank = 1; blank < month.month().atDay(1).getDayOfWeek().getValue(); blank++) {
            cells.add(null);
        }
        cells.addAll(month.days());
        while (cells.size() % WEEK != 0) {
            cells.add(null);
        }
        List<List<@Nullable Day>> weeks = new ArrayList<>();
        for (int i = 0; i < cells.size(); i += WEEK) {
            weeks.add(cells.subList(i, i + WEEK));
        }
        return weeks;
    }
}
