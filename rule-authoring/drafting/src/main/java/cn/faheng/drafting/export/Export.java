package cn.faheng.drafting.export;

import cn.faheng.drafting.sheet.Sheet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes sheets into files that people read and edit, and that import back to the same sheets. What the visible tables cannot hold
 * travels along out of sight; where somebody edits the visible tables, the edit counts.
 */
public final class Export {

    private Export() {}

    /** An Excel file with one worksheet for each sheet. */
    public static byte[] toXlsx(Sheet... sheets) {
        return XlsxFile.write(Stream.of(sheets).map(ExportedSheet::of).toList());
    }

    /** An Excel file with one worksheet for each sheet, and one for the cases of each that has some. */
    public static byte[] toXlsx(List<ExportedSheet> sheets) {
        return XlsxFile.write(sheets);
    }

    /** A Word file with one table for each sheet. */
    public static byte[] toDocx(Sheet... sheets) {
        return DocxFile.write(Stream.of(sheets).map(ExportedSheet::of).toList());
    }

    /** A Word file with one table for each sheet, and one for the cases of each that has some. */
    public static byte[] toDocx(List<ExportedSheet> sheets) {
        return DocxFile.write(sheets);
    }

    /** The sheet as JSON, as in the contract's schema {@code Sheet}. */
    public static String toJson(Sheet sheet) {
        return SheetData.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(sheet);
    }
}
