package cn.faheng.web.cases;

import java.util.List;

/**
 * A field of a form as its page shows it.
 *
 * @param field what it asks for
 * @param label what it is called
 * @param hint what the law demands, or empty
 * @param options what can be chosen
 */
public record FormField(EntryField field, String label, String hint, List<Option> options) {

    public FormField {
        options = List.copyOf(options);
    }

    public String id() {
        return field.id();
    }

    public String name() {
        return field.field();
    }

    /** Name of the fragment that shows it. */
    public String fragment() {
        return field.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public boolean required() {
        return field.required();
    }

    /** Whether it is a tick, which pages show side by side. */
    public boolean isTick() {
        return field.kind() == FieldKind.TICK;
    }

    /** Whether there is little to choose from, so that all of it is shown at once. */
    public boolean showsAll() {
        return options.size() <= 4
                && options.stream().mapToInt(o -> o.label().length()).sum() <= 48;
    }

    /** Name of a part of it. */
    public String part(String part) {
        return field.part(part);
    }

    /** Id of a part of it. */
    public String partId(String part) {
        return EntryField.id(field.name() + "." + part);
    }
}
