package cn.faheng.drafting.export;

import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.Sheet.SheetItem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes sheets into an Excel file. Every cell is text, whatever it begins with. */
final class XlsxFile {

    private static final int CHUNK = 30_000;
    private static final int LONGEST = 32_000;
    private static final int WIDE = 38 * 256;
    private static final int NARROW = 18 * 256;

    private XlsxFile() {}

    static byte[] write(List<ExportedSheet> sheets) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            CellStyle style = book.createCellStyle();
            style.setWrapText(true);
            style.setVerticalAlignment(VerticalAlignment.TOP);
            style.setQuotePrefixed(true);
            style.setDataFormat(book.createDataFormat().getFormat("@"));
            for (BorderStyle border : List.of(BorderStyle.THIN)) {
                style.setBorderBottom(border);
                style.setBorderTop(border);
                style.setBorderLeft(border);
                style.setBorderRight(border);
            }
            Set<String> names = new HashSet<>(Set.of(SheetData.WORKSHEET));
            for (ExportedSheet one : sheets) {
                List<List<String>> lines = VisibleTable.of(one.sheet()).lines().stream()
                        .map(VisibleTable.Line::cells)
                        .toList();
                fill(book.createSheet(name(one.sheet(), names)), lines, style);
            }
            for (ExportedSheet one : sheets) {
                List<List<String>> cases = CaseLines.of(one.cases());
                if (!cases.isEmpty()) {
                    String wished =
                            sheets.size() == 1 ? CaseLines.WORKSHEET : CaseLines.WORKSHEET + "-" + code(one.sheet());
                    fill(book.createSheet(free(wished, names)), cases, style);
                }
            }
            data(book, SheetData.write(sheets));
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Sheet sheet, Set<String> taken) {
        return free(code(sheet), taken);
    }

    private static String code(Sheet sheet) {
        SheetItem item = sheet.item();
        return item == null ? String.valueOf(sheet.hook()) : item.code();
    }

    private static String free(String text, Set<String> taken) {
        String wished = WorkbookUtil.createSafeSheetName(text);
        String name = wished;
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            String tail = "-" + i;
            name = wished.substring(0, Math.min(wished.length(), 31 - tail.length())) + tail;
        }
        return name;
    }

    private static void fill(XSSFSheet sheet, List<List<String>> lines, CellStyle style) {
        int columns = 2;
        for (int r = 0; r < lines.size(); r++) {
            List<String> line = lines.get(r);
            XSSFRow row = sheet.createRow(r);
            for (int c = 0; c < line.size(); c++) {
                String text = line.get(c);
                if (text.length() > LONGEST) {
                    throw new IllegalArgumentException("“" + line.get(0) + "”一行的文字超过Excel单元格的限度，请缩短后再导出。");
                }
                XSSFCell cell = row.createCell(c);
                cell.setCellValue(text);
                cell.setCellStyle(style);
            }
            columns = Math.max(columns, line.size());
        }
        for (int c = 0; c < columns; c++) {
            sheet.setColumnWidth(c, c == 1 || c == columns - 1 ? WIDE : NARROW);
        }
    }

    private static void data(XSSFWorkbook book, String json) {
        XSSFSheet sheet = book.createSheet(SheetData.WORKSHEET);
        int row = 0;
        for (int from = 0; from < json.length(); from += CHUNK) {
            sheet.createRow(row++)
                    .createCell(0)
                    .setCellValue(json.substring(from, Math.min(json.length(), from + CHUNK)));
        }
        book.setSheetVisibility(book.getSheetIndex(sheet), SheetVisibility.VERY_HIDDEN);
    }
}
