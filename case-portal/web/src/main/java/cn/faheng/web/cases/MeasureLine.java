package cn.faheng.web.cases;

import cn.faheng.casework.cases.CaseView;
import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Coercion.MeasureAbsorbed;
import cn.faheng.rules.casefile.Coercion.MeasureExtended;
import cn.faheng.rules.casefile.Coercion.MeasureReleased;
import cn.faheng.rules.casefile.Coercion.MeasureTaken;
import cn.faheng.web.show.Show;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A compulsory measure and how it stands.
 *
 * @param measure what is on record
 * @param until its last day with what lengthened it
 * @param style red, amber, green or grey
 * @param sign the shape that tells the same as the colour
 * @param words how it stands
 * @param running whether it still holds
 */
public record MeasureLine(
        MeasureTaken measure, LocalDate until, String style, String sign, String words, boolean running) {

    static List<MeasureLine> of(CaseView view, LocalDateTime now, Show show) {
        return view.file().all(MeasureTaken.class).stream()
                .map(measure -> line(view.file(), measure, now.toLocalDate(), show))
                .toList();
    }

    private static MeasureLine line(CaseFile file, MeasureTaken measure, LocalDate today, Show show) {
        LocalDate until = file.all(MeasureExtended.class).stream()
                .filter(e -> e.measure().equals(measure.id()))
                .map(MeasureExtended::until)
                .reduce(measure.until(), (first, second) -> second);
        boolean ended = file.all(MeasureReleased.class).stream()
                        .anyMatch(r -> r.measure().equals(measure.id()))
                || file.all(MeasureAbsorbed.class).stream()
                        .anyMatch(a -> a.measure().equals(measure.id()));
        if (ended) {
            return new MeasureLine(measure, until, "grey", "✓", show.text("cases.measure.ended"), false);
        }
        long left = ChronoUnit.DAYS.between(today, until);
        if (left < 0) {
            return new MeasureLine(measure, until, "red", "▲", show.text("cases.limit.overdue", -left), true);
        }
        boolean soon = left <= 3;
        return new MeasureLine(
                measure,
                until,
                soon ? "amber" : "green",
                soon ? "◆" : "●",
                left == 0 ? show.text("cases.limit.today") : show.text("cases.limit.left", left),
                true);
    }
}
