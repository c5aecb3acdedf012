package cn.faheng.engine.request;

import cn.faheng.rules.catalogue.Division;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The question: this act, on these dates, with these facts and circumstances.
 *
 * @param item code or alias of the item
 * @param place division whose benchmarks apply
 * @param actStart first day of the act
 * @param actEnd last day of the act; the same day unless the act continued (行政处罚法 第三十六条第二款)
 * @param discovered the day it was discovered, or null when not known
 * @param decided the day of the decision
 * @param party the party
 * @param facts raw answers to the item's questions: number, text, boolean, or {@code {value, unit}}
 * @param circumstances what else is established
 * @param proposal the penalty proposed, or null
 * @param otherNorms other items that the same act violates (行政处罚法 第二十九条)
 */
public record DecisionRequest(
        String item,
        Division place,
        LocalDate actStart,
        LocalDate actEnd,
        @Nullable LocalDate discovered,
        LocalDate decided,
        Party party,
        Map<String, Object> facts,
        CaseCircumstances circumstances,
        @Nullable Proposal proposal,
        List<OtherNorm> otherNorms) {

    public DecisionRequest {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
        otherNorms = List.copyOf(otherNorms);
    }

    /**
     * Another norm that the same act violates.
     *
     * @param item code or alias of the item
     * @param facts raw answers to its questions
     */
    public record OtherNorm(String item, Map<String, Object> facts) {
        public OtherNorm {
            facts = Collections.unmodifiableMap(new TreeMap<>(facts));
        }
    }

    /** The same request for another item and without proposal and other norms. */
    public DecisionRequest forNorm(OtherNorm norm) {
        return new DecisionRequest(
                norm.item(),
                place,
                actStart,
                actEnd,
                discovered,
                decided,
                party,
                norm.facts(),
                circumstances,
                null,
                List.of());
    }

    /** The same request with other facts. */
    public DecisionRequest withFacts(Map<String, Object> others) {
        return new DecisionRequest(
                item, place, actStart, actEnd, discovered, decided, party, others, circumstances, proposal, otherNorms);
    }

    /** The same request with other circumstances. */
    public DecisionRequest withCircumstances(CaseCircumstances others) {
        return new DecisionRequest(
                item, place, actStart, actEnd, discovered, decided, party, facts, others, proposal, otherNorms);
    }
}
