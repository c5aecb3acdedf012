package cn.faheng.drafting.clause;

/** Whether a reading may be proposed without a question. */
public enum Certainty {
    SURE,
    UNSURE
}
