package cn.faheng.drafting.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Reads the sheets of an Excel file. */
final class Spreadsheets {

    static {
        ZipSecureFile.setMinInflateRatio(0.005);
        ZipSecureFile.setMaxEntrySize(96L << 20);
        ZipSecureFile.setMaxFileCount(2_000);
        ZipSecureFile.setMaxTextSize(32L << 20);
    }

    private Spreadsheets() {}

    /** The sheets; hidden ones are marked by their name. */
    static List<Grid> read(SourceFile file, boolean old) {
        try (Workbook book = old
                ? new HSSFWorkbook(new ByteArrayInputStream(file.bytes()))
                : new XSSFWorkbook(new ByteArrayInputStream(file.bytes()))) {
            List<Grid> grids = new ArrayList<>();
            Area area = new Area(file);
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                boolean hidden = book.getSheetVisibility(i) != SheetVisibility.VISIBLE;
                grids.add(grid(file, book.getSheetAt(i), hidden, area));
            }
            return grids;
        } catch (EncryptedDocumentException e) {
            throw new IntakeRefusedException("文件“" + file.name() + "”有密码保护。请取消密码后再导入。", e);
        } catch (IOException | RuntimeException e) {
            if (e instanceof IntakeRefusedException refused) {
                throw refused;
            }
            throw new IntakeRefusedException("文件“" + file.name() + "”已损坏或者不是Excel文件，打不开。请用Excel重新保存后再导入。", e);
        }
    }

    static final String HIDDEN = "（隐藏）";

    private static Grid grid(SourceFile file, Sheet sheet, boolean hidden, Area area) {
        Grid grid = new Grid(sheet.getSheetName() + (hidden ? HIDDEN : ""));
        if (sheet.getLastRowNum() >= Packages.MOST_ROWS) {
            throw new IntakeRefusedException("文件“" + file.name() + "”有" + (sheet.getLastRowNum() + 1) + "行，一次导入不超过"
                    + Packages.MOST_ROWS + "行。请分开后再导入。");
        }
        Map<CellAddress, CellRangeAddress> merged = merged(file, sheet, area);
        for (Row row : sheet) {
            if (row.getLastCellNum() > Packages.MOST_COLUMNS) {
                throw new IntakeRefusedException("文件“" + file.name() + "”有" + row.getLastCellNum() + "列，一次导入不超过"
                        + Packages.MOST_COLUMNS + "列。请删去无关的列后再导入。");
            }
            for (Cell cell : row) {
                CellRangeAddress region = merged.get(cell.getAddress());
                boolean covered = region != null
                        && (region.getFirstRow() != cell.getRowIndex()
                                || region.getFirstColumn() != cell.getColumnIndex());
                area.cover(1, 1);
                if (!covered) {
                    put(grid, cell, region);
                }
            }
        }
        return grid;
    }

    /** Every place that is merged with others to the first region that covers it. */
    private static Map<CellAddress, CellRangeAddress> merged(SourceFile file, Sheet sheet, Area area) {
        if (sheet.getNumMergedRegions() > OfficeXml.MOST_MERGES) {
            throw OfficeXml.tooManyMerges(file);
        }
        Map<CellAddress, CellRangeAddress> merged = new HashMap<>();
        for (CellRangeAddress region : sheet.getMergedRegions()) {
            int height = Math.min(region.getLastRow() - region.getFirstRow() + 1, Packages.MOST_ROWS);
            int width = Math.min(region.getLastColumn() - region.getFirstColumn() + 1, Packages.MOST_COLUMNS);
            area.cover(height, width);
            for (int r = region.getFirstRow(); r < region.getFirstRow() + height; r++) {
                for (int c = region.getFirstColumn(); c < region.getFirstColumn() + width; c++) {
                    merged.putIfAbsent(new CellAddress(r, c), region);
                }
            }
        }
        return merged;
    }

    private static void put(Grid grid, Cell cell, @Nullable CellRangeAddress region) {
        int height = region == null ? 1 : region.getLastRow() - region.getFirstRow() + 1;
        int width = region == null ? 1 : region.getLastColumn() - region.getFirstColumn() + 1;
        String problem = cell.getCellType() == CellType.FORMULA
                ? "单元格里是公式，公式的结果不予采用。请改成数值或者文字"
                : cell.getCellType() == CellType.ERROR ? "单元格里是错误值" : null;
        grid.put(new Grid.Cell(
                cell.getRowIndex(),
                cell.getColumnIndex(),
                Math.min(height, Packages.MOST_ROWS),
                Math.min(width, Packages.MOST_COLUMNS),
                new CellReference(cell.getRowIndex(), cell.getColumnIndex()).formatAsString(),
                text(cell),
                problem));
    }

    private static String text(Cell cell) {
        return switch (cell.getCellType()) {
            case STRING -> cell.getStringCellValue();
            case NUMERIC -> number(cell);
            case BOOLEAN -> cell.getBooleanCellValue() ? "是" : "否";
            case FORMULA -> "=" + cell.getCellFormula();
            case ERROR -> "#错误";
            default -> "";
        };
    }

    private static String number(Cell cell) {
        if (DateUtil.isCellDateFormatted(cell)) {
            LocalDateTime time = cell.getLocalDateTimeCellValue();
            return time == null ? "" : LocalDate.from(time).toString();
        }
        BigDecimal number = new BigDecimal(NumberToTextConverter.toText(cell.getNumericCellValue()));
        String format = cell.getCellStyle().getDataFormatString();
        return format != null && format.contains("%")
                ? Numbers.text(number.movePointRight(2)) + "%"
                : Numbers.text(number);
    }
}
