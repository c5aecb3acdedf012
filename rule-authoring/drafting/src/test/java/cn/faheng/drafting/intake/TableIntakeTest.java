package cn.faheng.drafting.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.drafting.draft.DraftContent.OpenQuestion;
import cn.faheng.drafting.intake.PreviewCell.Status;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import cn.faheng.drafting.sheet.SheetFact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TableIntakeTest {

    private static IntakeResult read(String name, byte[] bytes) {
        return Intake.read(new SourceFile(name, bytes), Samples.CONTEXT);
    }

    private static List<SheetRow> rows(Sheet sheet, String decision) {
        return sheet.decisions().stream()
                .filter(d -> d.name().equals(decision))
                .findFirst()
                .orElseThrow()
                .rows();
    }

    @Test
    @DisplayName("一表多项：纵向合并、全角数字、万元、中文数字、责任人员、文件对“以上”“以下”的说明")
    void severalItemsInOneTable() {
        @Nullable
        String[][] table = {
            {"江门市生态环境局生态环境违法行为行政处罚自由裁量权裁量标准"},
            {"江环〔2020〕1号"},
            {"本标准自2020年3月1日起施行，有效期至2023年2月28日。本标准所称“以上”包括本数，“以下”不包括本数。"},
            {"序号", "违法行为", "处罚依据", "裁量档次", "裁量情节", "处罚标准", "备注"},
            {"1", "未建立台账", "《中华人民共和国大气污染防治法》第一百零八条第二项", "一般", "建立台账的，但未保存完整的", "处二万元以上五万元以下罚款", ""},
            {null, null, null, "较重", "未建立台账的", "处５万元以上１５万元以下罚款", ""},
            {null, null, null, "严重", "未使用低挥发性有机物含量涂料的", "15–20万元", ""},
            {"2", "超标排放", "《中华人民共和国大气污染防治法》第九十九条第（二）项", "一般", "超标1倍以下", "10万元以上20万元以下", ""},
            {"", "", "", "严重", "超标1倍以上\n且再犯", "处违法所得2倍以上5倍以下罚款，对直接责任人员处1万元罚款", "按规定移送"},
        };
        IntakeResult result = read(
                "江门.xlsx",
                Samples.xlsx(table, new int[] {0, 0, 0, 6}, new int[] {4, 6, 0, 0}, new int[] {4, 6, 1, 1}, new int[] {
                    4, 6, 2, 2
                }));
        assertThat(result.items()).extracting(ImportedItem::title).containsExactly("未建立台账", "超标排放");
        Sheet first = result.items().get(0).content().sheet();
        assertThat(first.facts()).extracting(SheetFact::name).containsExactly("裁量情节");
        assertThat(rows(first, "penalty"))
                .extracting(SheetRow::outputs)
                .containsExactly(
                        List.of("\"一般\"", "\"must\"", "20000", "50000"),
                        List.of("\"较重\"", "\"must\"", "50000", "150000"),
                        List.of("\"严重\"", "\"must\"", "150000", "200000"));
        assertThat(first.jurisdiction()).isEqualTo("440700");
        assertThat(first.effectiveFrom()).isEqualTo("2020-03-01");
        assertThat(first.effectiveTo()).isEqualTo("2023-02-28");
        assertThat(first.basis().get(0).at()).isEqualTo("108//2");
        Sheet second = result.items().get(1).content().sheet();
        assertThat(rows(second, "penalty").get(1).outputs())
                .containsExactly("\"严重\"", "\"must\"", "违法所得 * 2", "违法所得 * 5", "\"must\"", "10000", "10000");
        assertThat(result.remarks()).anyMatch(r -> r.contains("“以下”不包括本数"));
        onlyOnce(result, table);
    }

    private static void onlyOnce(IntakeResult result, @Nullable String[][] table) {
        int filled = 0;
        for (@Nullable String[] row : table) {
            for (String cell : row) {
                filled += cell == null || cell.isBlank() ? 0 : 1;
            }
        }
        assertThat(result.cells()).hasSize(filled);
        assertThat(result.cells()).extracting(PreviewCell::address).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("条件分列：两级表头，每列一个问题，横向合并的一行")
    void factorColumns() {
        @Nullable
        String[][] table = {
            {"违法行为", "1.3 建设单位未依法备案建设项目环境影响登记表"},
            {"处罚依据", "《中华人民共和国环境影响评价法》第三十一条第三款建设单位未依法备案建设项目环境影响登记表的，由县级以上生态环境主管部门责令备案，处五万元以下的罚款。"},
            {"裁量档次", "适用条件", null, "裁量幅度"},
            {null, "建设项目所在区域", "整改情况", null},
            {"1", "一般区域", "限期内完成备案手续", "1万元以下"},
            {"2", null, "逾期未完成备案手续", "1万元以上3万元以下"},
            {"3", "限批区", "限期内完成备案手续", "3万元以上5万元以下"},
            {"4", null, "逾期未完成备案手续", "按情况处理"},
            {"5", "造成重大生态环境影响的", null, "5万元"},
        };
        IntakeResult result = read(
                "广东省.xlsx",
                Samples.xlsx(
                        table,
                        new int[] {2, 3, 0, 0},
                        new int[] {2, 2, 1, 2},
                        new int[] {2, 3, 3, 3},
                        new int[] {4, 5, 1, 1},
                        new int[] {6, 7, 1, 1},
                        new int[] {8, 8, 1, 2}));
        ImportedItem item = result.items().get(0);
        assertThat(item.sourceId()).isEqualTo("1.3");
        assertThat(item.content().sheet().facts()).extracting(SheetFact::name).containsExactly("建设项目所在区域", "整改情况");
        List<SheetRow> rows = rows(item.content().sheet(), "penalty");
        assertThat(rows.get(1).cells()).containsExactly("\"一般区域\"", "\"逾期未完成备案手续\"");
        assertThat(rows.get(3).outputs()).contains("\"person-decides\"");
        assertThat(rows.get(4).cells()).containsExactly("\"造成重大生态环境影响的\"", "-");
        assertThat(item.cells())
                .filteredOn(c -> c.original().equals("按情况处理"))
                .singleElement()
                .extracting(PreviewCell::status)
                .isEqualTo(Status.OPEN);
        onlyOnce(result, table);
    }

    @Test
    @DisplayName("权重表：因素合并、分列的裁量起点、表下的公式、封顶，公式单元格不予采用")
    void weights() {
        @Nullable
        String[][] table = {
            {"GD-ENV-1.8 需要配套建设的环境保护设施未建成"},
            {
                "处罚依据",
                "《建设项目环境保护管理条例》第二十三条第一款违反本条例规定，由县级以上环境保护行政主管部门责令限期内改正，处20万元以上100万元以下的罚款；逾期未改正的，处100万元以上200万元以下的罚款；对直接负责的主管人员和其他责任人员，处5万元以上20万元以下的罚款。"
            },
            {"裁量因素", "情形", "裁量百分值", null, null},
            {null, null, "限期内改正", "逾期未改正", "对个人"},
            {"裁量起点", null, "20%", "50%", "25%"},
            {"项目环评文件类别", "报告表类", "0%"},
            {null, "报告书类", "１０％"},
            {"违法行为持续时间", "6个月以下", "0"},
            {null, "6个月以上12个月以下", "6%"},
            {null, "12个月以上", "=1+1"},
            {
                "1.本表的裁量计算方法如下：（1）限期内改正的罚款金额=限期内改正的裁量百分值总和×100万；（2）逾期未改正的罚款金额=逾期未改正的裁量百分值总和×200万。（3）直接负责的主管人员和其他责任人员的罚款金额=对个人裁量百分值总和×20万。2.逾期未改正裁量百分值总和超过100%的，按100%计算。"
            },
        };
        IntakeResult result = read(
                "权重.xlsx",
                Samples.xlsx(
                        table,
                        new int[] {2, 3, 0, 0},
                        new int[] {2, 3, 1, 1},
                        new int[] {2, 2, 2, 4},
                        new int[] {4, 4, 0, 1},
                        new int[] {5, 6, 0, 0},
                        new int[] {7, 9, 0, 0},
                        new int[] {5, 5, 2, 4},
                        new int[] {6, 6, 2, 4},
                        new int[] {7, 7, 2, 4},
                        new int[] {8, 8, 2, 4},
                        new int[] {9, 9, 2, 4}));
        Sheet sheet = result.items().get(0).content().sheet();
        assertThat(rows(sheet, "weight1")).extracting(r -> r.outputs().get(0)).containsExactly("20", "50");
        assertThat(rows(sheet, "weight2")).extracting(r -> r.outputs().get(0)).containsExactly("0", "10");
        assertThat(rows(sheet, "weight3")).extracting(r -> r.outputs().get(0)).containsExactly("0", "6", "null");
        assertThat(sheet.decisions().get(sheet.decisions().size() - 1).entries())
                .anyMatch(e -> e.name().equals("fineMin")
                        && e.expression().equals("if 整改情况 = \"逾期未改正\" then total * 20000 else total * 10000"));
        List<OpenQuestion> questions = result.items().get(0).content().questions();
        assertThat(questions).extracting(OpenQuestion::where).contains("W3.3", "bounds");
        assertThat(result.cells())
                .filteredOn(c -> c.status() == Status.OPEN)
                .singleElement()
                .satisfies(c -> assertThat(c.address() + c.reason()).contains("C10", "公式"));
        onlyOnce(result, table);
    }

    @Test
    @DisplayName("Word：标题分项、跨页续表重复表头、警告")
    void word() throws IOException {
        byte[] bytes;
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            line(document, "济宁市城市管理局行政处罚裁量基准");
            line(document, "一、擅自占用道路摆摊设点");
            table(document, new String[][] {
                {"违法程度", "适用情形", "处罚标准"},
                {"一般", "初次", "处50元以上100元以下罚款"},
                {"严重", "再次", "处100元以上200元以下罚款"}
            });
            document.createParagraph();
            table(document, new String[][] {{"违法程度", "适用情形", "处罚标准"}, {"特别严重", "三次以上", "处200元罚款"}});
            line(document, "二、乱扔垃圾");
            table(document, new String[][] {{"裁量情节", "处罚标准"}, {"主动清理", "警告"}, {"拒不清理", "处50元罚款"}});
            line(document, "注：本基准自2024年1月1日起施行。");
            document.write(out);
            bytes = out.toByteArray();
        }
        IntakeResult result = read("济宁.docx", bytes);
        assertThat(result.items()).extracting(ImportedItem::title).containsExactly("擅自占用道路摆摊设点", "乱扔垃圾");
        assertThat(rows(result.items().get(0).content().sheet(), "penalty")).hasSize(3);
        Sheet second = result.items().get(1).content().sheet();
        assertThat(rows(second, "penalty").get(0).outputs())
                .containsExactly("\"主动清理\"", "\"none\"", "null", "null", "\"must\"");
        assertThat(second.jurisdiction()).isEqualTo("370800");
        assertThat(second.effectiveFrom()).isEqualTo("2024-01-01");
    }

    private static void line(XWPFDocument document, String words) {
        document.createParagraph().createRun().setText(words);
    }

    private static void table(XWPFDocument document, String[][] words) {
        XWPFTable table = document.createTable(words.length, words[0].length);
        for (int r = 0; r < words.length; r++) {
            for (int c = 0; c < words[r].length; c++) {
                table.getRow(r).getCell(c).setText(words[r][c]);
            }
        }
    }

    @Test
    @DisplayName("粘贴的表格（制表符，GB18030）：每平方米、不予处罚")
    void pasted() {
        String text =
                "违法行为\t违法程度\t情形\t处罚标准\n占道\t轻微\t及时改正\t不予处罚\n占道\t一般\t一年内第一次\t处1000元罚款\n占道\t严重\t第三次\t按占用面积每平方米处1000元罚款\n";
        IntakeResult result = read("粘贴.tsv", text.getBytes(Charset.forName("GB18030")));
        List<SheetRow> rows = rows(result.items().get(0).content().sheet(), "penalty");
        assertThat(rows.get(0).outputs()).contains("\"no-penalty\"");
        assertThat(rows.get(2).outputs()).contains("平方米 * 1000");
    }
}
