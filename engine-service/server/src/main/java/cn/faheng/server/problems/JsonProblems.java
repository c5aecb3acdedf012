package cn.faheng.server.problems;

import cn.faheng.server.problems.Problem.FieldError;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says in Chinese what Jackson found wrong with a body. */
public final class JsonProblems {

    private static final Map<String, String> TYPES = Map.of(
            "String", "文本",
            "Boolean", "true 或 false",
            "Long", "整数",
            "Integer", "整数",
            "LocalDate", "日期（yyyy-mm-dd）",
            "List", "数组",
            "Set", "数组",
            "Map", "对象");

    private JsonProblems() {}

    /** The problem behind an exception of Jackson. */
    public static Problem of(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return Problem.of(ProblemType.MALFORMED_JSON, "JSON 嵌套太深，或者其中的文本、数字太长。");
        }
        if (e instanceof StreamReadException read) {
            return malformed(read);
        }
        String pointer = pointer(e);
        if (e instanceof UnrecognizedPropertyException unknown) {
            String known = unknown.getKnownPropertyIds() == null
                    ? ""
                    : unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining("、"));
            return field(
                    pointer,
                    ProblemType.UNKNOWN_FIELD,
                    "没有名为“" + shortened(unknown.getPropertyName()) + "”的字段。可用的字段：" + known + "。");
        }
        if (e instanceof ValueInstantiationException value) {
            return enumeration(pointer, value.getType().getRawClass());
        }
        if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
            return enumeration(pointer, format.getTargetType());
        }
        if (e instanceof MismatchedInputException mismatch) {
            String original = String.valueOf(mismatch.getOriginalMessage());
            if (pointer.isEmpty() && original.contains("end-of-input")) {
                return empty();
            }
            if (original.startsWith("Trailing token")) {
                return at(mismatch, "，正文之后还有多余的内容。");
            }
            return mismatch(pointer, mismatch.getTargetType());
        }
        return Problem.of(ProblemType.MALFORMED_JSON, "请求正文不是可以理解的 JSON。");
    }

    private static Problem malformed(StreamReadException e) {
        boolean twice = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate");
        return at(e, twice ? "有重复的字段名。" : "不是合法的 JSON。");
    }

    private static Problem at(JacksonException e, String what) {
        int line = Math.max(1, e.getLocation().getLineNr());
        int column = Math.max(1, e.getLocation().getColumnNr());
        return Problem.of(ProblemType.MALFORMED_JSON, "第" + line + "行第" + column + "列附近" + what)
                .with("line", line)
                .with("column", column);
    }

    /** The problem of a body that is not there. */
    static Problem empty() {
        return Problem.of(ProblemType.MALFORMED_JSON, "请求正文是空的。")
                .with("line", 1)
                .with("column", 1);
    }

    private static Problem enumeration(String pointer, Class<?> type) {
        Object[] constants = type.isEnum() ? type.getEnumConstants() : new Object[0];
        String allowed = Arrays.stream(constants).map(String::valueOf).collect(Collectors.joining("、"));
        boolean penaltyKind = type.getSimpleName().startsWith("PenaltyKind");
        return field(
                pointer,
                penaltyKind ? ProblemType.UNKNOWN_PENALTY_KIND : ProblemType.WRONG_TYPE,
                allowed.isEmpty() ? "值的写法不对。" : "应当是下列之一：" + allowed + "。");
    }

    private static Problem mismatch(String pointer, @Nullable Class<?> target) {
        String wanted = target == null ? null : TYPES.get(target.getSimpleName());
        if (target != null && target.isEnum()) {
            return enumeration(pointer, target);
        }
        return field(pointer, ProblemType.WRONG_TYPE, "应当是" + (wanted == null ? "对象" : wanted) + "。");
    }

    private static Problem field(String pointer, ProblemType type, String detail) {
        return Problem.ofFields(List.of(FieldError.at(pointer, type, detail)));
    }

    private static String pointer(JacksonException e) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            String name = step.getPropertyName();
            pointer.append('/');
            if (name != null) {
                pointer.append(shortened(name).replace("~", "~0").replace("/", "~1"));
            } else {
                pointer.append(step.getIndex());
            }
        }
        return pointer.toString();
    }

    private static String shortened(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60) + "…";
    }
}
