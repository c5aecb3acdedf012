package cn.faheng.rules.gate;

import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Entry;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When something happened first; null where it did not. */
public final class Events {

    private Events() {}

    /** The first entry of a kind that refers to another one. */
    public static <E extends Entry> @Nullable LocalDateTime first(
            CaseFile file, Class<E> kind, Function<E, String> reference, String id) {
        return after(file, kind, reference, id, LocalDateTime.MIN);
    }

    /** The first entry of a kind that refers to something, at or after a moment. */
    public static <E extends Entry> @Nullable LocalDateTime after(
            CaseFile file, Class<E> kind, Function<E, String> reference, String id, LocalDateTime moment) {
        return file.all(kind).stream()
                .filter(entry ->
                        reference.apply(entry).equals(id) && !entry.at().isBefore(moment))
                .map(Entry::at)
                .min(LocalDateTime::compareTo)
                .orElse(null);
    }

    /** The first entry of a kind, at or after a moment. */
    public static @Nullable LocalDateTime any(CaseFile file, Class<? extends Entry> kind, LocalDateTime moment) {
        return file.all(kind).stream()
                .map(Entry::at)
                .filter(at -> !at.isBefore(moment))
                .min(LocalDateTime::compareTo)
                .orElse(null);
    }

    /** The day of what is on record as a day, as a moment. */
    public static @Nullable LocalDateTime onDay(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay();
    }

    /** The earlier of several, as far as they happened. */
    public static @Nullable LocalDateTime earliest(@Nullable LocalDateTime... moments) {
        return Stream.of(moments)
                .filter(Objects::nonNull)
                .min(LocalDateTime::compareTo)
                .orElse(null);
    }

    /** The later of two where both happened, else null. */
    public static @Nullable LocalDateTime both(@Nullable LocalDateTime one, @Nullable LocalDateTime other) {
        if (one == null || other == null) {
            return null;
        }
        return one.isAfter(other) ? one : other;
    }
}
