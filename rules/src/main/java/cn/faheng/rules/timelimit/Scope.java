package cn.faheng.rules.timelimit;

import cn.faheng.rules.catalogue.Division;
import java.util.List;

/**
 * Where a time limit holds.
 *
 * @param field the field whose rules of procedure lay it down: general, market, environment, construction, …
 * @param itemFields the fields of enforcement items handled under these rules; {@link #ALL} alone for every field
 * @param jurisdiction the division in which it holds
 */
public record Scope(String field, List<String> itemFields, Division jurisdiction) {

    /** Stands for every field of enforcement items. */
    public static final String ALL = "all";

    public Scope {
        itemFields = List.copyOf(itemFields);
        if (itemFields.isEmpty()) {
            throw new IllegalArgumentException("The time limits of " + field + " apply to no field");
        }
    }

    /** Whether it holds for an item of {@code itemField} that is handled in {@code place}. */
    public boolean covers(String itemField, Division place) {
        return (itemFields.contains(ALL) || itemFields.contains(itemField)) && jurisdiction.contains(place);
    }
}
