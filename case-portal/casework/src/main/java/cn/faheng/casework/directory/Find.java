package cn.faheng.casework.directory;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in a list.
 *
 * @param text part of a name or a code, or pinyin initials; empty for everything
 * @param division only what lies inside it: six digits; or null
 * @param body only what belongs to this body; or null
 * @param field only this field of enforcement; or null
 * @param kind only this kind: a level of bodies, a status of officers, a kind of items or of parties, by its name; or null
 * @param after the key behind which the page begins, or null for the first page
 * @param limit most lines of the page
 */
public record Find(
        String text,
        @Nullable String division,
        @Nullable String body,
        @Nullable String field,
        @Nullable String kind,
        @Nullable String after,
        int limit) {

    public static final int PER_PAGE = 50;

    public Find {
        text = text.strip();
        limit = Math.max(1, limit);
    }

    /** Everything, page by page. */
    public static Find all() {
        return of("");
    }

    public static Find of(String text) {
        return new Find(text, null, null, null, null, null, PER_PAGE);
    }

    public Find ofBody(String code) {
        return new Find(text, division, code, field, kind, after, limit);
    }

    public Find in(String place) {
        return new Find(text, place, body, field, kind, after, limit);
    }

    public Find ofField(String only) {
        return new Find(text, division, body, only, kind, after, limit);
    }

    public Find ofKind(String only) {
        return new Find(text, division, body, field, only, after, limit);
    }

    public Find after(@Nullable String key) {
        return new Find(text, division, body, field, kind, key, limit);
    }

    public Find atMost(int most) {
        return new Find(text, division, body, field, kind, after, most);
    }

    /** On one page; only for what is small by its nature. */
    Find unlimited() {
        return atMost(Integer.MAX_VALUE - 1);
    }

    /** The key as an option. */
    Optional<String> cursor() {
        return Optional.ofNullable(after).filter(key -> !key.isEmpty());
    }
}
