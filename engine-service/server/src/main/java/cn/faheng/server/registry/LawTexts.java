package cn.faheng.server.registry;

import cn.faheng.rules.format.FormatProblem;
import cn.faheng.rules.format.LawReader;
import cn.faheng.rules.legal.LawLibrary;
import cn.faheng.rules.legal.LegalInstrument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The law to look up: the provisions that rule sets cite, and a bulk collection outside the release where one is named. Decisions
 * never rest on the collection; it only answers questions about provisions. Where both hold the same version, the words cited stay
 * as they are and the other articles are added. A version that is in force beside another one is refused by name.
 */
public final class LawTexts {

    private static final Logger LOG = LoggerFactory.getLogger(LawTexts.class);

    private final Supplier<LawLibrary> library;
    private final StoredLaw stored;
    private volatile @Nullable Merged merged;

    /** What was merged last, and from what. */
    private record Merged(LawLibrary base, StoredLaw.Held held, LawLibrary all) {}

    /**
     * Reads the collection.
     *
     * @param cited the provisions that rule sets cite now
     * @param collection folder of article files, or null
     * @param stored law that another room keeps
     */
    LawTexts(Supplier<LawLibrary> cited, @Nullable Path collection, StoredLaw stored) {
        this.stored = stored;
        if (collection == null) {
            this.library = cited;
        } else if (Files.isDirectory(collection)) {
            LawReader.BulkLoad load = LawReader.readCollection(collection);
            this.library = new Derived<>(cited, now -> withCollection(now, collection, load));
            LOG.info("法律文本：共 {} 部", library().titles().size());
        } else {
            throw new IllegalArgumentException("faheng.law names no folder: " + collection.toAbsolutePath());
        }
    }

    @SuppressWarnings("ReferenceEquality") // What is kept stays the same object as long as nothing changes.
    public LawLibrary library() {
        LawLibrary base = library.get();
        StoredLaw.Held held = stored.held();
        Merged known = merged;
        if (known == null || known.base() != base || known.held() != held) {
            known = new Merged(base, held, held.over(base));
            merged = known;
        }
        return known.all();
    }

    /** The law without what another room keeps: what rule sets cite, and the collection. */
    public LawLibrary released() {
        return library.get();
    }

    private static LawLibrary withCollection(LawLibrary cited, Path collection, LawReader.BulkLoad load) {
        List<FormatProblem> refused = new ArrayList<>(load.refused());
        LawLibrary library = cited;
        int taken = 0;
        for (LegalInstrument instrument : load.instruments()) {
            try {
                library = library.with(List.of(instrument));
                taken++;
            } catch (IllegalArgumentException e) {
                refused.add(new FormatProblem(
                        instrument.title() + "@" + instrument.version(), 0, String.valueOf(e.getMessage())));
            }
        }
        LOG.info("法律文本：从 {} 读入 {} 件，拒绝 {} 件", collection, taken, refused.size());
        refused.forEach(problem -> LOG.warn("法律文本未读入：{}", problem));
        return library;
    }
}
