package cn.faheng.authoring.library;

import cn.faheng.drafting.law.LawText;
import cn.faheng.rules.legal.LegalInstrument;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of an instrument as the library holds it.
 *
 * @param instrument the instrument with every article that is held, from the release and from the store
 * @param text the stored text, or null where only the release holds words of it
 * @param released whether the release holds words of it
 * @param revisions who stored it and corrected it, oldest first
 * @param endings who wrote its last day, oldest first
 */
public record StoredVersion(
        LegalInstrument instrument,
        @Nullable LawText text,
        boolean released,
        List<Revision> revisions,
        List<Ending> endings) {

    public StoredVersion {
        revisions = List.copyOf(revisions);
        endings = List.copyOf(endings);
    }

    /**
     * A text of the version.
     *
     * @param number 1 for the first
     * @param by who stored it
     * @param at when
     * @param reason why it was corrected, empty for the first
     * @param contentHash SHA-256, hexadecimal
     */
    public record Revision(int number, String by, OffsetDateTime at, String reason, String contentHash) {}

    /**
     * The last day of the version.
     *
     * @param lastDay last day in force
     * @param document the document that says so
     * @param by who wrote it
     * @param at when
     */
    public record Ending(LocalDate lastDay, String document, String by, OffsetDateTime at) {}
}
