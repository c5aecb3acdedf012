package cn.faheng.authoring.drafts;

import cn.faheng.authoring.drafts.DraftExports.Exported;
import cn.faheng.contract.api.DraftsApi;
import cn.faheng.contract.model.ComparisonBody;
import cn.faheng.contract.model.DraftAnswerBody;
import cn.faheng.contract.model.DraftAttemptListBody;
import cn.faheng.contract.model.DraftBody;
import cn.faheng.contract.model.DraftContentBody;
import cn.faheng.contract.model.DraftHistoryBody;
import cn.faheng.contract.model.DraftPageBody;
import cn.faheng.contract.model.DraftRemarkBody;
import cn.faheng.contract.model.DraftRemarkListBody;
import cn.faheng.contract.model.DraftRevisionBody;
import cn.faheng.contract.model.DraftStateBody;
import cn.faheng.contract.model.NewDraftBody;
import cn.faheng.contract.model.NewDraftRemarkBody;
import cn.faheng.contract.model.SheetChangeBody;
import cn.faheng.drafting.difference.Change;
import cn.faheng.drafting.draft.DraftContent;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DraftsController implements DraftsApi {

    private final Drafts drafts;
    private final DraftMaker maker;
    private final DraftRequests requests;
    private final Comparisons comparisons;
    private final DraftExports exports;

    DraftsController(
            Drafts drafts, DraftMaker maker, DraftRequests requests, Comparisons comparisons, DraftExports exports) {
        this.drafts = drafts;
        this.maker = maker;
        this.requests = requests;
        this.comparisons = comparisons;
        this.exports = exports;
    }

    @Override
    public ResponseEntity<DraftPageBody> listDrafts(
            @Nullable DraftStateBody state,
            @Nullable String item,
            @Nullable String author,
            @Nullable String cursor,
            Integer limit) {
        DraftPage page = drafts.list(new DraftFilter(
                state == null ? null : DraftState.valueOf(state.getValue()),
                item,
                author,
                Views.cursor(cursor),
                Views.limit(limit)));
        return ResponseEntity.ok().headers(Views.link(page.next())).body(Views.page(page.drafts(), page.next()));
    }

    @Override
    public ResponseEntity<DraftBody> createDraft(NewDraftBody body) {
        Draft draft = requests.create(body, Actor.caller());
        return ResponseEntity.created(URI.create("/api/v1/drafts/" + draft.id()))
                .eTag(String.valueOf(draft.revision()))
                .body(Views.draft(draft));
    }

    @Override
    public ResponseEntity<DraftBody> getDraft(UUID id) {
        return Views.tagged(drafts.get(id));
    }

    @Override
    public ResponseEntity<DraftBody> saveDraft(
            UUID id, DraftContentBody body, @Nullable String ifMatch, @Nullable String what) {
        int revision = Views.revision(ifMatch);
        DraftContent content = Views.convert(body, DraftContent.class);
        return Views.tagged(drafts.save(id, revision, content, what == null ? "" : what, Actor.caller()));
    }

    @Override
    public ResponseEntity<DraftBody> deleteDraft(UUID id, @Nullable String reason) {
        return Views.tagged(drafts.delete(id, reason == null ? "" : reason, Actor.caller()));
    }

    @Override
    public ResponseEntity<DraftHistoryBody> getDraftHistory(UUID id) {
        return ResponseEntity.ok(new DraftHistoryBody()
                .revisions(drafts.history(id).stream().map(Views::save).toList())
                .actions(drafts.actions(id).stream().map(Views::action).toList()));
    }

    @Override
    public ResponseEntity<DraftRevisionBody> getDraftRevision(UUID id, Integer revision) {
        drafts.get(id);
        return ResponseEntity.ok(drafts.revision(id, revision)
                .map(Views::revision)
                .orElseThrow(() -> new ProblemException(ProblemType.DRAFT_NOT_FOUND, "草案没有第 " + revision + " 版。")));
    }

    @Override
    public ResponseEntity<DraftAttemptListBody> listDraftAttempts(UUID id) {
        return ResponseEntity.ok(new DraftAttemptListBody()
                .attempts(drafts.attempts(id).stream().map(Views::attempt).toList()));
    }

    @Override
    public ResponseEntity<DraftBody> mergeDraftAttempt(UUID id, Integer attempt) {
        return Views.tagged(drafts.merge(id, attempt, Actor.caller()));
    }

    @Override
    public ResponseEntity<DraftRemarkListBody> listDraftRemarks(UUID id) {
        return ResponseEntity.ok(new DraftRemarkListBody()
                .remarks(drafts.remarks(id).stream().map(Views::remark).toList()));
    }

    @Override
    public ResponseEntity<DraftRemarkBody> remarkDraft(UUID id, NewDraftRemarkBody body) {
        Remark remark = drafts.remark(id, text(body.getRow()), text(body.getText()), Actor.caller());
        return ResponseEntity.status(HttpStatus.CREATED).body(Views.remark(remark));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public ResponseEntity<DraftBody> answerDraftQuestion(
            UUID id, String question, DraftAnswerBody body, @Nullable String ifMatch) {
        int revision = Views.revision(ifMatch);
        return Views.tagged(drafts.answer(id, revision, question, text(body.getAnswer()), Actor.caller()));
    }

    @Override
    public ResponseEntity<Resource> getDraftModel(UUID id) {
        Draft draft = drafts.get(id);
        return ResponseEntity.ok()
                .eTag(String.valueOf(draft.revision()))
                .contentType(MediaType.APPLICATION_XML)
                .body(new ByteArrayResource(maker.model(draft).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public ResponseEntity<DraftBody> saveDraftModel(UUID id, Resource body, @Nullable String ifMatch) {
        int revision = Views.revision(ifMatch);
        return Views.tagged(maker.saveModel(id, revision, SentModel.of(bytes(body)), Actor.caller()));
    }

    private static byte[] bytes(Resource body) {
        try (InputStream in = body.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The body broke off", e);
        }
    }

    @Override
    public ResponseEntity<Resource> exportDraft(UUID id, String format) {
        return file(exports.export(drafts.get(id), format));
    }

    @Override
    public ResponseEntity<Resource> exportGeneralRuleSet(String hook, LocalDate version, String format) {
        return file(exports.export(maker.published("common/" + hook + "@" + version), format));
    }

    @Override
    public ResponseEntity<Resource> exportRuleSet(
            String field, String item, String line, LocalDate version, String format) {
        String address = field + "/" + item + "/" + line + "@" + version;
        return file(exports.export(maker.published(address), format));
    }

    private static ResponseEntity<Resource> file(Exported exported) {
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(exported.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .contentType(MediaType.parseMediaType(exported.mediaType()))
                .body(new ByteArrayResource(exported.bytes()));
    }

    @Override
    public ResponseEntity<ComparisonBody> compareDraft(UUID id, @Nullable String with) {
        return ResponseEntity.ok(body(comparisons.of(drafts.get(id), with)));
    }

    @Override
    public ResponseEntity<ComparisonBody> compareGeneralRuleSet(String hook, LocalDate version, String with) {
        return ResponseEntity.ok(body(comparisons.published("common/" + hook + "@" + version, with)));
    }

    @Override
    public ResponseEntity<ComparisonBody> compareRuleSet(
            String field, String item, String line, LocalDate version, String with) {
        return ResponseEntity.ok(body(comparisons.published(field + "/" + item + "/" + line + "@" + version, with)));
    }

    private static ComparisonBody body(Comparisons.Comparison comparison) {
        List<Change> changes = comparison.changes();
        return new ComparisonBody()
                .from(comparison.from())
                .to(comparison.to())
                .changes(changes.stream()
                        .map(change -> Views.convert(change, SheetChangeBody.class))
                        .toList());
    }
}
