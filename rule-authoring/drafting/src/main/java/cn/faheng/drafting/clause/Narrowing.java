package cn.faheng.drafting.clause;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The values of each fact of a statute draft that concern an item whose name states a branch of the provision. */
final class Narrowing {
    private final List<Dimension> dimensions;
    private final Map<Dimension, Set<Integer>> inside = new HashMap<>();

    /** @param limits the limits by what is counted: 违法所得, 货值金额 */
    Narrowing(List<Dimension> dimensions, Map<String, Limits> limits, Scope scope) {
        this.dimensions = dimensions;
        for (Dimension dimension : dimensions) {
            String base = limits.keySet().stream()
                    .filter(b -> dimension.fact().startsWith(StatuteNames.base(b)))
                    .findFirst()
                    .orElse(null);
            inside.put(dimension, scope.inside(dimension, base, base == null ? null : limits.get(base)));
        }
    }

    /** The values that concern the item. */
    Set<Integer> inside(Dimension dimension) {
        return inside.getOrDefault(dimension, Set.of());
    }

    /** Whether one value only is left of several, so that nobody has to ask for it. */
    boolean isFixed(Dimension dimension) {
        return inside(dimension).size() == 1 && dimension.values().size() > 1;
    }

    boolean isNarrowed(Dimension dimension) {
        return inside(dimension).size() < dimension.values().size();
    }

    /** What the item does not concern, in the words of the conditions. */
    List<String> outside() {
        return dimensions.stream()
                .flatMap(d -> IntStream.range(0, d.values().size())
                        .filter(i -> !inside(d).contains(i))
                        .mapToObj(i -> says(d, i)))
                .toList();
    }

    private static String says(Dimension dimension, int value) {
        String says = dimension.values().get(value).says();
        return says.isEmpty() ? "不属于“" + dimension.values().get(1).says() + "”" : says;
    }
}
