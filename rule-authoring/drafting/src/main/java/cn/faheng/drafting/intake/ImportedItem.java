package cn.faheng.drafting.intake;

import cn.faheng.drafting.draft.DraftContent;
import java.util.List;

/**
 * One item found in a file.
 *
 * @param sourceId number of the item in its source
 * @param title its name in its source
 * @param content the draft that was made of it
 * @param status whether anything is left open
 * @param cells the cells of the file it was made of
 */
public record ImportedItem(
        String sourceId, String title, DraftContent content, Status status, List<PreviewCell> cells) {

    public ImportedItem {
        cells = List.copyOf(cells);
    }

    /** Whether anything is left open. */
    public enum Status {
        FULL,
        OPEN_QUESTIONS
    }
}
