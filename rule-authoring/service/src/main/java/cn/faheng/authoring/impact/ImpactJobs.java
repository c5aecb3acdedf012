package cn.faheng.authoring.impact;

import cn.faheng.authoring.drafts.Actor;
import cn.faheng.authoring.drafts.BoundedModel;
import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.DraftLaws;
import cn.faheng.authoring.drafts.DraftRuleSets;
import cn.faheng.authoring.drafts.Drafts;
import cn.faheng.authoring.impact.ImpactRows.Position;
import cn.faheng.drafting.draft.Overlay;
import cn.faheng.drafting.impact.CaseImpact;
import cn.faheng.drafting.impact.Impact;
import cn.faheng.drafting.impact.ImpactTally;
import cn.faheng.drafting.impact.PastCase;
import cn.faheng.engine.evaluation.InvalidModelException;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.format.RuleBase;
import cn.faheng.rules.legal.LegalInstrument;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.server.registry.RuleBaseState;
import cn.faheng.server.registry.RuleBases;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Computes all cases under a draft in the background, some hundred at a time. Each step is one transaction with its cursor, so that a
 * job pauses, goes on and survives the end of the process without computing a case twice or leaving one out.
 */
@Service
public class ImpactJobs implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ImpactJobs.class);
    private static final int PER_STEP = 500;

    private final ImpactRows rows;
    private final Drafts drafts;
    private final RuleBases ruleBases;
    private final DraftLaws laws;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "impact");
        thread.setDaemon(true);
        return thread;
    });

    ImpactJobs(
            ImpactRows rows,
            Drafts drafts,
            RuleBases ruleBases,
            DraftLaws laws,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.drafts = drafts;
        this.ruleBases = ruleBases;
        this.laws = laws;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Jobs that were running when the process ended go on. */
    @EventListener(ApplicationReadyEvent.class)
    void goOn() {
        rows.running().forEach(number -> worker.execute(() -> run(number)));
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }

    /** Starts a job for the draft as it is now. */
    public ImpactJob start(UUID id, Actor actor) {
        actor.require(Actor.Office.AUTHOR, Actor.Office.REVIEWER, Actor.Office.APPROVER);
        Draft draft = drafts.get(id);
        DraftRuleSets parts = DraftRuleSets.of(draft);
        RuleBaseState state = ruleBases.current();
        open(state, draft, LocalDate.now(clock));
        Set<String> items = items(parts.item());
        long number = rows.insert(draft, state.hash(), LocalDate.now(clock), items, rows.count(items), actor);
        worker.execute(() -> run(number));
        return get(number);
    }

    /** The numbers under which cases name the item; null where the draft concerns all of them. */
    private static @Nullable Set<String> items(@Nullable Item item) {
        if (item == null) {
            return null;
        }
        Set<String> numbers = new HashSet<>(item.aliases());
        numbers.add(item.code());
        return numbers;
    }

    /** The computation; throws a problem where the draft cannot be laid over the rule base. */
    private Impact open(RuleBaseState state, Draft draft, LocalDate today) {
        DraftRuleSets parts = DraftRuleSets.of(draft);
        BoundedModel.require(parts);
        List<LegalInstrument> quoted = laws.of(draft, state.law());
        try {
            RuleBase published = Overlay.published(state.base(), parts.item(), parts.ruleSets(), quoted);
            RuleBase supposed = Overlay.supposed(state.base(), parts.item(), parts.ruleSets(), quoted);
            Impact impact = new Impact(
                    state.base(), published, supposed, today, draft.sheet().effectiveFrom());
            impact.compile(parts.ruleSets());
            return impact;
        } catch (InvalidModelException e) {
            throw new ProblemException(ProblemType.MODEL_REFUSED, "草案的模型不能编译：" + String.join("；", e.reasons()));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemType.DRAFT_REFUSED, "草案不能放进规则库：" + e.getMessage());
        }
    }

    /** The job; throws the problem {@code job-not-found}. */
    public ImpactJob get(long number) {
        return rows.find(number)
                .orElseThrow(() -> new ProblemException(ProblemType.JOB_NOT_FOUND, "没有编号为 " + number + " 的影响测算。"));
    }

    /** The jobs of a draft, the newest first. */
    public List<ImpactJob> ofDraft(UUID draft) {
        return rows.ofDraft(draft);
    }

    public ImpactJob pause(long number, Actor actor) {
        return change(number, List.of(ImpactJob.Status.RUNNING), ImpactJob.Status.PAUSED, actor);
    }

    public ImpactJob resume(long number, Actor actor) {
        ImpactJob job = change(number, List.of(ImpactJob.Status.PAUSED), ImpactJob.Status.RUNNING, actor);
        worker.execute(() -> run(number));
        return job;
    }

    public ImpactJob cancel(long number, Actor actor) {
        return change(
                number, List.of(ImpactJob.Status.RUNNING, ImpactJob.Status.PAUSED), ImpactJob.Status.CANCELLED, actor);
    }

    private ImpactJob change(long number, List<ImpactJob.Status> from, ImpactJob.Status to, Actor actor) {
        actor.require(Actor.Office.AUTHOR, Actor.Office.REVIEWER, Actor.Office.APPROVER);
        ImpactJob job = get(number);
        if (!rows.status(number, from, to, null) && job.status() != to) {
            throw new ProblemException(
                    ProblemType.STEP_NOT_ALLOWED, "第 " + number + " 次测算现在是 " + job.status() + "，不能改为 " + to + "。");
        }
        return get(number);
    }

    /** The cases concerned, by their number. */
    public List<CaseImpact> concerned(long number, String after, int limit) {
        get(number);
        return rows.concerned(number, after, limit);
    }

    private void run(long number) {
        try {
            ImpactJob job = get(number);
            Optional<RuleBaseState> state = ruleBases.state(job.ruleBase());
            Optional<Draft> draft = drafts.revision(job.draft(), job.revision())
                    .map(revision -> drafts.get(job.draft()).at(revision));
            if (state.isEmpty() || draft.isEmpty()) {
                failed(number, "所比较的规则库或者草案的这一版已经没有了。请对草案重新测算。");
                return;
            }
            Impact impact = open(state.get(), draft.get(), job.today());
            boolean more = true;
            while (more && !Thread.currentThread().isInterrupted()) {
                more = Boolean.TRUE.equals(transaction.execute(status -> step(number, impact)));
            }
        } catch (ProblemException e) {
            failed(number, e.problem().detail());
        } catch (RuntimeException | StackOverflowError e) {
            if (worker.isShutdown() || passes(e)) {
                LOG.warn("第 {} 次影响测算中断，下次启动时继续", number, e);
            } else {
                LOG.error("第 {} 次影响测算失败", number, e);
                failed(number, "计算中断：" + e + "。请核对草案后重新测算。");
            }
        }
    }

    /** Whether what happened is over when the database is back: the job stays as it is and goes on at the next start. */
    private static boolean passes(Throwable e) {
        return e instanceof TransactionException
                || e instanceof TransientDataAccessException
                || e instanceof RecoverableDataAccessException
                || e instanceof NonTransientDataAccessResourceException;
    }

    private void failed(long number, String reason) {
        try {
            rows.status(number, List.of(ImpactJob.Status.RUNNING), ImpactJob.Status.FAILED, reason);
        } catch (DataAccessException e) {
            LOG.warn("第 {} 次影响测算失败（{}），未能写入；下次启动时再算", number, reason, e);
        }
    }

    /** One step; false when nothing is left, or the job is no longer to go on here. */
    private boolean step(long number, Impact impact) {
        Position position = rows.position(number).orElse(null);
        if (position == null) {
            return false;
        }
        List<PastCase> cases = rows.cases(position.items(), position.cursor(), PER_STEP);
        if (cases.isEmpty()) {
            rows.status(number, List.of(ImpactJob.Status.RUNNING), ImpactJob.Status.DONE, null);
            return false;
        }
        List<CaseImpact> impacts = cases.parallelStream().map(impact::of).toList();
        ImpactTally tally = impacts.stream().map(ImpactTally::of).reduce(position.tally(), ImpactTally::plus);
        rows.advance(
                number,
                cases.get(cases.size() - 1).id(),
                position.done() + cases.size(),
                tally,
                impacts.stream().filter(CaseImpact::changed).toList());
        return true;
    }
}
