package cn.faheng.rules.gate;

import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Coercion.MeasureAbsorbed;
import cn.faheng.rules.casefile.Coercion.MeasureExtended;
import cn.faheng.rules.casefile.Coercion.MeasureReleased;
import cn.faheng.rules.casefile.Coercion.MeasureTaken;
import cn.faheng.rules.casefile.Entry;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long a compulsory measure lasts, as decided and as ended. */
public final class Measures {

    private Measures() {}

    /** How often it was lengthened with leave of a head. */
    public static int extensions(CaseFile file, MeasureTaken measure) {
        return granted(file, measure).size();
    }

    /** Its last day as decided in the end. */
    public static LocalDate lastDay(CaseFile file, MeasureTaken measure) {
        List<MeasureExtended> granted = granted(file, measure);
        return granted.isEmpty()
                ? measure.until()
                : granted.get(granted.size() - 1).until();
    }

    /** When it was released, or ended in the decision; null while it lasts. */
    public static @Nullable LocalDateTime ended(CaseFile file, MeasureTaken measure) {
        return Events.earliest(
                Events.first(file, MeasureReleased.class, MeasureReleased::measure, measure.id()),
                Events.first(file, MeasureAbsorbed.class, MeasureAbsorbed::measure, measure.id()));
    }

    private static List<MeasureExtended> granted(CaseFile file, MeasureTaken measure) {
        return file.all(MeasureExtended.class).stream()
                .filter(more -> more.measure().equals(measure.id()) && Entry.givenByHead(more.leave()))
                .toList();
    }
}
