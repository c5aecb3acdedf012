package cn.faheng.rules.gate;

import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Deciding.DecisionMade;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Remedying.Path;
import cn.faheng.rules.casefile.Remedying.RemedyEnded;
import cn.faheng.rules.casefile.Remedying.RemedySought;
import cn.faheng.rules.casefile.Serving.Served;
import cn.faheng.rules.gate.Running.Stood;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The time in which a party may go against a decision; the rules say which limits make it up. */
public final class RemedyTime {

    private RemedyTime() {}

    /** What was sought against a decision, in order. */
    public static List<RemedySought> against(CaseFile file, DecisionMade decision) {
        return file.all(RemedySought.class).stream()
                .filter(remedy -> remedy.against().equals(decision.id()))
                .toList();
    }

    /** How a remedy ended. */
    public static Optional<RemedyEnded> end(CaseFile file, RemedySought remedy) {
        return file.all(RemedyEnded.class).stream()
                .filter(end -> end.remedy().equals(remedy.id()))
                .min(Comparator.comparing(Entry::at));
    }

    /**
     * The day on which no remedy is open any more; empty while one runs or nothing was served.
     *
     * @param limits limits that begin with service, of which the longest counts
     * @param afterReconsideration the limit that begins with the end of a reconsideration
     */
    public static Optional<LocalDate> closes(
            CaseFile file, CaseLaw law, DecisionMade decision, String limits, String afterReconsideration) {
        List<RemedySought> sought = against(file, decision);
        if (sought.stream().anyMatch(remedy -> end(file, remedy).isEmpty())) {
            return Optional.empty();
        }
        if (sought.isEmpty()) {
            return Fines.served(file, decision).map(Served::effective).flatMap(day -> Stream.of(limits.split(" "))
                    .map(id -> law.lastDay(id, day))
                    .flatMap(Optional::stream)
                    .max(LocalDate::compareTo));
        }
        return sought.stream()
                .map(remedy -> end(file, remedy)
                        .flatMap(end -> remedy.path() == Path.LITIGATION
                                ? Optional.of(end.effectiveOn())
                                : law.lastDay(afterReconsideration, end.effectiveOn()))
                        .orElse(null))
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo);
    }

    /** When a remedy of one way was sought first; null while it was not. */
    public static @Nullable LocalDateTime firstSought(CaseFile file, DecisionMade decision, Path path) {
        return against(file, decision).stream()
                .filter(remedy -> remedy.path() == path)
                .map(Entry::at)
                .min(LocalDateTime::compareTo)
                .orElse(null);
    }

    /** The times in which a remedy against a decision was or is pending, the day it was sought and the day it ended included. */
    public static List<Stood> pending(CaseFile file, DecisionMade decision) {
        return against(file, decision).stream()
                .map(remedy -> new Stood(
                        remedy.on().isBefore(remedy.acceptedOn()) ? remedy.on() : remedy.acceptedOn(),
                        end(file, remedy).map(RemedyEnded::effectiveOn).orElse(null),
                        remedy.id(),
                        remedy.path() == Path.RECONSIDERATION ? "行政复议" : "行政诉讼"))
                .toList();
    }
}
