package cn.faheng.casework.directory;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What became of a file.
 *
 * @param id its id
 * @param subject what the rows are
 * @param fileName name of the file
 * @param rows how many rows it has
 * @param taken how many were taken over
 * @param unchanged how many say what is there already
 * @param refused how many were refused
 * @param reason why it was imported
 * @param by who imported it
 * @param byAccount the account
 * @param at when
 */
public record ImportResult(
        UUID id,
        Subject subject,
        String fileName,
        int rows,
        int taken,
        int unchanged,
        int refused,
        String reason,
        String by,
        String byAccount,
        OffsetDateTime at) {

    /**
     * A row that was refused.
     *
     * @param number its number in the file
     * @param cells what stands in it, by the keys of the columns
     * @param faults what is wrong
     */
    public record RefusedRow(int number, Map<String, String> cells, List<Fault> faults) {
        public RefusedRow {
            faults = List.copyOf(faults);
        }
    }
}
