package cn.faheng.authoring.drafts;

import cn.faheng.authoring.drafts.Draft.BaseVersion;
import cn.faheng.authoring.drafts.Draft.ExpertModel;
import cn.faheng.drafting.draft.DraftContent;
import org.jspecify.annotations.Nullable;

/**
 * A draft that is to be made.
 *
 * @param content its content
 * @param expert a model no sheet can hold, or null
 * @param ruleSet id of the rule set where it does not follow from the content, or null
 * @param base the published version it is made from, or null
 * @param what where it comes from, in Chinese
 */
public record NewDraft(
        DraftContent content,
        @Nullable ExpertModel expert,
        @Nullable String ruleSet,
        @Nullable BaseVersion base,
        String what) {

    public static NewDraft of(DraftContent content, String what) {
        return new NewDraft(content, null, null, null, what);
    }
}
