package cn.faheng.casework.workbook;

import java.util.List;
import java.util.Map;

/**
 * A sheet to be written.
 *
 * @param name its name
 * @param headings headings of its columns
 * @param choices column from 0 to the values offered there
 * @param rows its rows
 */
public record SheetOut(
        String name, List<String> headings, Map<Integer, List<String>> choices, Iterable<List<String>> rows) {

    /** A sheet without choices. */
    public static SheetOut of(String name, List<String> headings, Iterable<List<String>> rows) {
        return new SheetOut(name, headings, Map.of(), rows);
    }
}
