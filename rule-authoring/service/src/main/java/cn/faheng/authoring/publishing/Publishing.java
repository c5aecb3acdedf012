package cn.faheng.authoring.publishing;

import cn.faheng.authoring.drafts.Actor;
import cn.faheng.authoring.drafts.Actor.Office;
import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.Draft.Approval;
import cn.faheng.authoring.drafts.Draft.Signature;
import cn.faheng.authoring.drafts.DraftState;
import cn.faheng.authoring.drafts.Drafts;
import cn.faheng.authoring.drafts.Step;
import cn.faheng.authoring.publishing.StoredProof.Acknowledgement;
import cn.faheng.engine.proof.ProofReport;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.server.registry.RuleBases;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The way of a draft to its approval: proof, acknowledgements, legal review, return, approval. */
@Service
public class Publishing {

    private final Drafts drafts;
    private final ProofRows proofs;
    private final Proving proving;
    private final RuleBases ruleBases;

    Publishing(Drafts drafts, ProofRows proofs, Proving proving, RuleBases ruleBases) {
        this.drafts = drafts;
        this.proofs = proofs;
        this.proving = proving;
        this.ruleBases = ruleBases;
    }

    /** Proves the content as it is and keeps the reports; a draft that nothing stands against becomes {@code CHECKED}. */
    public StoredProof prove(UUID id, Actor actor) {
        actor.require(Office.AUTHOR, Office.REVIEWER, Office.APPROVER);
        Draft draft = drafts.get(id);
        return drafts.noted(id, "PROVE", actor, () -> {
            Proving.Proved proved = proving.prove(draft);
            proofs.keep(draft, proved.base(), proved.reports(), signature(actor));
            checked(drafts.get(id), actor);
            return proof(id).orElseThrow();
        });
    }

    /** Proves a content that is being edited; nothing is stored. */
    public List<ProofReport> preview(Draft draft, Actor actor) {
        actor.require(Office.AUTHOR, Office.REVIEWER, Office.APPROVER);
        return proving.prove(draft).reports();
    }

    /** The newest proof of the content as it is; where there is none, the newest one, which is outdated then. */
    public Optional<StoredProof> proof(UUID id) {
        return proofs.latest(drafts.get(id));
    }

    /** Answers for something that could not be proved. */
    public StoredProof acknowledge(UUID id, String finding, String reason, Actor actor) {
        return drafts.noted(id, "ACKNOWLEDGE", actor, () -> {
            actor.require(Office.REVIEWER, Office.APPROVER);
            Draft draft = drafts.get(id);
            if (draft.authors().contains(actor.name())) {
                throw new ProblemException(Problem.of(
                                ProblemType.AUTHOR_CANNOT_DECIDE,
                                actor.displayName() + "是起草人，不能确认没有证明的事项。请由审核人或者批准人确认。")
                        .with("authors", draft.authors()));
            }
            requireReason(reason);
            StoredProof proof = proofs.latest(draft)
                    .filter(found -> !found.outdated())
                    .orElseThrow(() -> new ProblemException(ProblemType.NOT_READY, "现在的内容还没有校验。请先校验（:prove）。"));
            if (proof.notProved().stream().noneMatch(found -> found.key().equals(finding))) {
                throw new ProblemException(
                        ProblemType.DRAFT_REFUSED, "校验报告里没有“" + finding + "”这一项待确认的结果；已经否定的结果只能改正，不能确认。");
            }
            proofs.keep(draft, new Acknowledgement(finding, reason.strip(), signature(actor)));
            checked(drafts.get(id), actor);
            return proof(id).orElseThrow();
        });
    }

    /** Everything that keeps it from being submitted; empty when nothing does. */
    public List<Blocker> blockers(UUID id) {
        Draft draft = drafts.get(id);
        return Readiness.blockers(
                draft, proofs.latest(draft), ruleBases.current().catalogue());
    }

    /** Looks again whether anything stands against the content as it is, after a question was answered for example. */
    public Draft check(UUID id, Actor actor) {
        return checked(drafts.get(id), actor);
    }

    private Draft checked(Draft draft, Actor actor) {
        if (draft.state() == DraftState.DRAFT && blockers(draft.id()).isEmpty()) {
            return drafts.take(draft.id(), Step.CHECK, actor, "校验没有否定的结果", UnaryOperator.identity());
        }
        return draft;
    }

    /** Hands it in for legal review. */
    public Draft submit(UUID id, String note, Actor actor) {
        return drafts.noted(id, "SUBMIT", actor, () -> {
            actor.require(Office.AUTHOR);
            if (checked(drafts.get(id), actor).state() == DraftState.DRAFT) {
                throw notReady(drafts.get(id));
            }
            return drafts.take(id, Step.SUBMIT, actor, note, UnaryOperator.identity());
        });
    }

    ProblemException notReady(Draft draft) {
        List<Blocker> blockers = blockers(draft.id());
        ProblemType type = blockers.stream().anyMatch(b -> b.code().equals("cites-nothing"))
                ? ProblemType.CITES_NOTHING
                : blockers.stream().anyMatch(b -> b.code().equals("no-statute"))
                        ? ProblemType.NO_STATUTE
                        : ProblemType.NOT_READY;
        String detail = "“" + draft.title() + "”还有 " + blockers.size() + " 项没有处理："
                + String.join(
                        "；", blockers.stream().limit(5).map(Blocker::message).toList());
        return new ProblemException(Problem.of(type, detail)
                .with("draft", draft.id().toString())
                .with("state", draft.state().name())
                .with("blockers", blockers));
    }

    /** The legal review found nothing against it. */
    public Draft review(UUID id, String opinion, Actor actor) {
        return drafts.noted(id, "REVIEW", actor, () -> {
            requireReason(opinion);
            return drafts.take(id, Step.REVIEW, actor, opinion, UnaryOperator.identity());
        });
    }

    /** Back to the authors. */
    public Draft sendBack(UUID id, String reason, Actor actor) {
        return drafts.noted(id, "RETURN", actor, () -> {
            requireReason(reason);
            return drafts.take(id, Step.RETURN, actor, reason, UnaryOperator.identity());
        });
    }

    /**
     * Approves what was reviewed.
     *
     * @param backfillReason why a first day that lies in the past is right: a document that is in force already and is entered late
     */
    public Draft approve(UUID id, String reason, @Nullable String backfillReason, Actor actor) {
        return drafts.noted(id, "APPROVE", actor, () -> {
            requireReason(reason);
            if (drafts.get(id).state() == DraftState.REVIEWED && !blockers(id).isEmpty()) {
                throw notReady(drafts.get(id));
            }
            return drafts.take(
                    id,
                    Step.APPROVE,
                    actor,
                    reason,
                    draft -> draft.with(new Approval(actor.name(), reviewer(id), reason, backfillReason)));
        });
    }

    private String reviewer(UUID id) {
        return drafts.actions(id).stream()
                .filter(action -> !action.refused() && action.action().equals(Step.REVIEW.name()))
                .reduce((first, second) -> second)
                .map(action -> action.done().by())
                .orElseThrow(() -> new IllegalStateException("A reviewed draft has a review"));
    }

    static void requireReason(String reason) {
        if (reason.isBlank() || reason.length() > 4_000) {
            throw new ProblemException(ProblemType.MISSING_FIELD, "请写明理由或者意见（1 至 4000 个字符）。");
        }
    }

    static Signature signature(Actor actor) {
        return new Signature(actor.name(), actor.displayName(), ProofRows.now());
    }
}
