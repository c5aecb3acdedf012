package cn.faheng.casework.cases;

import cn.faheng.engine.steps.Stage;
import cn.faheng.rules.casefile.Opening.Procedure;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What lists show of a case.
 *
 * @param id its id
 * @param serial its place in the order of all cases
 * @param revision how often it was changed
 * @param body code of the body that handles it
 * @param number number of the case, or of its source while it is not filed
 * @param cause cause of the case
 * @param parties names of the parties, masked for those who may not see them
 * @param item code of the first item, or null
 * @param fineFen the fines imposed, in fen
 * @param blocks number of findings that block the next gate
 * @param reasons number of findings that need reasons
 * @param officers names of the officers
 */
public record CaseHead(
        UUID id,
        long serial,
        int revision,
        String body,
        String division,
        String field,
        String number,
        Stage stage,
        @Nullable Procedure procedure,
        String cause,
        String parties,
        @Nullable String item,
        LocalDate openedOn,
        @Nullable LocalDate filedOn,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate closedOn,
        long fineFen,
        int blocks,
        int reasons,
        List<String> officers,
        OffsetDateTime changedAt) {

    public CaseHead {
        officers = List.copyOf(officers);
    }
}
