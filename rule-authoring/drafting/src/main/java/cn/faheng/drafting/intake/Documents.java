package cn.faheng.drafting.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            Area area = new Area(file);
            int tables = 0;
            int lines = 0;
            for (IBodyElement element : document.getBodyElements()) {
                if (element instanceof XWPFTable table) {
                    grids.add(table(table, "表" + ++tables, area));
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

    private static Grid table(XWPFTable table, String name, Area area) {
        Grid grid = new Grid(name);
        List<List<Place>> rows = places(table, area);
        List<Map<Integer, Integer>> below = continued(rows);
        for (int r = 0; r < rows.size(); r++) {
            for (Place place : rows.get(r)) {
                if (place.continues()) {
                    continue;
                }
                int height = place.begins() ? 1 + below.get(r + 1).getOrDefault(place.column(), 0) : 1;
                area.cover(height - 1, place.width());
                grid.put(new Grid.Cell(
                        r,
                        place.column(),
                        height,
                        place.width(),
                        "第" + (r + 1) + "行第" + (place.column() + 1) + "列",
                        place.cell().getTextRecursively(),
                        null));
            }
        }
        return grid;
    }

    /** A cell in its row; of cells merged downwards one begins and those below continue it. */
    private record Place(XWPFTableCell cell, int column, int width, boolean begins, boolean continues) {}

    private static List<List<Place>> places(XWPFTable table, Area area) {
        List<XWPFTableRow> rows = table.getRows();
        if (rows.size() > Packages.MOST_ROWS) {
            throw new IntakeRefusedException("文档的表格超过" + Packages.MOST_ROWS + "行。请分开后再导入。");
        }
        List<List<Place>> places = new ArrayList<>();
        for (XWPFTableRow row : rows) {
            List<Place> of = new ArrayList<>();
            int column = 0;
            for (XWPFTableCell cell : row.getTableCells()) {
                int width = width(cell);
                if (column + width > Packages.MOST_COLUMNS) {
                    throw new IntakeRefusedException("文档的表格超过" + Packages.MOST_COLUMNS + "列。请删去无关的列后再导入。");
                }
                area.cover(1, width);
                of.add(new Place(cell, column, width, begins(cell), continues(cell)));
                column += width;
            }
            places.add(of);
        }
        return places;
    }

    /** For each row, and one behind the last: column to how many cells from there downwards continue the one above. */
    private static List<Map<Integer, Integer>> continued(List<List<Place>> rows) {
        Deque<Map<Integer, Integer>> runs = new ArrayDeque<>();
        runs.push(Map.of());
        for (int r = rows.size() - 1; r >= 0; r--) {
            Map<Integer, Integer> below = runs.element();
            Map<Integer, Integer> here = new HashMap<>();
            for (Place place : rows.get(r)) {
                if (place.continues()) {
                    here.put(place.column(), 1 + below.getOrDefault(place.column(), 0));
                }
            }
            runs.push(here);
        }
        return List.copyOf(runs);
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
}
