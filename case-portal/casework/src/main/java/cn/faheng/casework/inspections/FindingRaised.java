package cn.faheng.casework.inspections;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A check found what looks like a violation of the law: the source of a case. Everything that its registration needs is in here; it is
 * told once for each task.
 *
 * @param task id of the task
 * @param taskNumber its number
 * @param body code of the body that checked and takes the source
 * @param object id of the object in the library
 * @param counterpart id of the counterpart in the directory, or null where it is not known there yet
 * @param partyName name of the object
 * @param partyCode 统一社会信用代码, or empty
 * @param division six digits of the place
 * @param address where it was found
 * @param foundOn the day of the check: from it the time for verification runs
 * @param items the inspection items
 * @param failed the points of the checklist that were not in order, with their provisions
 * @param findings what was found, in words
 * @param provisions provisions that may have been violated, in words, or empty
 * @param officers certificates of the officers who were there
 * @param raisedBy account of who raised it
 * @param raisedByName the name shown
 */
public record FindingRaised(
        UUID task,
        String taskNumber,
        String body,
        UUID object,
        @Nullable UUID counterpart,
        String partyName,
        String partyCode,
        String division,
        String address,
        LocalDate foundOn,
        List<PlanItem> items,
        List<Failed> failed,
        String findings,
        String provisions,
        List<String> officers,
        String raisedBy,
        String raisedByName) {

    public FindingRaised {
        items = List.copyOf(items);
        failed = List.copyOf(failed);
        officers = List.copyOf(officers);
    }

    /** A point of the checklist that was not in order. */
    public record Failed(String question, String text, String basis, String note) {}
}
