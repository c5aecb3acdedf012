package cn.faheng.casework.inspections;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A task as it is stored: what lists ask for in columns, all of it in the content. */
@Table(schema = "casework", name = "inspection_task")
record TaskRow(
        @Id UUID id,
        @Version int revision,
        String number,
        Task.Kind kind,
        @Nullable UUID plan,
        @Nullable UUID draw,
        UUID object,
        String body,
        List<String> bodies,
        List<String> officers,
        List<String> items,
        TaskState state,
        LocalDate starts,
        LocalDate ends,
        @Nullable LocalDate checkedOn,
        @Nullable LocalDate publishBy,
        UUID formKey,
        String content) {

    static TaskRow of(Task task) {
        Task.Order order = task.order();
        OnSiteRecord onSite = task.onSite();
        Task.Publication publication = task.publication();
        return new TaskRow(
                task.id(),
                task.revision(),
                task.number(),
                task.kind(),
                order.plan(),
                order.draw(),
                order.object().id(),
                order.body(),
                order.bodies(),
                order.officers().stream().map(Task.Sent::certificate).toList(),
                order.items().stream().map(PlanItem::code).toList(),
                task.state(),
                order.starts(),
                order.ends(),
                onSite == null ? null : onSite.day(),
                publication == null ? null : publication.by(),
                task.formKey(),
                Json.MAPPER.writeValueAsString(task));
    }

    Task task() {
        return Json.MAPPER.readValue(content, Task.class).at(revision);
    }
}
