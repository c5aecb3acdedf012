package cn.faheng.casework.directory;

import java.util.Arrays;
import java.util.List;

/**
 * A column of a table of master data, and the field of its form.
 *
 * @param key its key
 * @param heading its heading
 * @param type what stands in it
 * @param required whether it must be filled
 * @param longest most signs
 * @param choices what may be chosen; empty where anything may be written
 * @param example what may stand in it
 */
public record Column(
        String key, String heading, Type type, boolean required, int longest, List<Choice> choices, String example) {

    public Column {
        choices = List.copyOf(choices);
    }

    /** What stands in a column. */
    public enum Type {
        TEXT,
        LONG_TEXT,
        DATE,
        CHOICE,
        CHOICES,
        LINES
    }

    /**
     * One that may be chosen.
     *
     * @param code as it is stored
     * @param name as it is written in tables
     */
    public record Choice(String code, String name) {}

    static Column text(String key, String heading, boolean required, int longest, String example) {
        return new Column(key, heading, Type.TEXT, required, longest, List.of(), example);
    }

    static Column lines(String key, String heading, boolean required, String example) {
        return new Column(key, heading, Type.LINES, required, 2_000, List.of(), example);
    }

    static Column date(String key, String heading, boolean required, String example) {
        return new Column(key, heading, Type.DATE, required, 20, List.of(), example);
    }

    static Column choice(String key, String heading, boolean required, List<Choice> choices) {
        return new Column(
                key, heading, Type.CHOICE, required, 40, choices, choices.get(0).name());
    }

    static Column choices(String key, String heading, boolean required, List<Choice> choices) {
        return new Column(
                key,
                heading,
                Type.CHOICES,
                required,
                400,
                choices,
                choices.get(0).name());
    }

    /** The choices of an enumeration. */
    static <E extends Enum<E>> List<Choice> of(E[] values, java.util.function.Function<E, String> name) {
        return Arrays.stream(values)
                .map(value -> new Choice(value.name(), name.apply(value)))
                .toList();
    }
}
