package cn.faheng.web.catalogue;

import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.server.catalogue.ItemSearch;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds items as the decision API does; its index is made anew when another rule base is published. */
@Component
public final class ItemIndex {

    private volatile @Nullable Searchable searchable;

    /** Items that match, the best first; {@code field} restricts them to a field of enforcement. */
    public List<Item> find(Catalogue catalogue, String query, @Nullable String field) {
        return search(catalogue).find(query, field, null).stream()
                .map(ItemSearch.Hit::item)
                .toList();
    }

    private ItemSearch search(Catalogue catalogue) {
        Searchable known = searchable;
        if (known == null || known.catalogue() != catalogue) {
            known = new Searchable(catalogue, new ItemSearch(catalogue));
            searchable = known;
        }
        return known.search();
    }

    private record Searchable(Catalogue catalogue, ItemSearch search) {}
}
