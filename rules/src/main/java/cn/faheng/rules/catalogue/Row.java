package cn.faheng.rules.catalogue;

import cn.faheng.rules.legal.Citation;
import java.util.List;

/**
 * What a row of a table says and who says so.
 *
 * @param id rule id in the model, unique within the rule set
 * @param citations at least one
 * @param says the sentence in the source's own words
 */
public record Row(String id, List<Citation> citations, String says) {
    public Row {
        citations = List.copyOf(citations);
        if (citations.isEmpty()) {
            throw new IllegalArgumentException("Row " + id + " cites nothing");
        }
    }
}
