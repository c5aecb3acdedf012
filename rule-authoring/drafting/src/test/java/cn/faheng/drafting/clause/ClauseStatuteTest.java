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
    @DisplayName("货值金额不足十万元的按十万元计算，写在罚款之前或者之后都进入金额，不成为条件")
    void leastBase() {
        for (String words : List.of(
                "生产假药的，并处货值金额十五倍以上三十倍以下的罚款；货值金额不足十万元的，按十万元计算。", "生产假药的，货值金额不足十万元的，按十万元计算，并处货值金额十五倍以上三十倍以下的罚款。")) {
            Sheet sheet = draft(words).sheet();
            assertThat(
                            run(
                                    sheet,
                                    """
                    id,title,goodsValue,=fine,=fineMin,=fineMax
                    C1,不足十万元,1,must,1500000,3000000
                    C2,超过十万元,200000,must,3000000,6000000
                    """))
                    .isTrue();
        }
    }

    @Test
    @DisplayName("责令改正时的警告不带到逾期不改正的一步，并提出问题")
    void warningOfFirstStep() {
        StatuteDraft draft = draft("由主管部门责令限期改正，给予警告，可以并处5000元以下的罚款；逾期未改正的，处5000元以上3万元以下的罚款。");
        assertThat(
                        run(
                                draft.sheet(),
                                """
                id,title,overdue,=rectify,=warning,=fine,=fineMin,=fineMax
                C1,首次,false,must,must,may,0,5000
                C2,逾期,true,must,none,must,5000,30000
                """))
                .isTrue();
        assertThat(draft.questions()).anyMatch(q -> q.asks().contains("警告"));
    }

    @Test
    @DisplayName("有前款第几项行为的各行也适用前款的责令改正、没收和情节严重的处罚；前款自有罚款的，提出问题")
    void itemsOfParagraphBefore() {
        StatuteDraft draft = draft(
                """
                有下列行为之一，责令改正，处以罚款，没收违法所得；情节严重的，可以责令停业：
                （一）甲的；
                （二）乙的。
                有前款第一项行为，处五万元以上二十万元以下的罚款；有前款第二项行为，处十万元以上一百万元以下的罚款。""");
        assertThat(
                        run(
                                draft.sheet(),
                                """
                id,title,conduct,circumstancesGrade,=rectify,=confiscateGains,=suspend,=fineMin,=fineMax
                C1,第一项,有前款第一项行为,一般,must,must,none,50000,200000
                C2,第二项且严重,有前款第二项行为,情节严重,must,must,may,100000,1000000
                """))
                .isTrue();
        StatuteDraft own = draft(
                """
                有下列行为之一的，责令改正，处一万元罚款：
                （一）甲的；
                （二）乙的。
                有前款第一项行为的，处五万元罚款。""");
        assertThat(own.questions()).anyMatch(q -> q.asks().contains("前款的责令改正"));
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
