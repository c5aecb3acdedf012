package cn.faheng.casework.directory;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param lines the lines, in the order of their keys
 * @param next the key behind which the next page begins, or null on the last page
 */
public record Found<T>(List<T> lines, @Nullable String next) {
    public Found {
        lines = List.copyOf(lines);
    }

    /** The first {@code limit} of lines of which one more was read to see whether there is another page. */
    static <T> Found<T> cut(List<T> lines, int limit, Function<T, String> key) {
        return lines.size() > limit
                ? new Found<>(lines.subList(0, limit), key.apply(lines.get(limit - 1)))
                : new Found<>(lines, null);
    }

    <R> Found<R> map(Function<T, R> to) {
        return new Found<>(lines.stream().map(to).toList(), next);
    }
}
