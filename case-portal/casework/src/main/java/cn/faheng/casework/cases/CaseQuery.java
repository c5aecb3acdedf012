package cn.faheng.casework.cases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which cases a list shows.
 *
 * @param text words, a number or a name; empty for all
 * @param body only those of this body, or null for all that may be seen
 * @param stage only this stage by its code, or null
 * @param field only this field of enforcement, or null
 * @param item only this item, or null
 * @param account only those of the officer with this user name, or null
 * @param from opened on or after this day, or null
 * @param to opened on or before this day, or null
 * @param before only those in front of this serial, or null for the first page
 * @param limit at most so many
 */
public record CaseQuery(
        String text,
        @Nullable String body,
        @Nullable String stage,
        @Nullable String field,
        @Nullable String item,
        @Nullable String account,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Long before,
        int limit) {

    public static final int PER_PAGE = 50;

    /** All cases that may be seen, the newest first. */
    public static CaseQuery all() {
        return new CaseQuery("", null, null, null, null, null, null, null, null, PER_PAGE);
    }
}
