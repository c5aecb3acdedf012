package cn.faheng.casework.cases;

import java.util.UUID;

/**
 * Something was put on record in a case.
 *
 * @param caseId the case
 * @param step name of the step
 * @param entry id of the entry
 * @param body code of the body that handles it
 */
public record CaseChanged(UUID caseId, String step, String entry, String body) {}
