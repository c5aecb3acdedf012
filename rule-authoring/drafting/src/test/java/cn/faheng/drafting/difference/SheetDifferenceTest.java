package cn.faheng.drafting.difference;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.drafting.difference.Change.Kind;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.Sheet.SheetBasis;
import cn.faheng.drafting.sheet.SheetDecision;
import cn.faheng.drafting.sheet.SheetDecision.SheetCitation;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import cn.faheng.drafting.sheet.SheetFact;
import cn.faheng.drafting.sheet.SheetFacts;
import cn.faheng.drafting.sheet.Sheets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("两个版本的差异按法务人员的读法列出")
class SheetDifferenceTest {

    private static final Sheet SHEET = Sheets.tiers();
    private static final SheetDecision TABLE = SHEET.decisions().get(0);

    private static Sheet rows(List<SheetRow> rows) {
        return Sheets.with(
                SHEET.facts(), List.of(SheetDecision.table("penalty", null, TABLE.inputs(), TABLE.outputs(), rows)));
    }

    private static SheetRow changed(SheetRow row, String id, List<String> cells, List<String> outputs) {
        return new SheetRow(id, cells, outputs, row.says(), row.cites(), null);
    }

    @Test
    @DisplayName("相同的表格没有差异，批注不算")
    void none() {
        List<SheetRow> commented = TABLE.rows().stream()
                .map(r -> new SheetRow(r.id(), r.cells(), r.outputs(), r.says(), r.cites(), "批注"))
                .toList();
        assertThat(SheetDifference.between(SHEET, rows(commented))).isEmpty();
    }

    @Test
    @DisplayName("条件和数额的改动以中文前后对照")
    void cells() {
        List<SheetRow> rows = new ArrayList<>(TABLE.rows());
        rows.set(
                0,
                changed(
                        rows.get(0),
                        "T1",
                        List.of("< 20000", "\"一般\""),
                        List.of("\"轻微\"", "\"may\"", "50000", "80000")));
        assertThat(SheetDifference.between(SHEET, rows(rows)))
                .containsExactly(
                        new Change("裁量档次", "处罚·T1·条件“货值金额”", Kind.CHANGED, "不足1万元", "不足2万元"),
                        new Change("裁量档次", "处罚·T1·罚款方式", Kind.CHANGED, "应当并处", "可以并处"),
                        new Change("裁量档次", "处罚·T1·罚款最高", Kind.CHANGED, "6万元", "8万元"));
    }

    @Test
    @DisplayName("中间插入一行、后面的行重新编号，只是新增一行和行号变化")
    void renumbered() {
        List<SheetRow> rows = new ArrayList<>();
        rows.add(Sheets.row("T1", List.of("< 5000", "\"一般\""), "特别轻微", "50000", "55000"));
        for (int i = 0; i < TABLE.rows().size(); i++) {
            SheetRow row = TABLE.rows().get(i);
            rows.add(changed(row, "T" + (i + 2), row.cells(), row.outputs()));
        }
        List<Change> changes = SheetDifference.between(SHEET, rows(rows));
        assertThat(changes).extracting(Change::where).containsExactly("处罚·T1", "处罚·T2·行号", "处罚·T3·行号", "处罚·T4·行号");
        assertThat(changes.get(0).kind()).isEqualTo(Kind.ADDED);
        assertThat(changes.get(0).after()).contains("货值金额：不足5000元", "情节：一般", "罚款最低：5万元", "罚款最高：5.5万元");
    }

    @Test
    @DisplayName("删去的行、改写的原文和依据")
    void rowsAndSentences() {
        SheetRow first = TABLE.rows().get(0);
        List<SheetRow> rows = List.of(
                new SheetRow("T1", first.cells(), first.outputs(), "新的原文", List.of(SheetCitation.at("124/1")), null),
                TABLE.rows().get(1));
        assertThat(SheetDifference.between(SHEET, rows(rows)))
                .extracting(Change::where, Change::kind, Change::before, Change::after)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("处罚·T1·原文", Kind.CHANGED, "轻微的原文", "新的原文"),
                        org.assertj.core.groups.Tuple.tuple("处罚·T1·依据", Kind.CHANGED, "《测试裁量基准》", "第一百二十四条第一款"),
                        org.assertj.core.groups.Tuple.tuple(
                                "处罚·T3", Kind.REMOVED, "情节：严重 → 档次：严重，罚款方式：应当并处，罚款最低：10万元，罚款最高：20万元", null));
    }

    @Test
    @DisplayName("施行期间、依据、问题的取值和单位、公式")
    void everythingElse() {
        SheetFact gravity = SheetFacts.of("情节", "choice", null, List.of("一般", "严重", "特别严重"));
        Sheet base = Sheets.with(
                List.of(SHEET.facts().get(0), gravity),
                List.of(TABLE, SheetDecision.expression("合计", "裁量百分值", "1 + 2")));
        Sheet before = Sheets.with(SHEET.facts(), List.of(TABLE, SheetDecision.expression("合计", "裁量百分值", "1 + 1")));
        Sheet after = new Sheet(
                base.item(),
                base.kind(),
                null,
                List.of(),
                LocalDate.of(2027, 1, 1),
                LocalDate.of(2030, 12, 31),
                base.jurisdiction(),
                base.authority(),
                List.of(new SheetBasis("parent", "中华人民共和国食品安全法", LocalDate.of(2025, 12, 1), "124/1")),
                base.source(),
                base.form(),
                base.facts(),
                base.penalties(),
                base.decisions(),
                base.leftToPerson(),
                List.of(),
                base.notes());
        assertThat(SheetDifference.between(before, after))
                .containsExactlyInAnyOrder(
                        new Change("施行期间", "施行日期", Kind.CHANGED, "2026-01-01", "2027-01-01"),
                        new Change("施行期间", "失效日期", Kind.CHANGED, "长期有效", "2030-12-31"),
                        new Change("依据", "依据", Kind.REMOVED, "上位依据：《中华人民共和国食品安全法》第一百二十四条第一款（2021-04-29起施行的版本）", null),
                        new Change("依据", "依据", Kind.ADDED, null, "上位依据：《中华人民共和国食品安全法》第一百二十四条第一款（2025-12-01起施行的版本）"),
                        new Change("问题", "情节·取值", Kind.CHANGED, "一般；严重", "一般；严重；特别严重"),
                        new Change("计算公式", "裁量百分值", Kind.CHANGED, "1 + 1", "1 + 2"));
    }
}
