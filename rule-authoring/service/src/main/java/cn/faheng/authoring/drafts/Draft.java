package cn.faheng.authoring.drafts;

import cn.faheng.drafting.draft.DraftContent;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.rules.catalogue.RuleSetId;
import cn.faheng.rules.catalogue.RuleSetRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft as it stands.
 *
 * @param id its id
 * @param revision number of the newest save, from 1; its ETag
 * @param state where it stands
 * @param content its content
 * @param expert the model of an expert draft, which no table editor can hold; null for all others
 * @param contentHash hash of what would be published
 * @param ruleSet id of the rule set it is a version of, as far as the content says
 * @param base the published version it was made from, or null
 * @param authors user names of everybody who saved content, or whose refused save was merged into it
 * @param created who made it, and when
 * @param updated who saved last, and when
 * @param approval who approved it and why, or null
 * @param publication number of its publication, or null
 * @param publishOn day on which it becomes visible, or null
 */
public record Draft(
        UUID id,
        int revision,
        DraftState state,
        DraftContent content,
        @Nullable ExpertModel expert,
        String contentHash,
        @Nullable String ruleSet,
        @Nullable BaseVersion base,
        List<String> authors,
        Signature created,
        Signature updated,
        @Nullable Approval approval,
        @Nullable Long publication,
        @Nullable LocalDate publishOn) {

    public Draft {
        authors = List.copyOf(authors);
    }

    /** Who and when. */
    public record Signature(String by, String name, Instant at) {}

    /**
     * A model that is kept as it was given.
     *
     * @param dmn the DMN
     * @param imports the models it imports
     */
    public record ExpertModel(String dmn, List<String> imports) {
        public ExpertModel {
            imports = List.copyOf(imports);
        }
    }

    /** The published version a draft was made from, and its content then. */
    public record BaseVersion(String ruleSet, String contentHash) {}

    /**
     * An approval.
     *
     * @param by who approved
     * @param reviewedBy who reviewed before
     * @param reason why
     * @param backfillReason why a first day that lies in the past is right, or null
     */
    public record Approval(String by, String reviewedBy, String reason, @Nullable String backfillReason) {}

    public Sheet sheet() {
        return content.sheet();
    }

    /** What a list shows it as: the item's name, or the hook's. */
    public String title() {
        Sheet.SheetItem item = sheet().item();
        String hook = sheet().hook();
        return item != null ? item.name() : hook != null ? "总则 " + hook : "DMN 模型";
    }

    /** The version it would become; throws {@link IllegalArgumentException} while the content names none. */
    public RuleSetRef ref() {
        if (ruleSet == null) {
            throw new IllegalArgumentException("草案还没有写明事项（或者总则的挂接点），无法确定规则集编号。");
        }
        return new RuleSetRef(new RuleSetId(ruleSet), sheet().effectiveFrom());
    }

    /** The same in another state; a draft that goes back loses its approval. */
    Draft in(DraftState next) {
        return new Draft(
                id,
                revision,
                next,
                content,
                expert,
                contentHash,
                ruleSet,
                base,
                authors,
                created,
                updated,
                next == DraftState.DRAFT ? null : approval,
                publication,
                publishOn);
    }

    /** The same with a content that is being edited and not saved yet. */
    public Draft with(DraftContent edited) {
        return new Draft(
                id,
                revision,
                state,
                edited,
                expert,
                contentHash,
                ruleSet,
                base,
                authors,
                created,
                updated,
                approval,
                publication,
                publishOn);
    }

    /** The same as it was saved then: content and model together. */
    public Draft at(Revision then) {
        return new Draft(
                id,
                then.number(),
                state,
                then.content(),
                then.expert(),
                then.contentHash(),
                RuleSetIds.kept(this, then.content().sheet()),
                base,
                authors,
                created,
                then.saved(),
                approval,
                publication,
                publishOn);
    }

    /** The same with an approval. */
    public Draft with(Approval approved) {
        return new Draft(
                id,
                revision,
                state,
                content,
                expert,
                contentHash,
                ruleSet,
                base,
                authors,
                created,
                updated,
                approved,
                publication,
                publishOn);
    }

    /** The same with its publication. */
    public Draft published(long number, @Nullable LocalDate visibleFrom) {
        return new Draft(
                id,
                revision,
                state,
                content,
                expert,
                contentHash,
                ruleSet,
                base,
                authors,
                created,
                updated,
                approval,
                number,
                visibleFrom);
    }
}
