package cn.faheng.casework.inspections;

import cn.faheng.server.identity.DemoMode;
import cn.faheng.server.problems.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.stereotype.Component;

/** Inspections of the demo: what the demo's officers and head would do themselves, done through the same services. */
@Component
final class DemoInspections {

    private static final Logger LOG = LoggerFactory.getLogger(DemoInspections.class);
    private static final int ORDER = 20;
    private static final String FIRST_SECRET = "演示：第一人的秘密一二三四五六七";
    private static final String SECOND_SECRET = "演示：第二人的秘密七六五四三二一";

    private final DemoMode demo;
    private final DemoPlans demoPlans;
    private final Plans plans;
    private final Draws draws;
    private final TaskMaking making;
    private final Tasks tasks;
    private final UserDetailsService people;
    private final Clock clock;

    DemoInspections(
            DemoMode demo,
            DemoPlans demoPlans,
            Plans plans,
            Draws draws,
            TaskMaking making,
            Tasks tasks,
            UserDetailsService people,
            Clock clock) {
        this.demo = demo;
        this.demoPlans = demoPlans;
        this.plans = plans;
        this.draws = draws;
        this.making = making;
        this.tasks = tasks;
        this.people = people;
        this.clock = clock;
    }

    /** After the master data of the demo, without which there is nothing to plan. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(ORDER)
    void make() {
        if (!demo.isActive()) {
            return;
        }
        if (!demoPlans.ready()) {
            LOG.warn("演示的检查数据没有做：任城区市场监督管理局还没有检查事项或者有效的执法人员");
            return;
        }
        try {
            if (as("officer", () -> plans.of(LocalDate.now(clock).getYear())).isEmpty()) {
                makeAll();
            }
        } catch (ProblemException e) {
            LOG.warn("演示的检查数据没有做成：{}", e.problem().detail());
        }
    }

    private void makeAll() {
        as("officer", demoPlans::objects);
        Plan annual = published(demoPlans.annual());
        Draw first = as("officer", () -> draws.commit(annual.id(), FIRST_SECRET, UUID.randomUUID()));
        as("head", () -> draws.commitSecond(first.id(), SECOND_SECRET));
        as("officer", () -> draws.reveal(first.id(), FIRST_SECRET));
        as("head", () -> draws.reveal(first.id(), SECOND_SECRET));
        Map<UUID, String> reasons = new TreeMap<>();
        as("officer", () -> making.preview(first.id()))
                .forEach(intended -> reasons.put(intended.object().id(), "演示：检查内容不同，不宜合并"));
        List<Task> made = as("officer", () -> making.make(first.id(), reasons));
        record(made, 0, InspectionResult.NOTHING_FOUND);
        record(made, 1, InspectionResult.RECTIFY);
        record(made, 2, InspectionResult.SUSPECTED_VIOLATION);
        if (!made.isEmpty()) {
            Task done = as("officer", () -> tasks.get(made.get(0).id()));
            if (done.state() == TaskState.RECORDED) {
                as("officer", () -> tasks.publish(done.id(), done.revision()));
            }
        }
        Plan special = published(demoPlans.special());
        as(
                "officer",
                () -> draws.commit(
                        special.id(),
                        "演示：次日公布的福利彩票双色球开奖号码",
                        OffsetDateTime.now(clock).plusDays(1),
                        UUID.randomUUID()));
    }

    private Plan published(PlanDraft draft) {
        Plan made = as("officer", () -> plans.plan(draft, UUID.randomUUID()));
        Plan submitted = as("officer", () -> plans.submit(made.id(), made.revision()));
        Plan approved = as("head", () -> plans.decide(made.id(), submitted.revision(), true, "同意"));
        return as("officer", () -> plans.publish(made.id(), approved.revision()));
    }

    private void record(List<Task> made, int which, InspectionResult result) {
        if (which >= made.size() || made.get(which).state() != TaskState.PLANNED) {
            return;
        }
        Task task = made.get(which);
        LocalDate today = LocalDate.now(clock);
        boolean fine = result == InspectionResult.NOTHING_FOUND;
        List<Answer> answers = new ArrayList<>();
        for (Question question : task.order().questions()) {
            boolean failed = !fine && answers.isEmpty();
            answers.add(new Answer(
                    question.id(), failed ? Answer.Value.NO : Answer.Value.YES, failed ? "演示：现场发现不符合要求" : ""));
        }
        OnSiteRecord content = new OnSiteRecord(
                today,
                LocalTime.of(9, 30),
                LocalTime.of(10, 20),
                task.order().officers().stream().map(Task.Sent::certificate).toList(),
                true,
                "示例负责人",
                answers,
                fine ? "" : "演示：" + task.order().questions().get(0).text() + "，现场不符合。",
                fine ? "" : task.order().questions().get(0).basis(),
                OnSiteRecord.Signature.SIGNED,
                "",
                result,
                result == InspectionResult.RECTIFY ? today.plusDays(10) : null);
        as("officer", () -> tasks.record(task.id(), task.revision(), content));
    }

    private <T> T as(String account, Supplier<T> act) {
        UserDetails person = people.loadUserByUsername(account);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities()));
        try {
            return act.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
