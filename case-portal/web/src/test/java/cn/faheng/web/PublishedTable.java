package cn.faheng.web;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A table of a department as it lays it out: a title over all columns, and cells merged over the rows of an item. */
final class PublishedTable {

    private static final String[][] ROWS = {
        {"济宁市应急管理行政处罚裁量基准（济应急发〔2026〕18号，自2026年11月22日起施行）"},
        {"序号", "违法行为", "处罚依据", "违法情节", "裁量幅度"},
        {
            "2",
            "生产经营单位拒绝、阻碍负有安全生产监督管理职责的部门依法实施监督检查，拒不改正",
            "《中华人民共和国安全生产法》第一百零八条：违反本法规定，生产经营单位拒绝、阻碍负有安全生产监督管理职责的部门依法实施监督检查的，责令改正；"
                    + "拒不改正的，处二万元以上二十万元以下的罚款；对其直接负责的主管人员和其他直接责任人员处一万元以上二万元以下的罚款；"
                    + "构成犯罪的，依照刑法有关规定追究刑事责任。",
            "从业人员100人以下",
            "处2万元以上10万元以下罚款，对其直接负责的主管人员和其他直接责任人员处1万元以上2万元以下罚款"
        },
        {"", "", "", "从业人员100人以上", "处10万元以上25万元以下罚款，对其直接负责的主管人员和其他直接责任人员处1万元以上2万元以下罚款"},
    };

    private PublishedTable() {}

    /** 晋应急发〔2021〕260号, item 2, as Jining would take it over; its second tier is above the statute by a slip. */
    static FilePayload refusedInspection() {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet("裁量基准");
            for (int r = 0; r < ROWS.length; r++) {
                Row row = sheet.createRow(r);
                for (int c = 0; c < ROWS[r].length; c++) {
                    row.createCell(c).setCellValue(ROWS[r][c]);
                }
            }
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 4));
            for (int column = 0; column < 3; column++) {
                sheet.addMergedRegion(new CellRangeAddress(2, 3, column, column));
            }
            book.write(out);
            return new FilePayload(
                    "济宁市应急管理裁量基准.xlsx",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
