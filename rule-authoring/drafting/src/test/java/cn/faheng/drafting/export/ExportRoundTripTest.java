package cn.faheng.drafting.export;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.drafting.cases.CaseCsv;
import cn.faheng.drafting.intake.ImportedItem;
import cn.faheng.drafting.intake.Intake;
import cn.faheng.drafting.intake.IntakeContext;
import cn.faheng.drafting.intake.IntakeResult;
import cn.faheng.drafting.intake.PreviewCell;
import cn.faheng.drafting.intake.SourceFile;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.SheetDecision;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import cn.faheng.drafting.sheet.SheetFact.SheetChoice;
import cn.faheng.drafting.sheet.SheetReader;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.format.RuleBase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExportRoundTripTest {

    private static final RuleBase BASE = RuleBase.bundled();
    private static final IntakeContext CONTEXT = new IntakeContext(BASE, BASE.law());

    /** Every tenth bundled rule set; all of them with -Dfaheng.export.all=true. */
    static Stream<RuleSet> ruleSets() {
        int step = Boolean.getBoolean("faheng.export.all") ? 1 : 10;
        List<RuleSet> all = List.copyOf(BASE.catalogue().ruleSets());
        return Stream.iterate(0, i -> i < all.size(), i -> i + step).map(all::get);
    }

    private static Sheet sheet(RuleSet ruleSet) {
        String code = ruleSet.itemCode();
        return SheetReader.read(
                ruleSet, code == null ? null : BASE.catalogue().item(code).orElseThrow());
    }

    private static Sheet benchmark(String code) {
        return sheet(BASE.catalogue().benchmarks(code).get(0));
    }

    private static IntakeResult read(String name, byte[] bytes) {
        return Intake.read(new SourceFile(name, bytes), CONTEXT);
    }

    @ParameterizedTest
    @MethodSource("ruleSets")
    @DisplayName("导出再导入，内容相同")
    void comesBackEqual(RuleSet ruleSet) {
        Sheet sheet = sheet(ruleSet);
        for (IntakeResult result : List.of(
                read("表.xlsx", Export.toXlsx(sheet)),
                read("表.docx", Export.toDocx(sheet)),
                read("表.json", Export.toJson(sheet).getBytes(StandardCharsets.UTF_8)))) {
            assertThat(result.items()).hasSize(1);
            assertThat(result.items().get(0).content().sheet()).isEqualTo(sheet);
            assertThat(result.items().get(0).status()).isEqualTo(ImportedItem.Status.FULL);
            assertThat(result.remarks()).noneMatch(r -> r.contains("改"));
        }
    }

    @Test
    @DisplayName("可见表格中的改动优先，并逐条报告；读不懂的改动不采用并提出问题")
    void editsWin() throws IOException {
        Sheet sheet = benchmark("JM-ENV-3-14");
        byte[] edited = edit(Export.toXlsx(sheet), visible -> {
            int header = rowOf(visible, VisibleTable.ROW);
            set(visible, header + 1, "处2万元以上6万元以下罚款", "处2万元以上5万元以下罚款");
            set(visible, header + 2, "未建立或者未保存台账的", "未建立台账的");
            set(visible, header + 3, "酌情处理", "处15万元以上20万元以下罚款");
            visible.createRow(header + 4).createCell(0).setCellValue("T4");
            visible.getRow(header + 4).createCell(1).setCellValue("4");
            visible.getRow(header + 4).createCell(2).setCellValue("屡教不改的");
            visible.getRow(header + 4).createCell(3).setCellValue("处20万元罚款");
            visible.getRow(header + 4).createCell(4).setCellValue("处二十万元罚款");
        });
        IntakeResult result = read("改.xlsx", edited);
        Sheet now = result.items().get(0).content().sheet();
        List<SheetRow> rows = now.decisions().get(0).rows();
        assertThat(rows.get(0).outputs()).contains("20000", "60000");
        assertThat(rows.get(1).cells()).containsExactly("\"未建立或者未保存台账的\"");
        assertThat(rows.get(2).outputs()).contains("150000", "200000");
        assertThat(rows.get(3).id()).isEqualTo("T4");
        assertThat(rows.get(3).outputs()).containsExactly("\"4\"", "\"must\"", "200000", "200000");
        assertThat(now.facts().get(0).values())
                .extracting(v -> v.value())
                .containsExactly("建立台账的，但未保存完整的", "未建立或者未保存台账的", "未使用低挥发性有机物含量涂料的", "屡教不改的");
        assertThat(result.remarks()).anyMatch(r -> r.contains("6万元")).anyMatch(r -> r.contains("增加了T4行"));
        assertThat(result.items().get(0).content().questions()).singleElement().satisfies(q -> assertThat(q.original())
                .isEqualTo("酌情处理"));
        assertThat(result.cells())
                .filteredOn(c -> c.status() == PreviewCell.Status.OPEN)
                .extracting(PreviewCell::original)
                .containsExactly("酌情处理");
    }

    @Test
    @DisplayName("案例随表导出为“案例”一页（Word为一张表），再导入相同；改动的案例按改动后的导入")
    void casesTravel() throws IOException {
        RuleSet ruleSet = BASE.catalogue().benchmarks("JM-ENV-3-14").get(0);
        ExportedSheet exported = new ExportedSheet(sheet(ruleSet), ruleSet.cases());
        byte[] file = Export.toXlsx(List.of(exported));
        for (IntakeResult result : List.of(read("表.xlsx", file), read("表.docx", Export.toDocx(List.of(exported))))) {
            assertThat(result.items()).singleElement().satisfies(i -> {
                assertThat(i.content().sheet()).isEqualTo(exported.sheet());
                assertThat(i.content().cases()).isEqualTo(ruleSet.cases());
            });
            assertThat(result.remarks()).noneMatch(r -> r.contains("改"));
            assertThat(result.cells()).anyMatch(c -> c.meaning().equals("案例"));
        }
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet cases = book.getSheet("案例");
            assertThat(cases.getRow(0).getCell(0).getStringCellValue()).isEqualTo("案例号");
            cases.getRow(1).getCell(1).setCellValue("改过的“案例”, 有逗号和\"引号\"");
            book.write(out);
            IntakeResult changed = read("改.xlsx", out.toByteArray());
            assertThat(changed.remarks()).anyMatch(r -> r.contains("案例表有改动"));
            assertThat(CaseCsv.read(changed.items().get(0).content().cases()).cell(0, "title"))
                    .isEqualTo("改过的“案例”, 有逗号和\"引号\"");
        }
    }

    @Test
    @DisplayName("选项里的引号、反斜线照样回来，改动其他单元时也不变")
    void escapes() throws IOException {
        String value = "挂\"免检\"牌\\未报备";
        Sheet plain = benchmark("JM-ENV-3-14");
        SheetDecision table = plain.decisions().get(0);
        String before = plain.facts().get(0).values().get(1).value();
        SheetRow row = table.rows().get(1);
        SheetRow odd = new SheetRow(
                row.id(),
                List.of("\"挂\\\"免检\\\"牌\\\\未报备\""),
                row.outputs(),
                row.says() + " \"\\",
                row.cites(),
                row.comment());
        Sheet sheet = plain.withFacts(List.of(plain.facts()
                        .get(0)
                        .withValues(plain.facts().get(0).values().stream()
                                .map(v -> v.value().equals(before) ? new SheetChoice(value, null, null) : v)
                                .toList())))
                .withDecisions(List.of(table.withRows(
                        List.of(table.rows().get(0), odd, table.rows().get(2)))));
        assertThat(read("表.xlsx", Export.toXlsx(sheet)).items().get(0).content().sheet())
                .isEqualTo(sheet);
        assertThat(read("表.docx", Export.toDocx(sheet)).items().get(0).content().sheet())
                .isEqualTo(sheet);
        byte[] edited = edit(Export.toXlsx(sheet), visible -> {
            int header = rowOf(visible, VisibleTable.ROW);
            set(
                    visible,
                    header + 2,
                    "处6万元以上9万元以下罚款",
                    visible.getRow(header + 2).getCell(3).getStringCellValue());
            set(
                    visible,
                    header + 3,
                    "又一\"新\"\\项",
                    visible.getRow(header + 3).getCell(2).getStringCellValue());
        });
        List<SheetRow> rows = read("改.xlsx", edited)
                .items()
                .get(0)
                .content()
                .sheet()
                .decisions()
                .get(0)
                .rows();
        assertThat(rows.get(1).cells()).isEqualTo(odd.cells());
        assertThat(rows.get(1).outputs()).contains("60000", "90000");
        assertThat(rows.get(2).cells()).containsExactly("\"又一\\\"新\\\"\\\\项\"");
    }

    private static byte[] edit(byte[] file, Consumer<XSSFSheet> change) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            change.accept(book.getSheetAt(0));
            book.write(out);
            return out.toByteArray();
        }
    }

    private static int rowOf(XSSFSheet sheet, String first) {
        for (int r = 0; r <= sheet.getLastRowNum(); r++) {
            if (sheet.getRow(r).getCell(0).getStringCellValue().equals(first)) {
                return r;
            }
        }
        throw new AssertionError(first);
    }

    private static void set(XSSFSheet sheet, int row, String words, String before) {
        for (int c = 0; c < 8; c++) {
            if (sheet.getRow(row).getCell(c) != null
                    && sheet.getRow(row).getCell(c).getStringCellValue().equals(before)) {
                sheet.getRow(row).getCell(c).setCellValue(words);
                return;
            }
        }
        throw new AssertionError(before);
    }

    @Test
    @DisplayName("以=、+、-、@开头的内容是文字，不是公式")
    void formulasAreText() throws IOException {
        Sheet sheet = benchmark("JM-ENV-3-14");
        Sheet.SheetItem item = java.util.Objects.requireNonNull(sheet.item());
        Sheet named = new Sheet(
                new Sheet.SheetItem(
                        item.code(),
                        "=HYPERLINK(\"http://x\")",
                        item.nameEn(),
                        item.field(),
                        item.organ(),
                        item.aliases()),
                sheet.kind(),
                sheet.hook(),
                sheet.fields(),
                sheet.effectiveFrom(),
                sheet.effectiveTo(),
                sheet.jurisdiction(),
                "@authority",
                sheet.basis(),
                sheet.source(),
                sheet.form(),
                sheet.facts(),
                sheet.penalties(),
                sheet.decisions(),
                sheet.leftToPerson(),
                sheet.waivers(),
                sheet.notes());
        byte[] file = Export.toXlsx(named);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            book.getSheetAt(0)
                    .forEach(row -> row.forEach(cell -> {
                        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                        assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                    }));
        }
        assertThat(read("公式.xlsx", file).items().get(0).content().sheet()).isEqualTo(named);
    }

    @Test
    @DisplayName("一个文件有几个事项；删去的行随之删去")
    void severalSheetsAndDeletedRows() throws IOException {
        Sheet first = benchmark("JM-ENV-3-14");
        Sheet second = benchmark("GD-ENV-1.8");
        assertThat(read("两.xlsx", Export.toXlsx(first, second)).items())
                .extracting(i -> i.content().sheet())
                .containsExactly(first, second);
        byte[] shorter = edit(Export.toXlsx(first), visible -> visible.removeRow(visible.getRow(rowOf(visible, "T3"))));
        IntakeResult result = read("短.xlsx", shorter);
        assertThat(result.items().get(0).content().sheet().decisions().get(0).rows())
                .hasSize(2);
        assertThat(result.remarks()).anyMatch(r -> r.contains("删去了T3行"));
    }
}
