package cn.faheng.rules.gate;

import cn.faheng.rules.calendar.WorkingCalendar;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.legal.LawLibrary;
import cn.faheng.rules.timelimit.Counts;
import cn.faheng.rules.timelimit.Length;
import cn.faheng.rules.timelimit.TimeLimit;
import cn.faheng.rules.timelimit.TimeLimits;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The time limits and the calendar that the rules of the gates ask, for the field and the place of a case. */
public final class CaseLaw {

    private static final Pattern TITLE = Pattern.compile("《([^》]+)》");

    private final TimeLimits limits;
    private final WorkingCalendar calendar;
    private final String field;
    private final Division place;
    private final LawLibrary library;

    /** For rules that ask for no text of a law. */
    public CaseLaw(TimeLimits limits, WorkingCalendar calendar, String field, Division place) {
        this(limits, calendar, new LawLibrary(List.of()), field, place);
    }

    public CaseLaw(TimeLimits limits, WorkingCalendar calendar, LawLibrary library, String field, Division place) {
        this.library = library;
        this.limits = limits;
        this.calendar = calendar;
        this.field = field;
        this.place = place;
    }

    /** Field of enforcement of the case; empty while it is not known. */
    public String field() {
        return field;
    }

    public Division place() {
        return place;
    }

    public WorkingCalendar calendar() {
        return calendar;
    }

    /** Titles among cited provisions of which the library holds versions, none of them in force on either day. */
    public List<String> ended(List<String> cited, LocalDate one, LocalDate other) {
        return cited.stream()
                .flatMap(text -> TITLE.matcher(text).results().map(found -> found.group(1)))
                .distinct()
                .filter(title -> !library.versions(title).isEmpty())
                .filter(title -> library.inForce(title, one).isEmpty()
                        && library.inForce(title, other).isEmpty())
                .toList();
    }

    /**
     * The first of some time limits that holds here on a day: the limit of the field before the general one.
     *
     * @param ids ids in order of preference, separated by blanks
     */
    public Optional<TimeLimit> limit(String ids, LocalDate day) {
        return List.of(ids.split(" ")).stream()
                .map(id ->
                        limits.find(id).orElseThrow(() -> new IllegalArgumentException("There is no time limit " + id)))
                .filter(limit -> limit.scope().covers(field, place))
                .filter(limit -> limit.effective().contains(day))
                .findFirst();
    }

    /** Whether a limit that began on a day is over on another one; false where no such limit holds here. */
    public boolean isOver(String ids, LocalDate start, LocalDate day) {
        return isOver(ids, start, 0, day);
    }

    /** The same after the first {@code extensions} extensions. */
    public boolean isOver(String ids, LocalDate start, int extensions, LocalDate day) {
        return limit(ids, start)
                .flatMap(limit -> limit.dueFrom(start, Math.min(extensions, steps(limit)), calendar))
                .map(due -> day.isAfter(due.date()))
                .orElse(false);
    }

    /** Whether a limit of hours that began at a moment is over at another one. */
    public boolean isOver(String ids, LocalDateTime start, LocalDateTime moment) {
        return limit(ids, start.toLocalDate())
                .flatMap(limit -> limit.dueAt(start))
                .map(moment::isAfter)
                .orElse(false);
    }

    /** Whether an act came too late before an event: a limit that is counted backwards. */
    public boolean isTooLateBefore(String ids, LocalDate act, LocalDate event) {
        return limit(ids, act)
                .filter(limit -> limit.counts() == Counts.BEFORE)
                .flatMap(limit -> limit.dueFrom(event, calendar))
                .map(due -> act.isAfter(due.date()))
                .orElse(false);
    }

    /** Whether a time of waiting that began on a day still runs on another one. */
    public boolean isStillOpen(String ids, LocalDate start, LocalDate day) {
        return limit(ids, start)
                .flatMap(limit -> limit.dueFrom(start, calendar))
                .map(due -> !day.isAfter(due.date()))
                .orElse(false);
    }

    /** The last day of a limit; empty where none holds here. */
    public Optional<LocalDate> lastDay(String ids, LocalDate start) {
        return limit(ids, start)
                .flatMap(limit -> limit.dueFrom(start, calendar))
                .map(due -> due.date());
    }

    /** A limit in words: 5个工作日; empty where none holds here. */
    public String words(String ids, LocalDate day) {
        return limit(ids, day).map(limit -> limit.length().chinese()).orElse("");
    }

    /** The length of a limit in its unit, 0 where none holds here or it has none. */
    public int length(String ids, LocalDate day) {
        return limit(ids, day)
                .map(TimeLimit::length)
                .filter(Length.Period.class::isInstance)
                .map(length -> ((Length.Period) length).count())
                .orElse(0);
    }

    private static int steps(TimeLimit limit) {
        return limit.extension() == null ? 0 : limit.extension().steps().size();
    }
}
