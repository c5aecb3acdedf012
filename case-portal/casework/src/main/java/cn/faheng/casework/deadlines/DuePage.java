package cn.faheng.casework.deadlines;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of deadlines.
 *
 * @param lines the deadlines
 * @param next key with which the next page is asked for, or null where there is none
 */
public record DuePage(List<Deadline> lines, @Nullable String next) {
    public DuePage {
        lines = List.copyOf(lines);
    }
}
