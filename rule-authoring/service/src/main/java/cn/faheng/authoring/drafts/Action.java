package cn.faheng.authoring.drafts;

import cn.faheng.authoring.drafts.Draft.Signature;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the record of what was done with a draft, and what was refused.
 *
 * @param number its number
 * @param done who and when
 * @param action what: created, saved, a step, …
 * @param refused whether it was refused
 * @param from state before, or null
 * @param to state after, or null
 * @param revision revision of the draft
 * @param detail the reason given, or why it was refused
 */
public record Action(
        long number,
        Signature done,
        String action,
        boolean refused,
        @Nullable DraftState from,
        @Nullable DraftState to,
        int revision,
        String detail) {}
