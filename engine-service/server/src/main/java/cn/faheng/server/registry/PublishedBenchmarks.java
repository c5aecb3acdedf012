package cn.faheng.server.registry;

import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetRef;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The discretion benchmarks as they have to be made public (行政处罚法 第三十四条): those of a day, and what changed between two. */
@Component
public class PublishedBenchmarks {

    private final RuleBases ruleBases;

    PublishedBenchmarks(RuleBases ruleBases) {
        this.ruleBases = ruleBases;
    }

    /**
     * A benchmark in force.
     *
     * @param item the item it is for
     * @param ruleSet the version; its jurisdiction is the division that uses it, also where it was adopted
     */
    public record Benchmark(Item item, RuleSet ruleSet) {}

    /**
     * A benchmark on two days; at least one of them is there.
     *
     * @param item the item
     * @param division the division that uses it
     * @param before the version in force on the first day, or null
     * @param after the version in force on the second day, or null
     */
    public record Change(Item item, Division division, @Nullable RuleSet before, @Nullable RuleSet after) {

        /** Whether it is another version, or none, or the same one from elsewhere. */
        public boolean changed() {
            return before == null
                    || after == null
                    || !before.ref().equals(after.ref())
                    || !before.contentHash().equals(after.contentHash());
        }
    }

    /** Benchmarks in force on a day, by item and division; {@code place} keeps those that hold there. */
    public List<Benchmark> inForce(LocalDate day, @Nullable Division place) {
        Catalogue catalogue = ruleBases.current().catalogue();
        List<Benchmark> found = new ArrayList<>();
        for (Item item : catalogue.items()) {
            catalogue.benchmarks(item.code()).stream()
                    .filter(benchmark -> benchmark.effective().contains(day))
                    .filter(benchmark ->
                            place == null || benchmark.jurisdiction().contains(place))
                    .sorted(Comparator.comparing((RuleSet b) -> b.jurisdiction().code())
                            .thenComparing(RuleSet::ref))
                    .forEach(benchmark -> found.add(new Benchmark(item, benchmark)));
        }
        return found;
    }

    /** Every benchmark in force on one of two days with its version on both, also where nothing changed. */
    public List<Change> between(LocalDate first, LocalDate second, @Nullable Division place) {
        Map<String, Change> changes = new TreeMap<>();
        for (Benchmark b : inForce(first, place)) {
            changes.put(key(b), new Change(b.item(), b.ruleSet().jurisdiction(), b.ruleSet(), null));
        }
        for (Benchmark b : inForce(second, place)) {
            RuleSet before =
                    Optional.ofNullable(changes.get(key(b))).map(Change::before).orElse(null);
            changes.put(key(b), new Change(b.item(), b.ruleSet().jurisdiction(), before, b.ruleSet()));
        }
        return List.copyOf(changes.values());
    }

    private static String key(Benchmark b) {
        return b.item().code() + "|" + b.ruleSet().jurisdiction().code() + "|"
                + b.ruleSet().ref().id();
    }

    /** A published version, also one that has ended; empty when it was withdrawn or never published. */
    public Optional<Benchmark> version(RuleSetRef ref) {
        Catalogue catalogue = ruleBases.current().catalogue();
        return catalogue
                .ruleSet(ref)
                .filter(ruleSet -> ruleSet.kind() == RuleSet.Kind.BENCHMARK)
                .flatMap(ruleSet -> Optional.ofNullable(ruleSet.itemCode())
                        .flatMap(catalogue::item)
                        .map(item -> new Benchmark(item, ruleSet)));
    }
}
