package cn.faheng.casework.workbook;

import cn.faheng.casework.workbook.Line.Cell;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Takes the rows of one sheet out of its XML. */
final class SheetHandler extends DefaultHandler {

    private static final int MOST_COLUMNS = 100;
    private static final int LONGEST_CELL = 4_000;
    private static final BigDecimal EXACT_BELOW = new BigDecimal("1000000000000000");
    private static final MathContext DIGITS = new MathContext(15);

    private final String file;
    private final SharedStrings strings;
    private final StylesTable styles;
    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private List<Cell> cells = new ArrayList<>();
    private int row;
    private int column;
    private String type = "";
    private int style = -1;
    private boolean formula;
    private boolean collecting;

    SheetHandler(String file, SharedStrings strings, StylesTable styles) {
        this.file = file;
        this.strings = strings;
        this.styles = styles;
    }

    List<Line> lines() {
        return lines;
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) {
        switch (local) {
            case "row" -> {
                String number = attributes.getValue("r");
                row = number == null ? row + 1 : Integer.parseInt(number);
                cells = new ArrayList<>();
                column = -1;
            }
            case "c" -> startCell(attributes);
            case "f" -> formula = true;
            case "v", "t" -> collecting = true;
            default -> {}
        }
    }

    private void startCell(Attributes attributes) {
        String reference = attributes.getValue("r");
        column = reference == null ? column + 1 : new CellReference(reference).getCol();
        if (column >= MOST_COLUMNS || column < 0) {
            throw new RefusedWorkbookException("文件“" + file + "”第" + row + "行超过" + MOST_COLUMNS + "列。请删去无关的列后再导入。");
        }
        String kind = attributes.getValue("t");
        type = kind == null ? "n" : kind;
        String number = attributes.getValue("s");
        style = number == null ? -1 : Integer.parseInt(number);
        formula = false;
        text.setLength(0);
    }

    @Override
    public void characters(char[] signs, int start, int length) {
        if (collecting && text.length() <= LONGEST_CELL) {
            text.append(signs, start, length);
        }
    }

    @Override
    public void endElement(String uri, String local, String qualified) {
        switch (local) {
            case "v", "t" -> collecting = false;
            case "c" -> endCell();
            case "row" -> endRow();
            default -> {}
        }
    }

    private void endCell() {
        while (cells.size() < column) {
            cells.add(Cell.EMPTY);
        }
        if (cells.size() == column) {
            cells.add(cell());
        }
    }

    private void endRow() {
        if (cells.stream().allMatch(cell -> cell.text().isEmpty() && cell.problem() == null)) {
            return;
        }
        if (lines.size() >= WorkbookReader.MOST_ROWS) {
            throw new RefusedWorkbookException("文件“" + file + "”超过" + WorkbookReader.MOST_ROWS + "行。请分成几个文件后再导入。");
        }
        lines.add(new Line(row, cells));
    }

    private Cell cell() {
        if (formula) {
            return new Cell(text.toString(), "单元格里是公式，公式的结果不予采用。请改成数值或者文字");
        }
        if (text.length() > LONGEST_CELL) {
            return new Cell(text.substring(0, LONGEST_CELL), "超过" + LONGEST_CELL + "字。请删减");
        }
        return switch (type) {
            case "s" ->
                text(strings.getItemAt(Integer.parseInt(text.toString().strip()))
                        .getString());
            case "b" -> new Cell(text.toString().equals("1") ? "是" : "否", null);
            case "e" -> new Cell(text.toString(), "单元格里是错误值。请改正");
            case "n" ->
                text.toString().isBlank() ? Cell.EMPTY : number(text.toString().strip());
            default -> text(text.toString());
        };
    }

    private static Cell text(@Nullable String value) {
        if (value == null) {
            return Cell.EMPTY;
        }
        String bare = FormulaSigns.restored(value.strip());
        return bare.length() > LONGEST_CELL
                ? new Cell(bare.substring(0, LONGEST_CELL), "超过" + LONGEST_CELL + "字。请删减")
                : new Cell(bare, null);
    }

    private Cell number(String value) {
        BigDecimal number = new BigDecimal(value);
        if (isDate()) {
            return date(number);
        }
        if (number.abs().compareTo(EXACT_BELOW) >= 0) {
            return new Cell(number.toPlainString(), "超过15位的号码被存成了数字，后面几位已经失真。请把这一列设为文本格式，重新填写");
        }
        BigDecimal exact = number.round(DIGITS).stripTrailingZeros();
        return new Cell(exact.scale() < 0 ? exact.setScale(0).toPlainString() : exact.toPlainString(), null);
    }

    private boolean isDate() {
        if (style < 0 || style >= styles.getNumCellStyles()) {
            return false;
        }
        XSSFCellStyle of = styles.getStyleAt(style);
        return of != null && DateUtil.isADateFormat(of.getDataFormat(), of.getDataFormatString());
    }

    private static Cell date(BigDecimal serial) {
        LocalDateTime time = DateUtil.getLocalDateTime(serial.doubleValue());
        return time == null
                ? new Cell(serial.toPlainString(), "不是日期。请写成2026-01-31的样子")
                : new Cell(LocalDate.from(time).toString(), null);
    }
}
