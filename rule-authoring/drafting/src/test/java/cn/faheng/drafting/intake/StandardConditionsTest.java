package cn.faheng.drafting.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.drafting.draft.DraftContent;
import cn.faheng.drafting.sheet.Sheet.SheetBasis;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import cn.faheng.drafting.sheet.SheetFact;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("一格处罚标准里的情形和比例")
class StandardConditionsTest {

    private static final String ADVERTISING = "《中华人民共和国广告法》第五十五条第一款：处广告费用三倍以上五倍以下的罚款，广告费用无法计算或者明显偏低的，处二十万元以上一百万元以下的罚款";

    private static final String PERMIT = "《排污许可管理条例》第三十三条：责令改正或者限制生产、停产整治，处20万元以上100万元以下的罚款；情节严重的，责令停业、关闭";

    private static DraftContent content(String header, String basis, String... standards) {
        String[][] table = new String[standards.length + 1][];
        table[0] = new String[] {"序号", "违法行为", "处罚依据", "情形", header};
        for (int i = 0; i < standards.length; i++) {
            table[i + 1] =
                    new String[] {i == 0 ? "1" : "", i == 0 ? "某行为" : "", i == 0 ? basis : "", "情形" + i, standards[i]};
        }
        int last = standards.length;
        byte[] bytes = Samples.xlsx(table, new int[][] {{1, last, 0, 0}, {1, last, 1, 1}, {1, last, 2, 2}});
        return Intake.read(new SourceFile("表.xlsx", bytes), Samples.CONTEXT)
                .items()
                .get(0)
                .content();
    }

    private static List<SheetRow> rows(DraftContent content) {
        return content.sheet().decisions().get(0).rows();
    }

    private static List<String> asked(DraftContent content) {
        return content.questions().stream()
                .filter(q -> q.where().startsWith("T"))
                .map(DraftContent.OpenQuestion::asks)
                .toList();
    }

    @Test
    @DisplayName("基数无法计算的另列数额：成为一个问题，两种情形各一行；没有档次名称的以条件为名")
    void uncountable() {
        DraftContent content = content(
                "裁量标准",
                ADVERTISING,
                "广告费用3倍以上4倍以下；广告费用无法计算或者明显偏低的，处20万元以上60万元以下",
                "处广告费用4倍以上5倍以下罚款；广告费用无法计算或者明显偏低的，处60万元以上100万元以下罚款");
        assertThat(asked(content)).isEmpty();
        assertThat(content.sheet().facts()).extracting(SheetFact::name).containsExactly("情形", "广告费用情况", "广告费用");
        assertThat(rows(content)).hasSize(4);
        assertThat(rows(content).get(0).cells().get(1)).isEqualTo("\"不属于“广告费用无法计算或者明显偏低”\"");
        assertThat(rows(content).get(0).outputs()).containsExactly("\"情形0\"", "\"must\"", "广告费用 * 3", "广告费用 * 4");
        assertThat(rows(content).get(1).cells().get(1)).isEqualTo("\"广告费用无法计算或者明显偏低\"");
        assertThat(rows(content).get(1).outputs()).containsExactly("\"情形0\"", "\"must\"", "200000", "600000");
        assertThat(rows(content).get(3).outputs()).contains("600000", "1000000");
    }

    @Test
    @DisplayName("不足和以上分开的，按金额分行，界限归在以上一边")
    void threshold() {
        DraftContent content = content(
                "裁量标准",
                "《中华人民共和国测试法》第一条：处罚款",
                "货值金额不足1万元的，并处1万元以上2万元以下罚款；货值金额1万元以上的，并处货值金额5倍以上7倍以下罚款",
                "货值金额不足1万元的，并处2万元以上5万元以下罚款；货值金额1万元以上的，并处货值金额7倍以上10倍以下罚款");
        assertThat(asked(content)).isEmpty();
        assertThat(rows(content).get(0).cells()).contains("< 10000");
        assertThat(rows(content).get(0).outputs()).contains("10000", "20000");
        assertThat(rows(content).get(1).cells()).contains(">= 10000");
        assertThat(rows(content).get(3).outputs()).contains("货值金额 * 7", "货值金额 * 10");
    }

    @Test
    @DisplayName("没有违法所得的另列数额")
    void nothingGained() {
        DraftContent content = content(
                "处罚标准",
                "《中华人民共和国测试法》第一条：处罚款",
                "处违法所得1倍以上2倍以下罚款；没有违法所得的，处5000元以上1万元以下罚款",
                "处违法所得2倍以上3倍以下罚款；没有违法所得的，处1万元以上2万元以下罚款");
        assertThat(asked(content)).isEmpty();
        assertThat(rows(content).get(1).cells()).contains("\"没有违法所得\"");
        assertThat(rows(content).get(1).outputs()).contains("5000", "10000");
    }

    @ParameterizedTest
    @DisplayName("情形不成对、界限不一致或者交叉的，不猜，由人读")
    @ValueSource(
            strings = {
                "货值金额不足1万元的，处1万元以上2万元以下罚款；货值金额2万元以上的，处货值金额5倍以上7倍以下罚款",
                "处2万元以上3万元以下罚款；货值金额不足1万元的，处1万元以上2万元以下罚款",
                "处违法所得1倍以上2倍以下罚款；没有违法所得的，处5千元以上1万元以下罚款；违法所得无法计算的，处1万元以上2万元以下罚款",
                "处违法所得1倍以上2倍以下罚款；没有违法所得的，处5千元以上1万元以下罚款；情节严重的，处3万元以上5万元以下罚款",
                "货值金额不足1万元的，处1万元以上2万元以下罚款；货值金额1万元以上的，处货值金额5倍以上7倍以下罚款；对直接负责的主管人员处1万元以上3万元以下罚款"
            })
    void unsure(String standard) {
        DraftContent content = content("处罚标准", "《中华人民共和国测试法》第一条：处罚款", standard, "处10万元以上20万元以下罚款");
        assertThat(asked(content)).hasSize(1);
        assertThat(rows(content).get(0).outputs()).contains("\"person-decides\"");
    }

    @Test
    @DisplayName("条款用阿拉伯数字写的也认得")
    void arabicNumerals() {
        DraftContent content =
                content("处罚标准", "《中华人民共和国广告法》第55条第1款：处广告费用三倍以上五倍以下的罚款", "处3万元以上4万元以下罚款", "处4万元以上5万元以下罚款");
        assertThat(content.sheet().basis()).extracting(SheetBasis::at).containsExactly("55/1");
    }

    @Test
    @DisplayName("条文没有读懂的，不由它得出法定上限")
    void unreadMaximum() {
        DraftContent content = content("占法定罚款上限的比例", "《中华人民共和国测试法》第一条：处警告；每超过1吨处500元以下罚款", "20%—40%", "70%-100%");
        assertThat(rows(content).get(0).outputs()).doesNotContain("100", "200");
    }

    @ParameterizedTest
    @DisplayName("法定罚款上限的百分之几：条文只有一个上限的，按上限算出数额并说明")
    @ValueSource(strings = {"20%—40%", "20%以上40%以下", "法定罚款上限的20%以上40%以下", "处法定最高罚款数额20%以上40%以下罚款"})
    void share(String standard) {
        DraftContent content = content("占法定罚款上限的比例", PERMIT, standard, "70%-100%");
        assertThat(asked(content)).isEmpty();
        assertThat(rows(content).get(0).outputs()).containsExactly("\"情形0\"", "\"must\"", "200000", "400000");
        assertThat(rows(content).get(1).outputs()).contains("700000", "1000000");
        assertThat(content.sheet().notes()).contains("法定最高罚款额按所引条文读作1000000元");
    }
}
