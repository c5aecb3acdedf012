package cn.faheng.casework.deadlines;

import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Opening.Filed;
import cn.faheng.rules.casefile.Opening.SourceRegistered;
import cn.faheng.rules.casefile.Participants.OfficerAssigned;
import cn.faheng.rules.casefile.Participants.OrganRecorded;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/**
 * What a list of deadlines shows of a case.
 *
 * @param id its id
 * @param number its number; of the lead while it is not filed
 * @param title cause of the case, or what the lead says
 * @param body code of the body that handles it
 * @param officers certificate numbers of the officers on it
 */
public record CaseRef(UUID id, String number, String title, String body, List<String> officers) {

    public CaseRef {
        officers = List.copyOf(officers);
    }

    /** As a file says it. */
    public static CaseRef of(UUID id, CaseFile file, LocalDateTime now) {
        return new CaseRef(
                id,
                file.filed().map(Filed::number).orElseGet(() -> file.last(SourceRegistered.class)
                        .map(Entry::id)
                        .orElse("")),
                file.filed().map(Filed::cause).orElseGet(() -> file.last(SourceRegistered.class)
                        .map(SourceRegistered::summary)
                        .orElse("")),
                file.organ().map(OrganRecorded::code).orElse(""),
                file.officers(now).stream().map(OfficerAssigned::certificate).toList());
    }
}
