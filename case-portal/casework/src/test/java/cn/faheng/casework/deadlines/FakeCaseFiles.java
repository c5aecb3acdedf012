package cn.faheng.casework.deadlines;

import cn.faheng.rules.casefile.CaseFile;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Files that a test keeps beside those of the cases that are there. */
@Component
@Primary
class FakeCaseFiles implements CaseFiles {

    final ConcurrentSkipListMap<UUID, CaseFile> files = new ConcurrentSkipListMap<>();
    private final ObjectProvider<CaseFiles> all;

    FakeCaseFiles(ObjectProvider<CaseFiles> all) {
        this.all = all;
    }

    private Stream<CaseFiles> others() {
        return all.stream().filter(source -> source != this);
    }

    @Override
    public Optional<CaseFile> file(UUID caseId) {
        return Optional.ofNullable(files.get(caseId)).or(() -> others().map(source -> source.file(caseId))
                .flatMap(Optional::stream)
                .findFirst());
    }

    /** First what the test keeps, then the others. */
    @Override
    public List<UUID> open(@Nullable UUID after, int most) {
        boolean mine = after == null || files.containsKey(after);
        List<UUID> kept = mine
                ? files.keySet().stream()
                        .filter(id -> after == null || id.compareTo(after) > 0)
                        .limit(most)
                        .toList()
                : List.of();
        return Stream.concat(
                        kept.stream(),
                        kept.size() == most
                                ? Stream.empty()
                                : others().flatMap(source ->
                                        source.open(mine ? null : after, most - kept.size()).stream()))
                .toList();
    }

    @Override
    public CaseRef ref(UUID caseId, CaseFile file, LocalDateTime now) {
        return files.containsKey(caseId)
                ? CaseRef.of(caseId, file, now)
                : others().findFirst().orElseThrow().ref(caseId, file, now);
    }
}
