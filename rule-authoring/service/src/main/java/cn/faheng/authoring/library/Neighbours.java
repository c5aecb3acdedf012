package cn.faheng.authoring.library;

import cn.faheng.rules.legal.LawLibrary;
import cn.faheng.rules.legal.LegalInstrument;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.server.registry.StoredLaw.Ending;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The versions before and behind one.
 *
 * @param previous the last one that began before it, or null
 * @param next the first one that begins after it, or null
 */
record Neighbours(@Nullable LegalInstrument previous, @Nullable LegalInstrument next) {

    static Neighbours of(LawLibrary library, LegalInstrument law) {
        LegalInstrument previous = null;
        LegalInstrument next = null;
        for (LegalInstrument version : library.versions(law.title())) {
            if (version.version().isBefore(law.version())) {
                previous = version;
            } else if (next == null && version.version().isAfter(law.version())) {
                next = version;
            }
        }
        return new Neighbours(previous, next);
    }

    @Nullable
    LocalDate previousDay() {
        return previous == null ? null : previous.version();
    }

    /** The end of the version before that {@code law} makes necessary, or null; throws where it contradicts a neighbour. */
    @Nullable
    Ending ending(LegalInstrument law, boolean endPrevious) {
        LegalInstrument later = next;
        if (later != null && law.effective().overlaps(later.effective())) {
            throw conflict(
                    law,
                    later,
                    "下一版自 " + later.version() + " 起施行。请写明这一版的终止日期（validTo），最晚是 "
                            + later.version().minusDays(1) + "。");
        }
        LegalInstrument earlier = previous;
        if (earlier == null || !earlier.effective().overlaps(law.effective())) {
            return null;
        }
        LocalDate last = law.version().minusDays(1);
        if (!endPrevious) {
            throw conflict(
                    law,
                    earlier,
                    "前一版自 " + earlier.version() + " 起施行，还没有写明终止。新版取代它的，请确认它施行到 " + last
                            + "（endPrevious=true）；否则请核对施行日期。");
        }
        return new Ending(earlier.title(), earlier.version(), last);
    }

    private static ProblemException conflict(LegalInstrument law, LegalInstrument other, String detail) {
        return new ProblemException(Problem.of(ProblemType.LAW_CONFLICT, "《" + law.title() + "》同一天会有两版同时施行：" + detail)
                .with("law", law.title())
                .with("version", law.version().toString())
                .with("other", other.version().toString()));
    }
}
