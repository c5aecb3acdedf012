package cn.faheng.rules.gate;

import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Entry.Rank;
import cn.faheng.rules.casefile.Opening.LimitExtended;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a time limit was lengthened. Only lengthening for which a head gave leave counts.
 *
 * @param times how often by a length that the law fixes
 * @param until the last day that was decided in the end, or null
 * @param beyond the decision goes beyond the lengths that the law fixes, as the law allows it
 */
public record Extensions(int times, @Nullable LocalDate until, boolean beyond) {

    /**
     * Those of one limit on file.
     *
     * @param steps how many times the law lets it be lengthened by a fixed length
     */
    public static Extensions of(CaseFile file, String limit, int steps) {
        List<LimitExtended> granted = granted(file, limit);
        LocalDate until =
                granted.isEmpty() ? null : granted.get(granted.size() - 1).until();
        return new Extensions(Math.min(granted.size(), steps), until, false);
    }

    /** The same where, after these steps, the heads together may lengthen it by a reasonable time of their own. */
    public static Extensions thenByHeads(CaseFile file, String limit, int steps) {
        List<LimitExtended> granted = granted(file, limit);
        if (granted.size() <= steps) {
            return of(file, limit, steps);
        }
        LimitExtended last = granted.get(granted.size() - 1);
        boolean together = last.leave() != null && last.leave().rank() == Rank.HEADS_COLLECTIVELY;
        return together ? new Extensions(steps, last.until(), true) : of(file, limit, steps);
    }

    /** The same where, after these steps, a head may lengthen it by a reasonable time. */
    public static Extensions thenByHead(CaseFile file, String limit, int steps) {
        return thenBySuperior(file, limit, steps);
    }

    /** The same where, after these steps, a superior organ may lengthen it by a reasonable time. */
    public static Extensions thenBySuperior(CaseFile file, String limit, int steps) {
        List<LimitExtended> granted = granted(file, limit);
        return granted.size() <= steps
                ? of(file, limit, steps)
                : new Extensions(steps, granted.get(granted.size() - 1).until(), true);
    }

    private static List<LimitExtended> granted(CaseFile file, String limit) {
        return file.all(LimitExtended.class).stream()
                .filter(extension -> extension.limit().equals(limit) && Entry.givenByHead(extension.leave()))
                .toList();
    }
}
