package cn.faheng.drafting.clause;

import cn.faheng.drafting.clause.Condition.Step;
import org.jspecify.annotations.Nullable;

/** What the condition of a penalty says of the steps that statutes know. */
final class FormConditions {
    private FormConditions() {}

    /** Whether it is imposed where an order was not followed. */
    static boolean isOverdue(PenaltyForm form) {
        return form.condition().step() == Step.OVERDUE
                || form.condition().within().stream().anyMatch(w -> w.matches(".*(?:逾期|拒不|不改正|未改正).*"));
    }

    /** The words of the gravity a penalty asks for, or null. */
    static @Nullable String serious(PenaltyForm form) {
        Condition condition = form.condition();
        if (condition.step() == Step.SERIOUS) {
            return trimmed(condition.words());
        }
        return condition.within().stream()
                .filter(w -> w.matches(".*(?:情节|后果).*"))
                .map(FormConditions::trimmed)
                .findFirst()
                .orElse(null);
    }

    /** Without the 的 at the end. */
    static String trimmed(String words) {
        return words.replaceFirst("的$", "");
    }
}
