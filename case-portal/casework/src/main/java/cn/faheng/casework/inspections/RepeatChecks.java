package cn.faheng.casework.inspections;

import cn.faheng.casework.directory.Bodies;
import cn.faheng.casework.directory.Body;
import cn.faheng.rules.calendar.WorkingCalendar;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.timelimit.TimeLimit;
import cn.faheng.rules.timelimit.TimeLimits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Sees before a task is made that someone would be checked again and again. */
@Component
final class RepeatChecks {

    private static final String PLAN = "计划设定的频次上限；国办发〔2015〕58号 二（三）：防止检查过多和执法扰民";
    private static final String TOGETHER = "《优化营商环境条例》第五十四条第一款；国办发〔2015〕58号 三（三）";

    /** The pause of the lower body after a superior has checked: 食品生产经营监督检查管理办法 第四十二条. */
    private static final String PAUSE = "DL-086";

    private final TaskRows tasks;
    private final Bodies bodies;

    RepeatChecks(TaskRows tasks, Bodies bodies) {
        this.tasks = tasks;
        this.bodies = bodies;
    }

    /** How often an object has been or is to be checked in a year, exempt checks left out; for one item, or all when empty. */
    int count(UUID object, int year, String item) {
        return (int) ofYear(object, year).stream()
                .filter(task -> item.isEmpty() || has(task, item))
                .count();
    }

    private List<Task> ofYear(UUID object, int year) {
        return tasks.ofObject(object, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)).stream()
                .filter(task -> !task.kind().exempt())
                .toList();
    }

    /** What speaks against one more check of an object by a body under a plan in a period. */
    List<Warning> warnings(InspectionObject object, Plan plan, String body, LocalDate starts, LocalDate ends) {
        List<Warning> warnings = new ArrayList<>();
        PlanLimits limits = plan.draft().limits();
        List<Task> ofYear = ofYear(object.id(), plan.draft().year());
        if (ofYear.size() >= limits.perYear()) {
            warnings.add(new Warning(
                    Warning.Kind.OVER_YEARLY_CAP,
                    "“" + object.name() + "”" + plan.draft().year() + "年已有 " + ofYear.size() + " 次检查（" + numbers(ofYear)
                            + "），上限是 " + limits.perYear() + " 次。",
                    PLAN));
        }
        for (PlanItem item : plan.items()) {
            List<Task> same =
                    ofYear.stream().filter(task -> has(task, item.code())).toList();
            if (same.size() >= limits.perItem()) {
                warnings.add(new Warning(
                        Warning.Kind.OVER_ITEM_CAP,
                        "“" + object.name() + "”的“" + item.name() + "”"
                                + plan.draft().year() + "年已检查 " + same.size() + " 次（" + numbers(same) + "），上限是 "
                                + limits.perItem() + " 次。",
                        PLAN));
            }
        }
        severalBodies(object, limits, body, starts, ends, warnings);
        superior(object, plan, body, starts, warnings);
        return warnings;
    }

    private void severalBodies(
            InspectionObject object,
            PlanLimits limits,
            String body,
            LocalDate starts,
            LocalDate ends,
            List<Warning> warnings) {
        List<Task> others = tasks
                .ofObject(
                        object.id(),
                        starts.minusDays(limits.severalBodiesDays()),
                        ends.plusDays(limits.severalBodiesDays()))
                .stream()
                .filter(task -> !task.kind().exempt())
                .filter(task -> !task.order().bodies().contains(body))
                .toList();
        if (!others.isEmpty()) {
            warnings.add(new Warning(
                    Warning.Kind.SEVERAL_BODIES,
                    "“" + object.name() + "”在前后 " + limits.severalBodiesDays() + " 日内还有其他机关的检查（" + numbers(others)
                            + "），应当尽可能合并为一次联合检查。",
                    TOGETHER));
        }
    }

    private void superior(InspectionObject object, Plan plan, String body, LocalDate starts, List<Warning> warnings) {
        Set<String> above = above(body, starts);
        for (PlanItem item : plan.items()) {
            for (TimeLimit limit : TimeLimits.published().find(PAUSE).stream().toList()) {
                if (!limit.effective().contains(starts)
                        || !limit.scope().covers(item.field(), new Division(object.division()))) {
                    continue;
                }
                for (Task task : tasks.ofObject(object.id(), starts.minusYears(1), starts)) {
                    OnSiteRecord onSite = task.onSite();
                    if (onSite != null
                            && above.contains(task.order().body())
                            && has(task, item.code())
                            && limit.dueFrom(onSite.day(), WorkingCalendar.published())
                                    .filter(due -> !starts.isAfter(due.rawLastDay()))
                                    .isPresent()) {
                        warnings.add(new Warning(
                                Warning.Kind.SUPERIOR_CHECKED,
                                "上级机关已于 " + onSite.day() + " 检查“" + object.name() + "”的“" + item.name() + "”（"
                                        + task.number() + "），期限内原则上不再重复检查；涉嫌违法或者存在明显食品安全隐患的除外。",
                                limit.citation().chinese()));
                    }
                }
            }
        }
    }

    private Set<String> above(String body, LocalDate day) {
        Set<String> above = new HashSet<>();
        String next = bodies.find(body, day).map(Body::parent).orElse(null);
        while (next != null && above.add(next)) {
            next = bodies.find(next, day).map(Body::parent).orElse(null);
        }
        return above;
    }

    private static boolean has(Task task, String item) {
        return task.order().items().stream().anyMatch(i -> i.code().equals(item));
    }

    private static String numbers(List<Task> some) {
        return String.join("、", some.stream().map(Task::number).toList());
    }
}
