package cn.faheng.casework.inspections;

import cn.faheng.server.audit.AuditLog;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 综合查一次: finds checks of one object that overlap, and joins them when a head of each body has agreed. */
@Service
public class Merges {

    private static final String BASIS = "《优化营商环境条例》第五十四条第一款；《山东省优化营商环境条例》第四十二条第二款；国办发〔2015〕58号 三（三）";

    private final TaskRows tasks;
    private final TaskMaking making;
    private final Store store;
    private final InspectionPolicy policy;
    private final AuditLog audit;
    private final Clock clock;

    Merges(TaskRows tasks, TaskMaking making, Store store, InspectionPolicy policy, AuditLog audit, Clock clock) {
        this.tasks = tasks;
        this.making = making;
        this.store = store;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /** The pairs of planned checks of one object in overlapping periods of which the caller may see at least one; declined ones left out. */
    @Transactional(readOnly = true)
    public List<Merge> suggestions() {
        Set<String> visible = policy.visible();
        Map<UUID, List<Task>> byObject = tasks.in(TaskState.PLANNED, LocalDate.now(clock)).stream()
                .filter(task -> !task.kind().exempt())
                .collect(Collectors.groupingBy(
                        task -> task.order().object().id(), LinkedHashMap::new, Collectors.toList()));
        List<Merge> found = new ArrayList<>();
        for (List<Task> same : byObject.values()) {
            for (int i = 0; i < same.size(); i++) {
                for (int j = i + 1; j < same.size(); j++) {
                    suggestion(same.get(i), same.get(j), visible).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private Optional<Merge> suggestion(Task one, Task other, Set<String> visible) {
        boolean seen = Stream.of(one, other)
                .flatMap(task -> task.order().bodies().stream())
                .anyMatch(visible::contains);
        if (!seen || !overlap(one, other)) {
            return Optional.empty();
        }
        Optional<MergeRow> row = row(one.id(), other.id());
        if (row.filter(known -> known.state().equals(MergeRow.DECLINED)).isPresent()) {
            return Optional.empty();
        }
        List<String> agreed =
                row.map(known -> List.copyOf(known.parts().agreed().keySet())).orElse(List.of());
        return Optional.of(new Merge(one, other, reasons(one, other), agreed, null));
    }

    private static boolean overlap(Task one, Task other) {
        return !one.order().starts().isAfter(other.order().ends())
                && !other.order().starts().isAfter(one.order().ends());
    }

    private static List<String> reasons(Task one, Task other) {
        List<String> reasons = new ArrayList<>();
        Task.Order a = one.order();
        Task.Order b = other.order();
        reasons.add("“" + a.object().name() + "”在 " + later(a.starts(), b.starts()) + " 至 "
                + earlier(a.ends(), b.ends()) + " 期间有两次检查：" + one.number() + "、" + other.number() + "。");
        reasons.add(a.body().equals(b.body()) ? "同一部门对市场主体实施的多项执法检查，应当合并进行。" : "多个部门对同一市场主体进行检查的，应当明确由一个部门组织实施联合检查。");
        List<String> same = a.items().stream()
                .filter(item -> b.items().stream().anyMatch(i -> i.code().equals(item.code())))
                .map(PlanItem::name)
                .toList();
        if (!same.isEmpty()) {
            reasons.add("两次都检查：" + String.join("、", same) + "。");
        }
        reasons.add("依据：" + BASIS + "。");
        return reasons;
    }

    /** Agrees for every body the caller works for; when a head of both has agreed the joint task is made, led by {@code one}'s body. */
    @Transactional
    public Merge agree(UUID oneId, UUID otherId) {
        policy.caller().require("同意联合检查", "HEAD");
        return store.alone(door(oneId, otherId), () -> {
            Task one = lower(tasks.get(oneId), tasks.get(otherId));
            Task other = tasks.get(one.id().equals(oneId) ? otherId : oneId);
            MergeRow row = open(one, other);
            MergeRow.Content content = row.parts();
            Map<String, Signed> agreed = new LinkedHashMap<>(content.agreed());
            Set<String> mine = policy.visible();
            List<String> bodies = List.of(one.order().body(), other.order().body());
            if (bodies.stream().noneMatch(mine::contains)) {
                throw Refused.unknown(TaskRows.WHAT);
            }
            bodies.stream().filter(mine::contains).forEach(body -> agreed.putIfAbsent(body, now()));
            if (!agreed.keySet().containsAll(bodies)) {
                store.update(row.with(MergeRow.OPEN, new MergeRow.Content(agreed, "", null)), "联合检查建议");
                audit.write(
                        "inspection-merge-agreed", "inspection-task", one.number(), Map.of("other", other.number()));
                return new Merge(one, other, reasons(one, other), List.copyOf(agreed.keySet()), null);
            }
            Task joint = join(one, other);
            store.update(row.with(MergeRow.ACCEPTED, new MergeRow.Content(agreed, "", joint.id())), "联合检查建议");
            audit.write(
                    "inspection-merge-accepted",
                    "inspection-task",
                    joint.number(),
                    Map.of("one", one.number(), "other", other.number()));
            return new Merge(one, other, reasons(one, other), List.copyOf(agreed.keySet()), joint.id());
        });
    }

    /** Declines a suggestion with a reason. */
    @Transactional
    public void decline(UUID oneId, UUID otherId, String reason) {
        policy.caller().require("不采纳联合检查的建议", "HEAD");
        if (reason.isBlank()) {
            throw Refused.field("reason", "请写明不合并的理由：同一对象的多个检查事项应当尽可能合并（《优化营商环境条例》第五十四条第一款）。");
        }
        store.alone(door(oneId, otherId), () -> {
            Task one = lower(tasks.get(oneId), tasks.get(otherId));
            Task other = tasks.get(one.id().equals(oneId) ? otherId : oneId);
            Set<String> mine = policy.visible();
            if (!mine.contains(one.order().body())
                    && !mine.contains(other.order().body())) {
                throw Refused.unknown(TaskRows.WHAT);
            }
            MergeRow row = open(one, other);
            store.update(
                    row.with(MergeRow.DECLINED, new MergeRow.Content(row.parts().agreed(), reason.strip(), null)),
                    "联合检查建议");
            audit.write(
                    "inspection-merge-declined",
                    "inspection-task",
                    one.number(),
                    Map.of("other", other.number(), "reason", reason.strip()));
            return null;
        });
    }

    /** The same for both orders of the two. */
    private static String door(UUID one, UUID other) {
        return one.compareTo(other) < 0 ? "merge " + one + " " + other : "merge " + other + " " + one;
    }

    private static Task lower(Task a, Task b) {
        return a.number().compareTo(b.number()) < 0 ? a : b;
    }

    private MergeRow open(Task one, Task other) {
        MergeRow row = row(one.id(), other.id()).orElseGet(() -> store.insert(MergeRow.of(one.id(), other.id())));
        if (!row.state().equals(MergeRow.OPEN)
                || one.state() != TaskState.PLANNED
                || other.state() != TaskState.PLANNED) {
            throw Refused.step("任务 " + one.number() + "（" + Words.of(one.state()) + "）和 " + other.number() + "（"
                    + Words.of(other.state()) + "）不能再合并：建议已经处理，或者检查已经进行。");
        }
        if (!one.order().object().id().equals(other.order().object().id()) || !overlap(one, other)) {
            throw Refused.step("只有同一检查对象、期间重叠的检查可以合并。");
        }
        return row;
    }

    private Task join(Task one, Task other) {
        Task.Order a = one.order();
        Task.Order b = other.order();
        List<PlanItem> items = distinct(Stream.concat(a.items().stream(), b.items().stream()), PlanItem::code);
        List<Task.Sent> officers =
                distinct(Stream.concat(a.officers().stream(), b.officers().stream()), Task.Sent::certificate);
        Task joint = making.insert(
                Task.Kind.JOINT,
                new Task.Order(
                        a.plan(),
                        a.planName().equals(b.planName()) ? a.planName() : a.planName() + "、" + b.planName(),
                        null,
                        a.object(),
                        a.body(),
                        officers,
                        items,
                        Questions.of(items, later(a.starts(), b.starts())),
                        later(a.starts(), b.starts()),
                        earlier(a.ends(), b.ends()),
                        one.number() + "、" + other.number(),
                        null),
                List.of(),
                "",
                UUID.nameUUIDFromBytes((one.id() + "+" + other.id()).getBytes(StandardCharsets.UTF_8)));
        tasks.update(one.joined(joint.id()));
        tasks.update(other.joined(joint.id()));
        return joint;
    }

    private static <T> List<T> distinct(Stream<T> all, java.util.function.Function<T, String> key) {
        Map<String, T> kept = new LinkedHashMap<>();
        all.forEach(one -> kept.putIfAbsent(key.apply(one), one));
        return List.copyOf(kept.values());
    }

    private Optional<MergeRow> row(UUID one, UUID other) {
        return store.list(Criteria.where("one").is(one).and("other").is(other), MergeRow.class, Sort.by("id")).stream()
                .findFirst();
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private Signed now() {
        Actor actor = policy.caller();
        return new Signed(actor.account(), actor.name(), OffsetDateTime.now(clock));
    }
}
