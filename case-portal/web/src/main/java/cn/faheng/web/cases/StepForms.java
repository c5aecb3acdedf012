package cn.faheng.web.cases;

import cn.faheng.casework.cases.CaseView;
import cn.faheng.engine.steps.LawfulStep;
import cn.faheng.web.show.Show;
import java.time.LocalDateTime;
import java.util.List;

/** Makes the forms of steps from the records of their entries. */
final class StepForms {

    private final Show show;
    private final Labels labels;
    private final FieldOptions options;

    StepForms(CaseView view, Show show, LocalDateTime now) {
        this.show = show;
        this.labels = new Labels(show);
        this.options = new FieldOptions(view, show, now);
    }

    StepForm of(LawfulStep step, StepKind kind) {
        List<FormField> all = EntryShape.of(kind.kind()).stream()
                .filter(field -> !kind.fixed().containsKey(field.name()))
                .filter(field -> field.kind() != FieldKind.ACT)
                .map(field -> new FormField(field, labels.of(field), labels.hint(field), choices(step, field)))
                .toList();
        return new StepForm(
                step,
                StepWords.title(step, show),
                all.stream().filter(field -> !field.isTick()).toList(),
                all.stream().filter(FormField::isTick).toList());
    }

    /** A decision not to punish offers every outcome but the penalty. */
    private List<Option> choices(LawfulStep step, EntryField field) {
        boolean unpunished =
                step.name().equals("unpunishedDecided") && field.name().equals("outcome");
        return options.of(field).stream()
                .filter(option -> !(unpunished && option.value().equals("PENALTY")))
                .toList();
    }
}
