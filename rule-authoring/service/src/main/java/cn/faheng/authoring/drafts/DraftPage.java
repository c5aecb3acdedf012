package cn.faheng.authoring.drafts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of drafts, the newest first.
 *
 * @param drafts the drafts
 * @param next {@code before} of the next page, or null on the last one
 */
public record DraftPage(List<Draft> drafts, @Nullable Long next) {
    public DraftPage {
        drafts = List.copyOf(drafts);
    }
}
