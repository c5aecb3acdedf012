package cn.faheng.drafting.difference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects differences in order. */
final class Changes {

    private final List<Change> all = new ArrayList<>();

    List<Change> all() {
        return List.copyOf(all);
    }

    void compare(String part, String where, @Nullable String before, @Nullable String after) {
        if (Objects.equals(before, after)) {
            return;
        }
        Change.Kind kind = Change.Kind.CHANGED;
        if (before == null) {
            kind = Change.Kind.ADDED;
        } else if (after == null) {
            kind = Change.Kind.REMOVED;
        }
        all.add(new Change(part, where, kind, before, after));
    }

    /** Compares two lists of texts as sets: what is gone, and what is new. */
    void compareLists(String part, String where, List<String> before, List<String> after) {
        before.stream().filter(text -> !after.contains(text)).forEach(text -> compare(part, where, text, null));
        after.stream().filter(text -> !before.contains(text)).forEach(text -> compare(part, where, null, text));
    }

    /** Things by name, in order. */
    static Map<String, String> named() {
        return new LinkedHashMap<>();
    }

    /** Compares what two maps say under the same name. */
    void compareMaps(String part, Map<String, String> before, Map<String, String> after) {
        before.forEach((name, text) -> compare(part, name, text, after.get(name)));
        after.forEach((name, text) -> {
            if (!before.containsKey(name)) {
                compare(part, name, null, text);
            }
        });
    }
}
