package cn.faheng.server.casefiles;

import cn.faheng.contract.model.EntryFieldBody;
import cn.faheng.contract.model.EntryKindBody;
import cn.faheng.rules.casefile.Entries;
import cn.faheng.rules.casefile.Entry;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kinds of entries with their fields, read off the types that hold them. */
final class EntryKinds {

    private EntryKinds() {}

    static List<EntryKindBody> all() {
        return Entries.types().entrySet().stream()
                .map(kind -> new EntryKindBody()
                        .type(kind.getKey())
                        .part(part(kind.getValue()))
                        .fields(fields(kind.getValue())))
                .toList();
    }

    private static String part(Class<? extends Entry> kind) {
        return kind.getEnclosingClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static List<EntryFieldBody> fields(Class<?> kind) {
        return Arrays.stream(kind.getRecordComponents()).map(EntryKinds::field).toList();
    }

    private static EntryFieldBody field(RecordComponent component) {
        Class<?> type = component.getType();
        Class<?> element = element(component.getGenericType());
        Class<?> inner = element == null ? type : element;
        EntryFieldBody body = new EntryFieldBody()
                .name(component.getName())
                .type((element == null ? "" : "list of ") + word(inner))
                .required(isRequired(component));
        if (inner.isEnum()) {
            body.values(Arrays.stream(inner.getEnumConstants())
                    .map(Object::toString)
                    .toList());
        }
        if (inner.isRecord()) {
            body.fields(fields(inner));
        }
        return body;
    }

    private static @Nullable Class<?> element(Type type) {
        return type instanceof ParameterizedType list
                        && list.getRawType() instanceof Class<?> raw
                        && Collection.class.isAssignableFrom(raw)
                        && list.getActualTypeArguments()[0] instanceof Class<?> inner
                ? inner
                : null;
    }

    private static boolean isRequired(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && component.getType() != boolean.class
                && !Collection.class.isAssignableFrom(component.getType())
                && !Map.class.isAssignableFrom(component.getType());
    }

    private static String word(Class<?> type) {
        if (type == String.class) {
            return "text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "yes-no";
        }
        if (type == LocalDate.class) {
            return "date";
        }
        if (type == LocalDateTime.class) {
            return "moment";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "whole-number";
        }
        if (type.isEnum()) {
            return "choice";
        }
        return Map.class.isAssignableFrom(type) ? "map" : type.getSimpleName();
    }
}
