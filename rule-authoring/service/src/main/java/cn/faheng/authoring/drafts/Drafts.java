package cn.faheng.authoring.drafts;

import cn.faheng.authoring.drafts.Actor.Office;
import cn.faheng.authoring.drafts.Draft.ExpertModel;
import cn.faheng.authoring.drafts.Draft.Signature;
import cn.faheng.drafting.draft.DraftContent;
import cn.faheng.drafting.draft.DraftContent.OpenQuestion;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps drafts: nothing that anybody saved is ever lost or overwritten, and a state changes only by a step of the one table. */
@Service
public class Drafts {

    private final DraftRows rows;
    private final Attempts attempts;
    private final Actions actions;
    private final TransactionTemplate transaction;

    Drafts(DraftRows rows, Attempts attempts, Actions actions, TransactionTemplate transaction) {
        this.rows = rows;
        this.attempts = attempts;
        this.actions = actions;
        this.transaction = transaction;
    }

    /** Makes a draft; throws a problem that names every member its content lacks. */
    public Draft create(NewDraft made, Actor actor) {
        return create(made, null, actor);
    }

    /** Makes a draft of an import. */
    public Draft create(NewDraft made, @Nullable UUID fromImport, Actor actor) {
        actor.require(Office.AUTHOR);
        ContentCheck.check(made.content(), made.expert());
        Signature now = now(actor);
        String hash = DraftJson.hash(made.content(), made.expert());
        Draft draft = new Draft(
                UUID.randomUUID(),
                1,
                DraftState.DRAFT,
                made.content(),
                made.expert(),
                hash,
                RuleSetIds.of(made.content().sheet(), made.ruleSet()),
                made.base(),
                List.of(actor.name()),
                now,
                now,
                null,
                null,
                null);
        transaction.executeWithoutResult(status -> {
            rows.insert(draft, fromImport);
            rows.insert(draft.id(), new Revision(1, now, made.what(), made.content(), made.expert(), hash));
            actions.done(draft, "CREATE", null, actor, made.what());
        });
        return draft;
    }

    /** The draft; throws the problem {@code draft-not-found}. */
    public Draft get(UUID id) {
        return rows.get(id);
    }

    public DraftPage list(DraftFilter filter) {
        return rows.list(filter);
    }

    /** Does something with a draft while nobody else can change it; where it fails, nothing of it is stored. */
    public <T> T alone(UUID id, Function<Draft, T> doing) {
        return Objects.requireNonNull(transaction.execute(status -> doing.apply(rows.locked(id))));
    }

    /** How many drafts there are in each state that has any. */
    public Map<DraftState, Integer> counts() {
        return rows.counts();
    }

    /** All drafts in a state. */
    public List<Draft> in(DraftState state) {
        return rows.in(state);
    }

    /** Their ids, which can be read even where a content cannot. */
    public List<UUID> idsIn(DraftState state) {
        return rows.idsIn(state);
    }

    /** The drafts that a publication came from. */
    public List<Draft> ofPublication(long number) {
        return rows.ofPublication(number);
    }

    /**
     * Saves a content. Whoever saved meanwhile is not overwritten: the content is then kept as an attempt, and the problem
     * {@code draft-changed} says who changed what since.
     *
     * @param basedOn the revision it was made on
     * @param what what was changed, in Chinese; may be empty
     */
    public Draft save(UUID id, int basedOn, DraftContent content, String what, Actor actor) {
        return save(id, basedOn, content, rows.get(id).expert(), what, actor);
    }

    /** The same with the model of an expert draft, or null where it is an ordinary one. */
    public Draft save(
            UUID id, int basedOn, DraftContent content, @Nullable ExpertModel expert, String what, Actor actor) {
        return noted(id, "EDIT", actor, () -> {
            Step.EDIT.taken(rows.get(id), actor);
            ContentCheck.check(content, expert);
            Object result = Objects.requireNonNull(
                    transaction.execute(status -> saveLocked(id, basedOn, content, expert, what, actor)));
            if (result instanceof Attempt attempt) {
                throw Conflicts.changed(rows.get(id), attempt, rows.revisions(id));
            }
            return (Draft) result;
        });
    }

    /** The draft as saved, or the attempt that was kept instead. */
    private Object saveLocked(
            UUID id, int basedOn, DraftContent content, @Nullable ExpertModel expert, String what, Actor actor) {
        Draft draft = rows.locked(id);
        boolean nothingNew = draft.content().equals(content) && Objects.equals(draft.expert(), expert);
        if (nothingNew && (basedOn == draft.revision() || draft.updated().by().equals(actor.name()))) {
            return draft;
        }
        if (basedOn != draft.revision()) {
            return attempts.keep(id, basedOn, content, expert, now(actor));
        }
        return saved(draft, content, expert, what, actor);
    }

    private Draft saved(Draft draft, DraftContent content, @Nullable ExpertModel expert, String what, Actor actor) {
        String hash = DraftJson.hash(content, expert);
        boolean same =
                hash.equals(draft.contentHash()) && content.questions().stream().noneMatch(OpenQuestion::isOpen);
        DraftState to = Step.EDIT.taken(draft, actor);
        Signature now = now(actor);
        List<String> authors = new ArrayList<>(draft.authors());
        if (!authors.contains(actor.name())) {
            authors.add(actor.name());
        }
        Draft after = new Draft(
                draft.id(),
                draft.revision() + 1,
                same ? draft.state() : to,
                content,
                expert,
                hash,
                RuleSetIds.kept(draft, content.sheet()),
                draft.base(),
                authors,
                draft.created(),
                now,
                same ? draft.approval() : null,
                draft.publication(),
                draft.publishOn());
        String said = what.isBlank() ? "修改" : what;
        rows.insert(draft.id(), new Revision(after.revision(), now, said, content, expert, hash));
        rows.update(after);
        actions.done(after, "EDIT", draft.state(), actor, said);
        return after;
    }

    /** Settles an open question; an empty answer opens it again. */
    public Draft answer(UUID id, int basedOn, String question, String answer, Actor actor) {
        Draft draft = rows.get(id);
        DraftContent content = draft.content();
        if (content.questions().stream().noneMatch(open -> open.id().equals(question))) {
            throw new ProblemException(ProblemType.DRAFT_REFUSED, "草案没有编号为“" + question + "”的待确认事项。请看草案的 questions。");
        }
        List<OpenQuestion> questions = content.questions().stream()
                .map(open -> open.id().equals(question)
                        ? new OpenQuestion(
                                open.id(), open.where(), open.original(), open.asks(), answer.isBlank() ? null : answer)
                        : open)
                .toList();
        DraftContent answered = new DraftContent(
                content.sheet(), content.statute(), content.laws(), content.cases(), content.statuteCases(), questions);
        return save(id, basedOn, answered, draft.expert(), "答复待确认事项：" + answer, actor);
    }

    /** Remarks on a row, fact or decision; whoever works with drafts may. */
    public Remark remark(UUID id, String row, String text, Actor actor) {
        actor.require(Office.AUTHOR, Office.REVIEWER, Office.APPROVER);
        if (text.isBlank() || text.length() > 4_000) {
            throw new ProblemException(ProblemType.DRAFT_REFUSED, "批注应当有 1 至 4000 个字符。");
        }
        return alone(id, draft -> attempts.remark(id, row, text, now(actor)));
    }

    public List<Remark> remarks(UUID id) {
        rows.get(id);
        return attempts.remarks(id);
    }

    /** Every save, the first one first. */
    public List<Revision> history(UUID id) {
        rows.get(id);
        return rows.revisions(id);
    }

    public java.util.Optional<Revision> revision(UUID id, int number) {
        return rows.revision(id, number);
    }

    /** Everything that was done with it and everything that was refused, the first first. */
    public List<Action> actions(UUID id) {
        rows.get(id);
        return actions.of(id);
    }

    /** The saves that were refused. */
    public List<Attempt> attempts(UUID id) {
        rows.get(id);
        return attempts.of(id);
    }

    /** One of them; throws a problem where there is none. */
    public Attempt attempt(UUID id, int number) {
        return attempts(id).stream()
                .filter(attempt -> attempt.number() == number)
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemType.DRAFT_NOT_FOUND, "草案没有第 " + number + " 份未合并的修改。"));
    }

    /** Brings a refused save together with what others saved meanwhile, unless both changed the same place; its maker is an author from then on. */
    public Draft merge(UUID id, int number, Actor actor) {
        return noted(id, "EDIT", actor, () -> alone(id, draft -> merged(draft, number, actor)));
    }

    private Draft merged(Draft draft, int number, Actor actor) {
        Attempt attempt = attempt(draft.id(), number);
        if (attempt.mergedAs() != null) {
            return draft;
        }
        Revision base = rows.revision(draft.id(), attempt.basedOn())
                .orElseThrow(() -> new IllegalStateException("Revision " + attempt.basedOn() + " is missing"));
        Conflicts.Merged merged = Conflicts.merged(base, attempt, draft);
        String what = "合并第 " + number + " 份未合并的修改";
        save(draft.id(), draft.revision(), merged.content(), merged.expert(), what, actor);
        attempts.merged(draft.id(), number, rows.get(draft.id()).revision());
        return rows.get(draft.id());
    }

    /** Takes a draft out of the lists; its history stays. */
    public Draft delete(UUID id, String reason, Actor actor) {
        return take(id, Step.DELETE, actor, reason, UnaryOperator.identity());
    }

    /**
     * Takes a step: the only way in which a state changes. Sent again by the same person it changes nothing.
     *
     * @param change what else changes with it
     * @throws ProblemException when the step is not open to this actor now; the refusal is recorded
     */
    public Draft take(UUID id, Step step, Actor actor, String reason, UnaryOperator<Draft> change) {
        return noted(
                id,
                step.name(),
                actor,
                () -> alone(id, draft -> {
                    if (draft.state() == step.to() && actions.isRepeated(draft, step, actor)) {
                        return draft;
                    }
                    DraftState to = step.taken(draft, actor);
                    Draft after = change.apply(draft).in(to);
                    rows.update(after);
                    actions.done(after, step.name(), draft.state(), actor, reason);
                    return after;
                }));
    }

    /** Runs something with a draft and records it where it is refused. */
    public <T> T noted(UUID id, String action, Actor actor, Supplier<T> doing) {
        try {
            return doing.get();
        } catch (ProblemException e) {
            rows.find(id).ifPresent(draft -> actions.refused(draft, action, actor, e.problem()));
            throw e;
        }
    }

    private static Signature now(Actor actor) {
        return new Signature(actor.name(), actor.displayName(), DraftRows.now());
    }
}
