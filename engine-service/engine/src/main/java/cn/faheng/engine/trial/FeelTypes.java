package cn.faheng.engine.trial;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.chrono.ChronoPeriod;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNType;
import org.kie.dmn.feel.runtime.FEELFunction;
import org.kie.dmn.feel.runtime.Range;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Names of FEEL's types, of values and of declarations. */
final class FeelTypes {

    static final String ANY = "Any";

    private static final Set<String> SIMPLE = Set.of(
            "number",
            "string",
            "boolean",
            "date",
            "time",
            "date and time",
            "years and months duration",
            "days and time duration",
            "duration",
            "range",
            "function",
            "list",
            "context");

    private FeelTypes() {}

    /** The type of a FEEL value. */
    static String of(@Nullable Object value) {
        if (value == null) {
            return "null";
        } else if (value instanceof Number) {
            return "number";
        } else if (value instanceof String || value instanceof Character) {
            return "string";
        } else if (value instanceof Boolean) {
            return "boolean";
        } else if (value instanceof LocalDate) {
            return "date";
        } else if (value instanceof LocalDateTime
                || value instanceof OffsetDateTime
                || value instanceof ZonedDateTime) {
            return "date and time";
        } else if (value instanceof Duration) {
            return "days and time duration";
        } else if (value instanceof ChronoPeriod) {
            return "years and months duration";
        } else if (value instanceof TemporalAccessor) {
            return "time";
        } else if (value instanceof Range) {
            return "range";
        } else if (value instanceof FEELFunction) {
            return "function";
        } else if (value instanceof Collection) {
            return "list";
        } else if (value instanceof Map) {
            return "context";
        }
        return ANY;
    }

    /** The simple type that a declared type comes down to; {@link #ANY} where it has none. */
    static String simple(@Nullable DMNType type) {
        for (DMNType t = type; t != null; t = t.getBaseType()) {
            if (t.isComposite()) {
                return "context";
            }
            String name = String.valueOf(t.getName());
            String known = known(name);
            if (known != null && t.getBaseType() == null) {
                return known;
            }
        }
        return ANY;
    }

    /** A type's name as FEEL writes it, or null; {@code dateTime} and its like are old spellings. */
    static @Nullable String known(String name) {
        return switch (name) {
            case "dateTime" -> "date and time";
            case "dayTimeDuration" -> "days and time duration";
            case "yearMonthDuration" -> "years and months duration";
            default -> SIMPLE.contains(name.toLowerCase(Locale.ROOT)) ? name.toLowerCase(Locale.ROOT) : null;
        };
    }

    /** How many lists a declared type puts around its values: by itself and by the types it rests on. */
    static int lists(@Nullable DMNType type) {
        int lists = 0;
        for (DMNType t = type; t != null; t = t.getBaseType()) {
            // To the library the type of anything is a collection too.
            boolean anything =
                    t.getBaseType() == null && !t.isComposite() && known(String.valueOf(t.getName())) == null;
            if (t.isCollection() && !anything) {
                lists++;
            }
        }
        return lists;
    }

    /** The fields of a declared type, of itself or of a type it rests on. */
    static Map<String, DMNType> fields(@Nullable DMNType type) {
        for (DMNType t = type; t != null; t = t.getBaseType()) {
            if (t.isComposite() && !t.getFields().isEmpty()) {
                return t.getFields();
            }
        }
        return Map.of();
    }

    /** Describes a declared type in {@code node}. */
    static void describe(@Nullable DMNType type, ObjectNode node) {
        describe(type, node, lists(type), new ArrayList<>());
    }

    private static void describe(@Nullable DMNType type, ObjectNode node, int lists, List<DMNType> within) {
        if (lists > 0) {
            node.put("type", "list");
            describe(type, node.putObject("items"), lists - 1, within);
            return;
        }
        Map<String, DMNType> fields = fields(type);
        node.put("type", fields.isEmpty() ? simple(type) : "context");
        if (type == null) {
            return;
        }
        if (type.getName() != null
                && known(type.getName()) == null
                && !simple(type).equals(type.getName())) {
            node.put("typeName", type.getName());
        }
        constraints(type, node);
        if (!fields.isEmpty() && !within.contains(type)) {
            within.add(type);
            ObjectNode parts = node.putObject("fields");
            fields.forEach((name, part) -> describe(part, parts.putObject(name), lists(part), within));
            within.remove(type);
        }
    }

    private static void constraints(DMNType type, ObjectNode node) {
        if (!type.getAllowedValues().isEmpty()) {
            ArrayNode allowed = node.putArray("allowedValues");
            type.getAllowedValues().forEach(test -> allowed.add(test.toString()));
        }
        if (!type.getTypeConstraint().isEmpty()) {
            ArrayNode constraint = node.putArray("typeConstraint");
            type.getTypeConstraint().forEach(test -> constraint.add(test.toString()));
        }
    }
}
