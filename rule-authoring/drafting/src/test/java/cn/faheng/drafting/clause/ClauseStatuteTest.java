package cn.faheng.drafting.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.faheng.drafting.cases.CaseRun;
import cn.faheng.drafting.clause.ClauseStatute.Origin;
import cn.faheng.drafting.clause.ClauseStatute.StatuteDraft;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.Sheet.SheetItem;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import cn.faheng.drafting.sheet.SheetFact;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("由确认过的条文生成法定幅度")
class ClauseStatuteTest {
    private static final LocalDate DAY = LocalDate.of(2021, 4, 29);
    private static final Origin ORIGIN = new Origin(
            new SheetItem("T-1", "测试事项", "Test item", "food", "食品安全监督管理部门", List.of()),
            "中华人民共和国食品安全法",
            DAY,
            "124/1",
            DAY,
            null,
            "000000",
            "全国人民代表大会常务委员会");

    @Test
    @DisplayName("货值金额的界限、倍数和情节")
    void thresholds() {
        StatuteDraft draft =
                draft("有下列情形之一的，没收违法所得；货值金额不足一万元的，并处五万元以上十万元以下罚款；货值金额一万元以上的，并处货值金额十倍以上二十倍以下罚款；情节严重的，吊销许可证。");
        Sheet sheet = draft.sheet();
        assertThat(sheet.facts()).extracting(SheetFact::name).contains("goodsValue", "circumstancesGrade");
        assertThat(
                        run(
                                sheet,
                                """
                id,title,circumstancesGrade,goodsValue,=fine,=fineMin,=fineMax,=confiscateGains,=revokeLicence
                C1,不足一万元,一般,9999.99,must,50000,100000,must,none
                C2,恰为一万元,一般,10000,must,100000,200000,must,none
                C3,情节严重,情节严重,20000,must,200000,400000,must,must
                """))
                .isTrue();
    }

    @Test
    @DisplayName("先责令改正，逾期不改正的处罚，单位和责任人员分别")
    void steps() {
        Sheet sheet = draft(
                        "生产经营单位有下列行为之一的，责令限期改正，可以处五万元以下的罚款；逾期未改正的，责令停产停业整顿，并处五万元以上十万元以下的罚款，对其直接负责的主管人员和其他直接责任人员处一万元以上二万元以下的罚款。")
                .sheet();
        assertThat(sheet.form()).isEqualTo("two-step");
        assertThat(
                        run(
                                sheet,
                                """
                id,title,overdue,=rectify,=suspend,=fine,=fineMin,=fineMax,=responsibleFine,=responsibleFineMax
                C1,首次,false,must,none,may,0,50000,none,null
                C2,逾期,true,must,must,must,50000,100000,must,20000
                """))
                .isTrue();
    }

    @Test
    @DisplayName("单位和个人分别的幅度问当事人是谁，并提出个体工商户的问题")
    void parties() {
        StatuteDraft draft = draft("违反前款规定的，责令改正；拒不改正的，对单位处五百元以上一千元以下罚款，对个人处五十元罚款。");
        assertThat(draft.sheet().facts()).anyMatch(f -> f.name().equals("partyKind") && f.fromParty());
        assertThat(draft.questions()).anyMatch(q -> q.asks().contains("个体工商户"));
        assertThat(rows(draft)).hasSize(3);
    }

    @Test
    @DisplayName("按单位计算并有总额上限，基数没有英文名的保留中文")
    void units() {
        StatuteDraft unit = draft("擅自占用道路的，处每平方米五十元以上一百元以下罚款，但最高不超过五万元。");
        assertThat(rows(unit).get(0).outputs())
                .contains("min(squareMetres * 50, 50000)", "min(squareMetres * 100, 50000)");
        StatuteDraft base = draft("逾期拒不缴纳的，处应缴纳倾倒费数额一倍以上三倍以下的罚款。");
        assertThat(base.sheet().facts()).extracting(SheetFact::name).contains("应缴纳倾倒费数额");
    }

    @Test
    @DisplayName("没有确认任何处罚时拒绝")
    void nothing() {
        assertThatThrownBy(() -> ClauseStatute.draft(ClauseReader.read("依照前款规定处罚。"), List.of(), ORIGIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("请先确认");
    }

    private static StatuteDraft draft(String words) {
        ClauseReading reading = ClauseReader.read(words);
        return ClauseStatute.draft(reading, reading.forms(), ORIGIN);
    }

    private static List<SheetRow> rows(StatuteDraft draft) {
        return draft.sheet().decisions().get(0).rows();
    }

    private static boolean run(Sheet sheet, String cases) {
        CaseRun run = CaseRun.of(sheet, cases);
        assertThat(run.cases()).isNotEmpty().allMatch(CaseRun.CaseResult::passed);
        return run.passed();
    }
}
