package cn.faheng.server.audit;

import cn.faheng.server.canonical.CanonicalJson;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the details of an entry as canonical JSON: whole numbers and truth values as such, everything else as text. */
final class AuditDetails {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private AuditDetails() {}

    static String canonical(Map<String, ?> details) {
        return CanonicalJson.of(object(details));
    }

    private static ObjectNode object(Map<?, ?> map) {
        ObjectNode object = NODES.objectNode();
        map.forEach((name, value) -> {
            if (value != null) {
                object.set(clean(String.valueOf(name)), node(value));
            }
        });
        return object;
    }

    private static JsonNode node(@Nullable Object value) {
        if (value == null) {
            return NODES.nullNode();
        } else if (value instanceof Map<?, ?> map) {
            return object(map);
        } else if (value instanceof Iterable<?> many) {
            ArrayNode array = NODES.arrayNode();
            many.forEach(one -> array.add(node(one)));
            return array;
        } else if (value instanceof Object[] many) {
            return node(Arrays.asList(many));
        } else if (value instanceof Boolean truth) {
            return NODES.booleanNode(truth);
        } else if (value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte) {
            return NODES.numberNode(((Number) value).longValue());
        } else if (value instanceof BigInteger number) {
            return NODES.numberNode(number);
        } else if (value instanceof Enum<?> constant) {
            return NODES.stringNode(constant.name());
        } else {
            return NODES.stringNode(clean(String.valueOf(value)));
        }
    }

    /** Text as the database and every reader of UTF-8 can hold it: no NUL, no half of a character. */
    static String clean(String text) {
        boolean fine = true;
        for (int i = 0; i < text.length() && fine; i++) {
            char c = text.charAt(i);
            fine = c != 0 && !Character.isSurrogate(c);
        }
        if (fine) {
            return text;
        }
        StringBuilder cleaned = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> cleaned.appendCodePoint(
                        c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? 0xfffd : c));
        return cleaned.toString();
    }
}
