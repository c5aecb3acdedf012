package cn.faheng.rules.timelimit;

/** How the act stands to the period. */
public enum Counts {
    /** The act is in time up to the end of the period that begins with the event. */
    WITHIN,
    /** The act has to come at least that long before the event. */
    BEFORE,
    /** The act is lawful, or the effect sets in, only when the period that begins with the event is over. */
    AFTER
}
