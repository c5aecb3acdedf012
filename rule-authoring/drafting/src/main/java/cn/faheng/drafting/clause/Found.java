package cn.faheng.drafting.clause;

import cn.faheng.rules.catalogue.PenaltyKind;
import org.jspecify.annotations.Nullable;

/**
 * A penalty found in the plain text, before it is known on whom and when.
 *
 * @param kind its kind
 * @param name its words
 * @param segment number of the segment
 * @param verb where its verb starts
 * @param start where its own words start
 * @param end after its own words
 * @param mode its mode as the verb says
 * @param fine how much, or null
 * @param amountStart where the amount starts, -1 without one
 * @param amountEnd where the amount ends
 * @param reason why it is unsure, or null
 */
record Found(
        PenaltyKind kind,
        String name,
        int segment,
        int verb,
        int start,
        int end,
        Mode mode,
        @Nullable FineForm fine,
        int amountStart,
        int amountEnd,
        @Nullable String reason) {

    static Found plain(PenaltyKind kind, String name, int segment, int verb, int start, int end, Mode mode) {
        return new Found(kind, name, segment, verb, start, end, mode, null, -1, -1, null);
    }

    Found unsure(String why) {
        String all = reason == null ? why : reason.contains(why) ? reason : reason + "；" + why;
        return new Found(kind, name, segment, verb, start, end, mode, fine, amountStart, amountEnd, all);
    }

    Found with(FineForm other) {
        return new Found(kind, name, segment, verb, start, end, mode, other, amountStart, amountEnd, reason);
    }

    Found with(Mode other) {
        return new Found(kind, name, segment, verb, start, end, other, fine, amountStart, amountEnd, reason);
    }
}
