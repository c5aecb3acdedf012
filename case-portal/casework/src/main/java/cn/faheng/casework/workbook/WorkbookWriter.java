package cn.faheng.casework.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Writes .xlsx files: every cell is text, none is a formula. */
public final class WorkbookWriter {

    private static final int WIDTH = 20 * 256;
    private static final int LONGEST_LIST = 200;
    private static final int LONGEST_CELL = 32_767;

    private WorkbookWriter() {}

    public static byte[] write(List<SheetOut> sheets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(sheets, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Writes row by row, so that long lists need no memory. */
    public static void write(List<SheetOut> sheets, OutputStream out) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(200)) {
            book.setZip64Mode(Zip64Mode.AsNeeded);
            CellStyle head = head(book);
            CellStyle text = book.createCellStyle();
            text.setDataFormat(book.createDataFormat().getFormat("@"));
            for (SheetOut sheet : sheets) {
                write(book.createSheet(WorkbookUtil.createSafeSheetName(sheet.name())), sheet, head, text);
            }
            book.write(out);
        }
    }

    private static CellStyle head(SXSSFWorkbook book) {
        Font bold = book.createFont();
        bold.setBold(true);
        CellStyle head = book.createCellStyle();
        head.setFont(bold);
        head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return head;
    }

    private static void write(SXSSFSheet out, SheetOut sheet, CellStyle head, CellStyle text) {
        Row first = out.createRow(0);
        for (int i = 0; i < sheet.headings().size(); i++) {
            put(first, i, sheet.headings().get(i), head);
            out.setColumnWidth(i, WIDTH);
            // What is typed into the template later stays text as well: no number loses its last digits.
            out.setDefaultColumnStyle(i, text);
        }
        out.createFreezePane(0, 1);
        sheet.choices().forEach((column, values) -> offer(out, column, values));
        int number = 1;
        for (List<String> row : sheet.rows()) {
            Row line = out.createRow(number++);
            for (int i = 0; i < row.size(); i++) {
                if (!row.get(i).isEmpty()) {
                    put(line, i, row.get(i), text);
                }
            }
        }
    }

    private static void put(Row row, int column, String value, CellStyle style) {
        String neutral = FormulaSigns.neutralised(value);
        var cell = row.createCell(column);
        cell.setCellValue(neutral.length() > LONGEST_CELL ? neutral.substring(0, LONGEST_CELL) : neutral);
        cell.setCellStyle(style);
    }

    private static void offer(SXSSFSheet sheet, int column, List<String> values) {
        if (String.join(",", values).length() > LONGEST_LIST) {
            return;
        }
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation validation = helper.createValidation(
                helper.createExplicitListConstraint(values.toArray(new String[0])),
                new CellRangeAddressList(1, WorkbookReader.MOST_ROWS, column, column));
        validation.setShowErrorBox(true);
        sheet.addValidationData(validation);
    }
}
