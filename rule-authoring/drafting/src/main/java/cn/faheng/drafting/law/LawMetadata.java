package cn.faheng.drafting.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is stated about an instrument beside its text. What a person states wins over the file, and the file over what its words
 * let one infer.
 *
 * @param title full title
 * @param level 法律, 行政法规, …
 * @param promulgated day of promulgation, or of the amendment that made this version
 * @param effective first day in force
 * @param validTo last day in force, or null while no end is known
 * @param source where the text was taken from
 * @param confidence how sure the text is
 * @param note what a reader must know
 */
public record LawMetadata(
        @Nullable String title,
        @Nullable String level,
        @Nullable LocalDate promulgated,
        @Nullable LocalDate effective,
        @Nullable LocalDate validTo,
        @Nullable String source,
        @Nullable String confidence,
        @Nullable String note) {

    public static final LawMetadata NONE = new LawMetadata(null, null, null, null, null, null, null, null);

    public LawMetadata {
        title = filled(title);
        level = filled(level);
        source = filled(source);
        confidence = filled(confidence);
        note = filled(note);
    }

    /** These, and those of {@code other} where there is none. */
    public LawMetadata or(LawMetadata other) {
        return new LawMetadata(
                first(title, other.title),
                first(level, other.level),
                first(promulgated, other.promulgated),
                first(effective, other.effective),
                first(validTo, other.validTo),
                first(source, other.source),
                first(confidence, other.confidence),
                first(note, other.note));
    }

    private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
        return one != null ? one : other;
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
