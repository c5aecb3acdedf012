package cn.faheng.rules.timelimit;

/** What happens to a period whose last day is not a working day. */
public enum LastDay {
    /** It ends on the next working day: 民事诉讼法 第八十五条 and the rules of procedure. */
    MOVES,
    /**
     * It ends on that day all the same. Used where moving would lengthen a burden on the party or revive a right that is
     * extinct: length of a seizure or freezing, limitation of penalties, time on display, end of a suspended execution.
     */
    STAYS
}
