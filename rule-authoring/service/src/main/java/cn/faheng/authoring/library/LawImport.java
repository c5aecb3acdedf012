package cn.faheng.authoring.library;

import cn.faheng.drafting.law.CitationImpact.Affected;
import cn.faheng.drafting.law.LawDifference;
import cn.faheng.drafting.law.LawText;
import cn.faheng.drafting.law.LawText.Remark;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was done with a text that was loaded, or would be.
 *
 * @param outcome what was done
 * @param text the text as it was read
 * @param previous first day of the version before it, or null
 * @param previousEnds last day that was written for the version before it, or null
 * @param difference the difference to the version before it, or null where there is none
 * @param remarks what a person should look at
 * @param affected rule sets and drafts whose provision of the version before changes, moves or ends
 */
public record LawImport(
        Outcome outcome,
        LawText text,
        @Nullable LocalDate previous,
        @Nullable LocalDate previousEnds,
        @Nullable LawDifference difference,
        List<Remark> remarks,
        List<Affected> affected) {

    public LawImport {
        remarks = List.copyOf(remarks);
        affected = List.copyOf(affected);
    }

    /** What was done. */
    public enum Outcome {
        STORED,
        CORRECTED,
        UNCHANGED,
        PREVIEW
    }

    /**
     * What is wanted.
     *
     * @param dryRun say what would be done, and store nothing
     * @param endPrevious write that the version before ends on the day before
     * @param reason why the text of a version that is held is corrected, or an empty string
     */
    public record Wanted(boolean dryRun, boolean endPrevious, String reason) {}
}
