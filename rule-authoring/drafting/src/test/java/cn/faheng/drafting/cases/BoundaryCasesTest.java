package cn.faheng.drafting.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.SheetDecision;
import cn.faheng.drafting.sheet.SheetWriter;
import cn.faheng.drafting.sheet.Sheets;
import cn.faheng.engine.proof.GateFinding;
import cn.faheng.engine.proof.RuleSetGate;
import cn.faheng.rules.catalogue.RuleSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("案例：生成、编辑、运行、覆盖")
class BoundaryCasesTest {

    private static final Sheet SHEET = Sheets.tiers();

    @Test
    @DisplayName("每行一个案例，每个界限上和两侧各一个，期望取自模型")
    void generated() {
        String csv = BoundaryCases.generate(SHEET);
        CaseCsv table = CaseCsv.read(csv);
        assertThat(table.columns())
                .containsExactly("id", "title", "货值金额", "情节", "=rows", "=tier", "=fine", "=fineMin", "=fineMax");
        assertThat(table.row("G.T1")).isNotNegative();
        assertThat(table.cell(table.row("G.货值金额@10000"), "=rows")).isEqualTo("T2");
        assertThat(table.cell(table.row("G.货值金额@9999.99"), "=fineMax")).isEqualTo("60000");
        assertThat(table.cell(table.row("G.货值金额@10000.01"), "=fineMin")).isEqualTo("100000.1");
        assertThat(table.cell(table.row("G.货值金额@9999.99"), "title")).isEqualTo("货值金额比1万元少一分");
        assertThat(CaseCoverage.of(SHEET, csv).complete()).isTrue();
        assertThat(CaseRun.of(SHEET, csv).passed()).isTrue();
        assertThat(BoundaryCases.generate(SHEET)).isEqualTo(csv);
        assertThat(BoundaryCases.complete(SHEET, csv)).isEqualTo(csv);
    }

    @Test
    @DisplayName("已有的案例保留，只补缺少的")
    void completed() {
        CaseCsv own = CaseCsv.empty()
                .with(new LinkedHashMap<>(
                        Map.of("id", "甲", "title", "手写", "货值金额", "10000", "情节", "一般", "=rows", "T2")));
        CaseCsv all = CaseCsv.read(BoundaryCases.complete(SHEET, own.write()));
        assertThat(all.cell(0, "id")).isEqualTo("甲");
        assertThat(all.row("G.货值金额@10000")).isNegative();
        assertThat(all.row("G.T2")).isNegative();
        assertThat(all.row("G.T3")).isNotNegative();
    }

    @Test
    @DisplayName("表格有空档时，空档处的案例不通过并说明")
    void gap() {
        SheetDecision table = SHEET.decisions().get(0);
        Sheet holed = Sheets.with(
                SHEET.facts(),
                List.of(SheetDecision.table(
                        "penalty",
                        null,
                        table.inputs(),
                        table.outputs(),
                        List.of(
                                table.rows().get(0),
                                Sheets.row("T2", List.of("> 10000", "\"一般\""), "一般", "1", "2"),
                                table.rows().get(2)))));
        CaseRun run = CaseRun.of(holed, BoundaryCases.generate(holed));
        assertThat(run.cases()).filteredOn(one -> !one.passed()).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo("G.货值金额@10000");
            assertThat(one.problem()).isNotNull();
        });
    }

    @Test
    @DisplayName("不符的案例逐列给出期望和实际")
    void failing() {
        String csv =
                """
                id,title,货值金额,情节,=rows,=fineMin,=fineMax
                A1,对,5000,一般,T1,50000.00,60000
                A2,错,5000,一般,T1,50000,70000
                A3,值不对,5000,特别严重,T1,,
                A4,没有期望,5000,一般,,,
                A1,编号重复,5000,严重,T3,,
                A5,不是数,五千,一般,T1,,
                """;
        CaseRun run = CaseRun.of(SHEET, csv);
        assertThat(run.cases())
                .extracting(CaseRun.CaseResult::passed)
                .containsExactly(true, false, false, false, false, false);
        assertThat(run.cases().get(1).columns())
                .contains(new CaseRun.ColumnResult("fineMax", "70000", "60000", false))
                .contains(new CaseRun.ColumnResult("fineMin", "50000", "50000", true));
        assertThat(run.cases().get(2).problem()).contains("特别严重");
        assertThat(run.cases().get(3).problem()).contains("没有写明期望");
        assertThat(run.cases().get(4).problem()).contains("编号");
        assertThat(run.cases().get(5).problem()).isNotNull();
        CaseCoverage coverage = CaseCoverage.of(SHEET, csv);
        assertThat(coverage.complete()).isFalse();
        assertThat(coverage.unreadable()).containsExactly("A3", "A5");
        assertThat(coverage.rows().get(0).cases()).containsExactly("A1", "A2", "A4");
        assertThat(coverage.points())
                .extracting(CaseCoverage.PointHits::value)
                .containsExactly(new BigDecimal("9999.99"), new BigDecimal("10000"), new BigDecimal("10000.01"));
    }

    @Test
    @DisplayName("案例表的读写和编辑")
    void csv() {
        CaseCsv table = CaseCsv.read("\uFEFFid,title,甲,=rows\nA,\"一,\"\"二\"\"\",1,T1\n");
        assertThat(table.cell(0, "title")).isEqualTo("一,\"二\"");
        assertThat(CaseCsv.read(table.write())).isEqualTo(table);
        CaseCsv wider = table.withCell(0, "乙", "x").withCell(0, "=tier", "轻");
        assertThat(wider.columns()).containsExactly("id", "title", "甲", "乙", "=rows", "=tier");
        assertThat(wider.withoutColumn("乙").withoutColumn("=tier")).isEqualTo(table);
        assertThat(wider.without("A").rows()).isEmpty();
        assertThatThrownBy(() -> CaseCsv.read("id,id\n1,2\n")).hasMessageContaining("重复");
        assertThatThrownBy(() -> CaseCsv.read("id,title\n1\n")).hasMessageContaining("表头有2列");
    }

    @Test
    @DisplayName("随版本发布的裁量基准和每五个法定处罚中的一个：生成的案例命中每一行、每个界限，并通过发布时的检查")
    void bundled() {
        List<String> missing = new ArrayList<>();
        List<GateFinding> findings = new ArrayList<>();
        RuleSetGate gate = new RuleSetGate();
        int number = 0;
        int statutes = 0;
        for (RuleSet ruleSet : Sheets.BASE.catalogue().ruleSets()) {
            boolean taken = ruleSet.kind() == RuleSet.Kind.BENCHMARK
                    || (ruleSet.kind() == RuleSet.Kind.STATUTE && statutes++ % 5 == 0);
            if (!taken && !Boolean.getBoolean("faheng.all")) {
                continue;
            }
            if (ruleSet.kind() == RuleSet.Kind.GENERAL) {
                continue;
            }
            Sheet sheet = Sheets.bundled(ruleSet);
            String csv = BoundaryCases.generate(sheet);
            CaseCoverage coverage = CaseCoverage.of(sheet, csv);
            coverage.rows().stream()
                    .filter(row -> row.cases().isEmpty())
                    .forEach(row -> missing.add(ruleSet.ref().row(row.rowId())));
            coverage.points().stream()
                    .filter(point -> point.cases().isEmpty())
                    .forEach(point -> missing.add(ruleSet.ref() + " " + point.fact() + " " + point.value()));
            assertThat(CaseRun.of(sheet, csv).passed())
                    .as(ruleSet.ref().toString())
                    .isTrue();
            if (number++ % 40 == 0) {
                findings.addAll(gate.check(SheetWriter.toRuleSet(sheet, csv)));
            }
        }
        assertThat(missing).isEmpty();
        assertThat(findings).isEmpty();
        assertThat(number).isGreaterThan(80);
    }
}
