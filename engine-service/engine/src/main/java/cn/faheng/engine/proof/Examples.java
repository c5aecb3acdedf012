package cn.faheng.engine.proof;

import cn.faheng.engine.evaluation.CompiledRuleSet;
import cn.faheng.engine.evaluation.Evaluation;
import cn.faheng.engine.proof.ProofReport.CounterExample;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.rules.catalogue.RuleSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a place found by the analysis into facts, and asks the model itself what it answers there. */
final class Examples {

    private final SymbolicModel model;

    Examples(SymbolicModel model) {
        this.model = model;
    }

    /** Facts at a place; what the place leaves open takes its first value. */
    Map<String, Object> facts(Map<String, Atom> place) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (Fact fact : model.facts()) {
            String name = model.renamed(fact.name());
            Object tied = tied(fact.name(), place);
            if (tied != null) {
                facts.put(fact.name(), tied);
                continue;
            }
            Axis axis = model.axes().get(name);
            Atom atom = place.get(name);
            if (atom == null && axis != null && !axis.atoms().isEmpty()) {
                atom = axis.atoms().get(0);
            }
            if (atom != null) {
                facts.put(fact.name(), value(fact, atom.sample()));
            }
        }
        return facts;
    }

    /** What follows from the answers to another rule set; null where nothing does. */
    private @Nullable Object tied(String fact, Map<String, Atom> place) {
        return model.tied(fact)
                .map(expr -> new Evaluator(place).evaluate(expr))
                .filter(Expr.Const.class::isInstance)
                .map(Expr.Const.class::cast)
                .map(Expr.Const::value)
                .orElse(null);
    }

    private static Object value(Fact fact, Object sample) {
        if (!(sample instanceof BigDecimal number)) {
            return sample;
        }
        return fact.type() == Fact.Type.DATE
                ? LocalDate.ofEpochDay(number.longValueExact())
                : number.scale() < 0 ? number.setScale(0) : number;
    }

    Evaluation ask(Map<String, Object> facts) {
        return model.compiled().evaluate(facts);
    }

    /** A counter-example with the rows and amounts that the model gives. */
    CounterExample example(Map<String, Object> facts, @Nullable LocalDate on) {
        return example(facts, new LinkedHashMap<>(), on);
    }

    CounterExample example(Map<String, Object> facts, Map<String, String> more, @Nullable LocalDate on) {
        Evaluation evaluation = ask(facts);
        Map<String, String> amounts = amounts("本表", evaluation);
        amounts.putAll(more);
        return new CounterExample(facts, evaluation.rowIds(), amounts, on == null ? null : on.toString());
    }

    /** What a rule set answers, penalty by penalty, as a reader writes it. */
    Map<String, String> amounts(String whose, Evaluation evaluation) {
        Map<String, String> amounts = new LinkedHashMap<>();
        RuleSet ruleSet = model.ruleSet();
        for (Penalty penalty : ruleSet.penalties()) {
            if (penalty.kind().quantity() == PenaltyKind.Quantity.NONE) {
                continue;
            }
            String label = ruleSet.penalties().size() == 1 ? "" : label(penalty);
            Object min = evaluation.column(SymbolicModel.PENALTY, penalty.id() + "Min");
            Object max = evaluation.column(SymbolicModel.PENALTY, penalty.id() + "Max");
            if (min instanceof BigDecimal low) {
                amounts.put(whose + label + "最低", amount(penalty.kind(), low));
            }
            if (max instanceof BigDecimal high) {
                amounts.put(whose + label + "最高", amount(penalty.kind(), high));
            }
        }
        return amounts;
    }

    static String label(Penalty penalty) {
        return (penalty.subject() == Penalty.Subject.RESPONSIBLE_PERSON ? "责任人员" : "") + penalty.label();
    }

    static String amount(PenaltyKind kind, BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        String text = (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
        return switch (kind.quantity()) {
            case MONEY -> text + "元";
            case MONTHS -> text + "个月";
            case DAYS -> text + "日";
            case NONE -> text;
        };
    }

    /** The facts of an example in one line. */
    String line(Map<String, Object> facts, Set<String> shown) {
        return facts.entrySet().stream()
                .filter(entry -> shown.isEmpty() || shown.contains(entry.getKey()))
                .map(entry -> label(entry.getKey()) + "＝" + text(entry.getValue()))
                .collect(Collectors.joining("，"));
    }

    /** What a fact is called. */
    String label(String fact) {
        return model.ruleSet().fact(fact).map(Fact::label).orElse(fact);
    }

    static String text(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? "是" : "否";
        }
        return value instanceof BigDecimal number
                ? (number.scale() < 0 ? number.setScale(0) : number).toPlainString()
                : String.valueOf(value);
    }

    /** A compact list: the first few and how many more. */
    static String some(List<String> all, int shown) {
        return all.size() <= shown
                ? String.join("、", all)
                : String.join("、", all.subList(0, shown)) + "等" + all.size() + "处";
    }

    CompiledRuleSet compiled() {
        return model.compiled();
    }
}
