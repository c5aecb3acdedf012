package cn.faheng.casework.inspections;

import cn.faheng.rules.calendar.DueDate;
import cn.faheng.rules.calendar.WorkingCalendar;
import cn.faheng.rules.timelimit.TimeLimit;
import cn.faheng.rules.timelimit.TimeLimits;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** By when a result has to be published: the earliest of the limits of its items. */
final class PublicationLimit {

    /** 食品生产经营监督检查管理办法 第三十九条第一款. */
    private static final String FOOD = "DL-085";

    /** 国办发〔2018〕118号（六）: other enforcement information. */
    private static final String GENERAL = "DL-058b";

    private PublicationLimit() {}

    static Task.Publication of(List<PlanItem> items, LocalDate formed) {
        return items.stream()
                .flatMap(item -> limit(item.field(), formed))
                .map(limit -> publication(limit, formed))
                .min(Comparator.comparing(Task.Publication::by))
                .orElseThrow(() -> new IllegalStateException("No time limit for publication on " + formed));
    }

    private static Stream<TimeLimit> limit(String field, LocalDate on) {
        TimeLimits limits = TimeLimits.published();
        return Stream.of(FOOD, GENERAL)
                .flatMap(id -> limits.find(id).stream())
                .filter(limit -> limit.effective().contains(on))
                .filter(limit -> limit.id().equals(GENERAL)
                        || limit.scope().covers(field, cn.faheng.rules.catalogue.Division.NATION))
                .limit(1);
    }

    private static Task.Publication publication(TimeLimit limit, LocalDate formed) {
        DueDate due = limit.dueFrom(formed, WorkingCalendar.published()).orElseThrow();
        return new Task.Publication(due.date(), limit.id(), limit.citation().chinese(), due.provisional());
    }
}
