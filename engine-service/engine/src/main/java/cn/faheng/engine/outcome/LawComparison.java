package cn.faheng.engine.outcome;

import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.rules.legal.Citation;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 从旧兼从轻: the law at the act against the law at the decision.
 *
 * @param atAct what the law at the act leaves
 * @param atDecision what the law at the decision leaves
 * @param chosen which of them applies
 * @param criterion the criterion of the stated order that decided, or "same-law", "equal", "disposition", "guidance" or
 *     "no-order-held"
 * @param reason the reason in Chinese
 * @param ruleSet the rule set that states the order of comparison, or null where none is held for the day
 * @param citations the provision that demands the comparison
 */
public record LawComparison(
        LawResult atAct,
        LawResult atDecision,
        Chosen chosen,
        String criterion,
        String reason,
        @Nullable RuleSetRef ruleSet,
        List<Citation> citations) {

    public LawComparison {
        citations = List.copyOf(citations);
    }

    /** Which law applies. */
    public enum Chosen {
        LAW_AT_ACT,
        LAW_AT_DECISION;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The same with traces that say nothing of {@code facts}, which nobody gave. */
    public LawComparison withoutConditionsOn(Set<String> facts) {
        return new LawComparison(
                atAct.withoutConditionsOn(facts),
                atDecision.withoutConditionsOn(facts),
                chosen,
                criterion,
                reason,
                ruleSet,
                citations);
    }

    public LawResult applied() {
        return chosen == Chosen.LAW_AT_ACT ? atAct : atDecision;
    }
}
