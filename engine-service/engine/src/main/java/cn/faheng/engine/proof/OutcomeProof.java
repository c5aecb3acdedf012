package cn.faheng.engine.proof;

import cn.faheng.engine.outcome.LawResult.Disposition;
import cn.faheng.engine.outcome.PenaltyMode;
import cn.faheng.engine.proof.ProofReport.CounterExample;
import cn.faheng.engine.proof.ProofReport.Property;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at every different answer of a model: none of them null, senseless or inexact. */
final class OutcomeProof {

    private static final BigDecimal FEN = new BigDecimal("0.01");

    private final SymbolicModel model;
    private final Outcome outcome;
    private final Findings findings;
    private final Examples examples;
    private final Set<String> told = new HashSet<>();
    private Walk.State begin = Walk.State.start(List.of());
    private @Nullable String roundedInside;

    OutcomeProof(SymbolicModel model, Findings findings) {
        this.model = model;
        this.outcome = new Outcome(model, 0);
        this.findings = findings;
        this.examples = new Examples(model);
    }

    /** Looks at every answer. */
    void prove(Walk.Work work) {
        try {
            for (Starts.Start start : Starts.of(outcome, List.of(), model.axes())) {
                begin = start.state();
                new Walk(start.axes(), work).run(begin, start.axes().keySet()).forEach(this::judge);
            }
        } catch (Walk.TooMuch e) {
            String reason = "结果太多，在规定的计算量内没有逐一查完；请拆分判定。";
            findings.notProved(Property.COMPLETE, SymbolicModel.PENALTY, reason, null);
            findings.notProved(Property.EXACT, SymbolicModel.PENALTY, reason, null);
        }
    }

    /** What is said of exactness when nothing is against it. */
    String exactness() {
        return roundedInside == null
                ? "各档界限上的金额都是整分，没有除不尽的数。"
                : "各档界限上的金额没有除不尽的数；" + roundedInside + "，按分取整时下限进、上限舍，不超出本表所印的幅度。";
    }

    private void judge(Walk.State end) {
        Optional<Expr.Stuck> stuck = outcome.stuck(end);
        if (stuck.isPresent()) {
            Expr.Stuck found = stuck.get();
            if (found.reason() == Expr.Stuck.Reason.UNSUPPORTED && told.add(found.where() + found.detail())) {
                String message = found.where() + "：" + found.detail() + "，这部分结果没有证明。";
                findings.notProved(Property.COMPLETE, found.where(), message, null);
                findings.notProved(Property.EXACT, found.where(), message, null);
            }
            return;
        }
        String label = outcome.label(end);
        if (outcome.tier(end).isEmpty()) {
            fail(end, Map.of(), label, "没有给出档次名称（tier 为空）");
        }
        Optional<Disposition> disposition = outcome.disposition(end);
        if (disposition.isEmpty()) {
            fail(end, Map.of(), label, "给出的结果（result）不是规定的五种之一");
        }
        if (disposition.filter(d -> d != Disposition.PENALTY).isEmpty()) {
            model.ruleSet().penalties().forEach(penalty -> penalty(end, label, penalty));
        }
    }

    private void penalty(Walk.State end, String label, Penalty penalty) {
        String name = Examples.label(penalty);
        Optional<PenaltyMode> mode = outcome.mode(end, penalty);
        if (mode.isEmpty()) {
            fail(end, Map.of(), label, name + "的方式不是 must、may、either、either-or-both、none 之一");
            return;
        }
        if (mode.get() == PenaltyMode.NONE || penalty.kind().quantity() == PenaltyKind.Quantity.NONE) {
            return;
        }
        Expr low = outcome.column(end, penalty.id() + "Min");
        Expr high = outcome.column(end, penalty.id() + "Max");
        boolean both = true;
        for (Expr amount : List.of(low, high)) {
            if (!Numbers.isNumber(amount)) {
                fail(end, Map.of(), label, "给予" + name + "而" + (amount == low ? "最低" : "最高") + "为空");
                both = false;
            } else if (Corner.least(amount, end.ranges()).signum() < 0) {
                fail(end, Corner.lowest(amount, end.ranges()), label, name + "算出负数");
            }
        }
        if (both) {
            Expr width = Numbers.minus(high, low);
            if (Corner.least(width, end.ranges()).signum() < 0) {
                fail(end, Corner.lowest(width, end.ranges()), label, name + "的最低高于最高");
            }
            exact(end, label, penalty, low, "最低");
            exact(end, label, penalty, high, "最高");
        }
    }

    private void exact(Walk.State end, String label, Penalty penalty, Expr amount, String which) {
        BigDecimal unit = penalty.kind() == PenaltyKind.FINE ? FEN : BigDecimal.ONE;
        String name = Examples.label(penalty) + which;
        if (Numbers.rounded(amount)) {
            inexact(end, Map.of(), label, name + "含有除不尽的数，写成小数后与原意有出入");
            return;
        }
        if (amount instanceof Expr.Const && !isWhole(Numbers.constant(amount), unit)) {
            if (besidesBoundary(end, penalty.id() + (which.equals("最低") ? "Min" : "Max"))) {
                roundedInside = label + "行的" + name + "在个别数额上有不足一" + (isFen(unit) ? "分" : "个单位") + "的尾数";
                return;
            }
            inexact(end, Map.of(), label, name + "不是整" + (isFen(unit) ? "分" : "数"));
            return;
        }
        Numbers.factors(amount).forEach((fact, factor) -> {
            BigDecimal step = step(fact);
            if (!isWhole(factor.multiply(step), unit) || !isWhole(Numbers.constant(amount), unit)) {
                roundedInside = "“" + label(fact) + "”带零头时" + label + "行的" + name + "可能有不足一"
                        + (isFen(unit) ? "分" : "个单位") + "的尾数";
            }
            Atom range = end.ranges().get(fact);
            boolean alone = Numbers.factors(amount).size() == 1;
            if (range != null && alone) {
                boundary(end, label, name, amount, fact, range, unit);
            }
        });
    }

    /** Whether an amount was computed from a number with a fraction, such as the fen beside a printed boundary. */
    private boolean besidesBoundary(Walk.State end, String column) {
        Map<String, Atom> place = end.witness();
        return outcome.column(begin, column).references().stream()
                .map(place::get)
                .anyMatch(atom -> atom != null
                        && atom.sample() instanceof BigDecimal number
                        && number.remainder(BigDecimal.ONE).signum() != 0);
    }

    /** At the printed boundary itself the amount has to be whole; the fen beside it need not. */
    private void boundary(
            Walk.State end, String label, String name, Expr amount, String fact, Atom range, BigDecimal unit) {
        for (BigDecimal edge : new BigDecimal[] {range.low(), range.high()}) {
            boolean printed = edge != null && edge.remainder(BigDecimal.ONE).signum() == 0;
            if (!printed) {
                continue;
            }
            Map<String, Atom> at = new HashMap<>(end.ranges());
            at.put(fact, Atom.range(edge, edge));
            if (!isWhole(Corner.at(amount, at), unit)) {
                inexact(
                        end,
                        at,
                        label,
                        name + "在“" + label(fact) + "”为" + edge.toPlainString() + "的界限上不是整"
                                + (isFen(unit) ? "分" : "数"));
            }
        }
    }

    private BigDecimal step(String fact) {
        return model.ruleSet().fact(fact).map(Fact::step).orElse(BigDecimal.ONE);
    }

    private static boolean isWhole(BigDecimal amount, BigDecimal unit) {
        return amount.remainder(unit).signum() == 0;
    }

    private String label(String fact) {
        return model.ruleSet().fact(fact).map(Fact::label).orElse(fact);
    }

    private void fail(Walk.State end, Map<String, Atom> at, String label, String what) {
        tell(Property.COMPLETE, end, at, label, what, "请补上这一结果，或者写明由人决定。");
    }

    private void inexact(Walk.State end, Map<String, Atom> at, String label, String what) {
        tell(Property.EXACT, end, at, label, what, "请改用除得尽的写法，或者写明如何取整。");
    }

    private void tell(
            Property property, Walk.State end, Map<String, Atom> at, String label, String what, String advice) {
        if (!told.add(property + label + what)) {
            return;
        }
        Map<String, Atom> place = new HashMap<>(end.witness());
        place.putAll(at);
        Map<String, Object> facts = examples.facts(place);
        CounterExample example = examples.example(facts, null);
        findings.refuted(
                property,
                label,
                "“" + label + "”" + what + "：" + examples.line(facts, Set.of()) + "。" + advice,
                example);
    }

    private static boolean isFen(BigDecimal unit) {
        return unit.compareTo(FEN) == 0;
    }
}
