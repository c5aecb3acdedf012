package cn.faheng.drafting.intake;

import cn.faheng.drafting.intake.Charge.When;
import java.util.List;

/** Questions that a table does not ask in a column of its own, in the words that laws use for them. */
final class Steps {

    /** Whether the order to rectify was obeyed. */
    static final String CORRECTION = "整改情况";

    static final String IN_TIME = "限期内改正";
    static final String OVERDUE = "逾期未改正";

    /** Whether the circumstances are serious. */
    static final String GRAVITY = "是否情节严重";

    static final String ORDINARY = "未达到情节严重";
    static final String SERIOUS = "情节严重";

    /** Which of two tables of the same item applies. */
    static final String GROUP = "原表分组";

    /** The question that chooses the tier where the source gives it no name. */
    static final String CIRCUMSTANCES = "违法情节";

    /** An answer for what the source does not list. */
    static final String OTHER = "原表未列的其他情形";

    private Steps() {}

    /** Ends the question whether a base can be computed, or there is one: 广告费用情况. */
    static final String STATE = "情况";

    /** The answers to the question of a step, the lightest first. */
    static List<String> answers(When step) {
        return switch (step.fact()) {
            case GRAVITY -> List.of(ORDINARY, SERIOUS);
            case CORRECTION -> List.of(IN_TIME, OVERDUE);
            default -> List.of("不属于“" + step.value() + "”", step.value());
        };
    }

    static String group(int number) {
        return "第" + number + "组";
    }
}
