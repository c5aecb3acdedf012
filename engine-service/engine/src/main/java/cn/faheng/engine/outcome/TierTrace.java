package cn.faheng.engine.outcome;

import cn.faheng.rules.catalogue.Row;
import cn.faheng.rules.catalogue.RuleSetRef;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table as it was applied: the row that matched with the facts that made it match, and why each other row did not.
 *
 * @param ruleSet the rule set
 * @param decision the table
 * @param matched the row that matched
 * @param because the conditions that the facts met
 * @param rejected the rows that did not match
 */
public record TierTrace(
        RuleSetRef ruleSet, String decision, Row matched, List<MetCondition> because, List<RejectedRow> rejected) {

    public TierTrace {
        because = List.copyOf(because);
        rejected = List.copyOf(rejected);
    }

    /** The same without what was said of {@code facts}, which nobody gave; rows rejected for nothing else are left out. */
    public TierTrace withoutConditionsOn(Set<String> facts) {
        List<RejectedRow> others = rejected.stream()
                .map(row -> new RejectedRow(row.row(), without(row.failed(), facts), row.distance()))
                .filter(row -> !row.failed().isEmpty())
                .toList();
        return new TierTrace(ruleSet, decision, matched, without(because, facts), others);
    }

    private static List<MetCondition> without(List<MetCondition> conditions, Set<String> facts) {
        return conditions.stream().filter(c -> !facts.contains(c.fact())).toList();
    }

    /**
     * A condition and the fact that met it.
     *
     * @param fact name of the fact
     * @param condition the condition in Chinese
     * @param value the fact's value in Chinese
     */
    public record MetCondition(String fact, String condition, String value) {}

    /**
     * A row that did not match.
     *
     * @param row the row
     * @param failed the conditions that failed, in Chinese
     * @param distance how far the fact is from the row, where one number alone is the reason
     */
    public record RejectedRow(Row row, List<MetCondition> failed, @Nullable Distance distance) {
        public RejectedRow {
            failed = List.copyOf(failed);
        }
    }

    /**
     * How far a number is from a row's range.
     *
     * @param fact name of the fact
     * @param difference what would have to be added (negative: taken away) to reach the row, in the fact's unit, plain decimal
     * @param unit unit of the fact
     */
    public record Distance(String fact, String difference, String unit) {}
}
