package cn.faheng.web.desk;

import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.web.catalogue.ItemIndex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads which other items the same act violates (行政处罚法 第二十九条): those listed already, one looked for, one taken off the list.
 *
 * @param chosen the items on the list, in the order in which they were added
 * @param wanted what was looked for, where it did not lead to one item
 * @param candidates items it may have meant
 */
public record OtherNorms(List<Item> chosen, String wanted, List<Item> candidates) {

    /** Most items that a request may list. */
    static final int MOST = 20;

    private static final int MOST_CANDIDATES = 8;

    public OtherNorms {
        chosen = List.copyOf(chosen);
        candidates = List.copyOf(candidates);
    }

    /** Whether no more can be added. */
    public boolean full() {
        return chosen.size() >= MOST;
    }

    static OtherNorms of(Entries entries, Item item, Catalogue catalogue, ItemIndex index) {
        Map<String, Item> chosen = new LinkedHashMap<>();
        List<String> codes = new ArrayList<>(entries.all("norm"));
        codes.addAll(entries.all("addNorm"));
        for (String code : codes) {
            catalogue
                    .item(code)
                    .filter(other -> !other.code().equals(item.code()) && chosen.size() < MOST)
                    .ifPresent(other -> chosen.putIfAbsent(other.code(), other));
        }
        entries.all("removeNorm").forEach(chosen::remove);
        String wanted = entries.plain("normQuery");
        if (wanted == null || !entries.all("addNorm").stream().allMatch(String::isEmpty)) {
            return new OtherNorms(List.copyOf(chosen.values()), "", List.of());
        }
        List<Item> found =
                named(wanted, catalogue).map(List::of).orElseGet(() -> index.find(catalogue, wanted, null)).stream()
                        .filter(other -> !other.code().equals(item.code()) && !chosen.containsKey(other.code()))
                        .toList();
        if (found.size() == 1 && chosen.size() < MOST) {
            chosen.put(found.get(0).code(), found.get(0));
            return new OtherNorms(List.copyOf(chosen.values()), "", List.of());
        }
        return new OtherNorms(
                List.copyOf(chosen.values()),
                wanted,
                found.stream().limit(MOST_CANDIDATES).toList());
    }

    /** An item named by its code, with or without its name behind it. */
    private static Optional<Item> named(String wanted, Catalogue catalogue) {
        return catalogue.item(wanted.split("\\s", 2)[0]);
    }
}
