package cn.faheng.web.cases;

import cn.faheng.engine.steps.LawfulStep;
import java.util.List;

/**
 * The form of a step.
 *
 * @param step what the law says of it
 * @param title what it is called
 * @param fields its fields, the ticks left out
 * @param ticks what is only ticked
 */
public record StepForm(LawfulStep step, String title, List<FormField> fields, List<FormField> ticks) {
    public StepForm {
        fields = List.copyOf(fields);
        ticks = List.copyOf(ticks);
    }
}
