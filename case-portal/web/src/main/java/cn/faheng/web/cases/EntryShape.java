package cn.faheng.web.cases;

import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Entry.Leave;
import cn.faheng.rules.casefile.Execution;
import cn.faheng.rules.casefile.Opening;
import cn.faheng.rules.casefile.Participants.ActRecorded;
import cn.faheng.rules.casefile.Participants.Circumstances;
import cn.faheng.rules.casefile.Proposing;
import cn.faheng.rules.casefile.Serving;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a form, read from the record of the entry that it makes. */
final class EntryShape {

    private static final Set<String> LONG = Set.of(
            "reasons",
            "grounds",
            "described",
            "summary",
            "content",
            "report",
            "minutes",
            "opinion",
            "result",
            "things",
            "demand",
            "disposal",
            "how",
            "proves",
            "cause");

    /** Texts that may be empty because the law does not always want them. */
    private static final Set<String> MAY_BE_EMPTY = Set.of("from", "law", "receivedBy", "refusalWitness");

    private EntryShape() {}

    /** All fields of a kind of entry; its id and the leave of others are not asked for. */
    static List<EntryField> of(Class<? extends Entry> kind) {
        List<EntryField> fields = new ArrayList<>();
        for (RecordComponent component : kind.getRecordComponents()) {
            if (!component.getName().equals("id") && component.getType() != Leave.class) {
                fields.add(field(kind, component));
            }
        }
        return fields;
    }

    private static EntryField field(Class<? extends Entry> kind, RecordComponent component) {
        Class<?> type = component.getType();
        FieldKind how = how(kind, component);
        List<Enum<?>> choices = type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .<Enum<?>>map(Enum.class::cast)
                        .toList()
                : List.of();
        return new EntryField(kind, component.getName(), how, choices, required(component, how));
    }

    private static boolean required(RecordComponent component, FieldKind how) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return switch (how) {
            case TICK, ACT, PENALTIES, INSTALMENTS, GROUND, REMEDIES, LINES -> false;
            case SOME_OF -> component.getName().equals("parties");
            default -> !nullable && !MAY_BE_EMPTY.contains(component.getName());
        };
    }

    private static FieldKind how(Class<? extends Entry> kind, RecordComponent component) {
        Class<?> type = component.getType();
        String name = component.getName();
        if (type.isEnum()) {
            return FieldKind.CHOICE;
        }
        if (type == Proposing.CodedGround.class) {
            return FieldKind.GROUND;
        }
        if (type == Circumstances.class || type == Map.class) {
            return FieldKind.ACT;
        }
        return switch (type.getSimpleName()) {
            case "LocalDateTime" -> FieldKind.MOMENT;
            case "LocalDate" -> FieldKind.DATE;
            case "boolean" -> FieldKind.TICK;
            case "int", "Integer" -> FieldKind.NUMBER;
            case "long", "Long" -> name.endsWith("Fen") ? FieldKind.MONEY : FieldKind.NUMBER;
            case "RemedyText" -> FieldKind.REMEDIES;
            case "List", "Set" -> several(component);
            case "String" -> text(kind, name);
            default -> throw new IllegalArgumentException(kind + " has a component no form can ask for: " + name);
        };
    }

    private static FieldKind several(RecordComponent component) {
        String of = component.getGenericType().getTypeName();
        if (of.contains(Proposing.Penalty.class.getName())) {
            return FieldKind.PENALTIES;
        }
        if (of.contains(Execution.Instalment.class.getName())) {
            return FieldKind.INSTALMENTS;
        }
        return switch (component.getName()) {
            case "officers", "collectedBy", "by", "parties" -> FieldKind.SOME_OF;
            default -> FieldKind.LINES;
        };
    }

    private static FieldKind text(Class<? extends Entry> kind, String name) {
        if (References.knows(kind, name)) {
            return FieldKind.ONE_OF;
        }
        if (name.equals("item")) {
            return FieldKind.ITEM;
        }
        if (name.equals("place") && kind == ActRecorded.class) {
            return FieldKind.PLACE;
        }
        boolean isShort = kind == Serving.Served.class || kind == Opening.InformantAnswered.class;
        return LONG.contains(name) && !isShort ? FieldKind.WORDS : FieldKind.TEXT;
    }
}
