package cn.faheng.casework.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Reads the first sheet of an .xlsx file row by row, without building the workbook in memory. */
public final class WorkbookReader {

    /** Most rows of one file. */
    public static final int MOST_ROWS = 20_000;

    static {
        // The package was measured before; what is left to the library is not stricter than that.
        ZipSecureFile.setMinInflateRatio(0.005);
    }

    private WorkbookReader() {}

    /**
     * The rows that are not blank.
     *
     * @throws RefusedWorkbookException when the file is hostile, broken, too large or no .xlsx file
     */
    public static List<Line> read(String fileName, byte[] bytes) {
        PackageGuard.check(fileName, bytes);
        try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(bytes))) {
            XSSFReader reader = new XSSFReader(parts);
            SheetHandler handler =
                    new SheetHandler(fileName, new ReadOnlySharedStringsTable(parts, false), reader.getStylesTable());
            Iterator<InputStream> sheets = reader.getSheetsData();
            if (!sheets.hasNext()) {
                throw new RefusedWorkbookException("文件“" + fileName + "”里没有工作表。请使用下载的模板填写。");
            }
            try (InputStream sheet = sheets.next()) {
                XMLReader xml = XMLHelper.newXMLReader();
                xml.setContentHandler(handler);
                xml.parse(new InputSource(sheet));
            }
            return handler.lines();
        } catch (IOException | OpenXML4JException | SAXException | ParserConfigurationException | RuntimeException e) {
            if (e instanceof RefusedWorkbookException refused) {
                throw refused;
            }
            if (e.getCause() instanceof RefusedWorkbookException refused) {
                throw refused;
            }
            throw PackageGuard.broken(fileName, e);
        }
    }
}
