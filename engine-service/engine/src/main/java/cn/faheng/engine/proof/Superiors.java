package cn.faheng.engine.proof;

import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.NameLikeness;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.legal.Citation;
import cn.faheng.rules.legal.Citation.OfProvision;
import cn.faheng.rules.legal.ProvisionPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The benchmarks of the divisions above that rule on the same act: those of the same item, and where codes differ those on the same
 * provision whose item is called alike.
 *
 * @param same they are of the same item, or of one that rests on the same provision and has the same name
 * @param alike the only one of its division on the same provision with a similar name
 * @param open several of one division, so that it is not known which is meant
 * @param unlike on the same provision with other names
 */
record Superiors(List<RuleSet> same, List<RuleSet> alike, List<RuleSet> open, List<RuleSet> unlike) {

    private static final String NATION = "中华人民共和国";

    Superiors {
        same = List.copyOf(same);
        alike = List.copyOf(alike);
        open = List.copyOf(open);
        unlike = List.copyOf(unlike);
    }

    /**
     * Finds them.
     *
     * @param name name of the draft's item
     */
    static Superiors of(RuleSet draft, String name, Catalogue catalogue) {
        List<RuleSet> higher = catalogue.ruleSets().stream()
                .filter(r -> r.kind() == RuleSet.Kind.BENCHMARK && r.adoption() == null)
                .filter(r -> !r.jurisdiction().equals(draft.jurisdiction())
                        && r.jurisdiction().contains(draft.jurisdiction())
                        && r.effective().overlaps(draft.effective()))
                .toList();
        List<RuleSet> same = new ArrayList<>();
        List<RuleSet> alike = new ArrayList<>();
        List<RuleSet> open = new ArrayList<>();
        List<RuleSet> unlike = new ArrayList<>();
        Map<String, List<RuleSet>> byDivision = new TreeMap<>();
        higher.forEach(r -> byDivision
                .computeIfAbsent(r.jurisdiction().code(), code -> new ArrayList<>())
                .add(r));
        for (List<RuleSet> ofDivision : byDivision.values()) {
            List<RuleSet> ofItem = ofDivision.stream()
                    .filter(r -> r.itemCode() != null && r.itemCode().equals(draft.itemCode()))
                    .toList();
            if (!ofItem.isEmpty()) {
                same.addAll(ofItem);
                continue;
            }
            List<RuleSet> sharing =
                    ofDivision.stream().filter(r -> sharesProvision(draft, r)).toList();
            List<RuleSet> named = sharing.stream()
                    .filter(r -> !bare(name).isEmpty() && bare(name).equals(bare(name(r, catalogue))))
                    .toList();
            List<RuleSet> near = sharing.stream()
                    .filter(r -> NameLikeness.areAlike(bare(name), bare(name(r, catalogue))))
                    .toList();
            List<RuleSet> nearest = named.isEmpty() ? near : named;
            boolean one = nearest.stream().map(RuleSet::itemCode).distinct().count() == 1;
            (!one ? open : named.isEmpty() ? alike : same).addAll(nearest);
            sharing.stream()
                    .filter(r -> !nearest.contains(r) && !near.contains(r))
                    .forEach(unlike::add);
        }
        return new Superiors(same, alike, open, unlike);
    }

    /** The name of the item of a rule set. */
    static String name(RuleSet ruleSet, Catalogue catalogue) {
        return Optional.ofNullable(ruleSet.itemCode())
                .flatMap(catalogue::item)
                .map(Item::name)
                .orElse("");
    }

    private static boolean sharesProvision(RuleSet one, RuleSet other) {
        return provisions(one).stream().anyMatch(a -> provisions(other).stream().anyMatch(b -> same(a, b)));
    }

    private static List<OfProvision> provisions(RuleSet ruleSet) {
        return ruleSet.basis().stream()
                .filter(b -> b.role() == RuleSet.Role.PARENT || b.role() == RuleSet.Role.PENALTY)
                .map(RuleSet.Basis::citation)
                .filter(OfProvision.class::isInstance)
                .map(OfProvision.class::cast)
                .toList();
    }

    /** The same article of the same law, and the same paragraph and item where both name one. */
    private static boolean same(OfProvision one, OfProvision other) {
        ProvisionPath a = one.at();
        ProvisionPath b = other.at();
        return bareLaw(one).equals(bareLaw(other))
                && a.ofArticle().equals(b.ofArticle())
                && (a.paragraph() == 0 || b.paragraph() == 0 || a.paragraph() == b.paragraph())
                && (a.item() == 0 || b.item() == 0 || a.item() == b.item());
    }

    private static String bareLaw(Citation.OfProvision provision) {
        String law = provision.law();
        return law.startsWith(NATION) ? law.substring(NATION.length()) : law;
    }

    /** A name without what makes no difference: 未按照规定…的 and 未按规定… are the same words. */
    private static String bare(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]|的(?:行为)?", "")
                .replace("按照", "按")
                .replace("或者", "或")
                .replace("以及", "及");
    }
}
