package cn.faheng.casework.inspections;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two planned checks of one object that are better done as one (综合查一次).
 *
 * @param one the task with the lower number
 * @param other the other task
 * @param reasons why
 * @param agreed names of the bodies whose head has agreed so far
 * @param joint the joint task, or null
 */
public record Merge(Task one, Task other, List<String> reasons, List<String> agreed, @Nullable UUID joint) {
    public Merge {
        reasons = List.copyOf(reasons);
        agreed = List.copyOf(agreed);
    }
}
