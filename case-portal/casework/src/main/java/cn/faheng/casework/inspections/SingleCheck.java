package cn.faheng.casework.inspections;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A check that was not drawn.
 *
 * @param kind complaint or follow-up
 * @param object id of the object
 * @param items codes of the inspection items
 * @param officers certificates of who is sent
 * @param starts first day
 * @param ends last day
 * @param ground number of the complaint or assignment, or what is followed up
 * @param follows the task it follows up, or null
 */
public record SingleCheck(
        Task.Kind kind,
        UUID object,
        List<String> items,
        List<String> officers,
        LocalDate starts,
        LocalDate ends,
        String ground,
        @Nullable UUID follows) {

    public SingleCheck {
        items = List.copyOf(items);
        officers = List.copyOf(officers);
    }
}
