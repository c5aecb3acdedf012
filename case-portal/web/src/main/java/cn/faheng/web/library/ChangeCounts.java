package cn.faheng.web.library;

import cn.faheng.drafting.law.LawDifference;
import cn.faheng.drafting.law.LawDifference.Kind;

/**
 * How many articles changed.
 *
 * @param changed under the same number
 * @param added new ones
 * @param removed ones that are gone
 * @param renumbered under another number, changed or not
 * @param same neither
 */
public record ChangeCounts(long changed, long added, long removed, long renumbered, long same) {

    static ChangeCounts of(LawDifference difference) {
        return new ChangeCounts(
                difference.count(Kind.CHANGED),
                difference.count(Kind.ADDED),
                difference.count(Kind.REMOVED),
                difference.count(Kind.RENUMBERED) + difference.count(Kind.RENUMBERED_AND_CHANGED),
                difference.count(Kind.SAME));
    }
}
