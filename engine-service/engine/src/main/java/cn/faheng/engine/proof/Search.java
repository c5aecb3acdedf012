package cn.faheng.engine.proof;

import cn.faheng.engine.evaluation.Evaluation;
import cn.faheng.rules.catalogue.Fact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Tries facts around the boundaries on the model itself, where the analysis treats a derived number as free. */
final class Search {

    private static final int MOST_TRIES = 1_500;
    private static final List<BigDecimal> SCALES =
            List.of(BigDecimal.ONE, new BigDecimal("10"), new BigDecimal("100"), new BigDecimal("10000"));

    private final SymbolicModel model;
    private final Examples examples;
    private int tries;

    Search(SymbolicModel model, Examples examples) {
        this.model = model;
        this.examples = examples;
    }

    /** Facts at which the model {@code shows} what is looked for, or an empty map. */
    Map<String, Object> find(Map<String, Atom> place, Set<String> varied, Predicate<Evaluation> shows) {
        List<String> names = new ArrayList<>();
        List<List<Atom>> options = new ArrayList<>();
        for (Fact fact : model.facts()) {
            String name = model.renamed(fact.name());
            names.add(name);
            Atom at = place.get(name);
            Axis axis = model.axes().get(name);
            List<Atom> atoms =
                    axis == null ? List.of() : at == null || varied.contains(name) ? axis.atoms() : List.of(at);
            if (atoms.isEmpty()) {
                return Map.of();
            }
            options.add(
                    varied.contains(name)
                            ? options(atoms)
                            : List.of(Atom.of(atoms.get(0).sample())));
        }
        return next(names, options, new HashMap<>(), shows);
    }

    private static List<Atom> options(List<Atom> atoms) {
        Set<Atom> points = new LinkedHashSet<>();
        for (Atom atom : atoms) {
            points.add(Atom.of(atom.sample()));
            if (atom.isNumeric()) {
                BigDecimal low = atom.low();
                BigDecimal high = atom.high();
                if (high != null) {
                    points.add(Atom.of(high));
                }
                for (BigDecimal scale : SCALES) {
                    BigDecimal point = (low == null ? BigDecimal.ZERO : low).add(scale);
                    if (high == null || point.compareTo(high) <= 0) {
                        points.add(Atom.of(point));
                    }
                }
            }
        }
        return new ArrayList<>(points);
    }

    private Map<String, Object> next(
            List<String> names, List<List<Atom>> options, Map<String, Atom> chosen, Predicate<Evaluation> shows) {
        int index = chosen.size();
        if (index == names.size()) {
            tries++;
            Map<String, Object> facts = examples.facts(chosen);
            return shows.test(examples.ask(facts)) ? facts : Map.of();
        }
        for (Atom option : options.get(index)) {
            chosen.put(names.get(index), option);
            Map<String, Object> found = next(names, options, chosen, shows);
            chosen.remove(names.get(index));
            if (!found.isEmpty() || tries >= MOST_TRIES) {
                return found;
            }
        }
        return Map.of();
    }
}
