package cn.faheng.authoring.drafts;

import cn.faheng.authoring.drafts.Draft.Signature;
import cn.faheng.contract.model.DraftActionBody;
import cn.faheng.contract.model.DraftApprovalBody;
import cn.faheng.contract.model.DraftAttemptBody;
import cn.faheng.contract.model.DraftBaseBody;
import cn.faheng.contract.model.DraftBody;
import cn.faheng.contract.model.DraftContentBody;
import cn.faheng.contract.model.DraftPageBody;
import cn.faheng.contract.model.DraftRemarkBody;
import cn.faheng.contract.model.DraftRevisionBody;
import cn.faheng.contract.model.DraftSaveBody;
import cn.faheng.contract.model.DraftSignatureBody;
import cn.faheng.contract.model.DraftStateBody;
import cn.faheng.contract.model.DraftSummaryBody;
import cn.faheng.drafting.draft.DraftContent;
import cn.faheng.drafting.draft.DraftContent.OpenQuestion;
import cn.faheng.drafting.sheet.Sheet.SheetItem;
import cn.faheng.server.problems.JsonProblems;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.core.JacksonException;

/** Drafts as the contract writes them. */
public final class Views {

    private static final Pattern REVISION = Pattern.compile("(?:W/)?\"?(\\d{1,9})\"?");

    private Views() {}

    /** A record of the domain as the body of the same shape, or the other way round. */
    public static <T> T convert(Object value, Class<T> type) {
        try {
            return DraftJson.MAPPER.convertValue(value, type);
        } catch (JacksonException e) {
            throw new ProblemException(JsonProblems.of(e));
        }
    }

    /** The revision that {@code If-Match} names; throws 428 where there is none. */
    public static int revision(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(ProblemType.REVISION_REQUIRED);
        }
        Matcher matcher = REVISION.matcher(ifMatch.strip());
        if (!matcher.matches()) {
            throw new ProblemException(Problem.ofParameter("If-Match", "If-Match 应当是 GET 答复的 ETag，例如 \"3\"。"));
        }
        return Integer.parseInt(matcher.group(1));
    }

    /** A draft with its revision as the entity tag. */
    public static ResponseEntity<DraftBody> tagged(Draft draft) {
        return ResponseEntity.ok().eTag(String.valueOf(draft.revision())).body(draft(draft));
    }

    public static DraftBody draft(Draft draft) {
        DraftBody body = new DraftBody()
                .id(draft.id())
                .revision(draft.revision())
                .state(DraftStateBody.fromValue(draft.state().name()))
                .stateText(draft.state().chinese())
                .title(draft.title())
                .content(content(draft.content()))
                .contentHash(draft.contentHash())
                .expert(draft.expert() != null)
                .ruleSet(draft.ruleSet())
                .authors(draft.authors())
                .created(signature(draft.created()))
                .updated(signature(draft.updated()))
                .publication(draft.publication())
                .publishOn(draft.publishOn())
                .steps(Step.from(draft.state()).stream().map(Step::name).toList());
        Optional.ofNullable(draft.base())
                .ifPresent(base ->
                        body.setBase(new DraftBaseBody().ruleSet(base.ruleSet()).contentHash(base.contentHash())));
        Optional.ofNullable(draft.approval())
                .ifPresent(a -> body.setApproval(new DraftApprovalBody()
                        .by(a.by())
                        .reviewedBy(a.reviewedBy())
                        .reason(a.reason())
                        .backfillReason(a.backfillReason())));
        return body;
    }

    static DraftContentBody content(DraftContent content) {
        return convert(content, DraftContentBody.class);
    }

    public static DraftSignatureBody signature(Signature signature) {
        return new DraftSignatureBody()
                .by(signature.by())
                .name(signature.name())
                .at(signature.at().atOffset(ZoneOffset.UTC));
    }

    private static DraftSummaryBody summary(Draft draft) {
        SheetItem item = draft.sheet().item();
        return new DraftSummaryBody()
                .id(draft.id())
                .revision(draft.revision())
                .state(DraftStateBody.fromValue(draft.state().name()))
                .stateText(draft.state().chinese())
                .title(draft.title())
                .item(item == null ? null : item.code())
                .ruleSet(draft.ruleSet())
                .effectiveFrom(draft.sheet().effectiveFrom())
                .authors(draft.authors())
                .updated(signature(draft.updated()))
                .openQuestions((int) draft.content().questions().stream()
                        .filter(OpenQuestion::isOpen)
                        .count())
                .publication(draft.publication());
    }

    /** A list of drafts. */
    public static DraftPageBody page(List<Draft> drafts, @Nullable Long next) {
        return new DraftPageBody()
                .drafts(drafts.stream().map(Views::summary).toList())
                .nextCursor(next == null ? null : String.valueOf(next));
    }

    /** The header that leads to the next page. */
    public static HttpHeaders link(@Nullable Long next) {
        HttpHeaders headers = new HttpHeaders();
        if (next != null) {
            headers.add(
                    HttpHeaders.LINK,
                    "<"
                            + ServletUriComponentsBuilder.fromCurrentRequest()
                                    .replaceQueryParam("cursor", next)
                                    .build()
                                    .encode()
                                    .toUriString()
                            + ">; rel=\"next\"");
        }
        return headers;
    }

    /** The place where a page begins; null for the first one. */
    public static @Nullable Long cursor(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        if (!cursor.matches("\\d{1,18}")) {
            throw new ProblemException(Problem.ofParameter("cursor", "游标不是上一页给出的 nextCursor。"));
        }
        return Long.valueOf(cursor);
    }

    /** The size of a page; throws where it is not between 1 and 200. */
    public static int limit(@Nullable Integer limit) {
        int most = limit == null ? 20 : limit;
        if (most < 1 || most > 200) {
            throw new ProblemException(Problem.ofParameter("limit", "参数 limit 应当在 1 至 200 之间。"));
        }
        return most;
    }

    static DraftSaveBody save(Revision revision) {
        return new DraftSaveBody()
                .revision(revision.number())
                .saved(signature(revision.saved()))
                .what(revision.what())
                .contentHash(revision.contentHash());
    }

    static DraftActionBody action(Action action) {
        DraftState from = action.from();
        DraftState to = action.to();
        return new DraftActionBody()
                .number(action.number())
                .done(signature(action.done()))
                .action(action.action())
                .refused(action.refused())
                .from(from == null ? null : DraftStateBody.fromValue(from.name()))
                .to(to == null ? null : DraftStateBody.fromValue(to.name()))
                .revision(action.revision())
                .detail(action.detail());
    }

    static DraftRevisionBody revision(Revision revision) {
        return new DraftRevisionBody()
                .revision(revision.number())
                .saved(signature(revision.saved()))
                .what(revision.what())
                .content(content(revision.content()))
                .model(revision.expert() == null ? null : revision.expert().dmn())
                .contentHash(revision.contentHash());
    }

    static DraftAttemptBody attempt(Attempt attempt) {
        return new DraftAttemptBody()
                .attempt(attempt.number())
                .saved(signature(attempt.saved()))
                .basedOn(attempt.basedOn())
                .content(content(attempt.content()))
                .model(attempt.expert() == null ? null : attempt.expert().dmn())
                .mergedAs(attempt.mergedAs());
    }

    static DraftRemarkBody remark(Remark remark) {
        return new DraftRemarkBody()
                .number(remark.number())
                .row(remark.row())
                .text(remark.text())
                .made(signature(remark.made()));
    }
}
