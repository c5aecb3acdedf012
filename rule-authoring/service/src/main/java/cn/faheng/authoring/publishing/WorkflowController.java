package cn.faheng.authoring.publishing;

import cn.faheng.authoring.drafts.Actor;
import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.Drafts;
import cn.faheng.authoring.drafts.Views;
import cn.faheng.contract.api.WorkflowApi;
import cn.faheng.contract.model.ApprovalInputBody;
import cn.faheng.contract.model.BlockerBody;
import cn.faheng.contract.model.DraftAcknowledgementBody;
import cn.faheng.contract.model.DraftBody;
import cn.faheng.contract.model.DraftProofBody;
import cn.faheng.contract.model.DraftStateBody;
import cn.faheng.contract.model.NewAcknowledgementBody;
import cn.faheng.contract.model.PublishInputBody;
import cn.faheng.contract.model.StepNoteBody;
import cn.faheng.contract.model.StepReasonBody;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WorkflowController implements WorkflowApi {

    private final Drafts drafts;
    private final Publishing publishing;
    private final PublicationDesk desk;

    WorkflowController(Drafts drafts, Publishing publishing, PublicationDesk desk) {
        this.drafts = drafts;
        this.publishing = publishing;
        this.desk = desk;
    }

    @Override
    public ResponseEntity<DraftProofBody> proveDraft(UUID id) {
        return ResponseEntity.ok(body(id, publishing.prove(id, Actor.caller())));
    }

    @Override
    public ResponseEntity<DraftProofBody> getDraftProof(UUID id) {
        return ResponseEntity.ok(body(
                id,
                publishing
                        .proof(id)
                        .orElseThrow(
                                () -> new ProblemException(ProblemType.DRAFT_NOT_FOUND, "这份草案还没有校验过。请先校验（:prove）。"))));
    }

    @Override
    public ResponseEntity<DraftProofBody> acknowledgeFinding(UUID id, NewAcknowledgementBody body) {
        return ResponseEntity.ok(
                body(id, publishing.acknowledge(id, text(body.getKey()), text(body.getReason()), Actor.caller())));
    }

    private DraftProofBody body(UUID id, StoredProof proof) {
        Draft draft = drafts.get(id);
        return new DraftProofBody()
                .number(proof.number())
                .revision(proof.revision())
                .contentHash(proof.contentHash())
                .made(Views.signature(proof.made()))
                .outdated(proof.outdated())
                .reports(proof.reports().stream().map(ProofViews::report).toList())
                .acknowledgements(proof.acknowledgements().stream()
                        .map(a -> new DraftAcknowledgementBody()
                                .finding(a.finding())
                                .reason(a.reason())
                                .made(Views.signature(a.made())))
                        .toList())
                .blockers(publishing.blockers(id).stream()
                        .map(b -> new BlockerBody()
                                .code(b.code())
                                .where(b.where())
                                .message(b.message()))
                        .toList())
                .state(DraftStateBody.fromValue(draft.state().name()));
    }

    @Override
    public ResponseEntity<DraftBody> submitDraft(UUID id, @Nullable StepNoteBody body) {
        return Views.tagged(publishing.submit(id, body == null ? "" : text(body.getNote()), Actor.caller()));
    }

    @Override
    public ResponseEntity<DraftBody> reviewDraft(UUID id, StepReasonBody body) {
        return Views.tagged(publishing.review(id, text(body.getReason()), Actor.caller()));
    }

    @Override
    public ResponseEntity<DraftBody> returnDraft(UUID id, StepReasonBody body) {
        return Views.tagged(publishing.sendBack(id, text(body.getReason()), Actor.caller()));
    }

    @Override
    public ResponseEntity<DraftBody> approveDraft(UUID id, ApprovalInputBody body) {
        return Views.tagged(publishing.approve(id, text(body.getReason()), body.getBackfillReason(), Actor.caller()));
    }

    @Override
    public ResponseEntity<DraftBody> publishDraft(UUID id, @Nullable PublishInputBody body) {
        return Views.tagged(desk.publish(id, body == null ? null : body.getOn(), Actor.caller()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
