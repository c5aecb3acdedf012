package cn.faheng.authoring.drafts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Brings two changes of one text together, member by member; lists whose elements have an id or a name element by element. */
final class ThreeWayMerge {

    private static final List<String> KEYS = List.of("id", "name", "value");

    private final List<Conflict> conflicts = new ArrayList<>();

    /**
     * A place that both changed, each in its own way.
     *
     * @param where JSON pointer into the content, with ids instead of positions
     * @param mine what the one wanted
     * @param theirs what the other one wanted
     */
    record Conflict(String where, String mine, String theirs) {}

    List<Conflict> conflicts() {
        return List.copyOf(conflicts);
    }

    /** The text with both changes; where both changed the same place it keeps theirs and notes a conflict. */
    JsonNode merge(JsonNode base, JsonNode mine, JsonNode theirs) {
        return Optional.ofNullable(merge("", base, mine, theirs)).orElse(theirs);
    }

    private @Nullable JsonNode merge(
            String where, @Nullable JsonNode base, @Nullable JsonNode mine, @Nullable JsonNode theirs) {
        if (same(mine, theirs) || same(base, mine)) {
            return theirs;
        }
        if (same(base, theirs)) {
            return mine;
        }
        if (mine instanceof ObjectNode m && theirs instanceof ObjectNode t) {
            return objects(where, base instanceof ObjectNode b ? b : JsonNodeFactory.instance.objectNode(), m, t);
        }
        if (mine instanceof ArrayNode m && theirs instanceof ArrayNode t && base instanceof ArrayNode b) {
            String key = key(b, m, t);
            if (key != null) {
                return lists(where, key, b, m, t);
            }
        }
        conflicts.add(new Conflict(where, text(mine), text(theirs)));
        return theirs;
    }

    private static boolean same(@Nullable JsonNode a, @Nullable JsonNode b) {
        return a == null ? b == null : a.equals(b);
    }

    private static String text(@Nullable JsonNode node) {
        return node == null ? "（删除）" : node.isString() ? node.stringValue() : node.toString();
    }

    private ObjectNode objects(String where, ObjectNode base, ObjectNode mine, ObjectNode theirs) {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        Set<String> names = new LinkedHashSet<>(theirs.propertyNames());
        names.addAll(mine.propertyNames());
        for (String name : names) {
            JsonNode value = merge(where + "/" + name, base.get(name), mine.get(name), theirs.get(name));
            if (value != null) {
                merged.set(name, value);
            }
        }
        return merged;
    }

    /** Their order; what is new on my side stands behind the element it stands behind there. */
    private ArrayNode lists(String where, String key, ArrayNode base, ArrayNode mine, ArrayNode theirs) {
        Map<String, JsonNode> b = byKey(key, base);
        Map<String, JsonNode> m = byKey(key, mine);
        Map<String, JsonNode> t = byKey(key, theirs);
        List<String> order = new ArrayList<>(t.keySet());
        String before = null;
        for (String name : m.keySet()) {
            if (!order.contains(name)) {
                order.add(before == null ? 0 : order.indexOf(before) + 1, name);
            }
            before = name;
        }
        ArrayNode merged = JsonNodeFactory.instance.arrayNode();
        for (String name : order) {
            JsonNode value = merge(where + "/" + name, b.get(name), m.get(name), t.get(name));
            if (value != null) {
                merged.add(value);
            }
        }
        return merged;
    }

    private static Map<String, JsonNode> byKey(String key, ArrayNode list) {
        Map<String, JsonNode> elements = new LinkedHashMap<>();
        list.forEach(element -> elements.put(element.path(key).asString(""), element));
        return elements;
    }

    /** The member that names the elements of all three lists, or null where none does. */
    private static @Nullable String key(ArrayNode... lists) {
        for (String key : KEYS) {
            boolean names = true;
            for (ArrayNode list : lists) {
                names &= byKey(key, list).size() == list.size()
                        && !byKey(key, list).containsKey("");
            }
            if (names) {
                return key;
            }
        }
        return null;
    }
}
