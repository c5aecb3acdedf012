package cn.faheng.engine.completion;

import cn.faheng.engine.evaluation.CompiledRuleSet;
import cn.faheng.engine.evaluation.ModelTable;
import cn.faheng.rules.catalogue.Fact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All ways to complete missing facts that can make a difference. A choice takes each allowed value; a number takes every boundary of
 * every table it stands in, one step on each side, and the ends of its domain, because between them no cell changes its answer and
 * every formula of the format is linear, so that the extremes lie at these points.
 */
public final class Completions {

    /** Stands for "as large as you like" where a number has no upper end; ranges that reach it have no finite bound. */
    public static final BigDecimal UNBOUNDED = new BigDecimal("100000000000");

    private static final long MOST = 20_000;

    private final Map<String, List<Object>> candidates = new LinkedHashMap<>();

    /**
     * Prepares the completions.
     *
     * @param missing the missing facts
     * @param ruleSets the rule sets that ask for them
     */
    public Completions(List<Fact> missing, Collection<CompiledRuleSet> ruleSets) {
        for (Fact fact : missing) {
            candidates.put(fact.name(), candidates(fact, ruleSets));
        }
    }

    /** How many completions there are; {@link Long#MAX_VALUE} where they are too many to count. */
    public long count() {
        long count = 1;
        for (List<Object> values : candidates.values()) {
            if (count > MOST) {
                return Long.MAX_VALUE;
            }
            count *= values.size();
        }
        return count;
    }

    /** Whether all completions can be looked at. */
    public boolean tractable() {
        return count() <= MOST;
    }

    /** Applies {@code action} to each completion of {@code known}, in a stable order. */
    public <T> List<Completed<T>> each(Map<String, Object> known, Function<Map<String, Object>, T> action) {
        List<Completed<T>> results = new ArrayList<>();
        walk(new ArrayList<>(candidates.keySet()), 0, new HashMap<>(known), facts -> {
            Map<String, Object> chosen = new LinkedHashMap<>();
            candidates.keySet().forEach(name -> chosen.put(name, value(facts, name)));
            results.add(new Completed<>(chosen, action.apply(new HashMap<>(facts))));
        });
        return results;
    }

    private static Object value(Map<String, Object> facts, String name) {
        Object value = facts.get(name);
        if (value == null) {
            throw new IllegalStateException("A completion lacks " + name);
        }
        return value;
    }

    /**
     * The result of one completion.
     *
     * @param chosen the values chosen for the missing facts
     * @param result what came out
     */
    public record Completed<T>(Map<String, Object> chosen, T result) {}

    private void walk(
            List<String> names,
            int index,
            Map<String, Object> facts,
            java.util.function.Consumer<Map<String, Object>> sink) {
        if (index == names.size()) {
            sink.accept(facts);
            return;
        }
        String name = names.get(index);
        for (Object value : candidates.getOrDefault(name, List.of())) {
            facts.put(name, value);
            walk(names, index + 1, facts, sink);
        }
        facts.remove(name);
    }

    private static List<Object> candidates(Fact fact, Collection<CompiledRuleSet> ruleSets) {
        return switch (fact.type()) {
            case CHOICE -> {
                Set<Object> values = new LinkedHashSet<>();
                fact.values().forEach(choice -> values.add(choice.value()));
                yield extremes(fact, List.copyOf(values), ruleSets);
            }
            case BOOLEAN -> List.of(false, true);
            case MONEY, NUMBER, INTEGER -> numbers(fact, ruleSets);
            case DATE -> List.of();
        };
    }

    /**
     * A fact that only chooses a weight needs no more than the answers with the least and the greatest weight: the sum of weights
     * and every amount computed from it rise with each weight.
     */
    private static List<Object> extremes(Fact fact, List<Object> values, Collection<CompiledRuleSet> ruleSets) {
        ModelTable only = null;
        for (CompiledRuleSet compiled : ruleSets) {
            for (ModelTable table : compiled.tables()) {
                if (table.inputs().contains(fact.name())) {
                    if (only != null
                            || table.inputs().size() > 1
                            || table.outputs().size() > 1) {
                        return values;
                    }
                    only = table;
                }
            }
        }
        if (only == null) {
            return values;
        }
        Object least = null;
        Object greatest = null;
        BigDecimal low = null;
        BigDecimal high = null;
        for (Object value : values) {
            BigDecimal weight = weight(only, value);
            if (weight == null) {
                return values;
            }
            if (low == null || weight.compareTo(low) < 0) {
                low = weight;
                least = value;
            }
            if (high == null || weight.compareTo(high) > 0) {
                high = weight;
                greatest = value;
            }
        }
        return least == null || greatest == null || least.equals(greatest) ? values : List.of(least, greatest);
    }

    private static @Nullable BigDecimal weight(ModelTable table, Object value) {
        for (ModelTable.TableRow row : table.rows()) {
            boolean chosen = row.conditions().get(0).map(c -> c.test(value)).orElse(false);
            if (chosen) {
                String text = row.outputs().get(0).strip();
                return text.matches("-?\\d+(\\.\\d+)?") ? new BigDecimal(text) : null;
            }
        }
        return null;
    }

    private static List<Object> numbers(Fact fact, Collection<CompiledRuleSet> ruleSets) {
        NavigableSet<BigDecimal> points = new TreeSet<>();
        for (CompiledRuleSet compiled : ruleSets) {
            for (ModelTable table : compiled.tables()) {
                int column = table.inputs().indexOf(fact.name());
                if (column >= 0) {
                    table.rows().forEach(row -> row.conditions().get(column).ifPresent(c -> c.boundaries()
                            .forEach(boundary -> {
                                points.add(boundary.subtract(fact.step()));
                                points.add(boundary);
                                points.add(boundary.add(fact.step()));
                            })));
                }
            }
        }
        @Nullable BigDecimal min = fact.min();
        @Nullable BigDecimal max = fact.max();
        points.add(min == null ? BigDecimal.ZERO : min);
        points.add(max == null ? UNBOUNDED : max);
        points.removeIf(p -> (min != null && p.compareTo(min) < 0) || (max != null && p.compareTo(max) > 0));
        return List.copyOf(points);
    }
}
