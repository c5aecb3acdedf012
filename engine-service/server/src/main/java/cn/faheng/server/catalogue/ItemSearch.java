package cn.faheng.server.catalogue;

import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.legal.Citation;
import cn.faheng.server.search.Pinyin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds items by code, alias, name, English name, article of law, pinyin initials and full pinyin; the best match first. */
public final class ItemSearch {

    private static final int NO_MATCH = Integer.MAX_VALUE;
    private static final int LONGEST = 100;

    private final List<Entry> entries;

    public ItemSearch(Catalogue catalogue) {
        this.entries = catalogue.items().stream()
                .map(item -> new Entry(item, catalogue))
                .toList();
    }

    /**
     * An item and how well it matches.
     *
     * @param item the item
     * @param rank 0 is the best
     */
    public record Hit(Item item, int rank) {}

    /** Items that match, the best first and then by code; none for a text longer than any name. */
    public List<Hit> find(@Nullable String query, @Nullable String field, @Nullable Division place) {
        if (query != null && query.length() > LONGEST) {
            return List.of();
        }
        String typed = query == null ? "" : normalised(query);
        return entries.stream()
                .filter(e -> field == null || e.item.field().equals(field))
                .filter(e -> place == null || e.inForceIn(place))
                .map(e -> new Hit(e.item, typed.isEmpty() ? 0 : e.rank(typed)))
                .filter(hit -> hit.rank() != NO_MATCH)
                .sorted(Comparator.comparingInt(Hit::rank)
                        .thenComparing(hit -> hit.item().code()))
                .toList();
    }

    private static String normalised(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s'’《》、，,。“”\"（）()]", "");
    }

    private static final class Entry {
        private final Item item;
        private final List<String> codes;
        private final String name;
        private final String english;
        private final String law;
        private final Set<String> pairs;
        private final Pinyin pinyin;
        private final List<Division> divisions;

        Entry(Item item, Catalogue catalogue) {
            this.item = item;
            this.codes = Stream.concat(Stream.of(item.code()), item.aliases().stream())
                    .map(ItemSearch::normalised)
                    .toList();
            this.name = normalised(item.name());
            this.english = normalised(item.nameEn());
            this.pinyin = new Pinyin(item.name());
            this.pairs = pairs(name);
            List<RuleSet> statutes = catalogue.statutes(item.code());
            this.divisions =
                    statutes.stream().map(RuleSet::jurisdiction).distinct().toList();
            Set<String> cited = new TreeSet<>();
            for (RuleSet statute : statutes) {
                for (RuleSet.Basis basis : statute.basis()) {
                    cited.add(normalised(basis.citation().chinese()));
                    if (basis.citation() instanceof Citation.OfProvision p) {
                        cited.add(normalised(p.law()) + p.at().article());
                    }
                }
            }
            this.law = String.join("|", cited);
        }

        boolean inForceIn(Division place) {
            return divisions.stream().anyMatch(d -> d.contains(place));
        }

        int rank(String typed) {
            if (codes.contains(typed)) {
                return 0;
            }
            if (codes.stream().anyMatch(c -> c.startsWith(typed))) {
                return 1;
            }
            if (name.contains(typed)) {
                return 10 + Math.min(name.indexOf(typed), 80);
            }
            if (typed.length() >= 2 && codes.stream().anyMatch(c -> c.contains(typed))) {
                return 95;
            }
            return typed.matches("[a-z0-9]+") ? rankOfLetters(typed) : rankOfWords(typed);
        }

        private int rankOfLetters(String typed) {
            int initials = typed.length() >= 2 ? pinyin.initials(typed) : -1;
            if (initials >= 0) {
                return 100 + Math.min(initials, 80);
            }
            int spelled = typed.length() >= 2 ? pinyin.spelled(typed) : -1;
            if (spelled >= 0) {
                return 200 + Math.min(spelled, 80);
            }
            return typed.length() >= 3 && english.contains(typed) ? 300 : NO_MATCH;
        }

        private int rankOfWords(String typed) {
            if (typed.length() >= 3 && law.contains(typed)) {
                return 400;
            }
            // What is typed in other words or with a wrong character still shares most of its pairs with the name.
            Set<String> wanted = pairs(typed);
            long shared = wanted.stream().filter(pairs::contains).count();
            int half = (wanted.size() + 1) / 2;
            return !wanted.isEmpty() && shared >= half ? 500 + (int) (100 - 100 * shared / wanted.size()) : NO_MATCH;
        }

        private static Set<String> pairs(String text) {
            List<String> pairs = new ArrayList<>();
            for (int i = 0; i + 2 <= text.length(); i++) {
                pairs.add(text.substring(i, i + 2));
            }
            return pairs.stream().collect(Collectors.toCollection(HashSet::new));
        }
    }
}
