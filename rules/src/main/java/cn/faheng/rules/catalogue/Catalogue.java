package cn.faheng.rules.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** All items and rule sets of one state of the rule base. Immutable; a publication makes a new one. */
public final class Catalogue {

    private final Map<String, Item> itemsByCode;
    private final Map<String, String> codeByAlias = new HashMap<>();
    private final Map<RuleSetRef, RuleSet> byRef;
    private final Map<String, List<RuleSet>> statutesByItem = new HashMap<>();
    private final Map<String, List<RuleSet>> benchmarksByItem = new HashMap<>();
    private final Map<String, List<RuleSet>> generalByHook = new HashMap<>();

    private static final int MOST_GENERAL_ANSWERS = 20_000;

    /** Answers of {@link #general} already given; every case asks for the same few places and days. */
    private final Map<GeneralKey, List<RuleSet>> generalAnswers = new ConcurrentHashMap<>();

    /**
     * @param items the items
     * @param ruleSets every version of every rule set
     * @param adoptions benchmarks as adopted by other divisions
     * @throws IllegalArgumentException when codes repeat, an item is unknown or two versions overlap
     */
    public Catalogue(Collection<Item> items, Collection<RuleSet> ruleSets, Collection<RuleSet> adoptions) {
        Map<String, Item> byCode = new TreeMap<>();
        for (Item item : items) {
            require(byCode.put(item.code(), item) == null, "Item code used twice: " + item.code());
        }
        for (Item item : items) {
            for (String alias : item.aliases()) {
                require(
                        !byCode.containsKey(alias) && codeByAlias.put(alias, item.code()) == null,
                        "Alias used twice: " + alias);
            }
        }
        this.itemsByCode = Collections.unmodifiableMap(byCode);
        Map<RuleSetRef, RuleSet> refs = new TreeMap<>();
        for (RuleSet ruleSet : ruleSets) {
            require(refs.put(ruleSet.ref(), ruleSet) == null, "Rule set given twice: " + ruleSet.ref());
            file(ruleSet);
        }
        adoptions.forEach(this::file);
        this.byRef = Collections.unmodifiableMap(refs);
        List.of(statutesByItem, benchmarksByItem, generalByHook).forEach(this::sortAndCheck);
    }

    private void file(RuleSet ruleSet) {
        String item = ruleSet.itemCode();
        require(item == null || itemsByCode.containsKey(item), ruleSet.ref() + " belongs to no item");
        Map<String, List<RuleSet>> shelf =
                switch (ruleSet.kind()) {
                    case STATUTE -> statutesByItem;
                    case BENCHMARK -> benchmarksByItem;
                    case GENERAL -> generalByHook;
                };
        String key = item != null ? item : Optional.ofNullable(ruleSet.hook()).orElse("");
        shelf.computeIfAbsent(key, k -> new ArrayList<>()).add(ruleSet);
    }

    private void sortAndCheck(Map<String, List<RuleSet>> shelf) {
        for (List<RuleSet> versions : shelf.values()) {
            versions.sort(Comparator.comparing((RuleSet r) -> r.ref().id())
                    .thenComparing(r -> r.effective().from()));
            for (int i = 1; i < versions.size(); i++) {
                RuleSet earlier = versions.get(i - 1);
                RuleSet later = versions.get(i);
                boolean sameLine = earlier.ref().id().equals(later.ref().id())
                        && earlier.jurisdiction().equals(later.jurisdiction());
                require(
                        !sameLine || !earlier.effective().overlaps(later.effective()),
                        earlier.ref() + " and " + later.ref() + " are in force on the same day");
            }
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    public Collection<Item> items() {
        return itemsByCode.values();
    }

    /** The item with this code or alias. */
    public Optional<Item> item(String codeOrAlias) {
        return Optional.ofNullable(itemsByCode.get(codeByAlias.getOrDefault(codeOrAlias, codeOrAlias)));
    }

    public Collection<RuleSet> ruleSets() {
        return byRef.values();
    }

    public Optional<RuleSet> ruleSet(RuleSetRef ref) {
        return Optional.ofNullable(byRef.get(ref));
    }

    /** All statute versions of an item, oldest first. */
    public List<RuleSet> statutes(String itemCode) {
        return Collections.unmodifiableList(statutesByItem.getOrDefault(itemCode, List.of()));
    }

    /** All benchmarks of an item, those of other divisions and adopted ones included. */
    public List<RuleSet> benchmarks(String itemCode) {
        return Collections.unmodifiableList(benchmarksByItem.getOrDefault(itemCode, List.of()));
    }

    /** The statute of an item on a day. A day between two versions counts as after the earlier one ended. */
    public InForce statute(String itemCode, LocalDate date) {
        List<RuleSet> versions = statutes(itemCode);
        require(!versions.isEmpty(), "Item without a statute: " + itemCode);
        RuleSet last = null;
        for (RuleSet version : versions) {
            if (version.effective().contains(date)) {
                return new InForce.Found(version);
            }
            if (version.effective().endedBefore(date)) {
                last = version;
            }
        }
        LocalDate lastDay = last == null ? null : last.effective().to();
        return lastDay == null ? new InForce.NotYet(versions.get(0).effective().from()) : new InForce.Ended(lastDay);
    }

    /** Rule sets of a hook that are in force on a day for a field and a place, the most specific place and field first. */
    public List<RuleSet> general(String hook, String field, Division place, LocalDate date) {
        GeneralKey key = new GeneralKey(hook, field, place, date);
        List<RuleSet> known = generalAnswers.get(key);
        if (known == null) {
            known = findGeneral(hook, field, place, date);
            if (generalAnswers.size() < MOST_GENERAL_ANSWERS) {
                generalAnswers.putIfAbsent(key, known);
            }
        }
        return known;
    }

    private record GeneralKey(String hook, String field, Division place, LocalDate date) {}

    private List<RuleSet> findGeneral(String hook, String field, Division place, LocalDate date) {
        return mostSpecificFirst(generalByHook.getOrDefault(hook, List.of()), place).stream()
                .filter(r -> r.effective().contains(date))
                .filter(r -> r.fields().isEmpty() || r.fields().contains(field))
                .sorted(Comparator.comparing((RuleSet r) -> r.fields().isEmpty()))
                .toList();
    }

    private static List<RuleSet> mostSpecificFirst(List<RuleSet> all, Division place) {
        List<Division> line = place.upwards();
        return all.stream()
                .filter(r -> line.contains(r.jurisdiction()))
                .sorted(Comparator.comparingInt((RuleSet r) -> line.indexOf(r.jurisdiction())))
                .toList();
    }

    /** All rule sets of a hook. */
    public List<RuleSet> general(String hook) {
        return Collections.unmodifiableList(generalByHook.getOrDefault(hook, List.of()));
    }
}
