package cn.faheng.engine.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where to begin when every answer of a model is looked at: at each row, where its last decision is a table over facts, and else at the
 * beginning. A row has all its answers at hand; a table of 500 rows is then 500 small questions and not one large one.
 */
final class Starts {

    private Starts() {}

    /**
     * A beginning.
     *
     * @param state the answers, not worked out further
     * @param axes what the facts can be there
     */
    record Start(Walk.State state, Map<String, Axis> axes) {}

    /** The last decision, where it is a table whose rows can be looked at one by one. */
    static Optional<TableSpec> rowByRow(SymbolicModel model) {
        return model.table(SymbolicModel.PENALTY)
                .filter(table -> !table.takesFirst() && TableProof.asksFactsOnly(model, table));
    }

    /**
     * The beginnings for a model.
     *
     * @param more further expressions to be worked out for the same facts
     * @param axes the axes of all of them
     */
    static List<Start> of(Outcome outcome, List<Expr> more, Map<String, Axis> axes) {
        SymbolicModel model = outcome.model();
        Optional<TableSpec> table = rowByRow(model);
        List<Start> starts = new ArrayList<>();
        if (table.isEmpty()) {
            List<Expr> roots = new ArrayList<>(outcome.roots());
            roots.addAll(more);
            starts.add(new Start(Walk.State.start(roots), axes));
            return starts;
        }
        for (int row = 0; row < table.get().size(); row++) {
            Map<String, Axis> inside = inside(table.get(), row, axes);
            if (inside.values().stream().noneMatch(axis -> axis.atoms().isEmpty())) {
                starts.add(start(outcome, table.get(), row, inside, more));
            }
        }
        return starts;
    }

    private static Map<String, Axis> inside(TableSpec table, int row, Map<String, Axis> axes) {
        Map<String, Axis> inside = new LinkedHashMap<>(axes);
        for (int c = 0; c < table.inputs().size(); c++) {
            String fact = ((Expr.Ref) table.inputs().get(c)).fact();
            int column = c;
            inside.computeIfPresent(
                    fact,
                    (name, axis) -> new Axis(
                            name,
                            axis.atoms().stream()
                                    .filter(atom -> table.accepted(column, atom.sample())
                                            .get(row))
                                    .toList(),
                            axis.step()));
        }
        return inside;
    }

    private static Start start(Outcome outcome, TableSpec table, int row, Map<String, Axis> inside, List<Expr> more) {
        List<Expr> roots = new ArrayList<>(outcome.rootsOf(table, row));
        roots.addAll(more);
        Walk.Step path = null;
        for (Expr input : table.inputs()) {
            Axis axis = inside.get(((Expr.Ref) input).fact());
            if (axis != null) {
                path = new Walk.Step(axis.name(), axis.atoms().get(0), path);
            }
        }
        return new Start(new Walk.State(roots, Map.of(), path), inside);
    }
}
