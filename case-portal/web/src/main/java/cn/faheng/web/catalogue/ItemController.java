package cn.faheng.web.catalogue;

import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.server.registry.RuleBases;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finding an item: by name, code, pinyin initials, or by field of enforcement. */
@Controller
final class ItemController {

    private static final int MOST = 100;

    private final RuleBases bases;
    private final ItemIndex index;

    ItemController(RuleBases bases, ItemIndex index) {
        this.bases = bases;
        this.index = index;
    }

    @GetMapping("/items")
    String find(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String field, Model model) {
        Catalogue catalogue = bases.current().catalogue();
        List<Item> found = index.find(catalogue, q.strip(), field.isEmpty() ? null : field);
        model.addAttribute("q", q);
        model.addAttribute("field", field);
        model.addAttribute("total", found.size());
        model.addAttribute("all", catalogue.items().size());
        model.addAttribute(
                "hits",
                found.stream().limit(MOST).map(item -> hit(catalogue, item)).toList());
        model.addAttribute("fields", fields(catalogue));
        return "catalogue/items";
    }

    private static Map<String, Long> fields(Catalogue catalogue) {
        return catalogue.items().stream()
                .collect(Collectors.groupingBy(Item::field, TreeMap::new, Collectors.counting()));
    }

    private static Hit hit(Catalogue catalogue, Item item) {
        List<RuleSet> statutes = catalogue.statutes(item.code());
        List<RuleSet> benchmarks = catalogue.benchmarks(item.code());
        return new Hit(
                item,
                statutes.size(),
                benchmarks.stream().anyMatch(b -> b.adoption() != null),
                benchmarks.stream()
                        .filter(b -> b.adoption() == null)
                        .map(RuleSet::jurisdiction)
                        .distinct()
                        .toList(),
                statutes.get(statutes.size() - 1));
    }

    /**
     * An item found.
     *
     * @param item the item
     * @param versions how many versions of its law are held
     * @param adopted whether the city adopts a benchmark for it
     * @param benchmarks the divisions that published one
     * @param latest the latest version of its law
     */
    public record Hit(Item item, int versions, boolean adopted, List<Division> benchmarks, RuleSet latest) {}
}
