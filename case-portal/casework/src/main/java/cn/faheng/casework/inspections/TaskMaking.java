package cn.faheng.casework.inspections;

import cn.faheng.server.audit.AuditLog;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes tasks: all of a draw, or one after a complaint or to follow up; repeated checks only with a reason and a head's approval. */
@Service
public class TaskMaking {

    private final TaskRows tasks;
    private final Store store;
    private final Draws draws;
    private final Plans plans;
    private final ObjectLibrary library;
    private final SingleOrders singles;
    private final RepeatChecks repeats;
    private final InspectionPolicy policy;
    private final AuditLog audit;
    private final Clock clock;

    TaskMaking(
            TaskRows tasks,
            Store store,
            Draws draws,
            Plans plans,
            ObjectLibrary library,
            SingleOrders singles,
            RepeatChecks repeats,
            InspectionPolicy policy,
            AuditLog audit,
            Clock clock) {
        this.tasks = tasks;
        this.store = store;
        this.draws = draws;
        this.plans = plans;
        this.library = library;
        this.singles = singles;
        this.repeats = repeats;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /** A drawn object with what speaks against checking it now. */
    public record Intended(InspectionObject object, List<Task.Sent> officers, List<Warning> warnings) {
        public Intended {
            officers = List.copyOf(officers);
            warnings = List.copyOf(warnings);
        }
    }

    /** What making the tasks of a draw would mean: shown before they are made. */
    @Transactional(readOnly = true)
    public List<Intended> preview(UUID draw) {
        Draw drawn = draws.get(draw);
        Plan plan = plans.get(drawn.plan());
        DrawProof proof = drawn.proof();
        return proof == null
                ? List.of()
                : proof.outcome().drawn().stream()
                        .map(one -> intended(one, drawn, plan))
                        .toList();
    }

    private Intended intended(DrawOutcome.Drawn one, Draw draw, Plan plan) {
        InspectionObject object = library.any(UUID.fromString(one.object()));
        List<Task.Sent> sent = one.inspectors().stream()
                .map(id -> draw.candidates().inspectors().stream()
                        .filter(inspector -> inspector.id().equals(id))
                        .findFirst()
                        .orElseThrow())
                .map(inspector -> new Task.Sent(inspector.certificate(), inspector.name(), inspector.body()))
                .toList();
        PlanDraft draft = plan.draft();
        return new Intended(object, sent, repeats.warnings(object, plan, draft.body(), draft.starts(), draft.ends()));
    }

    /**
     * Makes the tasks of a draw; made once, the same tasks come back.
     *
     * @param reasons for each object with a warning, by its id, why it is checked all the same
     */
    @Transactional
    public List<Task> make(UUID draw, Map<UUID, String> reasons) {
        Draw drawn = draws.get(draw);
        policy.requireWorks(drawn.body(), TaskRows.WHAT);
        policy.caller().require("生成检查任务", "OFFICER", "HEAD");
        if (drawn.state() != DrawState.DRAWN) {
            throw Refused.step("这次抽取的状态是“" + Words.of(drawn.state()) + "”，抽取以后才能生成任务。");
        }
        store.lock("inspection_draw", draw);
        List<Task> known = tasks.ofDraw(draw);
        if (!known.isEmpty()) {
            return known;
        }
        Plan plan = plans.get(drawn.plan());
        List<Intended> intended = preview(draw);
        for (Intended one : intended) {
            if (!one.warnings().isEmpty()
                    && reasons.getOrDefault(one.object().id(), "").isBlank()) {
                throw Refused.field(
                        "reason-" + one.object().id(), one.warnings().get(0).text() + "仍要检查的，请写明理由，并由负责人批准。");
            }
        }
        List<Task> made = new ArrayList<>();
        for (Intended one : intended) {
            UUID object = one.object().id();
            String key = draw + "/" + object;
            made.add(insert(
                    Task.Kind.RANDOM,
                    new Task.Order(
                            plan.id(),
                            plan.name(),
                            draw,
                            one.object(),
                            plan.draft().body(),
                            one.officers(),
                            plan.items(),
                            Questions.of(plan.items(), plan.draft().starts()),
                            plan.draft().starts(),
                            plan.draft().ends(),
                            "",
                            null),
                    one.warnings(),
                    reasons.getOrDefault(object, "").strip(),
                    UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8))));
        }
        return made;
    }

    /** Makes a task after a complaint or to follow up; it counts for no limit of frequency, and says why. */
    @Transactional
    public Task make(SingleCheck single, UUID formKey) {
        Actor actor = policy.caller();
        actor.require("安排检查", "OFFICER", "HEAD");
        String body = actor.body();
        if (body == null) {
            throw Refused.office("您的账号没有对应的执法主体，不能安排检查。请联系管理员。");
        }
        if (!single.kind().exempt()) {
            throw Refused.field("kind", "日常检查应当通过随机抽取进行（《优化营商环境条例》第五十四条第一款）；单独安排的只能是投诉举报、转办交办或者复查。");
        }
        return store.alone(formKey.toString(), () -> tasks.byForm(formKey)
                .orElseGet(() -> insert(single.kind(), singles.order(single, body), List.of(), "", formKey)));
    }

    Task insert(Task.Kind kind, Task.Order order, List<Warning> warnings, String reason, UUID formKey) {
        Actor actor = policy.caller();
        Task task = tasks.insert(new Task(
                UUID.randomUUID(),
                0,
                tasks.newNumber(order.body(), order.starts().getYear()),
                kind,
                order,
                warnings.isEmpty() ? TaskState.PLANNED : TaskState.HELD,
                warnings,
                warnings.isEmpty() ? "" : reason,
                new Signed(actor.account(), actor.name(), OffsetDateTime.now(clock)),
                null,
                null,
                null,
                null,
                null,
                "",
                null,
                formKey));
        audit.write(
                "inspection-task-made",
                "inspection-task",
                task.number(),
                Map.of(
                        "kind", kind,
                        "object", order.object().name(),
                        "warnings", warnings.stream().map(Warning::kind).toList(),
                        "reason", task.warningReason()));
        return task;
    }
}
