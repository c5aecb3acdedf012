package cn.faheng.drafting.clause;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a penalty is imposed.
 *
 * @param step the step
 * @param words the words of the condition, empty for the basic case
 * @param within the conditions around it that hold too, the outermost first
 * @param threshold the amount it turns on, or null
 */
public record Condition(Step step, String words, List<String> within, @Nullable Threshold threshold) {

    public Condition {
        within = List.copyOf(within);
    }

    /** Steps of a provision. */
    public enum Step {
        /** The violation alone. */
        BASIC,
        /** 逾期不改正, 拒不改正. */
        OVERDUE,
        /** 情节严重, 情节特别严重, 造成严重后果. */
        SERIOUS,
        /** An amount decides: 违法所得不足一万元, 没有违法所得. */
        THRESHOLD,
        /** Any other condition. */
        OTHER
    }
}
