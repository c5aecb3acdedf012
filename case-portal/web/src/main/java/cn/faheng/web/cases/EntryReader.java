package cn.faheng.web.cases;

import cn.faheng.rules.casefile.Entries;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.EntryFormatException;
import cn.faheng.web.show.Show;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes an entry of what was typed into its form, and names every field that has to be corrected. */
final class EntryReader {

    private final StepKind step;
    private final Typed typed;
    private final Show show;
    private final Labels labels;
    private final Map<String, String> errors = new LinkedHashMap<>();
    private final ObjectNode tree = Entries.mapper().createObjectNode();

    EntryReader(StepKind step, MultiValueMap<String, String> values, Show show) {
        this.step = step;
        this.typed = new Typed(values);
        this.show = show;
        this.labels = new Labels(show);
    }

    /** What is wrong, by the id of the field. */
    Map<String, String> errors() {
        return errors;
    }

    /**
     * The entry, or empty where something has to be corrected.
     *
     * @param id its id within the file
     * @param own parts that a page of their own has read already, by component
     */
    Optional<Entry> read(String id, Map<String, ?> own) {
        tree.put("type", step.type());
        tree.put("id", id);
        for (EntryField field : EntryShape.of(step.kind())) {
            if (own.containsKey(field.name())) {
                tree.set(field.name(), Entries.mapper().valueToTree(own.get(field.name())));
            } else if (step.fixed().containsKey(field.name())) {
                tree.set(field.name(), Entries.mapper().valueToTree(step.fixed().get(field.name())));
            } else {
                read(field);
            }
        }
        return errors.isEmpty() ? entry() : Optional.empty();
    }

    private Optional<Entry> entry() {
        try {
            return Optional.of(Entries.read(tree, ""));
        } catch (EntryFormatException e) {
            String component = e.pointer().replaceFirst("^/", "").replaceFirst("/.*", "");
            errors.put(EntryField.id(component), show.text("cases.error.format", labels.of(step.kind(), component)));
            return Optional.empty();
        }
    }

    private void read(EntryField field) {
        switch (field.kind()) {
            case TICK -> tree.put(field.name(), typed.ticked(field.field()));
            case MOMENT ->
                put(field, text -> LocalDateTime.parse(text.replace(' ', 'T')).toString(), "cases.error.moment");
            case DATE -> put(field, text -> LocalDate.parse(text).toString(), "cases.error.date");
            case NUMBER -> number(field);
            case MONEY -> money(field);
            case SOME_OF -> some(field, typed.all(field.field()));
            case LINES -> some(field, typed.lines(field.field()));
            case PENALTIES -> tree.set(field.name(), new PenaltyRows(field, typed, show, errors).read());
            case INSTALMENTS -> tree.set(field.name(), new InstalmentRows(field, typed, show, errors).read());
            case GROUND -> ground(field);
            case REMEDIES -> remedies(field);
            case ACT -> {}
            case CHOICE, TEXT, WORDS, ONE_OF, ITEM, PLACE -> put(field, text -> text, "cases.error.format");
        }
    }

    private void put(EntryField field, Function<String, String> reading, String wrong) {
        String text = typed.text(field.field());
        if (text == null) {
            missing(field);
            return;
        }
        try {
            tree.put(field.name(), reading.apply(text));
        } catch (DateTimeException e) {
            wrong(field, wrong);
        }
    }

    /** Where a text may be empty, empty is what is put on record. */
    private void missing(EntryField field) {
        if (field.required()) {
            errors.put(
                    field.id(),
                    show.text(isChoice(field) ? "cases.error.choose" : "cases.error.required", labels.of(field)));
        } else if (!isNullable(field)) {
            tree.put(field.name(), "");
        }
    }

    private static boolean isChoice(EntryField field) {
        return field.kind() == FieldKind.CHOICE
                || field.kind() == FieldKind.ONE_OF
                || field.kind() == FieldKind.SOME_OF;
    }

    private static boolean isNullable(EntryField field) {
        for (var component : field.owner().getRecordComponents()) {
            if (component.getName().equals(field.name())) {
                return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            }
        }
        return true;
    }

    private void wrong(EntryField field, String key) {
        errors.put(field.id(), show.text(key, labels.of(field)));
    }

    private void number(EntryField field) {
        String text = typed.number(field.field());
        if (text == null) {
            missing(field);
        } else if (text.matches("\\d{1,9}")) {
            tree.put(field.name(), Integer.parseInt(text));
        } else {
            wrong(field, "cases.error.number");
        }
    }

    private void money(EntryField field) {
        String text = typed.number(field.field());
        if (text == null) {
            missing(field);
            return;
        }
        Long fen = Typed.fen(text);
        if (fen == null) {
            wrong(field, "cases.error.money");
        } else {
            tree.put(field.name(), fen);
        }
    }

    private void some(EntryField field, List<String> chosen) {
        if (chosen.isEmpty() && field.required()) {
            missing(field);
            return;
        }
        ArrayNode list = tree.putArray(field.name());
        chosen.forEach(list::add);
    }

    private void ground(EntryField field) {
        String code = typed.text(field.part("code"));
        String reasons = typed.text(field.part("reasons"));
        if (code == null && reasons == null) {
            return;
        }
        if (code == null) {
            errors.put(EntryField.id(field.name() + ".code"), show.text("cases.error.ground-code", labels.of(field)));
        } else if (reasons == null) {
            errors.put(
                    EntryField.id(field.name() + ".reasons"),
                    show.text("cases.error.ground-reasons", labels.of(field)));
        } else {
            tree.putObject(field.name()).put("code", code).put("reasons", reasons);
        }
    }

    private void remedies(EntryField field) {
        String days = typed.number(field.part("reconsiderationDays"));
        String months = typed.number(field.part("litigationMonths"));
        if (days == null && months == null) {
            return;
        }
        if ((days != null && !days.matches("\\d{1,4}")) || (months != null && !months.matches("\\d{1,3}"))) {
            errors.put(
                    EntryField.id(field.name() + ".reconsiderationDays"),
                    show.text("cases.error.number", labels.of(field)));
            return;
        }
        ObjectNode told = tree.putObject(field.name());
        told.put("reconsiderationDays", days == null ? 0 : Integer.parseInt(days));
        if (months != null) {
            told.put("litigationMonths", Integer.parseInt(months));
        }
        told.put("reconsiderationFirst", typed.ticked(field.part("reconsiderationFirst")));
        told.put(
                "reconsiderationBody",
                typed.value(field.part("reconsiderationBody")).strip());
        told.put("court", typed.value(field.part("court")).strip());
    }
}
