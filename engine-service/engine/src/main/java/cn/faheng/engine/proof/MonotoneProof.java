package cn.faheng.engine.proof;

import cn.faheng.engine.evaluation.Evaluation;
import cn.faheng.engine.outcome.LawResult.Disposition;
import cn.faheng.engine.outcome.PenaltyMode;
import cn.faheng.engine.proof.ProofReport.CounterExample;
import cn.faheng.engine.proof.ProofReport.Property;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.rules.catalogue.RuleSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Compares each value of a fact with the next one, all else equal: what weighs more never costs less. */
final class MonotoneProof {

    private static final String NO_LONGER = "由给予变为不给予";
    private static final String MOST_FALLS = "最高下降";

    private final SymbolicModel model;
    private final Findings findings;
    private final Outcome first;
    private final Outcome second;
    private final Examples examples;
    private final long mostWork;

    MonotoneProof(SymbolicModel model, Findings findings, long mostWork) {
        this.model = model;
        this.findings = findings;
        this.mostWork = mostWork;
        this.first = new Outcome(model, 0);
        this.second = new Outcome(model, first.size());
        this.examples = new Examples(model);
    }

    void prove() {
        List<String> against = new ArrayList<>();
        Set<String> named = new LinkedHashSet<>();
        first.roots().forEach(root -> named.addAll(root.references()));
        Optional<Map<String, Steps>> rows = rowByRow();
        for (Fact fact : model.facts()) {
            String name = model.renamed(fact.name());
            if (named.contains(name) && (isBenchmark() || fact.type().isNumeric())) {
                try {
                    Steps steps = rows.isPresent() ? rows.get().getOrDefault(name, new Steps()) : steps(name);
                    judge(fact, name, steps, against);
                } catch (Walk.TooMuch e) {
                    findings.notProved(
                            Property.MONOTONE, fact.name(), "“" + fact.label() + "”逐值比较的计算量太大，没有查完；请拆分判定。", null);
                }
            }
        }
        if (!isBenchmark()) {
            findings.conclude(Property.MONOTONE, "数值越大处罚不会越轻。法律所列的各种行为、主体和情形不是由轻到重的取值，不作比较。");
            return;
        }
        findings.conclude(
                Property.MONOTONE,
                "其他事实相同时，情节更重的取值不会处罚更轻"
                        + (against.isEmpty() ? "。" : "（" + String.join("、", against) + "按其文字属于减轻情节，方向相反）。"));
    }

    /** What happens from each value of a fact to the next. */
    private static final class Steps {
        final List<Fall> falls = new ArrayList<>();
        boolean rises;
    }

    /** All steps of all facts at once, where the last decision is a table whose amounts do not depend on choices; else empty. */
    private Optional<Map<String, Steps>> rowByRow() {
        Optional<TableSpec> table =
                Starts.rowByRow(model).filter(t -> t.namedFacts().isEmpty());
        if (table.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Steps> steps = new HashMap<>();
        for (RowPairs.Pair pair : new RowPairs(model, table.get(), first, second).pairs()) {
            Steps of = steps.computeIfAbsent(pair.fact(), f -> new Steps());
            of.rises |= compare(pair.end(), pair.from(), pair.to(), of.falls);
        }
        return Optional.of(steps);
    }

    private boolean isBenchmark() {
        return model.ruleSet().kind() == RuleSet.Kind.BENCHMARK;
    }

    /**
     * Something that falls although the value rises.
     *
     * @param end where it shows
     * @param from the lesser value
     * @param to the greater value
     * @param penalty the penalty that falls
     * @param what what falls, in words
     * @param at the place
     * @param sameBase whether both amounts are computed from the same facts; only then one is less than the other as such
     */
    private record Fall(
            Walk.State end, Atom from, Atom to, Penalty penalty, String what, Map<String, Atom> at, boolean sameBase) {}

    private Steps steps(String name) {
        Steps steps = new Steps();
        List<Atom> atoms = Objects.requireNonNull(model.axes().get(name)).atoms();
        Set<String> others = new LinkedHashSet<>(model.axes().keySet());
        others.remove(name);
        Walk.Work work = new Walk.Work(mostWork);
        for (int i = 0; i + 1 < atoms.size(); i++) {
            Atom from = end(atoms.get(i), false);
            Atom to = end(atoms.get(i + 1), true);
            Walk walk = new Walk(model.axes(), work);
            Walk.State lesser = walk.assign(Walk.State.start(first.roots()), name, from);
            Walk.State greater = walk.assign(Walk.State.start(second.roots()), name, to);
            if (lesser.roots().equals(greater.roots())) {
                continue;
            }
            List<Expr> both = new ArrayList<>(lesser.roots());
            both.addAll(greater.roots());
            for (Walk.State end : walk.run(Walk.State.start(both), others)) {
                steps.rises |= compare(end, from, to, steps.falls);
            }
        }
        return steps;
    }

    private void judge(Fact fact, String name, Steps steps, List<String> against) {
        if (steps.falls.isEmpty()) {
            falling(fact, name);
        } else if (!steps.rises && Gravity.mitigates(fact)) {
            against.add("“" + fact.label() + "”");
        } else {
            tell(fact, steps.falls, steps.rises);
        }
    }

    private static Atom end(Atom atom, boolean low) {
        if (!atom.isNumeric()) {
            return atom;
        }
        BigDecimal end = low ? atom.low() : atom.high();
        return Atom.range(end, end);
    }

    /** Within one part of a number's axis the amounts are straight lines; none of them may go down. */
    private void falling(Fact fact, String name) {

        if (!fact.type().isNumeric()) {
            return;
        }
        Walk.Work work = new Walk.Work(mostWork);
        for (Starts.Start start : Starts.of(first, List.of(), model.axes())) {
            for (Walk.State end :
                    new Walk(start.axes(), work).run(start.state(), start.axes().keySet())) {
                if (end.roots().stream().anyMatch(root -> falls(root, name))) {
                    Map<String, Object> facts = examples.facts(end.witness());
                    findings.notProved(
                            Property.MONOTONE,
                            fact.name(),
                            "“" + fact.label() + "”越大，“" + first.label(end) + "”的金额越小；请确认这是原意。",
                            examples.example(facts, null));
                    return;
                }
            }
        }
    }

    private static boolean falls(Expr root, String name) {
        BigDecimal factor = Numbers.isNumber(root) ? Numbers.factors(root).get(name) : null;
        return factor != null && factor.signum() < 0;
    }

    /** Compares both sides; adds what falls and says whether something rises. */
    private boolean compare(Walk.State end, Atom from, Atom to, List<Fall> falls) {
        if (first.stuck(end).isPresent() || second.stuck(end).isPresent()) {
            return false;
        }
        boolean rises = false;
        for (Penalty penalty : model.ruleSet().penalties()) {
            if (penalty.kind().quantity() == PenaltyKind.Quantity.NONE) {
                continue;
            }
            Standing before = standing(first, end, penalty);
            Standing after = standing(second, end, penalty);
            if (before == Standing.OPEN || after == Standing.OPEN) {
                continue;
            }
            if (before == Standing.NONE || after == Standing.NONE) {
                rises |= before == Standing.NONE && after == Standing.IMPOSED;
                boolean falls0 = before == Standing.IMPOSED && after == Standing.NONE && !heavierElsewhere(end);
                if (falls0) {
                    falls.add(new Fall(end, from, to, penalty, NO_LONGER, end.ranges(), true));
                }
                continue;
            }
            for (String side : List.of("Min", "Max")) {
                Expr low = first.column(end, penalty.id() + side);
                Expr high = second.column(end, penalty.id() + side);
                if (!Numbers.isNumber(low) || !Numbers.isNumber(high)) {
                    continue;
                }
                Expr growth = Numbers.minus(high, low);
                if (Corner.least(growth, end.ranges()).signum() < 0) {
                    falls.add(new Fall(
                            end,
                            from,
                            to,
                            penalty,
                            side.equals("Min") ? "最低下降" : MOST_FALLS,
                            Corner.lowest(growth, end.ranges()),
                            Numbers.factors(low)
                                    .keySet()
                                    .equals(Numbers.factors(high).keySet())));
                }
                rises |= Corner.least(Numbers.minus(low, high), end.ranges()).signum() < 0;
            }
        }
        return rises;
    }

    /** Whether a penalty is imposed on one side of a comparison; open where a person or another law decides. */
    private enum Standing {
        IMPOSED,
        NONE,
        OPEN
    }

    private static Standing standing(Outcome outcome, Walk.State end, Penalty penalty) {
        Disposition disposition = outcome.disposition(end).orElse(Disposition.PERSON_DECIDES);
        if (disposition == Disposition.NO_PENALTY) {
            return Standing.NONE;
        }
        if (disposition != Disposition.PENALTY) {
            return Standing.OPEN;
        }
        PenaltyMode mode = outcome.mode(end, penalty).orElse(PenaltyMode.NONE);
        return mode == PenaltyMode.NONE ? Standing.NONE : Standing.IMPOSED;
    }

    private boolean heavierElsewhere(Walk.State end) {
        return model.ruleSet().penalties().stream()
                .filter(p -> Gravity.outweighsFines(p.kind()))
                .anyMatch(
                        p -> standing(first, end, p) == Standing.NONE && standing(second, end, p) == Standing.IMPOSED);
    }

    private void tell(Fact fact, List<Fall> falls, boolean rises) {
        Fall worst =
                falls.stream().filter(fall -> agrees(fall, rises)).findFirst().orElse(falls.get(0));
        boolean certain = agrees(worst, rises) && isBenchmark();
        String message = "“" + fact.label() + "”由“" + worst.from().text() + "”变为“"
                + worst.to().text() + "”、其他事实相同时，" + Examples.label(worst.penalty()) + worst.what() + "。";
        CounterExample example = example(fact, worst);
        if (certain) {
            findings.refuted(Property.MONOTONE, fact.name(), message + "情节更重而处罚更轻，请改正。", example);
        } else {
            String why = isBenchmark() ? "不能从文字确定这些取值是由轻到重排列的" : "法律自身的规定，只提示";
            findings.notProved(Property.MONOTONE, fact.name(), message + why + "；请确认顺序或者改正。", example);
        }
    }

    /** Whether what the table itself calls heavier comes out lighter. */
    private boolean agrees(Fall fall, boolean rises) {
        if (!fall.sameBase()) {
            return false;
        }
        Integer before = Gravity.rank(first.tier(fall.end()));
        Integer after = Gravity.rank(second.tier(fall.end()));
        if (before != null && after != null) {
            return after > before;
        }
        if (!rises || !fall.what().equals(MOST_FALLS)) {
            // The order of the rows alone is a weak sign; a lower minimum may be meant.
            return false;
        }
        int rowBefore = row(first.label(fall.end()));
        int rowAfter = row(second.label(fall.end()));
        return rowBefore < 0 || rowAfter < 0 || rowAfter > rowBefore;
    }

    private int row(String id) {
        return model.table(SymbolicModel.PENALTY)
                .map(table ->
                        table.table().rows().stream().map(r -> r.id()).toList().indexOf(id))
                .orElse(-1);
    }

    private CounterExample example(Fact fact, Fall fall) {
        Map<String, Atom> place = new LinkedHashMap<>(fall.end().witness());
        place.putAll(fall.at());
        Map<String, String> amounts = new LinkedHashMap<>();
        List<String> rows = new ArrayList<>();
        Map<String, Object> facts = Map.of();
        for (Atom value : List.of(fall.from(), fall.to())) {
            place.put(model.renamed(fact.name()), value);
            facts = examples.facts(place);
            Evaluation answer = examples.ask(facts);
            rows.addAll(answer.rowIds());
            amounts.putAll(examples.amounts("“" + value.text() + "”时", answer));
        }
        return new CounterExample(facts, rows.stream().distinct().toList(), amounts, null);
    }
}
