package cn.faheng.web.desk;

import cn.faheng.contract.model.ActBody;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.web.show.Places;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads the place and the days of a case. */
final class WhenAndWhere {

    private final Entries entries;
    private final FormProblems problems;
    private final LocalDate today;

    WhenAndWhere(Entries entries, FormProblems problems, LocalDate today) {
        this.entries = entries;
        this.problems = problems;
        this.today = today;
    }

    /**
     * The days of a case that can be asked about.
     *
     * @param act first and last day, and the day it was discovered
     * @param decided day of the decision
     */
    record Days(ActBody act, LocalDate decided) {}

    /** The place entered, or the city where it cannot be read. */
    Division place() {
        String typed = entries.plain("placeOther");
        String code = typed == null ? entries.plain("place") : typed;
        if (code == null) {
            return Places.city();
        }
        if (!code.matches("\\d{6}") || code.startsWith("0")) {
            problems.add(typed == null ? "place" : "placeOther", "problem.place");
            return Places.city();
        }
        return new Division(code);
    }

    /** Last day of the act as far as it is entered, for the choice of questions; today where it is not. */
    LocalDate actOrToday() {
        LocalDate end = quietDate("actEnd");
        LocalDate start = quietDate("actStart");
        return end != null ? end : start != null ? start : decidedOrToday();
    }

    LocalDate decidedOrToday() {
        LocalDate decided = quietDate("decidedOn");
        return decided == null ? today : decided;
    }

    private @Nullable LocalDate quietDate(String name) {
        try {
            String text = entries.plain(name);
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** A date, or null where none is entered or it cannot be read. */
    @Nullable
    LocalDate date(String name) {
        String text = entries.plain(name);
        if (text == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 1900 && date.getYear() <= 2100) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // Falls through to the one sentence about dates.
        }
        problems.add(name, "problem.date");
        return null;
    }

    private @Nullable LocalDate required(String name) {
        if (entries.plain(name) == null) {
            problems.add(name, "problem.required." + name);
        }
        return date(name);
    }

    /** The days, or null where one that is needed is missing. */
    @Nullable
    Days days() {
        LocalDate start = required("actStart");
        LocalDate end = date("actEnd");
        LocalDate discovered = date("discovered");
        LocalDate decided = required("decidedOn");
        checkAct(start, end);
        LocalDate last = end == null ? start : end;
        if (decided != null && last != null && decided.isBefore(last)) {
            problems.add("decidedOn", "problem.decided-before-act", last);
        }
        checkDiscovered(discovered, start, decided);
        if (start == null || decided == null) {
            return null;
        }
        return new Days(
                new ActBody().start(start).end(end == null ? start : end).discovered(discovered), decided);
    }

    private void checkAct(@Nullable LocalDate start, @Nullable LocalDate end) {
        if (start != null && start.isAfter(today)) {
            problems.add("actStart", "problem.future");
        } else if (end != null && end.isAfter(today)) {
            problems.add("actEnd", "problem.future");
        } else if (start != null && end != null && end.isBefore(start)) {
            problems.add("actEnd", "problem.end-before-start", start);
        }
    }

    private void checkDiscovered(
            @Nullable LocalDate discovered, @Nullable LocalDate start, @Nullable LocalDate decided) {
        if (discovered != null && start != null && discovered.isBefore(start)) {
            problems.add("discovered", "problem.discovered-before-act", start);
        } else if (discovered != null && decided != null && discovered.isAfter(decided)) {
            problems.add("discovered", "problem.discovered-after-decision", decided);
        }
    }
}
