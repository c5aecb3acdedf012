package cn.faheng.authoring.drafts;

import cn.faheng.authoring.drafts.Draft.ExpertModel;
import cn.faheng.authoring.drafts.Draft.Signature;
import cn.faheng.drafting.draft.DraftContent;
import org.jspecify.annotations.Nullable;

/**
 * A save that was refused because somebody else had saved meanwhile; nothing of it is lost.
 *
 * @param number its number, from 1
 * @param saved who and when
 * @param basedOn the revision it was made on
 * @param content the content that was to be saved
 * @param expert the model that was to be saved, or null
 * @param mergedAs the revision into which it was merged, or null
 */
public record Attempt(
        int number,
        Signature saved,
        int basedOn,
        DraftContent content,
        @Nullable ExpertModel expert,
        @Nullable Integer mergedAs) {}
