package cn.faheng.engine.proof;

import cn.faheng.engine.evaluation.Evaluation;
import cn.faheng.engine.proof.ProofReport.CounterExample;
import cn.faheng.engine.proof.ProofReport.Property;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Proves of a table that asks other decisions what {@link TableProof} proves of one that asks facts: by going through the facts. */
final class DerivedProof {

    private final SymbolicModel model;
    private final TableSpec table;
    private final Findings findings;
    private final Walk.Work work;
    private final Examples examples;
    private final Set<String> told = new HashSet<>();

    DerivedProof(SymbolicModel model, TableSpec table, Findings findings, Walk.Work work) {
        this.model = model;
        this.table = table;
        this.findings = findings;
        this.work = work;
        this.examples = new Examples(model);
    }

    void prove() {
        List<Walk.State> ends;
        try {
            ends = new Walk(model.axes(), work)
                    .run(
                            Walk.State.start(List.of(SymbolicModel.cell(table, Expr.Cell.ROW))),
                            model.axes().keySet());
        } catch (Walk.TooMuch e) {
            all("的输入要经过别的判定，在规定的计算量内没有查完；请拆分。");
            return;
        }
        Map<String, Walk.State> reached = new LinkedHashMap<>();
        for (Walk.State end : ends) {
            Expr root = end.roots().get(0);
            if (root instanceof Expr.Const c && c.value() instanceof String row) {
                Walk.State known = reached.get(row);
                if (known == null || isFree(known)) {
                    reached.put(row, end);
                }
            } else if (root instanceof Expr.Stuck stuck) {
                stuck(stuck, end);
            } else {
                once("open", () -> all("的输入不能由事实逐段确定。"));
            }
        }
        for (int row = 0; row < table.size(); row++) {
            reachable(table.rowId(row), reached);
        }
    }

    private void reachable(String row, Map<String, Walk.State> reached) {
        Walk.State end = reached.get(row);
        if (end == null) {
            findings.refuted(
                    Property.REACHABLE, row, name() + "的" + row + "行永远用不到：没有一种事实使它所问的判定得出这样的结果。请改正条件或者删去该行。", null);
        } else if (isFree(end) && !found(end, e -> e.rowIds().contains(row))) {
            findings.notProved(Property.REACHABLE, row, name() + "的" + row + "行是否用得到没有证明：" + freedReasons(end), null);
        }
    }

    private void stuck(Expr.Stuck stuck, Walk.State end) {
        if (stuck.reason() == Expr.Stuck.Reason.UNSUPPORTED) {
            once(stuck.detail(), () -> all("没有证明：" + stuck.where() + "，" + stuck.detail() + "。"));
            return;
        }
        if (!stuck.where().equals(table.decision())) {
            return;
        }
        boolean gap = stuck.reason() == Expr.Stuck.Reason.NO_ROW;
        Property property = gap ? Property.COMPLETE : Property.UNAMBIGUOUS;
        String what = gap ? "没有任何一行" : "同时符合" + stuck.detail() + "行";
        if (!told.add(property + stuck.detail())) {
            return;
        }
        Map<String, Object> facts = examples.facts(end.witness());
        if (isFree(end)) {
            Predicate<Evaluation> shows = e -> matched(e) != 1;
            Map<String, Object> concrete = search(end, shows);
            if (concrete.isEmpty()) {
                findings.notProved(
                        property,
                        table.decision(),
                        name() + "在" + place(end) + "时" + what + "，而" + freedReasons(end)
                                + "；没有找到确实得出这种情形的事实，也没有证明不会出现。",
                        null);
                return;
            }
            facts = concrete;
        }
        CounterExample example = new CounterExample(facts, List.of(), Map.of("结果", what), null);
        findings.refuted(
                property,
                table.decision(),
                name() + "在" + examples.line(facts, Set.of()) + "时" + what + "。请改正界限或者补上一行。",
                example);
    }

    private long matched(Evaluation evaluation) {
        return evaluation.matched().stream()
                .filter(m -> m.decision().equals(table.decision()))
                .mapToLong(m -> m.rowIds().size())
                .sum();
    }

    private boolean isFree(Walk.State end) {
        return end.witness().keySet().stream().anyMatch(model.freed()::containsKey);
    }

    private boolean found(Walk.State end, Predicate<Evaluation> shows) {
        return !search(end, shows).isEmpty();
    }

    /** Facts near the boundaries for which the model shows what the analysis only supposes; empty when none is found. */
    private Map<String, Object> search(Walk.State end, Predicate<Evaluation> shows) {
        Set<String> varied = new HashSet<>();
        end.witness().keySet().forEach(fact -> varied.addAll(model.freedFrom(fact)));
        return new Search(model, examples).find(end.witness(), varied, shows);
    }

    private String freedReasons(Walk.State end) {
        Set<String> reasons = new LinkedHashSet<>();
        for (String fact : new TreeSet<>(end.witness().keySet())) {
            String reason = model.freed().get(fact);
            if (reason != null) {
                reasons.add("“" + model.compiled().title(fact) + "”" + reason);
            }
        }
        return String.join("；", reasons);
    }

    private String place(Walk.State end) {
        return new TreeMap<>(end.witness())
                .entrySet().stream()
                        .map(e -> "“" + model.compiled().title(e.getKey()) + "”为"
                                + e.getValue().text())
                        .collect(Collectors.joining("、"));
    }

    private void once(String what, Runnable finding) {
        if (told.add(what)) {
            finding.run();
        }
    }

    private void all(String reason) {
        for (Property property : List.of(Property.COMPLETE, Property.UNAMBIGUOUS, Property.REACHABLE)) {
            findings.notProved(property, table.decision(), name() + reason, null);
        }
    }

    private String name() {
        return "判定“" + model.compiled().title(table.decision()) + "”";
    }
}
