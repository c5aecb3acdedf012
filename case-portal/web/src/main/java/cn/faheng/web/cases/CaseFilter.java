package cn.faheng.web.cases;

import cn.faheng.casework.cases.CaseQuery;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The filter of the list as it was typed.
 *
 * @param q words, a number or a name
 * @param stage code of a stage
 * @param field field of enforcement
 * @param body code of a body
 * @param item code of an item
 * @param mine only the reader's own
 * @param from first day
 * @param to last day
 */
public record CaseFilter(
        String q, String stage, String field, String body, String item, boolean mine, String from, String to) {

    static CaseFilter of(Map<String, String> typed) {
        return new CaseFilter(
                typed.getOrDefault("q", "").strip(),
                typed.getOrDefault("stage", ""),
                typed.getOrDefault("field", ""),
                typed.getOrDefault("body", "").strip(),
                typed.getOrDefault("item", "").strip(),
                !typed.getOrDefault("mine", "").isBlank(),
                typed.getOrDefault("from", "").strip(),
                typed.getOrDefault("to", "").strip());
    }

    /** Ids of the fields that hold no day though they should. */
    Map<String, String> wrong(String says) {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (!from.isEmpty() && day(from) == null) {
            wrong.put("from", says);
        }
        if (!to.isEmpty() && day(to) == null) {
            wrong.put("to", says);
        }
        return wrong;
    }

    CaseQuery query(String account, @Nullable Long before) {
        return new CaseQuery(
                q,
                orNull(body),
                orNull(stage),
                orNull(field),
                orNull(item.split("\\s", 2)[0]),
                mine ? account : null,
                day(from),
                day(to),
                before,
                CaseQuery.PER_PAGE + 1);
    }

    /** Whether anything is narrowed beside the words. */
    public boolean narrows() {
        return !(stage + field + body + item + from + to).isEmpty();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
