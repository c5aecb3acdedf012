package cn.faheng.server.problems;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with a request and what to do about it.
 *
 * @param type the type
 * @param detail what happened here and what to do, in Chinese
 * @param members further members, each for the type
 * @param errors field by field
 */
public record Problem(ProblemType type, String detail, Map<String, Object> members, List<FieldError> errors) {

    public Problem {
        members = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(members));
        errors = List.copyOf(errors);
    }

    /** A problem whose detail is the remedy of its type. */
    public static Problem of(ProblemType type) {
        return new Problem(type, type.remedy(), Map.of(), List.of());
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, Map.of(), List.of());
    }

    /** The problem of one or more fields; its type is that of the first. */
    public static Problem ofFields(List<FieldError> errors) {
        FieldError first = errors.get(0);
        ProblemType type = ProblemType.ofSlug(first.code()).orElse(ProblemType.MALFORMED_REQUEST);
        String more = errors.size() == 1 ? "" : "（共" + errors.size() + "处，见 errors。）";
        return new Problem(type, first.detail() + more, Map.of(), errors);
    }

    public static Problem ofParameter(String parameter, String detail) {
        FieldError error = new FieldError(null, parameter, ProblemType.INVALID_PARAMETER.slug(), detail);
        return new Problem(ProblemType.INVALID_PARAMETER, detail, Map.of(), List.of(error));
    }

    public Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(type, detail, more, errors);
    }

    /** The members of the document. */
    public Map<String, Object> document(@Nullable String instance, String traceId) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", type.uri());
        document.put("title", type.title());
        document.put("status", type.status());
        document.put("detail", detail);
        if (instance != null) {
            document.put("instance", instance);
        }
        document.putAll(members);
        if (!errors.isEmpty()) {
            document.put("errors", errors.stream().map(FieldError::document).toList());
        }
        document.put("traceId", traceId);
        return document;
    }

    /**
     * What is wrong with one field.
     *
     * @param pointer JSON pointer into the body, or null
     * @param parameter name of a parameter, or null
     * @param code slug
     * @param detail what to do, in Chinese
     */
    public record FieldError(@Nullable String pointer, @Nullable String parameter, String code, String detail) {

        public static FieldError at(String pointer, ProblemType type, String detail) {
            return new FieldError(pointer, null, type.slug(), detail);
        }

        Map<String, Object> document() {
            Map<String, Object> document = new LinkedHashMap<>();
            if (pointer != null) {
                document.put("pointer", pointer);
            }
            if (parameter != null) {
                document.put("parameter", parameter);
            }
            document.put("code", code);
            document.put("detail", detail);
            return document;
        }
    }

    /** Collects the errors of the fields of one request. */
    public static final class Errors {
        private final List<FieldError> found = new ArrayList<>();

        public void add(String pointer, ProblemType type, String detail) {
            found.add(FieldError.at(pointer, type, detail));
        }

        public boolean isEmpty() {
            return found.isEmpty();
        }

        /** Throws a {@link ProblemException} where there are errors. */
        public void throwIfAny() {
            if (!found.isEmpty()) {
                throw new ProblemException(ofFields(found));
            }
        }
    }
}
