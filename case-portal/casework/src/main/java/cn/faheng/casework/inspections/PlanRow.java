package cn.faheng.casework.inspections;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A plan as it is stored: what lists ask for in columns, all of it in the content. */
@Table(schema = "casework", name = "inspection_plan")
record PlanRow(
        @Id UUID id,
        @Version int revision,
        String number,
        int planVersion,
        String body,
        int year,
        String state,
        LocalDate starts,
        LocalDate ends,
        UUID formKey,
        String content) {

    static PlanRow of(Plan plan) {
        PlanDraft draft = plan.draft();
        return new PlanRow(
                plan.id(),
                plan.revision(),
                plan.number(),
                plan.version(),
                draft.body(),
                draft.year(),
                plan.state().name(),
                draft.starts(),
                draft.ends(),
                plan.formKey(),
                Json.MAPPER.writeValueAsString(plan));
    }

    Plan plan() {
        return Json.MAPPER.readValue(content, Plan.class).at(revision);
    }
}
