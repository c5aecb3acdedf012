package cn.faheng.casework.cases;

import cn.faheng.casework.deadlines.CaseFiles;
import cn.faheng.casework.deadlines.CaseRef;
import cn.faheng.rules.casefile.CaseFile;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives the files of cases to what computes deadlines; asks nobody who is signed in. */
@Component
final class FilesOfCases implements CaseFiles {

    private final CaseStore store;

    FilesOfCases(CaseStore store) {
        this.store = store;
    }

    @Override
    public Optional<CaseFile> file(UUID caseId) {
        return store.find(caseId).map(row -> CaseStore.file(store.entries(caseId)));
    }

    @Override
    public List<UUID> open(@Nullable UUID after, int most) {
        return store.notArchived(after, most);
    }

    @Override
    public CaseRef ref(UUID caseId, CaseFile file, LocalDateTime now) {
        CaseRef ref = CaseRef.of(caseId, file, now);
        return file.filed().isPresent()
                ? ref
                : store.find(caseId)
                        .map(row -> new CaseRef(caseId, row.head().number(), ref.title(), ref.body(), ref.officers()))
                        .orElse(ref);
    }
}
