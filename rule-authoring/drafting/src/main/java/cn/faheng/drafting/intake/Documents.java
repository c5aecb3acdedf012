package cn.faheng.drafting.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** Reads the tables of a Word file and the paragraphs between them, in order. */
final class Documents {

    static final String TEXT = "正文";

    private Documents() {}

    static List<Grid> read(SourceFile file) {
        try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(file.bytes()));
                XWPFDocument document = new XWPFDocument(parts)) {
            List<Grid> grids = new ArrayList<>();
            int tables = 0;
            int lines = 0;
            for (IBodyElement element : document.getBodyElements()) {
                if (element instanceof XWPFTable table) {
                    grids.add(table(table, "表" + ++tables));
                } else if (element instanceof XWPFParagraph paragraph
                        && !paragraph.getText().isBlank()) {
                    Grid grid = new Grid(TEXT);
                    lines++;
                    grid.put(new Grid.Cell(0, 0, 1, 1, "第" + lines + "段", paragraph.getText(), null));
                    grids.add(grid);
                }
            }
            return grids;
        } catch (IOException | OpenXML4JException | RuntimeException e) {
            if (e instanceof IntakeRefusedException refused) {
                throw refused;
            }
            throw new IntakeRefusedException("文件“" + file.name() + "”已损坏或者不是Word文件，打不开。请用Word重新保存后再导入。", e);
        }
    }

    private static Grid table(XWPFTable table, String name) {
        Grid grid = new Grid(name);
        List<XWPFTableRow> rows = table.getRows();
        if (rows.size() > Packages.MOST_ROWS) {
            throw new IntakeRefusedException("文档的表格超过" + Packages.MOST_ROWS + "行。请分开后再导入。");
        }
        for (int r = 0; r < rows.size(); r++) {
            int column = 0;
            for (XWPFTableCell cell : rows.get(r).getTableCells()) {
                int width = width(cell);
                if (column + width > Packages.MOST_COLUMNS) {
                    throw new IntakeRefusedException("文档的表格超过" + Packages.MOST_COLUMNS + "列。请删去无关的列后再导入。");
                }
                if (!continues(cell)) {
                    grid.put(new Grid.Cell(
                            r,
                            column,
                            height(rows, r, column, cell),
                            width,
                            "第" + (r + 1) + "行第" + (column + 1) + "列",
                            cell.getTextRecursively(),
                            null));
                }
                column += width;
            }
        }
        return grid;
    }

    private static int width(XWPFTableCell cell) {
        CTTcPr properties = cell.getCTTc().getTcPr();
        if (properties == null || properties.getGridSpan() == null) {
            return 1;
        }
        BigInteger span = properties.getGridSpan().getVal();
        return span == null || span.signum() <= 0
                ? 1
                : span.min(BigInteger.valueOf(1000)).intValue();
    }

    /** Whether a cell belongs to the one above it. */
    private static boolean continues(XWPFTableCell cell) {
        CTTcPr properties = cell.getCTTc().getTcPr();
        return properties != null
                && properties.getVMerge() != null
                && !STMerge.RESTART.equals(properties.getVMerge().getVal());
    }

    private static boolean begins(XWPFTableCell cell) {
        CTTcPr properties = cell.getCTTc().getTcPr();
        return properties != null
                && properties.getVMerge() != null
                && STMerge.RESTART.equals(properties.getVMerge().getVal());
    }

    private static int height(List<XWPFTableRow> rows, int first, int column, XWPFTableCell cell) {
        if (!begins(cell)) {
            return 1;
        }
        int height = 1;
        for (int r = first + 1; r < rows.size(); r++) {
            int at = 0;
            boolean continued = false;
            for (XWPFTableCell below : rows.get(r).getTableCells()) {
                if (at == column) {
                    continued = continues(below);
                    break;
                }
                at += width(below);
            }
            if (!continued) {
                break;
            }
            height++;
        }
        return height;
    }
}
