package cn.faheng.engine.proof;

import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.RuleSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The law's step 逾期不改正 and the question of a table whose answers say so themselves: 整改情况 with 限期内改正 and 逾期未改正. An answer that
 * does not say it leaves the law's question open. Where the item is that somebody did not put things right, the step is reached anyway.
 */
final class CorrectionTies {

    private CorrectionTies() {}

    /**
     * What the facts of the rule set above are in terms of the draft's; facts that are not tied are left out.
     *
     * @param item name of the draft's item
     */
    static Map<String, Expr> of(RuleSet draft, RuleSet above, String item) {
        Optional<Correction> named = Correction.endOf(item).filter(Correction::late);
        Map<String, Expr> ties = new LinkedHashMap<>();
        for (Fact theirs : above.facts()) {
            String free = TiedFacts.name(draft, above, theirs.name());
            Step step = step(theirs);
            if (step == null || draft.fact(free).isPresent()) {
                continue;
            }
            if (named.filter(step.order()::sameOrder).isPresent()) {
                ties.put(theirs.name(), Expr.Const.of(step.late()));
                continue;
            }
            List<Fact> mine = draft.facts().stream()
                    .filter(fact -> fact.type() == Fact.Type.CHOICE)
                    .filter(fact -> fact.values().stream()
                            .anyMatch(v -> said(v, step).filter(late -> late).isPresent()))
                    .toList();
            if (mine.size() == 1) {
                ties.put(theirs.name(), tied(mine.get(0), step, new Expr.Ref(free)));
            }
        }
        return ties;
    }

    /** A question of the law about an order: what it answers when it was not followed, and when it was. */
    private record Step(Correction order, Object late, Object inTime) {}

    private static @Nullable Step step(Fact fact) {
        if (fact.type() == Fact.Type.BOOLEAN) {
            return Correction.whole(fact.label())
                    .filter(Correction::late)
                    .map(order -> new Step(order, true, false))
                    .orElse(null);
        }
        if (fact.type() != Fact.Type.CHOICE || fact.values().size() != 2) {
            return null;
        }
        for (int i = 0; i < 2; i++) {
            String late = fact.values().get(i).value();
            String inTime = fact.values().get(1 - i).value();
            Optional<Correction> order = Correction.whole(late).filter(Correction::late);
            if (order.isPresent()
                    && Correction.whole(inTime)
                            .filter(c -> !c.late() && c.sameOrder(order.get()))
                            .isPresent()) {
                return new Step(order.get(), late, inTime);
            }
        }
        return null;
    }

    /** Whether an answer says that the order was not followed; empty where it says nothing of this order. */
    private static Optional<Boolean> said(Fact.Choice answer, Step step) {
        return Correction.in(answer.value()).filter(step.order()::sameOrder).map(Correction::late);
    }

    private static Expr tied(Fact mine, Step step, Expr otherwise) {
        Expr tied = otherwise;
        for (Fact.Choice answer : mine.values()) {
            Optional<Boolean> late = said(answer, step);
            if (late.isPresent()) {
                Expr is = new Expr.Op("=", List.of(new Expr.Ref(mine.name()), Expr.Const.of(answer.value())));
                tied = new Expr.Op("if", List.of(is, Expr.Const.of(late.get() ? step.late() : step.inTime()), tied));
            }
        }
        return tied;
    }
}
