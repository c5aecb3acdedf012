package cn.faheng.casework.inspections;

import cn.faheng.server.audit.AuditLog;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Sort;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Inspection tasks from release to the publication of their result. */
@Service
public class Tasks {

    private final TaskRows rows;
    private final Store store;
    private final RecordCheck check;
    private final InspectionPolicy policy;
    private final ApplicationEventPublisher events;
    private final AuditLog audit;
    private final Clock clock;

    Tasks(
            TaskRows rows,
            Store store,
            RecordCheck check,
            InspectionPolicy policy,
            ApplicationEventPublisher events,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.store = store;
        this.check = check;
        this.policy = policy;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Task get(UUID id) {
        Task task = rows.get(id);
        requireSees(task);
        return task;
    }

    /** The tasks the caller may see, in one state or in all, the latest first. */
    @Transactional(readOnly = true)
    public List<Task> list(@Nullable TaskState state) {
        Set<String> visible = policy.visible();
        if (visible.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = store.jdbc()
                .query(
                        connection -> {
                            var statement = connection.prepareStatement(
                                    """
                                    select id from casework.inspection_task
                                    where bodies && ? and (? = '' or state = ?) order by starts desc, number desc limit ?
                                    """);
                            statement.setArray(1, connection.createArrayOf("text", visible.toArray()));
                            statement.setString(2, state == null ? "" : state.name());
                            statement.setString(3, state == null ? "" : state.name());
                            statement.setInt(4, Store.MOST);
                            return statement;
                        },
                        (row, n) -> row.getObject(1, UUID.class));
        return byIds(ids);
    }

    private List<Task> byIds(List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : store
                        .all(
                                Criteria.where("id").in(ids),
                                TaskRow.class,
                                Sort.by(Sort.Order.desc("starts"), Sort.Order.desc("number")))
                        .stream()
                        .map(TaskRow::task)
                        .toList();
    }

    @Transactional(readOnly = true)
    public List<Task> ofDraw(UUID draw) {
        List<Task> tasks = rows.ofDraw(draw);
        tasks.forEach(this::requireSees);
        return tasks;
    }

    /** Lets a task go on in spite of its warnings: by a head who did not make it. */
    @Transactional
    public Task release(UUID id, int revision) {
        Task task = open(id, revision, TaskState.HELD, "批准");
        Actor actor = policy.caller();
        actor.require("批准重复检查", "HEAD");
        if (actor.account().equals(task.made().account())) {
            throw Refused.samePerson("生成任务的人不能批准自己的任务。请由另一位负责人批准。");
        }
        return update(task.released(now()), "inspection-task-released", Map.of("reason", task.warningReason()));
    }

    /** Cancels a task that did not take place. */
    @Transactional
    public Task cancel(UUID id, int revision, String reason) {
        Task task = get(id);
        policy.requireWorks(task.order().body(), TaskRows.WHAT);
        policy.caller().require("取消检查任务", "HEAD");
        Store.requireCurrent(revision, task.revision(), TaskRows.WHAT + " " + task.number());
        if (task.state() != TaskState.HELD && task.state() != TaskState.PLANNED) {
            throw Refused.step("任务 " + task.number() + " 的状态是“" + Words.of(task.state()) + "”，不能取消。");
        }
        if (reason.isBlank()) {
            throw Refused.field("reason", "请写明取消的理由。");
        }
        return update(task.cancelled(reason.strip()), "inspection-task-cancelled", Map.of("reason", reason.strip()));
    }

    /** Records what was found on site; a suspected violation is told as the source of a case. */
    @Transactional
    public Task record(UUID id, int revision, OnSiteRecord content) {
        Task task = open(id, revision, TaskState.PLANNED, "记录检查情况");
        Actor actor = policy.caller();
        actor.require("记录检查情况", "OFFICER");
        check.check(task, content, LocalDate.now(clock));
        Signed by = now();
        Task.Publication due = PublicationLimit.of(task.order().items(), content.day());
        Task recorded = update(
                task.recorded(content, by, due),
                "inspection-recorded",
                Map.of(
                        "result",
                        content.result(),
                        "object",
                        task.order().object().name()));
        if (content.result() == InspectionResult.SUSPECTED_VIOLATION) {
            events.publishEvent(finding(recorded, content, by));
            audit.write(
                    "inspection-finding-raised",
                    "inspection-task",
                    task.number(),
                    Map.of("object", task.order().object().name()));
        }
        return recorded;
    }

    /** Marks the result as published; late is possible and shown, not hidden. */
    @Transactional
    public Task publish(UUID id, int revision) {
        Task task = open(id, revision, TaskState.RECORDED, "公布结果");
        policy.caller().require("公布检查结果", "OFFICER", "HEAD");
        OnSiteRecord onSite = task.onSite();
        Task.Publication due = task.publication();
        if (onSite == null || due == null) {
            throw new IllegalStateException("A recorded task has no record: " + task.number());
        }
        LocalDate today = LocalDate.now(clock);
        Task published = update(
                task.published(now()),
                "inspection-result-published",
                Map.of("due", due.by(), "late", today.isAfter(due.by())));
        events.publishEvent(new ResultPublished(
                task.id(),
                task.number(),
                task.order().body(),
                task.order().object().name(),
                task.order().object().code(),
                task.order().items().stream().map(PlanItem::name).toList(),
                onSite.day(),
                onSite.result(),
                today));
        return published;
    }

    private static FindingRaised finding(Task task, OnSiteRecord onSite, Signed by) {
        InspectionObject object = task.order().object();
        List<FindingRaised.Failed> failed = onSite.answers().stream()
                .filter(answer -> answer.value() == Answer.Value.NO)
                .flatMap(answer -> task.order().questions().stream()
                        .filter(question -> question.id().equals(answer.question()))
                        .map(question -> new FindingRaised.Failed(
                                question.id(), question.text(), question.basis(), answer.note())))
                .toList();
        return new FindingRaised(
                task.id(),
                task.number(),
                task.order().body(),
                object.id(),
                object.counterpart(),
                object.name(),
                object.code(),
                object.division(),
                object.address(),
                onSite.day(),
                task.order().items(),
                failed,
                onSite.findings(),
                onSite.provisions(),
                onSite.present(),
                by.account(),
                by.name());
    }

    private Task open(UUID id, int revision, TaskState from, String step) {
        Task task = get(id);
        task.order().bodies().stream()
                .filter(policy.visible()::contains)
                .findFirst()
                .ifPresent(body -> policy.requireWorks(body, TaskRows.WHAT));
        if (task.state() != from) {
            throw Refused.step("任务 " + task.number() + " 的状态是“" + Words.of(task.state()) + "”，不能" + step + "。");
        }
        Store.requireCurrent(revision, task.revision(), TaskRows.WHAT + " " + task.number());
        return task;
    }

    private Task update(Task task, String action, Map<String, ?> details) {
        Task stored = rows.update(task);
        audit.write(action, "inspection-task", task.number(), details);
        return stored;
    }

    private void requireSees(Task task) {
        if (task.order().bodies().stream().noneMatch(policy.visible()::contains)) {
            throw Refused.unknown(TaskRows.WHAT);
        }
    }

    private Signed now() {
        Actor actor = policy.caller();
        return new Signed(actor.account(), actor.name(), OffsetDateTime.now(clock));
    }
}
