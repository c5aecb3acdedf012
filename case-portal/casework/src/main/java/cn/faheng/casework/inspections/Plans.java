package cn.faheng.casework.inspections;

import cn.faheng.server.audit.AuditLog;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Sort;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Inspection plans: planned by one person, approved by another who is a head, published, and adjusted only as a new version. */
@Service
public class Plans {

    private static final String WHAT = "检查计划";

    private final Store store;
    private final PlanCheck check;
    private final InspectionPolicy policy;
    private final AuditLog audit;
    private final Clock clock;

    Plans(Store store, PlanCheck check, InspectionPolicy policy, AuditLog audit, Clock clock) {
        this.store = store;
        this.check = check;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /** The plans of a year of all bodies the caller may see, the newest version of each first. */
    @Transactional(readOnly = true)
    public List<Plan> of(int year) {
        Set<String> visible = policy.visible();
        return visible.isEmpty()
                ? List.of()
                : store
                        .list(
                                Criteria.where("year").is(year).and("body").in(visible),
                                PlanRow.class,
                                Sort.by(Sort.Order.desc("number"), Sort.Order.desc("planVersion")))
                        .stream()
                        .map(PlanRow::plan)
                        .toList();
    }

    @Transactional(readOnly = true)
    public Plan get(UUID id) {
        Plan plan = row(id).plan();
        policy.requireSees(plan.draft().body(), WHAT);
        return plan;
    }

    /** All versions of a plan, the newest first. */
    @Transactional(readOnly = true)
    public List<Plan> versions(Plan plan) {
        return store
                .list(
                        Criteria.where("number").is(plan.number()),
                        PlanRow.class,
                        Sort.by(Sort.Order.desc("planVersion")))
                .stream()
                .map(PlanRow::plan)
                .toList();
    }

    /** Saves a new plan; the same form sent again gives the plan it made the first time. */
    @Transactional
    public Plan plan(PlanDraft draft, UUID formKey) {
        policy.requireWorks(draft.body(), WHAT);
        policy.caller().require("制定检查计划", "OFFICER");
        return store.alone(formKey.toString(), () -> byForm(formKey).orElseGet(() -> {
            String number = "JC-%s-%d-%04d".formatted(draft.body(), draft.year(), store.next("inspection_plan_number"));
            return insert(draft, number, 1, null, "", formKey, "inspection-plan-drafted");
        }));
    }

    /** Changes a plan that is still a draft. */
    @Transactional
    public Plan change(UUID id, int revision, PlanDraft draft) {
        Plan plan = open(id, revision, PlanState.DRAFT, "修改");
        policy.caller().require("修改检查计划", "OFFICER");
        if (!draft.body().equals(plan.draft().body())
                || draft.year() != plan.draft().year()) {
            throw Refused.field("body", "计划的机关和年度不能改。请另外制定一份计划。");
        }
        return update(plan.saying(draft, check.check(draft), now()), "inspection-plan-changed", Map.of());
    }

    /** Hands a draft to the head. */
    @Transactional
    public Plan submit(UUID id, int revision) {
        Plan plan = open(id, revision, PlanState.DRAFT, "报批");
        policy.caller().require("报批检查计划", "OFFICER");
        Plan checked = plan.saying(plan.draft(), check.check(plan.draft()), now());
        return update(checked.in(PlanState.SUBMITTED), "inspection-plan-submitted", Map.of());
    }

    /** Approves a plan or returns it with a reason; never by who planned it. */
    @Transactional
    public Plan decide(UUID id, int revision, boolean approve, String remark) {
        Plan plan = open(id, revision, PlanState.SUBMITTED, "审批");
        Actor actor = policy.caller();
        actor.require("审批检查计划", "HEAD");
        if (actor.account().equals(plan.planned().account())) {
            throw Refused.samePerson("制定计划的人不能审批自己的计划。请由另一位负责人审批。");
        }
        if (!approve && remark.isBlank()) {
            throw Refused.field("remark", "退回的，请写明理由。");
        }
        if (approve) {
            check.check(plan.draft());
        }
        return update(
                plan.decided(approve ? PlanState.APPROVED : PlanState.DRAFT, now(), remark.strip()),
                approve ? "inspection-plan-approved" : "inspection-plan-returned",
                Map.of("remark", remark.strip()));
    }

    /** Publishes an approved plan (国办发〔2015〕58号 二（一） asks that it be made known); the version before is replaced. */
    @Transactional
    public Plan publish(UUID id, int revision) {
        Plan plan = open(id, revision, PlanState.APPROVED, "公布");
        policy.caller().require("公布检查计划", "OFFICER", "HEAD");
        if (plan.previous() != null) {
            Plan before = row(plan.previous()).plan();
            update(before.in(PlanState.REPLACED), "inspection-plan-replaced", Map.of("by", plan.name()));
        }
        return update(plan.published(now()), "inspection-plan-published", Map.of());
    }

    /** Begins a new version of a published plan; the published one holds until the new one is published. */
    @Transactional
    public Plan adjust(UUID id, String reason, UUID formKey) {
        Plan plan = row(id).plan();
        policy.requireWorks(plan.draft().body(), WHAT);
        policy.caller().require("调整检查计划", "OFFICER");
        if (reason.isBlank()) {
            throw Refused.field("reason", "请写明调整计划的理由。");
        }
        return store.alone("plan " + plan.number(), () -> byForm(formKey).orElseGet(() -> {
            Plan newest = versions(plan).get(0);
            if (plan.state() != PlanState.PUBLISHED || !newest.id().equals(plan.id())) {
                throw Refused.step(
                        "只有已经公布的最新一版计划可以调整；" + newest.name() + "现在的状态是“" + Words.of(newest.state()) + "”。请在那一版上继续办理。");
            }
            return insert(
                    plan.draft(),
                    plan.number(),
                    plan.version() + 1,
                    plan.id(),
                    reason.strip(),
                    formKey,
                    "inspection-plan-adjusted");
        }));
    }

    private Plan insert(
            PlanDraft draft,
            String number,
            int version,
            @org.jspecify.annotations.Nullable UUID previous,
            String reason,
            UUID formKey,
            String action) {
        List<PlanItem> items = check.check(draft);
        Plan plan = new Plan(
                UUID.randomUUID(),
                0,
                number,
                version,
                draft,
                items,
                PlanState.DRAFT,
                now(),
                null,
                "",
                null,
                previous,
                reason,
                formKey);
        Plan stored = store.insert(PlanRow.of(plan)).plan();
        audit.write(action, "inspection-plan", stored.name(), Map.of("body", draft.body(), "reason", reason));
        return stored;
    }

    private Plan update(Plan plan, String action, Map<String, String> details) {
        Plan stored = store.update(PlanRow.of(plan), WHAT + " " + plan.name()).plan();
        audit.write(action, "inspection-plan", plan.name(), details);
        return stored;
    }

    private Plan open(UUID id, int revision, PlanState from, String step) {
        Plan plan = row(id).plan();
        policy.requireWorks(plan.draft().body(), WHAT);
        if (plan.state() != from) {
            throw Refused.step("计划 " + plan.name() + " 的状态是“" + Words.of(plan.state()) + "”，不能" + step + "。"
                    + (plan.state() == PlanState.DRAFT ? "请先报批。" : "批准以后要改的，请在公布后以新的版本调整并写明理由。"));
        }
        Store.requireCurrent(revision, plan.revision(), WHAT + " " + plan.name());
        return plan;
    }

    private Optional<Plan> byForm(UUID formKey) {
        List<PlanRow> rows =
                new ArrayList<>(store.list(Criteria.where("formKey").is(formKey), PlanRow.class, Sort.by("number")));
        return rows.stream().findFirst().map(PlanRow::plan);
    }

    private PlanRow row(UUID id) {
        return store.find(id, PlanRow.class).orElseThrow(() -> Refused.unknown(WHAT));
    }

    private Signed now() {
        Actor actor = policy.caller();
        return new Signed(actor.account(), actor.name(), OffsetDateTime.now(clock));
    }
}
