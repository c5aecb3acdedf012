package cn.faheng.drafting.export;

import cn.faheng.drafting.sheet.Sheet;
import java.util.List;

/**
 * Writes sheets into files that people read and edit, and that import back to the same sheets. What the visible tables cannot hold
 * travels along out of sight; where somebody edits the visible tables, the edit counts.
 */
public final class Export {

    private Export() {}

    /** An Excel file with one worksheet for each sheet. */
    public static byte[] toXlsx(Sheet... sheets) {
        return XlsxFile.write(List.of(sheets));
    }

    /** A Word file with one table for each sheet. */
    public static byte[] toDocx(Sheet... sheets) {
        return DocxFile.write(List.of(sheets));
    }

    /** The sheet as JSON, as in the contract's schema {@code Sheet}. */
    public static String toJson(Sheet sheet) {
        return SheetData.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(sheet);
    }
}
