package cn.faheng.drafting.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import cn.faheng.drafting.sheet.SheetFact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("分档表的几个条件栏")
class ConditionColumnsTest {

    private static final String STATUTE = "《中华人民共和国土壤污染防治法》第八十九条违反本法规定，将重金属或者其他有毒有害物质含量超标的工业固体废物、生活垃圾或者污染土壤用于土地复垦的，"
            + "由地方人民政府生态环境主管部门责令改正，处十万元以上一百万元以下的罚款；有违法所得的，没收违法所得。";

    private static @Nullable String[][] table() {
        return new @Nullable String[][] {
            {"序号", "违法行为", "处罚依据", "违法情节", "整改情况", "涉案面积", "处罚标准", "备注"},
            {"1", "将污染土壤用于土地复垦", STATUTE, "一般", "限期内改正", "1000平方米以下", "处10万元以上20万元以下罚款", ""},
            {null, null, null, null, null, "1000平方米以上", "处20万元以上30万元以下罚款", ""},
            {null, null, null, null, "逾期未改正", "1000平方米以下", "处30万元以上50万元以下罚款", ""},
            {null, null, null, null, null, "1000平方米以上", "处50万元以上80万元以下罚款", "从重"},
            {null, null, null, "严重", "造成重大生态环境影响", null, "处100万元罚款", ""},
        };
    }

    private static final int[][] MERGED = {
        {1, 5, 0, 0}, {1, 5, 1, 1}, {1, 5, 2, 2}, {1, 4, 3, 3}, {1, 2, 4, 4}, {3, 4, 4, 4}, {5, 5, 4, 5}
    };

    private static IntakeResult read(String name, byte[] bytes) {
        return Intake.read(new SourceFile(name, bytes), Samples.CONTEXT);
    }

    private static void columns(IntakeResult result) {
        assertThat(result.items()).hasSize(1);
        Sheet sheet = result.items().get(0).content().sheet();
        assertThat(sheet.facts()).extracting(SheetFact::name).containsExactly("违法情节", "整改情况", "涉案面积");
        List<SheetRow> rows = sheet.decisions().get(0).rows();
        assertThat(rows.get(1).cells()).containsExactly("\"一般\"", "\"限期内改正\"", "\"1000平方米以上\"");
        assertThat(rows.get(3).cells()).containsExactly("\"一般\"", "\"逾期未改正\"", "\"1000平方米以上\"");
        assertThat(rows.get(3).outputs()).contains("500000", "800000");
        assertThat(rows.get(4).cells()).containsExactly("\"严重\"", "\"造成重大生态环境影响\"", "-");
        assertThat(result.cells()).extracting(PreviewCell::status).doesNotContain(PreviewCell.Status.OPEN);
    }

    @Test
    @DisplayName("违法情节和处罚标准之间没有名目的栏也是条件；跨几栏的单元是第一栏的答案")
    void leftoverColumns() {
        columns(read("表.xlsx", Samples.xlsx(table(), MERGED)));
    }

    @Test
    @DisplayName("老格式的.xls同样导入")
    void oldFormat() throws IOException {
        columns(read("表.xls", xls(table())));
    }

    @Test
    @DisplayName("Word表格同样导入：纵向合并、跨栏的单元")
    void word() throws IOException {
        columns(read("表.docx", docx(table())));
    }

    @Test
    @DisplayName("各行相同的栏、只有序号的栏、执法主体一栏不是条件，并在预览中说明")
    void notConditions() {
        @Nullable
        String[][] rows = {
            {"违法行为", "处罚依据", "执法主体", "档号", "适用范围", "情形", "处罚标准"},
            {"乱倒垃圾", "《城市生活垃圾管理办法》第四十二条", "城管局", "1", "全市", "占地5平方米以下", "处200元以上500元以下罚款"},
            {"乱倒垃圾", "《城市生活垃圾管理办法》第四十二条", "城管局", "2", "全市", "占地5平方米以上", "处500元以上1000元以下罚款"},
        };
        IntakeResult result = read("表.xlsx", Samples.xlsx(rows));
        Sheet sheet = result.items().get(0).content().sheet();
        assertThat(sheet.facts()).extracting(SheetFact::name).containsExactly("情形");
        assertThat(sheet.facts().get(0).values())
                .extracting(SheetFact.SheetChoice::value)
                .containsExactly("占地5平方米以下", "占地5平方米以上");
        assertThat(result.cells())
                .filteredOn(c -> c.status() == PreviewCell.Status.OPEN)
                .extracting(PreviewCell::original)
                .contains("城管局", "全市", "1", "2");
    }

    private static byte[] xls(@Nullable String[][] rows) throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            HSSFSheet sheet = book.createSheet("裁量表");
            for (int r = 0; r < rows.length; r++) {
                HSSFRow row = sheet.createRow(r);
                for (int c = 0; c < rows[r].length; c++) {
                    String text = rows[r][c];
                    if (text != null) {
                        row.createCell(c).setCellValue(text);
                    }
                }
            }
            for (int[] m : MERGED) {
                sheet.addMergedRegion(new CellRangeAddress(m[0], m[1], m[2], m[3]));
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] docx(@Nullable String[][] rows) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XWPFTable table = document.createTable(rows.length, rows[0].length);
            for (int r = 0; r < rows.length; r++) {
                for (int c = 0; c < rows[r].length; c++) {
                    String text = rows[r][c];
                    table.getRow(r).getCell(c).setText(text == null ? "" : text);
                }
            }
            for (int[] m : MERGED) {
                for (int r = m[0]; m[1] > m[0] && r <= m[1]; r++) {
                    var properties = table.getRow(r).getCell(m[2]).getCTTc().addNewTcPr();
                    var merge = properties.addNewVMerge();
                    if (r == m[0]) {
                        merge.setVal(org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge.RESTART);
                    }
                }
            }
            table.getRow(5).getCell(4).getCTTc().addNewTcPr().addNewGridSpan().setVal(java.math.BigInteger.TWO);
            table.getRow(5).removeCell(5);
            document.write(out);
            return out.toByteArray();
        }
    }
}
