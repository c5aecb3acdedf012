package cn.faheng.casework.inspections;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Sort;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.stereotype.Component;

/** The table of tasks. */
@Component
final class TaskRows {

    static final String WHAT = "检查任务";
    private static final List<TaskState> COUNTED =
            List.of(TaskState.HELD, TaskState.PLANNED, TaskState.RECORDED, TaskState.PUBLISHED);

    private final Store store;

    TaskRows(Store store) {
        this.store = store;
    }

    Task insert(Task task) {
        return store.insert(TaskRow.of(task)).task();
    }

    Task update(Task task) {
        return store.update(TaskRow.of(task), WHAT + " " + task.number()).task();
    }

    Task get(UUID id) {
        return store.find(id, TaskRow.class).map(TaskRow::task).orElseThrow(() -> Refused.unknown(WHAT));
    }

    Optional<Task> byForm(UUID formKey) {
        return store.list(Criteria.where("formKey").is(formKey), TaskRow.class, Sort.by("number")).stream()
                .map(TaskRow::task)
                .findFirst();
    }

    List<Task> ofDraw(UUID draw) {
        return tasks(store.all(Criteria.where("draw").is(draw), TaskRow.class, Sort.by("number")));
    }

    /** The tasks of an object between two days that took place or are to take place, exempt ones included. */
    List<Task> ofObject(UUID object, LocalDate from, LocalDate to) {
        return tasks(store.all(
                Criteria.where("object")
                        .is(object)
                        .and("state")
                        .in(COUNTED)
                        .and("ends")
                        .greaterThanOrEquals(from)
                        .and("starts")
                        .lessThanOrEquals(to),
                TaskRow.class,
                Sort.by("starts", "number")));
    }

    /** Tasks in some states that do not end before a day, by number. */
    List<Task> in(TaskState state, LocalDate endsFrom) {
        return tasks(store.all(
                Criteria.where("state").is(state).and("ends").greaterThanOrEquals(endsFrom),
                TaskRow.class,
                Sort.by("number")));
    }

    String newNumber(String body, int year) {
        return "RW-%s-%d-%05d".formatted(body, year, store.next("inspection_task_number"));
    }

    private static List<Task> tasks(List<TaskRow> rows) {
        return rows.stream().map(TaskRow::task).toList();
    }
}
