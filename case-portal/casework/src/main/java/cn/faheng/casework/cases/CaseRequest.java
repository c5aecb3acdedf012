package cn.faheng.casework.cases;

import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Entry.Rank;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step that waits, or waited, for somebody's leave.
 *
 * @param id its id
 * @param caseId the case
 * @param caseNumber number of the case
 * @param cause cause of the case
 * @param step name of the step
 * @param title the step in Chinese
 * @param rank whose leave it needs
 * @param entry what is to be put on record
 * @param reasons reasons given for findings
 * @param body code of the body whose head decides
 * @param byName who put it forward
 * @param assignedTo user name of the one it was passed on to, or null
 * @param settledName who settled it, or null
 * @param remark what he or she said
 */
public record CaseRequest(
        UUID id,
        long serial,
        UUID caseId,
        String caseNumber,
        String cause,
        String step,
        String title,
        Rank rank,
        Entry entry,
        List<GivenReason> reasons,
        String body,
        String byAccount,
        String byName,
        OffsetDateTime at,
        @Nullable String assignedTo,
        State state,
        @Nullable String settledName,
        @Nullable OffsetDateTime settledAt,
        String remark) {

    public CaseRequest {
        reasons = List.copyOf(reasons);
    }

    /** What became of it. */
    public enum State {
        OPEN,
        GRANTED,
        RETURNED,
        WITHDRAWN,
        /** The case went on meanwhile, so that the step is no longer open. */
        OVERTAKEN
    }
}
