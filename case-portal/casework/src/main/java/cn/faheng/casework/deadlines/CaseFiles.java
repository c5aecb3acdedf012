package cn.faheng.casework.deadlines;

import cn.faheng.rules.casefile.CaseFile;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the files of the cases are; answers whoever asks, also where nobody is signed in. */
public interface CaseFiles {

    /** Everything on record about a case. */
    Optional<CaseFile> file(UUID caseId);

    /**
     * Cases that are not in the archive, in the order of their ids.
     *
     * @param after the last one of the page before, or null
     * @param most how many at most
     */
    List<UUID> open(@Nullable UUID after, int most);

    /** What a list shows of a case; overridden where a lead has a number of its own before it is filed. */
    default CaseRef ref(UUID caseId, CaseFile file, LocalDateTime now) {
        return CaseRef.of(caseId, file, now);
    }
}
