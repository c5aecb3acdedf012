package cn.faheng.drafting.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import cn.faheng.rules.format.FormatException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("表格与DMN之间")
class SheetReaderTest {

    private static final Sheet SHEET = Sheets.tiers();

    private static String dmn() {
        return SheetWriter.write(SHEET, "id,title\n").dmn();
    }

    @Test
    @DisplayName("DMN编辑器带前缀和图形写回的模型更新表格，问题、依据和批注保留")
    void fromEditor() {
        SheetDecision penalty = SHEET.decisions().get(0);
        List<SheetRow> commented = penalty.rows().stream()
                .map(r -> new SheetRow(r.id(), r.cells(), r.outputs(), r.says(), r.cites(), "批注" + r.id()))
                .toList();
        Sheet sheet = Sheets.with(
                SHEET.facts(),
                List.of(SheetDecision.table("penalty", null, penalty.inputs(), penalty.outputs(), commented)));
        String edited = dmn().replaceAll("<(/?)(\\w)", "<$1dmn:$2")
                .replace("xmlns=", "xmlns:dmn=")
                .replace("<dmn:?xml", "<?xml")
                .replace("&lt; 10000", "&lt; 20000")
                .replace(
                        "</dmn:decisionTable>",
                        """
                        <dmn:rule id="_A1B2C3D4-1111-2222-3333-444455556666">
                          <dmn:inputEntry id="_x1"><dmn:text></dmn:text></dmn:inputEntry>
                          <dmn:inputEntry id="_x2"><dmn:text>"一般"</dmn:text></dmn:inputEntry>
                          <dmn:outputEntry id="_y1"><dmn:text>"新"</dmn:text></dmn:outputEntry>
                          <dmn:outputEntry id="_y2"><dmn:text>"may"</dmn:text></dmn:outputEntry>
                          <dmn:outputEntry id="_y3"><dmn:text>1</dmn:text></dmn:outputEntry>
                          <dmn:outputEntry id="_y4"><dmn:text>2</dmn:text></dmn:outputEntry>
                        </dmn:rule></dmn:decisionTable>""")
                .replace(
                        "</dmn:definitions>",
                        "<dmndi:DMNDI xmlns:dmndi=\"https://www.omg.org/spec/DMN/20230324/DMNDI/\"><dmndi:DMNDiagram/>"
                                + "</dmndi:DMNDI></dmn:definitions>");
        Sheet after = SheetReader.withModel(sheet, edited);
        List<SheetRow> rows = after.decisions().get(0).rows();
        assertThat(rows).extracting(SheetRow::id).containsExactly("T1", "T2", "T3", "S1");
        assertThat(rows.get(0).cells()).containsExactly("< 20000", "\"一般\"");
        assertThat(rows.get(0).comment()).isEqualTo("批注T1");
        assertThat(rows.get(0).cites()).isEqualTo(commented.get(0).cites());
        assertThat(rows.get(3).cells()).containsExactly("-", "\"一般\"");
        assertThat(after.facts()).isEqualTo(sheet.facts());
        assertThat(SheetReader.withModel(sheet, dmn())).isEqualTo(sheet);
    }

    @Test
    @DisplayName("在DMN编辑器里改名的输入仍是同一个问题，新增的输入成为新问题")
    void renamedInput() {
        String edited = dmn().replace("\"货值金额\"", "\"货物价值\"")
                .replace(">货值金额", ">货物价值")
                .replace(
                        "<decision ",
                        "<inputData id=\"_new\" name=\"次数\"><variable name=\"次数\" typeRef=\"number\"/></inputData><decision ");
        Sheet after = SheetReader.withModel(SHEET, edited);
        assertThat(after.facts()).extracting(SheetFact::name).containsExactly("货物价值", "情节", "次数");
        assertThat(after.facts().get(0).unit()).isEqualTo("元");
        assertThat(after.facts().get(2).type()).isEqualTo("number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
                "http://www.omg.org/spec/DMN/20180521/MODEL/",
                "https://www.omg.org/spec/DMN/20191111/MODEL/",
                "https://www.omg.org/spec/DMN/20211108/MODEL/",
                "https://www.omg.org/spec/DMN/20230324/MODEL/"
            })
    @DisplayName("DMN 1.1至1.5的模型读出同样的表格")
    void versions(String namespace) {
        assertThat(SheetReader.withModel(SHEET, dmn().replace(DmnWriter.NAMESPACE, namespace)))
                .isEqualTo(SHEET);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<decision |<businessKnowledgeModel id=\"b\" name=\"甲\"/><decision |业务知识模型",
                "<decision |<import name=\"乙\" namespace=\"n\" importType=\"i\"/><decision |引用其他模型",
                "<decisionTable |<invocation/><decisionTable |决策“penalty”中有调用",
                "<decisionTable |<relation/><decisionTable |决策“penalty”中有关系表",
                "<decisionTable |<functionDefinition/><decisionTable |决策“penalty”中有函数",
                "<decisionTable |<list/><decisionTable |决策“penalty”中有列表",
                "hitPolicy=\"UNIQUE\"|hitPolicy=\"COLLECT\" aggregation=\"SUM\"|决策“penalty”中有汇总SUM",
                "hitPolicy=\"UNIQUE\"|hitPolicy=\"PRIORITY\"|命中策略PRIORITY",
                "<text>货值金额</text>|<text>货值金额 + 1</text>|条件列“货值金额 + 1”",
                "<definitions |<definitions expressionLanguage=\"javascript\" |表达式语言"
            })
    @DisplayName("表格放不下的内容按决策和内容指出")
    void refused(String part, String instead, String reason) {
        assertThatThrownBy(() -> SheetReader.withModel(SHEET, dmn().replace(part, instead)))
                .isInstanceOf(NotASheetException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><definitions>&e;</definitions>",
                "<!DOCTYPE x [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><x>&b;</x>",
                "<html/>",
                "",
                "PK\u0003\u0004"
            })
    @DisplayName("带DTD、实体的文件和不是DMN的文件被拒绝")
    void malicious(String dmn) {
        assertThatThrownBy(() -> SheetReader.withModel(SHEET, dmn)).isInstanceOf(NotASheetException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "货值（含税）, 货值（含税）",
        "投入生产/使用阶段, 投入生产/使用阶段",
        "PM2.5浓度, PM2.5浓度",
        "3次以上, ３次以上",
        "24小时排放量, ２４小时排放量",
        "比例%, 比例％",
        "货值(含税), 货值（含税）",
        "是否“三同时”, 是否「三同时」",
        "and, ａnd"
    })
    @DisplayName("来源里的名称尽量照用，FEEL容不下的字符换成全角或者同义的写法")
    void names(String name, String legal) {
        assertThat(FeelNames.legal(name)).isEqualTo(legal);
        assertThat(FeelNames.problem(legal)).isEmpty();
        assertThat(FeelNames.problem(name).isEmpty()).isEqualTo(name.equals(legal));
    }

    @Test
    @DisplayName("不能作名称的事实、不存在的条件列、重复的行号按名指出")
    void invalid() {
        SheetDecision penalty = SHEET.decisions().get(0);
        assertThatThrownBy(() -> SheetWriter.write(
                        Sheets.with(List.of(SheetFacts.of("货值(含税)", "money", "元", List.of())), List.of(penalty)), ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("货值(含税)");
        assertThatThrownBy(() -> SheetWriter.write(Sheets.with(List.of(), List.of(penalty)), ""))
                .hasMessageContaining("条件列“货值金额”");
        assertThatThrownBy(() -> SheetWriter.write(
                        Sheets.with(
                                SHEET.facts(),
                                List.of(SheetDecision.table(
                                        "penalty",
                                        null,
                                        penalty.inputs(),
                                        penalty.outputs(),
                                        List.of(
                                                penalty.rows().get(0),
                                                penalty.rows().get(0))))),
                        ""))
                .hasMessageContaining("行号“T1”重复");
    }

    @Test
    @DisplayName("格式上的缺陷带着位置返回")
    void formatProblems() {
        SheetDecision penalty = SHEET.decisions().get(0);
        List<SheetRow> uncited = penalty.rows().stream()
                .map(r -> new SheetRow(r.id(), r.cells(), r.outputs(), r.says(), List.of(), null))
                .toList();
        Sheet sheet = Sheets.with(
                SHEET.facts(),
                List.of(SheetDecision.table("penalty", null, penalty.inputs(), penalty.outputs(), uncited)));
        assertThatThrownBy(() -> SheetWriter.toRuleSet(sheet, "id,title\n"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("ruleset.yaml:");
    }
}
