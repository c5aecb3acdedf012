package cn.faheng.drafting.intake;

import org.jspecify.annotations.Nullable;

/**
 * One non-empty cell of the file beside what was understood of it.
 *
 * @param place sheet, table or item in which it stands
 * @param row row in it, from 1
 * @param column column in it, from 1
 * @param address address as the file's own program shows it (B7), or the JSON pointer
 * @param original its words
 * @param understood what was understood, in Chinese; empty where nothing was
 * @param meaning what it was understood as: 条件, 数额, 权重, …
 * @param status whether it was understood
 * @param reason why it is open or ignored, in Chinese, or null
 */
public record PreviewCell(
        String place,
        int row,
        int column,
        String address,
        String original,
        String understood,
        String meaning,
        Status status,
        @Nullable String reason) {

    /** How far a cell was understood. */
    public enum Status {
        UNDERSTOOD,
        OPEN,
        IGNORED
    }
}
