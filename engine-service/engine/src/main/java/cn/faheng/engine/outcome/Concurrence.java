package cn.faheng.engine.outcome;

import cn.faheng.rules.legal.Citation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several norms violated by one act: 行政处罚法 (2021) 第二十九条.
 *
 * @param rule "highest-fine" or "one-fine"
 * @param appliedItem the item whose fine applies, or null where a person decides
 * @param norms every norm with its greatest fine
 * @param reason in Chinese
 * @param citations the provision
 */
public record Concurrence(
        String rule, @Nullable String appliedItem, List<Norm> norms, String reason, List<Citation> citations) {

    public Concurrence {
        norms = List.copyOf(norms);
        citations = List.copyOf(citations);
    }

    /**
     * One of the norms.
     *
     * @param item code of the item
     * @param outcome its own outcome
     * @param greatestFine greatest statutory fine on the party in fen, {@link Long#MAX_VALUE} where it has no bound, null where there is
     *     none or it is unknown
     */
    public record Norm(String item, Outcome outcome, @Nullable Long greatestFine) {}
}
