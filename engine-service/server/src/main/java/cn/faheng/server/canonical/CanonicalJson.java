package cn.faheng.server.canonical;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Canonical JSON after RFC 8785: members sorted by UTF-16 code units, no white space, the shortest escapes. Only strings, integers,
 * booleans, arrays and objects occur; decimals are strings. Members that are null are left out, so that "not given" has one form.
 */
public final class CanonicalJson {

    private static final String HEX = "0123456789abcdef";

    private CanonicalJson() {}

    /** The canonical text; throws {@link IllegalArgumentException} for a number that is not an integer. */
    public static String of(JsonNode node) {
        StringBuilder text = new StringBuilder(4096);
        write(node, text);
        return text.toString();
    }

    /** SHA-256 of the canonical text in UTF-8, hexadecimal. */
    public static String hash(String canonical) {
        return Sha256.hex(canonical.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(JsonNode node, StringBuilder text) {
        if (node.isObject()) {
            object(node, text);
        } else if (node.isArray()) {
            text.append('[');
            String comma = "";
            for (JsonNode element : node) {
                text.append(comma);
                write(element, text);
                comma = ",";
            }
            text.append(']');
        } else if (node.isString()) {
            string(node.stringValue(), text);
        } else if (node.isIntegralNumber()) {
            text.append(node.bigIntegerValue());
        } else if (node.isBoolean()) {
            text.append(node.booleanValue());
        } else if (node.isNull()) {
            text.append("null");
        } else if (node.isNumber()) {
            throw new IllegalArgumentException("A decimal is written as text");
        } else {
            throw new IllegalArgumentException("Has no canonical form: " + node.getNodeType());
        }
    }

    private static void object(JsonNode node, StringBuilder text) {
        text.append('{');
        String[] comma = {""};
        node.properties().stream()
                .filter(member -> !member.getValue().isNull())
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .forEach(member -> {
                    text.append(comma[0]);
                    string(member.getKey(), text);
                    text.append(':');
                    write(member.getValue(), text);
                    comma[0] = ",";
                });
        text.append('}');
    }

    private static void string(String value, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < 0x20) {
                        text.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
