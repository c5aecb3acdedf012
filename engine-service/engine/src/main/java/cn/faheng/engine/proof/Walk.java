package cn.faheng.engine.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes through all that the facts can be, fact by fact. What leaves the same expressions to be worked out is followed once only, so
 * that ten factors of five options take some hundred steps and not ten million.
 */
final class Walk {

    private final Map<String, Axis> axes;
    private final Work work;
    private final Map<Expr, Expr> same = new HashMap<>();

    Walk(Map<String, Axis> axes, Work work) {
        this.axes = axes;
        this.work = work;
    }

    /** Steps that an analysis may take before it gives up, and says so. */
    static final class Work {
        private long left;

        Work(long most) {
            this.left = most;
        }

        void spend(long steps) {
            left -= steps;
            if (left < 0) {
                throw new TooMuch();
            }
        }
    }

    /** The work is more than was allowed. */
    static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMuch() {
            super("too much work", null, false, false);
        }
    }

    /**
     * What is left after some facts are decided.
     *
     * @param roots the expressions
     * @param ranges parts of the facts that the expressions still name
     * @param path how to get there
     */
    record State(List<Expr> roots, Map<String, Atom> ranges, @Nullable Step path) {

        static State start(List<Expr> roots) {
            return new State(roots, Map.of(), null);
        }

        Map<String, Atom> witness() {
            Map<String, Atom> found = new LinkedHashMap<>();
            for (Step step = path; step != null; step = step.before()) {
                found.putIfAbsent(step.fact(), step.atom());
            }
            return found;
        }
    }

    /** One decision on the way. */
    record Step(String fact, Atom atom, @Nullable Step before) {}

    private record Key(List<Expr> roots, Map<String, Atom> ranges) {}

    /** Every different end that the facts in {@code order} lead to. */
    List<State> run(State start, Collection<String> order) {
        List<State> states = List.of(settle(start));
        for (String fact : order) {
            Map<Key, State> next = new LinkedHashMap<>();
            for (State state : states) {
                boolean open = !state.ranges().containsKey(fact)
                        && state.roots().stream()
                                .anyMatch(root -> root.references().contains(fact));
                if (!open) {
                    next.putIfAbsent(new Key(state.roots(), state.ranges()), state);
                    continue;
                }
                for (Atom atom : axis(fact).atoms()) {
                    work.spend(state.roots().size());
                    State after = assign(state, fact, atom);
                    next.putIfAbsent(new Key(after.roots(), after.ranges()), after);
                }
            }
            states = new ArrayList<>(next.values());
        }
        return states;
    }

    private Axis axis(String fact) {
        Axis axis = axes.get(fact);
        if (axis == null) {
            throw new IllegalStateException("No axis for " + fact);
        }
        return axis;
    }

    private State settle(State state) {
        Evaluator evaluator = new Evaluator(state.ranges(), null, same);
        return new State(state.roots().stream().map(evaluator::evaluate).toList(), state.ranges(), state.path());
    }

    State assign(State state, String fact, Atom atom) {
        Map<String, Atom> known = new HashMap<>(state.ranges());
        known.put(fact, atom);
        Evaluator evaluator = new Evaluator(known, fact, same);
        List<Expr> roots = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (Expr root : state.roots()) {
            Expr worked = evaluator.evaluate(root);
            roots.add(worked);
            named.addAll(worked.references());
        }
        known.keySet().retainAll(named);
        return new State(roots, Map.copyOf(known), new Step(fact, atom, state.path()));
    }
}
