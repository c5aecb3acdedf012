package cn.faheng.casework.inspections;

/**
 * Why a check of an object should be thought over.
 *
 * @param kind kind
 * @param text what is the case, in words
 * @param basis what it rests on
 */
public record Warning(Kind kind, String text, String basis) {

    /** Kinds of warnings. */
    public enum Kind {
        OVER_YEARLY_CAP,
        OVER_ITEM_CAP,
        SEVERAL_BODIES,
        SUPERIOR_CHECKED
    }
}
