package cn.faheng.server.receipts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Where two documents differ. */
final class JsonDifferences {

    private final List<String> found = new ArrayList<>();
    private final int most;

    private JsonDifferences(int most) {
        this.most = most;
    }

    /** JSON pointers of the deepest nodes that differ, at most {@code most}. */
    static List<String> between(JsonNode a, JsonNode b, int most) {
        JsonDifferences differences = new JsonDifferences(most);
        differences.compare("", a, b);
        return differences.found;
    }

    private void compare(String pointer, JsonNode a, JsonNode b) {
        if (found.size() >= most || a.equals(b)) {
            return;
        }
        if (a.isObject() && b.isObject()) {
            Set<String> names = new TreeSet<>(a.propertyNames());
            names.addAll(b.propertyNames());
            names.forEach(name ->
                    compare(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), a.path(name), b.path(name)));
        } else if (a.isArray() && b.isArray() && a.size() == b.size()) {
            for (int i = 0; i < a.size(); i++) {
                compare(pointer + "/" + i, a.get(i), b.get(i));
            }
        } else {
            found.add(pointer);
        }
    }
}
