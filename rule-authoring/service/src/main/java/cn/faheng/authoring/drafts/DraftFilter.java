package cn.faheng.authoring.drafts;

import org.jspecify.annotations.Nullable;

/**
 * Which drafts to list.
 *
 * @param state only these, or null for all that are not deleted
 * @param item only of the item with this code, or null
 * @param author only those this user saved, or null
 * @param before only drafts made before the one with this number, or null
 * @param limit most drafts
 */
public record DraftFilter(
        @Nullable DraftState state, @Nullable String item, @Nullable String author, @Nullable Long before, int limit) {

    /** The newest ones of all. */
    public static DraftFilter newest(int limit) {
        return new DraftFilter(null, null, null, null, limit);
    }
}
