package cn.faheng.engine.trial;

import cn.faheng.engine.trial.TrialException.Reason;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.runtime.FEELFunction;
import org.kie.dmn.feel.runtime.Range;
import org.kie.dmn.feel.util.TypeUtil;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** FEEL values to JSON: the value as anyone would write it, and beside it its type. */
final class ResultValues {

    private static final int DEEPEST = 100;
    private static final int MOST = 200_000;
    private static final int MOST_DIGITS = 100;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private int count;

    /** Puts {@code value}, {@code type} and what the type holds into {@code node}. */
    void put(@Nullable Object value, ObjectNode node) {
        node.set("value", json(value, 0));
        type(value, node, 0);
    }

    private JsonNode json(@Nullable Object value, int depth) {
        if (++count > MOST || depth > DEEPEST) {
            throw new TrialException(
                    Reason.TOO_EXPENSIVE, "/model", "结果太大（超过 " + MOST + " 个值或者 " + DEEPEST + " 层）；请让模型只给出需要的内容。");
        }
        if (value == null) {
            return NODES.nullNode();
        } else if (value instanceof Number number) {
            return number(number);
        } else if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        } else if (value instanceof Collection<?> list) {
            ArrayNode array = NODES.arrayNode();
            list.forEach(item -> array.add(json(item, depth + 1)));
            return array;
        } else if (value instanceof Map<?, ?> context) {
            ObjectNode object = NODES.objectNode();
            context.forEach((name, part) -> object.set(String.valueOf(name), json(part, depth + 1)));
            return object;
        } else if (value instanceof Range range) {
            ObjectNode object = NODES.objectNode();
            object.set("start", json(range.getLowEndPoint(), depth + 1));
            object.set("end", json(range.getHighEndPoint(), depth + 1));
            object.put("startIncluded", range.getLowBoundary() == Range.RangeBoundary.CLOSED);
            object.put("endIncluded", range.getHighBoundary() == Range.RangeBoundary.CLOSED);
            return object;
        } else if (value instanceof FEELFunction function) {
            return function(function);
        }
        return NODES.stringNode(TypeUtil.formatValue(value, false));
    }

    private static JsonNode number(Number number) {
        BigDecimal given = number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
        // Rounding to thousands of places leaves as many zeros, which no reader of JSON takes.
        BigDecimal value = given.precision() > MOST_DIGITS ? given.stripTrailingZeros() : given;
        // Whole numbers are written out; what is longer keeps its exponent.
        return NODES.numberNode(value.scale() < 0 && value.scale() > -100 ? value.setScale(0) : value);
    }

    private static JsonNode function(FEELFunction function) {
        ObjectNode object = NODES.objectNode();
        object.put("name", function.getName());
        ArrayNode parameters = object.putArray("parameters");
        if (!function.getParameters().isEmpty()) {
            function.getParameters().get(0).forEach(parameter -> parameters.add(parameter.prettyFEEL()));
        }
        return object;
    }

    private static void type(@Nullable Object value, ObjectNode node, int depth) {
        node.put("type", FeelTypes.of(value));
        if (depth > DEEPEST) {
            return;
        }
        if (value instanceof Collection<?> list && !list.isEmpty()) {
            Set<ObjectNode> kinds = new LinkedHashSet<>();
            ArrayNode each = NODES.arrayNode();
            for (Object item : list) {
                ObjectNode kind = NODES.objectNode();
                type(item, kind, depth + 1);
                kinds.add(kind);
                each.add(kind);
            }
            if (kinds.size() == 1) {
                node.set("items", each.get(0));
            } else {
                node.set("itemTypes", each);
            }
        } else if (value instanceof Map<?, ?> context) {
            ObjectNode fields = node.putObject("fields");
            context.forEach((name, part) -> type(part, fields.putObject(String.valueOf(name)), depth + 1));
        } else if (value instanceof Range range) {
            Object end = range.getLowEndPoint() == null ? range.getHighEndPoint() : range.getLowEndPoint();
            type(end, node.putObject("items"), depth + 1);
        }
    }
}
