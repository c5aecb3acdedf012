package cn.faheng.engine.trial;

import cn.faheng.engine.trial.TrialException.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNType;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.feel.runtime.Range;
import org.kie.dmn.feel.runtime.Range.RangeBoundary;
import org.kie.dmn.feel.runtime.impl.RangeImpl;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** JSON to FEEL values, by the declared type or by the type that the value itself names. */
final class InputValues {

    static final String TYPE = "@type";
    static final String VALUE = "@value";

    private static final int DEEPEST = 100;
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,500}(\\.\\d{0,500})?|\\.\\d{1,500})([eE][+-]?\\d{1,4})?");

    private InputValues() {}

    /** The FEEL value of {@code json} as a value of {@code type}, which may be null. */
    static @Nullable Object read(JsonNode json, @Nullable DMNType type, String pointer) {
        return read(json, type, FeelTypes.lists(type), pointer, 0);
    }

    private static @Nullable Object read(JsonNode json, @Nullable DMNType type, int lists, String pointer, int depth) {
        if (depth > DEEPEST) {
            throw new TrialException(Reason.REFUSED, pointer, "输入的嵌套超过 " + DEEPEST + " 层；请简化。");
        }
        if (json.isNull() || json.isMissingNode()) {
            return null;
        }
        if (json.isObject() && json.path(TYPE).isString()) {
            return named(json, pointer, depth);
        }
        if (json instanceof ArrayNode array) {
            List<@Nullable Object> list = new ArrayList<>();
            for (int i = 0; i < array.size(); i++) {
                list.add(read(array.get(i), type, Math.max(0, lists - 1), pointer + "/" + i, depth + 1));
            }
            return list;
        }
        Map<String, DMNType> fields = FeelTypes.fields(type);
        if (json.isObject()) {
            Map<String, @Nullable Object> context = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry : json.properties()) {
                DMNType part = fields.get(entry.getKey());
                context.put(
                        entry.getKey(),
                        read(entry.getValue(), part, FeelTypes.lists(part), below(pointer, entry.getKey()), depth + 1));
            }
            return context;
        }
        return scalar(json, FeelTypes.simple(type), pointer);
    }

    static String below(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** {@code {"@type": "date", "@value": "2026-08-15"}}. */
    private static @Nullable Object named(JsonNode json, String pointer, int depth) {
        String type = FeelTypes.known(json.path(TYPE).asString());
        JsonNode value = json.path(VALUE);
        if (type == null || type.equals("function") || value.isMissingNode()) {
            throw wrong(
                    pointer,
                    "@type 应当是 number、string、boolean、date、time、date and time、years and months duration、"
                            + "days and time duration、range、list 或者 context，并同时给出 @value");
        }
        if (value.isNull()) {
            return null;
        }
        return switch (type) {
            case "range" -> range(value, pointer + "/" + VALUE, depth);
            case "list", "context" -> {
                if (value.isArray() != type.equals("list") || value.isObject() != type.equals("context")) {
                    throw wrong(pointer + "/" + VALUE, "应当是" + (type.equals("list") ? "数组" : "对象"));
                }
                yield read(value, null, 0, pointer + "/" + VALUE, depth + 1);
            }
            default -> scalar(value, type, pointer + "/" + VALUE);
        };
    }

    private static Range range(JsonNode value, String pointer, int depth) {
        Object start = read(value.path("start"), null, 0, pointer + "/start", depth + 1);
        Object end = read(value.path("end"), null, 0, pointer + "/end", depth + 1);
        if (!value.isObject()
                || (start != null && !(start instanceof Comparable))
                || (end != null && !(end instanceof Comparable))) {
            throw wrong(pointer, "范围应当写作 {\"start\": …, \"end\": …, \"startIncluded\": true, \"endIncluded\": true}");
        }
        return new RangeImpl(
                boundary(value.path("startIncluded")),
                (Comparable<?>) start,
                (Comparable<?>) end,
                boundary(value.path("endIncluded")));
    }

    private static RangeBoundary boundary(JsonNode included) {
        return included.asBoolean(true) ? RangeBoundary.CLOSED : RangeBoundary.OPEN;
    }

    private static Object scalar(JsonNode json, String type, String pointer) {
        if (json.isObject() || json.isArray()) {
            throw wrong(pointer, "应当是 " + type + "，不是数组或者对象");
        }
        return switch (type) {
            case "number" -> number(json, pointer);
            case "string" -> {
                if (!json.isString()) {
                    throw wrong(pointer, "应当是字符串");
                }
                yield json.asString();
            }
            case "boolean" -> {
                if (!json.isBoolean()) {
                    throw wrong(pointer, "应当是 true 或者 false");
                }
                yield json.asBoolean();
            }
            case "date" -> temporal(json, type, BuiltInType.DATE, "2026-08-15", pointer);
            case "time" -> temporal(json, type, BuiltInType.TIME, "10:15:00+08:00", pointer);
            case "date and time" -> temporal(json, type, BuiltInType.DATE_TIME, "2026-08-15T10:15:00+08:00", pointer);
            case "years and months duration" -> temporal(json, type, BuiltInType.DURATION, "P1Y2M", pointer);
            case "days and time duration" -> temporal(json, type, BuiltInType.DURATION, "P1DT2H", pointer);
            case "duration" -> temporal(json, type, BuiltInType.DURATION, "P1Y2M 或者 P1DT2H", pointer);
            default -> natural(json, pointer);
        };
    }

    private static Object natural(JsonNode json, String pointer) {
        if (json.isNumber()) {
            return number(json, pointer);
        }
        return json.isBoolean() ? json.asBoolean() : json.asString();
    }

    private static BigDecimal number(JsonNode json, String pointer) {
        String text = json.isNumber() || json.isString() ? json.asString() : "";
        if (json.isNumber()) {
            text = json.isBigDecimal() ? json.decimalValue().toString() : json.asString();
        }
        if (!NUMBER.matcher(text).matches()) {
            throw wrong(pointer, "应当是数（可以写成字符串以保留全部数位），指数不超过四位");
        }
        return new BigDecimal(text);
    }

    private static Object temporal(JsonNode json, String type, BuiltInType feel, String example, String pointer) {
        Object value = json.isString() && !json.asString().equals("null") ? feel.fromString(json.asString()) : null;
        if (value == null) {
            throw wrong(pointer, "应当是 " + type + "，写作 \"" + example + "\"");
        }
        String actual = FeelTypes.of(value);
        if (!type.equals("duration") && !actual.equals(type)) {
            throw wrong(pointer, "应当是 " + type + "，写作 \"" + example + "\"；这里是 " + actual);
        }
        return Objects.requireNonNull(value);
    }

    private static TrialException wrong(String pointer, String what) {
        return new TrialException(Reason.WRONG_INPUT, pointer, "输入 " + pointer + " 的类型不对：" + what + "。");
    }
}
