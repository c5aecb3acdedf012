package cn.faheng.casework.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.faheng.casework.CaseworkTest;
import cn.faheng.casework.workbook.Line;
import cn.faheng.casework.workbook.SheetOut;
import cn.faheng.casework.workbook.WorkbookReader;
import cn.faheng.casework.workbook.WorkbookWriter;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("Excel 导入和导出")
class ImportTest extends CaseworkTest {

    private static final int ROWS = 10_000;
    private static final int BAD = 37;
    private static final String BODY = "IMPORT-BODY";

    @Autowired
    private DirectoryImports imports;

    @Autowired
    private DirectoryExports exports;

    @Autowired
    private Proposals proposals;

    @Autowired
    private Bodies bodies;

    @Autowired
    private Officers officers;

    private void body() {
        if (bodies.find(BODY, TODAY).isPresent()) {
            return;
        }
        Version<?> version = As.compiler(() -> proposals.propose(
                        Subject.BODY,
                        null,
                        Map.of(
                                "code", BODY,
                                "name", "示例导入主体",
                                "level", "县级",
                                "standing", "法定行政机关",
                                "division", "370811",
                                "fields", "食品",
                                "address", "示例路",
                                "from", "2019-01-01"),
                        "测试"))
                .orElseThrow();
        As.reviewer(() -> proposals.approve(version.id(), ""));
    }

    private static List<String> headings() {
        return List.of("执法证号", "姓名", "所属主体编码", "执法类别", "执法区域", "有效期起", "有效期止", "法律职业资格", "登录账号", "证件状态");
    }

    private static List<String> row(String certificate, String name) {
        return List.of(certificate, name, BODY, "食品", "370811", "2024-01-01", "2028-12-31", "否", "", "有效");
    }

    /** Every 270th row is wrong, each in one of five ways. */
    private static List<List<String>> rows(SortedSet<Integer> bad) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            List<String> row = new ArrayList<>(row("3708119%06d".formatted(i), "示例" + i));
            if (i % 270 == 5 && bad.size() < BAD) {
                bad.add(i + 2);
                switch (bad.size() % 5) {
                    case 0 -> row.set(1, "");
                    case 1 -> row.set(2, "NO-SUCH-BODY");
                    case 2 -> row.set(5, "2024-13-01");
                    case 3 -> row.set(6, "2020-01-01");
                    default -> row.set(0, "3708119%06d".formatted(0));
                }
            }
            rows.add(row);
        }
        return rows;
    }

    @Test
    @DisplayName("一万行里有三十七行错的：9963 行成为待审核的变更，37 行退回，报告写明行、列、问题和办法；再导一遍什么也不变；另一人成批审核后生效")
    void tenThousandRows() {
        body();
        TreeSet<Integer> bad = new TreeSet<>();
        byte[] file = WorkbookWriter.write(List.of(SheetOut.of("执法人员", headings(), rows(bad))));
        assertThat(bad).hasSize(BAD);

        Instant begin = Instant.now();
        ImportResult result = As.compiler(() -> imports.read(Subject.OFFICER, "人员.xlsx", file, "年度换证"));
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(60));

        assertThat(result.rows()).isEqualTo(ROWS);
        assertThat(result.taken()).isEqualTo(ROWS - BAD);
        assertThat(result.refused()).isEqualTo(BAD);
        List<ImportResult.RefusedRow> refused = As.compiler(() -> imports.refused(result.id()));
        assertThat(refused).extracting(ImportResult.RefusedRow::number).containsExactlyElementsOf(bad);
        assertThat(refused)
                .flatExtracting(ImportResult.RefusedRow::faults)
                .extracting(Fault::column)
                .containsOnly("name", "body", "validFrom", "validTo", "certificate");
        report(result, bad);

        ImportResult again = As.compiler(() -> imports.read(Subject.OFFICER, "人员.xlsx", file, "年度换证"));
        assertThat(again.taken()).isZero();
        assertThat(again.unchanged()).isEqualTo(ROWS - BAD);

        assertThat(officers.find("3708119000001", TODAY)).isEmpty();
        assertThatThrownBy(() -> As.compiler(() -> proposals.approveImport(result.id(), "")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().type()).isEqualTo(ProblemType.SAME_PERSON));
        int approved = As.reviewer(() -> proposals.approveImport(result.id(), "已抽查"));
        assertThat(approved).isEqualTo(ROWS - BAD);
        assertThat(officers.find("3708119000001", TODAY)).isPresent();
        ImportResult third = As.compiler(() -> imports.read(Subject.OFFICER, "人员.xlsx", file, "年度换证"));
        assertThat(third.unchanged()).isEqualTo(ROWS - BAD);

        Instant search = Instant.now();
        assertThat(officers.search(Find.of("示例77"), TODAY).lines()).isNotEmpty();
        assertThat(Duration.between(search, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }

    private void report(ImportResult result, SortedSet<Integer> bad) {
        byte[] report = As.compiler(() -> imports.report(result.id()));
        List<Line> lines = WorkbookReader.read("报告.xlsx", report);
        assertThat(lines).hasSize(BAD + 1);
        Line first = lines.get(1);
        assertThat(first.cell(11).text()).isEqualTo(String.valueOf(bad.first()));
        assertThat(first.cell(12).text()).contains("所属主体编码").contains("请核对编码");
    }

    @Test
    @DisplayName("公式不执行：导入时退回，导出时以 = + - @ 开头的文字前面加撇号，再导入还原")
    void formulas() {
        body();
        byte[] file = WorkbookWriter.write(
                List.of(SheetOut.of("执法人员", headings(), List.of(row("3708118000001", "=HYPERLINK(\"http://x\")")))));
        List<Line> lines = WorkbookReader.read("x.xlsx", file);
        assertThat(lines.get(1).cell(1).text()).isEqualTo("=HYPERLINK(\"http://x\")");
        ImportResult result = As.compiler(() -> imports.read(Subject.OFFICER, "x.xlsx", file, "测试"));
        assertThat(result.taken()).isEqualTo(1);
        As.reviewer(() -> proposals.approveImport(result.id(), ""));

        byte[] exported = As.compiler(() -> exports.export(Subject.OFFICER, Find.of("3708118000001"), TODAY));
        assertThat(Sheets.rawTexts(exported))
                .contains("'=HYPERLINK(\"http://x\")")
                .doesNotContain("=HYPERLINK(\"http://x\")");
        assertThat(Sheets.formulas(exported)).isZero();
        ImportResult back = As.compiler(() -> imports.read(Subject.OFFICER, "back.xlsx", exported, "测试"));
        assertThat(back.unchanged()).isEqualTo(1);
        assertThat(back.refused()).isZero();
    }

    @Test
    @DisplayName("不是表格的、认不出表头的、多出列的，整个退回并说明怎么办")
    void filesThatAreNone() {
        assertThatThrownBy(() -> As.compiler(() -> imports.read(
                        Subject.OFFICER, "a.xlsx", "不是表格".getBytes(java.nio.charset.StandardCharsets.UTF_8), "测试")))
                .hasMessageContaining("不是Excel文件");
        byte[] other = WorkbookWriter.write(List.of(SheetOut.of("x", List.of("甲", "乙"), List.of(List.of("1", "2")))));
        assertThatThrownBy(() -> As.compiler(() -> imports.read(Subject.OFFICER, "a.xlsx", other, "测试")))
                .hasMessageContaining("没有找到表头");
        assertThatThrownBy(() -> As.officer(() -> imports.read(Subject.OFFICER, "a.xlsx", other, "测试")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().type()).isEqualTo(ProblemType.FORBIDDEN));
    }

    @Test
    @DisplayName("各名录的模板能打开，表头就是导入认得的表头，并有填写说明")
    void templates() {
        for (Subject subject : Subject.values()) {
            List<Line> lines = WorkbookReader.read("模板.xlsx", imports.template(subject));
            assertThat(lines).as(subject.name()).hasSize(1);
            assertThat(lines.get(0).cells())
                    .allSatisfy(cell -> assertThat(cell.problem()).isNull());
        }
    }
}
