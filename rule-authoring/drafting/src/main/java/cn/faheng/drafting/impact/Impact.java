package cn.faheng.drafting.impact;

import cn.faheng.engine.Engine;
import cn.faheng.engine.evaluation.InvalidModelException;
import cn.faheng.engine.evaluation.ModelRegistry;
import cn.faheng.engine.outcome.Decision;
import cn.faheng.engine.request.DecisionRequest;
import cn.faheng.engine.request.InvalidRequestException;
import cn.faheng.rules.calendar.WorkingCalendar;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.format.RuleBase;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Computes cases under a draft. A closed case is computed as if the draft had always been in force in place of its line, on the days of
 * the case: nobody reopens it, the question is what the draft would have made of it. An open case is computed as it will be decided:
 * on the draft's first day or today, whichever is later, once with the draft and once without; 从旧兼从轻 (行政处罚法 第三十七条) is
 * weighed as in any decision. Thread-safe.
 */
public final class Impact {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.published();

    private final Engine before;
    private final Engine after;
    private final Engine supposed;
    private final ModelRegistry models = new ModelRegistry();
    private final LocalDate today;
    private final LocalDate decisionDay;

    /**
     * A computation.
     *
     * @param base the rule base today
     * @param published the same with the draft published
     * @param supposed the same as if the draft had always been in force
     * @param today the day of the computation
     * @param firstDay first day in force of the draft
     */
    public Impact(RuleBase base, RuleBase published, RuleBase supposed, LocalDate today, LocalDate firstDay) {
        this.before = new Engine(base, models, false);
        this.after = new Engine(published, models, false);
        this.supposed = new Engine(supposed, models, false);
        this.today = today;
        this.decisionDay = firstDay.isAfter(today) ? firstDay : today;
    }

    /**
     * Compiles the models of the draft, so that a bad one stops the whole computation and not one case after another.
     *
     * @throws InvalidModelException when one of them does not compile
     */
    public void compile(Collection<RuleSet> drafts) {
        drafts.forEach(models::compiled);
    }

    /**
     * What the draft changes for a case. A case that cannot be computed is an impact too, with the reason.
     *
     * @throws InvalidModelException when a model does not compile; then no case of its item can be computed
     */
    public CaseImpact of(PastCase past) {
        DecisionRequest asked = past.open() ? decidedOn(past.request(), decisionDay) : past.request();
        CaseRange none = new CaseRange("not-computed", "", null, null, List.of());
        try {
            Decision then = before.decide(asked);
            Decision now = (past.open() ? after : supposed).decide(asked);
            CaseRange left = CaseRange.of(then);
            CaseRange right = CaseRange.of(now);
            return impact(past, left, right, effects(past, left, right, then), null);
        } catch (InvalidRequestException e) {
            String reasons = e.problems().stream()
                    .map(problem -> problem.pointer() + " " + problem.detail())
                    .collect(Collectors.joining("；"));
            return impact(past, none, none, Set.of(CaseImpact.Effect.FAILED), reasons);
        } catch (InvalidModelException e) {
            throw e;
        } catch (RuntimeException e) {
            // Whatever one case brings about: the others are computed all the same.
            String reason = "计算中断：" + e + "。请核对这个案件的事实和所适用的模型。";
            return impact(past, none, none, Set.of(CaseImpact.Effect.FAILED), reason);
        }
    }

    private static CaseImpact impact(
            PastCase past,
            CaseRange before,
            CaseRange after,
            Set<CaseImpact.Effect> effects,
            @Nullable String failure) {
        return new CaseImpact(
                past.id(),
                past.request().item(),
                past.request().place().code(),
                past.open(),
                before,
                after,
                effects,
                failure);
    }

    private Set<CaseImpact.Effect> effects(PastCase past, CaseRange left, CaseRange right, Decision then) {
        Set<CaseImpact.Effect> effects = EnumSet.noneOf(CaseImpact.Effect.class);
        boolean range =
                !Objects.equals(left.minFen(), right.minFen()) || !Objects.equals(left.maxFen(), right.maxFen());
        add(effects, CaseImpact.Effect.RANGE_CHANGED, range);
        add(
                effects,
                CaseImpact.Effect.HEAVIER,
                range
                        && (rises(left.minFen(), right.minFen(), 0)
                                || rises(left.maxFen(), right.maxFen(), Long.MAX_VALUE)));
        add(
                effects,
                CaseImpact.Effect.LIGHTER,
                range
                        && (rises(right.minFen(), left.minFen(), 0)
                                || rises(right.maxFen(), left.maxFen(), Long.MAX_VALUE)));
        add(effects, CaseImpact.Effect.TIER_CHANGED, !left.tier().equals(right.tier()));
        add(effects, CaseImpact.Effect.PENALTIES_CHANGED, !left.others().equals(right.others()));
        add(effects, CaseImpact.Effect.OUTCOME_CHANGED, !left.outcome().equals(right.outcome()));
        Long notified = past.notifiedFineFen();
        add(
                effects,
                CaseImpact.Effect.NEW_NOTICE,
                past.open() && notified != null && left.holds(notified) && !right.holds(notified));
        Long imposed = past.fineFen();
        add(effects, CaseImpact.Effect.IMPOSED_OUTSIDE, !past.open() && imposed != null && !right.holds(imposed));
        if (!effects.isEmpty()) {
            add(effects, CaseImpact.Effect.RECONSIDERATION_OPEN, mayBeReconsidered(past, then));
        }
        return effects;
    }

    private static void add(Set<CaseImpact.Effect> effects, CaseImpact.Effect effect, boolean holds) {
        if (holds) {
            effects.add(effect);
        }
    }

    /** Whether {@code to} is more than {@code from}; a missing bound counts as {@code missing}. */
    private static boolean rises(@Nullable Long from, @Nullable Long to, long missing) {
        return (to == null ? missing : to) > (from == null ? missing : from);
    }

    /** The time limit is that of the law on the day of the decision; it runs from the day after service. */
    private boolean mayBeReconsidered(PastCase past, Decision then) {
        LocalDate served = past.servedOn();
        if (past.open() || served == null) {
            return false;
        }
        DecisionRequest request = past.request();
        int days = before.reconsiderationDays(then.item(), request.place(), request.decided());
        return days > 0 && !CALENDAR.addDays(served, days).date().isBefore(today);
    }

    private static DecisionRequest decidedOn(DecisionRequest request, LocalDate day) {
        LocalDate decided = day.isBefore(request.actEnd()) ? request.actEnd() : day;
        return new DecisionRequest(
                request.item(),
                request.place(),
                request.actStart(),
                request.actEnd(),
                request.discovered(),
                decided,
                request.party(),
                request.facts(),
                request.circumstances(),
                request.proposal(),
                request.otherNorms());
    }
}
