package cn.faheng.authoring.publishing;

import cn.faheng.authoring.drafts.Actor;
import cn.faheng.authoring.drafts.Actor.Office;
import cn.faheng.authoring.drafts.Changes;
import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.Draft.Approval;
import cn.faheng.authoring.drafts.Draft.BaseVersion;
import cn.faheng.authoring.drafts.DraftLaws;
import cn.faheng.authoring.drafts.DraftRuleSets;
import cn.faheng.authoring.drafts.DraftState;
import cn.faheng.authoring.drafts.Drafts;
import cn.faheng.authoring.drafts.Step;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.rules.format.FormatProblem;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.server.receipts.PublishedOutcomes;
import cn.faheng.server.registry.NewPublication;
import cn.faheng.server.registry.NewRepeal;
import cn.faheng.server.registry.Publication;
import cn.faheng.server.registry.Publications;
import cn.faheng.server.registry.RefusedPublicationException;
import cn.faheng.server.registry.RuleBaseState;
import cn.faheng.server.registry.RuleBases;
import cn.faheng.server.registry.StalePublicationException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Brings approved drafts into force, and takes versions out of it again. */
@Service
public class PublicationDesk {

    private final Drafts drafts;
    private final Publishing publishing;
    private final Publications publications;
    private final RuleBases ruleBases;
    private final PublishedDrafts published;
    private final PublishedOutcomes outcomes;
    private final DraftLaws laws;
    private final Requesters requesters;

    PublicationDesk(
            Drafts drafts,
            Publishing publishing,
            Publications publications,
            RuleBases ruleBases,
            PublishedDrafts published,
            PublishedOutcomes outcomes,
            DraftLaws laws,
            Requesters requesters) {
        this.drafts = drafts;
        this.publishing = publishing;
        this.publications = publications;
        this.ruleBases = ruleBases;
        this.published = published;
        this.outcomes = outcomes;
        this.laws = laws;
        this.requesters = requesters;
    }

    /**
     * Publishes an approved draft, at once or on a day. Sent again it answers with the same publication.
     *
     * @param on first day on which it is part of the rule base, or null for at once
     */
    public Draft publish(UUID id, @Nullable LocalDate on, Actor actor) {
        return drafts.noted(id, Step.PUBLISH.name(), actor, () -> drafts.alone(id, draft -> publish(draft, on, actor)));
    }

    private Draft publish(Draft draft, @Nullable LocalDate on, Actor actor) {
        boolean again = draft.publication() != null
                && (draft.state() == DraftState.PUBLISHED || draft.state() == DraftState.SCHEDULED);
        if (again) {
            actor.require(Office.APPROVER);
            return draft;
        }
        Step.PUBLISH.taken(draft, actor);
        LocalDate today = publications.today();
        if (on != null && on.isBefore(today)) {
            throw new ProblemException(Problem.of(
                            ProblemType.PUBLICATION_DATE_PAST,
                            "公布日期 " + on + " 已过（今天是 " + today + "）。请改为今天或者以后的日期，或者不写（立即公布）。")
                    .with("on", on.toString()));
        }
        Optional<Publication> stored = published.stored(draft);
        Publication publication = stored.isPresent() ? stored.get() : publishNow(draft, on, today);
        return published.settle(draft, publication, today, actor);
    }

    private Publication publishNow(Draft draft, @Nullable LocalDate on, LocalDate today) {
        Approval approval = Objects.requireNonNull(draft.approval());
        StoredProof proof = publishing.proof(draft.id()).orElseThrow(() -> publishing.notReady(draft));
        Decided.byOthers(draft, approval, proof);
        List<Blocker> blockers = publishing.blockers(draft.id());
        if (!blockers.isEmpty()) {
            throw publishing.notReady(draft);
        }
        RuleBaseState current = ruleBases.current();
        refuseSuperseded(draft, current);
        LocalDate first = on == null ? today : on;
        DraftRuleSets parts = DraftRuleSets.of(draft);
        parts.ruleSets().forEach(ruleSet -> refuseRetroactive(ruleSet, approval, first));
        NewPublication publication =
                new PublicationFiles(draft, laws.of(draft), current).publication(proof, approval, on, first);
        return inTheRegistry(draft.id(), () -> publications.publish(publication));
    }

    /** What nobody knew yet binds nobody yet; a document that is in force already may be entered late. */
    private static void refuseRetroactive(RuleSet ruleSet, Approval approval, LocalDate first) {
        if (!ruleSet.effective().from().isBefore(first)) {
            return;
        }
        boolean document = ruleSet.kind() != RuleSet.Kind.BENCHMARK
                || (ruleSet.source() != null && !ruleSet.source().number().isBlank());
        if (!document
                || approval.backfillReason() == null
                || approval.backfillReason().isBlank()) {
            throw new ProblemException(Problem.of(
                            ProblemType.EFFECTIVE_DATE_PAST,
                            ruleSet.ref() + " 自 " + ruleSet.effective().from() + " 起施行，早于公布之日 " + first
                                    + "，规则不能溯及既往。补录已经公布施行的文件的，写明文号（source.number），并由批准人在批准时说明补录的理由（backfillReason）。")
                    .with("ruleSet", ruleSet.ref().toString()));
        }
    }

    private void refuseSuperseded(Draft draft, RuleBaseState current) {
        BaseVersion base = draft.base();
        if (base == null) {
            return;
        }
        RuleSetRef ref = RuleSetRef.parse(base.ruleSet());
        Optional<RuleSet> held = current.catalogue().ruleSet(ref);
        Optional<RuleSet> newer = current.catalogue().ruleSets().stream()
                .filter(known -> known.ref().id().equals(ref.id())
                        && known.ref().version().isAfter(ref.version()))
                .max(Comparator.comparing(RuleSet::ref));
        boolean changed = held.isEmpty() || !held.get().contentHash().equals(base.contentHash());
        if (!changed && newer.isEmpty()) {
            return;
        }
        RuleSet instead = newer.or(() -> held).orElse(null);
        throw new ProblemException(Problem.of(
                        ProblemType.BASE_SUPERSEDED,
                        "草案以 " + ref + " 为基础；" + (instead == null ? "它已经被撤回" : "现在的版本是 " + instead.ref())
                                + "。草案保留，请对照变化修改后重新走流程。")
                .with("base", ref.toString())
                .with("current", instead == null ? "" : instead.ref().toString())
                .with(
                        "changes",
                        newer.isEmpty() || held.isEmpty()
                                ? List.of()
                                : Changes.between(held.get(), newer.get(), current)));
    }

    private <T> T inTheRegistry(UUID draft, Supplier<T> doing) {
        try {
            return doing.get();
        } catch (StalePublicationException e) {
            throw new ProblemException(
                    Problem.of(ProblemType.BASE_SUPERSEDED, "校验之后规则库有变化：" + e.getMessage() + "。草案保留，请重新校验后再走流程。")
                            .with("draft", draft.toString())
                            .with("changed", e.changed()));
        } catch (RefusedPublicationException e) {
            throw refused(e);
        }
    }

    private static ProblemException refused(RefusedPublicationException e) {
        List<String> reasons =
                e.problems().stream().map(FormatProblem::toString).toList();
        return new ProblemException(Problem.of(
                        ProblemType.NOT_READY,
                        "不能公布：" + String.join("；", reasons.stream().limit(5).toList()))
                .with("problems", reasons));
    }

    /**
     * Takes a publication out at once. Sent again it answers with the same withdrawal.
     *
     * @param requestedBy account of who asked for it; the author of the publication where nobody else is named
     */
    public Publication withdraw(long number, String reason, @Nullable String requestedBy, Actor actor) {
        actor.require(Office.APPROVER);
        Publishing.requireReason(reason);
        Publication publication = find(number);
        if (publication.withdrawnBy() != null) {
            return find(publication.withdrawnBy());
        }
        Set<String> authors = published.authors(publication);
        String by = requestedBy == null || requestedBy.isBlank() ? publication.authoredBy() : requestedBy.strip();
        requesters.require(by, authors, actor, "撤回");
        Publication withdrawal;
        try {
            withdrawal = publications.withdraw(number, by, actor.name(), reason);
        } catch (RefusedPublicationException e) {
            throw refused(e);
        }
        published.withdrawn(publication, reason, actor);
        return withdrawal;
    }

    /** Ends a version by a written act. */
    public Publication repeal(
            RuleSetRef ruleSet,
            LocalDate lastDay,
            @Nullable String document,
            String reason,
            String requestedBy,
            Actor actor) {
        actor.require(Office.APPROVER);
        Publishing.requireReason(reason);
        String by = requestedBy.strip();
        requesters.require(by, published.authors(ruleSet), actor, "废止");
        Publication repeal;
        try {
            repeal = publications.repeal(
                    new NewRepeal(ruleSet, lastDay, document, null, by, null, actor.name(), reason));
        } catch (RefusedPublicationException e) {
            throw refused(e);
        }
        published.repealed(ruleSet, reason, actor);
        return repeal;
    }

    /** The event with this number; throws a problem where there is none. */
    public Publication find(long number) {
        return publications
                .find(number)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.PUBLICATION_NOT_FOUND,
                        "没有编号为 " + number + " 的公布。请用 GET /api/v1/publications 查看有哪些公布。"));
    }

    /** The events, the newest first. */
    public List<Publication> list(@Nullable Long before, int limit) {
        return publications.list(before, limit);
    }

    /**
     * A decision that was made with a publication.
     *
     * @param sequence order of recording
     * @param receipt number of its receipt
     * @param recordedAt when it was recorded
     * @param client who asked
     * @param item code of the item
     */
    public record Outcome(long sequence, UUID receipt, Instant recordedAt, String client, String item) {}

    /** Every decision that was made with a version of a publication, in the order of their recording. */
    public List<Outcome> outcomes(long number, long after, int limit) {
        Publication publication = find(number);
        Map<Long, Outcome> found = new TreeMap<>();
        for (Publication.Version version : publication.versions()) {
            String item = version.ruleSet().id().path().split("/", -1)[1];
            outcomes.computedWith(version.ruleSet(), version.contentHash(), after, limit)
                    .forEach(o -> found.put(
                            o.sequence(), new Outcome(o.sequence(), o.id(), o.recordedAt(), o.client(), item)));
        }
        return found.values().stream().limit(limit).toList();
    }
}
