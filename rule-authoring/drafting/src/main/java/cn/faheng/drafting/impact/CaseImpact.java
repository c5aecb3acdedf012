package cn.faheng.drafting.impact;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the draft changes for one case.
 *
 * @param id number of the case
 * @param item code of the item
 * @param district division of the case
 * @param open whether it is not decided yet
 * @param before what is left today
 * @param after what the draft would leave
 * @param effects what follows from it
 * @param failure why the case could not be computed, or null
 */
public record CaseImpact(
        String id,
        String item,
        String district,
        boolean open,
        CaseRange before,
        CaseRange after,
        Set<Effect> effects,
        @Nullable String failure) {

    public CaseImpact {
        effects = Set.copyOf(effects);
    }

    /** What a draft does to a case. */
    public enum Effect {
        /** The range of the fine is another one. */
        RANGE_CHANGED,
        /** The least or the greatest fine rises. */
        HEAVIER,
        /** The least or the greatest fine falls. */
        LIGHTER,
        /** The tier is another one. */
        TIER_CHANGED,
        /** Other penalties than the fine change. */
        PENALTIES_CHANGED,
        /** There would be an outcome of another kind, for example a person decides. */
        OUTCOME_CHANGED,
        /** An open case whose notified fine lies outside the new range: it needs a new notice (行政处罚法 第四十四条). */
        NEW_NOTICE,
        /** A closed case whose fine lies outside the new range. */
        IMPOSED_OUTSIDE,
        /** A closed case that may still be taken to reconsideration (行政复议法 第二十条). */
        RECONSIDERATION_OPEN,
        /** It could not be computed. */
        FAILED
    }

    /** Whether anything about the outcome changes. */
    public boolean changed() {
        return !effects.isEmpty() && !(effects.size() == 1 && effects.contains(Effect.RECONSIDERATION_OPEN));
    }
}
