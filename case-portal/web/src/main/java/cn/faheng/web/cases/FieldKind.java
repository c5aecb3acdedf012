package cn.faheng.web.cases;

/** How a component of an entry is asked for on a page. */
public enum FieldKind {
    MOMENT,
    DATE,
    TEXT,
    /** Text of several lines. */
    WORDS,
    /** One of a closed list. */
    CHOICE,
    TICK,
    NUMBER,
    /** Whole fen, entered in yuan. */
    MONEY,
    /** One of what is on record in the file. */
    ONE_OF,
    /** Several of what is on record. */
    SOME_OF,
    /** Several texts, one in each line. */
    LINES,
    PENALTIES,
    INSTALMENTS,
    /** A coded ground with its reasons. */
    GROUND,
    REMEDIES,
    /** An item of enforcement. */
    ITEM,
    /** A division. */
    PLACE,
    /** Answers, circumstances and proofs of an act, which have a part of the page of their own. */
    ACT
}
