package cn.faheng.authoring.drafts;

import cn.faheng.authoring.drafts.Draft.ExpertModel;
import cn.faheng.authoring.drafts.Draft.Signature;
import cn.faheng.drafting.draft.DraftContent;
import org.jspecify.annotations.Nullable;

/**
 * One save of a draft.
 *
 * @param number its number, from 1
 * @param saved who and when
 * @param what what was changed, in Chinese
 * @param content the content then
 * @param expert the model of an expert draft then, or null
 * @param contentHash hash of what would have been published
 */
public record Revision(
        int number,
        Signature saved,
        String what,
        DraftContent content,
        @Nullable ExpertModel expert,
        String contentHash) {}
