package cn.faheng.rules.format;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What one reading made of files, by path and content, so that the next one takes over what did not change. Thread-safe. */
final class ReadFiles {

    private final Map<String, Object> before;
    private final Map<String, Object> used = new ConcurrentHashMap<>();

    ReadFiles(Map<String, Object> before) {
        this.before = before;
    }

    /** What the next reading starts with; what this one did not use is forgotten. */
    Map<String, Object> used() {
        return used;
    }

    <T> T get(String path, ResourceTree tree, Supplier<T> reading) {
        return get(path + "|" + tree.hash(path), reading);
    }

    /** What was made of {@code key} before, or what {@code reading} makes of it now; a failure is not remembered. */
    @SuppressWarnings("unchecked") // A key is always read by the same reading.
    <T> T get(String key, Supplier<T> reading) {
        Object known = before.get(key);
        T read = known != null ? (T) known : reading.get();
        used.put(key, read);
        return read;
    }
}
