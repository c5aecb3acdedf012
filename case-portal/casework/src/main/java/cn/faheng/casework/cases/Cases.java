package cn.faheng.casework.cases;

import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Cases of the bodies that the caller on this thread may see. What belongs to others is as if it were not there. Everything that is
 * done is written into the audit log.
 */
public interface Cases {

    /** Registers a lead; the same origin a second time gives the case that it gave first. */
    UUID register(NewLead lead);

    /** A case with its steps, findings and requests. */
    CaseView open(UUID id);

    /** Everything on record about a case, for computing. */
    Optional<CaseFile> file(UUID id);

    /** Cases as a list, the newest first. */
    List<CaseHead> list(CaseQuery query);

    /**
     * Takes a step.
     *
     * @param id the case
     * @param revision the revision that the page showed; {@link cn.faheng.server.problems.ProblemException} where it is stale
     * @param entry what is to be put on record
     * @param reasons reasons in words for findings that want them, by code
     */
    StepResult take(UUID id, int revision, Entry entry, Map<String, String> reasons);

    /** An id for the next entry of a case. */
    String nextEntryId(UUID id);

    /** Puts an officer on a case, as the directory knows him or her today. */
    StepResult assign(UUID id, int revision, String certificate, boolean lead);

    /** Steps that wait for the leave of the caller, the oldest first. */
    List<CaseRequest> inbox();

    /** Steps that the caller put forward and that wait, or were sent back and not taken since, the newest first. */
    List<CaseRequest> ownRequests();

    /** One of them, or one that was settled. */
    CaseRequest request(UUID request);

    /** Gives leave: the step is checked again and put on record. */
    StepResult grant(UUID request, String remark);

    /** Sends it back with reasons. */
    void sendBack(UUID request, String remark);

    /** Passes it on to another head of the same body. */
    void passOn(UUID request, String account);

    /** Takes it back; only by who put it forward. */
    void withdraw(UUID request);

    /** Keeps what is typed into a form, so that nothing is lost. */
    void keepDraft(UUID id, String step, int revision, String content);

    /** What the caller last typed into a form of a case. */
    Optional<KeptDraft> draft(UUID id, String step);

    /** Closed cases like an act of a case: same item and tier, with the fines imposed. */
    List<SimilarCase> similar(UUID id, String act, String party);

    /** Whether nothing on record about a case was changed since it was written. */
    boolean isIntact(UUID id);

    /**
     * What was typed.
     *
     * @param content the fields as JSON
     * @param revision revision of the case at that time
     */
    record KeptDraft(String content, int revision) {}

    /**
     * A case that was decided.
     *
     * @param number number of the case
     * @param tier tier of the penalty
     * @param fineFen the fine, in fen
     */
    record SimilarCase(String number, String tier, long fineFen) {}
}
