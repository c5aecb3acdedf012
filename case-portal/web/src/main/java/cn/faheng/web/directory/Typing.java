package cn.faheng.web.directory;

import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was typed into a form, and what is wrong with it.
 *
 * @param values field to text
 * @param errors field to what is wrong and what to do
 * @param refused why the whole was refused, or empty
 */
public record Typing(Map<String, String> values, Map<String, String> errors, String refused) {

    static Typing of(Map<String, String> values) {
        return new Typing(values, Map.of(), "");
    }

    /** The same after it was refused; the field of each problem is its pointer. */
    static Typing refused(Map<String, String> values, ProblemException e) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (Problem.FieldError error : e.problem().errors()) {
            String pointer = error.pointer();
            errors.merge(
                    pointer == null ? "" : pointer.replaceFirst("^/", ""), error.detail(), (one, two) -> one + two);
        }
        return new Typing(values, errors, errors.isEmpty() ? e.problem().detail() : "");
    }

    public boolean wrong() {
        return !errors.isEmpty() || !refused.isEmpty();
    }

    public String value(String key) {
        return values.getOrDefault(key, "");
    }

    public String error(String key) {
        return errors.getOrDefault(key, "");
    }

    /** Whether one of several was chosen. */
    public boolean chosen(String key, String code, String name) {
        return List.of(value(key).split("[、,，；;]", -1)).stream()
                .map(String::strip)
                .anyMatch(part -> part.equals(code) || part.equals(name));
    }
}
