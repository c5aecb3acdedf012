package cn.faheng.drafting.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** Writes sheets into a Word file: one table each, the rest of the sheet in a custom XML part. */
final class DocxFile {

    private DocxFile() {}

    static byte[] write(List<ExportedSheet> sheets) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (ExportedSheet one : sheets) {
                table(
                        document,
                        VisibleTable.of(one.sheet()).lines().stream()
                                .map(VisibleTable.Line::cells)
                                .toList());
                document.createParagraph();
            }
            for (ExportedSheet one : sheets) {
                List<List<String>> cases = CaseLines.of(one.cases());
                if (!cases.isEmpty()) {
                    table(document, cases);
                    document.createParagraph();
                }
            }
            data(document, SheetData.write(sheets));
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void table(XWPFDocument document, List<List<String>> lines) {
        XWPFTable visible = document.createTable();
        visible.setWidth("100%");
        for (int r = 0; r < lines.size(); r++) {
            List<String> cells = lines.get(r);
            XWPFTableRow row = r == 0 ? visible.getRow(0) : visible.createRow();
            while (row.getTableCells().size() > cells.size()
                    && row.getTableCells().size() > 1) {
                row.removeCell(row.getTableCells().size() - 1);
            }
            for (int c = 0; c < cells.size(); c++) {
                XWPFTableCell cell = c < row.getTableCells().size() ? row.getCell(c) : row.createCell();
                cell.setText(cells.get(c));
            }
        }
    }

    private static void data(XWPFDocument document, String json) throws IOException, InvalidFormatException {
        PackagePartName name = PackagingURIHelper.createPartName(SheetData.PART);
        PackagePart part = document.getPackage().createPart(name, "application/xml");
        String encoded = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        try (OutputStream out = part.getOutputStream()) {
            out.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?><sheets xmlns=\"https://faheng.cn/sheets\">" + encoded
                            + "</sheets>")
                    .getBytes(StandardCharsets.UTF_8));
        }
        document.getPackagePart().addRelationship(name, TargetMode.INTERNAL, PackageRelationshipTypes.CUSTOM_XML);
    }
}
