package cn.faheng.rules.catalogue;

import java.util.List;

/**
 * An enforcement item (事项): one violation that the law penalises.
 *
 * @param code unique code, the published table's own number where there is one
 * @param name the violation in the law's words
 * @param nameEn short English name
 * @param field field of enforcement: food, market, environment, …
 * @param organ who holds the power, in the law's words
 * @param aliases other numbers under which the same item is published
 */
public record Item(String code, String name, String nameEn, String field, String organ, List<String> aliases) {
    public Item {
        aliases = List.copyOf(aliases);
    }
}
