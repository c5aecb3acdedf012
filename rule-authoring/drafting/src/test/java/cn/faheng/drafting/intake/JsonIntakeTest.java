package cn.faheng.drafting.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.drafting.draft.DraftContent.OpenQuestion;
import cn.faheng.drafting.intake.ImportedItem.Status;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.SheetFact;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class JsonIntakeTest {

    private static final IntakeResult RESULT = Intake.read(Samples.json(), Samples.CONTEXT);

    private static Sheet sheet(String id) {
        return Samples.item(RESULT, id).content().sheet();
    }

    private static List<String> asks(String id, String where) {
        return Samples.item(RESULT, id).content().questions().stream()
                .filter(q -> q.where().equals(where))
                .map(OpenQuestion::asks)
                .toList();
    }

    private static List<String> outputs(String id, String row) {
        return sheet(id).decisions().stream()
                .flatMap(d -> d.rows().stream())
                .filter(r -> r.id().equals(row))
                .findFirst()
                .orElseThrow()
                .outputs();
    }

    @Test
    @DisplayName("导入后的模型在每一档、每一个选项上与文件的数字相同")
    void modelsSayWhatTheFileSays() {
        List<JsonIntake.Found> found = new JsonIntake(Json.read(Samples.json())).items();
        assertThat(RESULT.items()).hasSameSizeAs(found);
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (int i = 0; i < found.size(); i++) {
            ImportCheck check =
                    new ImportCheck(found.get(i).node(), RESULT.items().get(i).content());
            String id = RESULT.items().get(i).sourceId();
            check.run().forEach(d -> differences.add(id + " " + d));
            compared += check.compared();
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(500);
    }

    @Test
    @DisplayName("文件中的每个值在预览里恰好一次")
    void everyValueIsInThePreviewOnce() {
        List<String> leaves = new ArrayList<>();
        leaves("", Json.read(Samples.json()), leaves);
        assertThat(RESULT.cells()).extracting(PreviewCell::address).containsExactlyInAnyOrderElementsOf(leaves);
    }

    private static void leaves(String pointer, JsonNode node, List<String> leaves) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                leaves(pointer + "/" + i, node.get(i), leaves);
            }
        } else if (node.isObject()) {
            node.properties().forEach(e -> leaves(pointer + "/" + e.getKey(), e.getValue(), leaves));
        } else if (!JsonIntake.scalar(node).isEmpty()) {
            leaves.add(pointer);
        }
    }

    @Test
    @DisplayName("因素名是事实名，选项文字是取值；条件文字是选档问题的取值")
    void keepsTheNamesOfTheSource() {
        assertThat(sheet("GD-ENV-1.1").facts())
                .extracting(SheetFact::name)
                .contains("项目应报批的环评文件类别", "建设情况", "建设项目总投资额");
        assertThat(sheet("GD-ENV-1.3").facts()).extracting(SheetFact::name).containsExactly("建设项目所在区域", "整改情况");
        SheetFact question = sheet("JM-ENV-2-3").facts().get(0);
        assertThat(question.name()).isEqualTo("违法情节");
        assertThat(question.values()).extracting(SheetFact.SheetChoice::value).contains("未按照规定安装污染物排放自动监测设备的");
        assertThat(sheet("WY-URB-11").facts().get(0).values())
                .extracting(SheetFact.SheetChoice::value)
                .containsExactly("情节轻微", "情节严重", "情节特别严重");
        assertThat(sheet("XA-AD-57").facts().get(0).values())
                .extracting(SheetFact.SheetChoice::value)
                .containsExactly("57从轻：从轻", "一般", "59从轻：从轻");
    }

    @Test
    @DisplayName("低于的上限少一分；倍数、百分比、计数的基数是同名事实")
    void amounts() {
        assertThat(outputs("MK-F122a", "T1")).contains("49999.99");
        assertThat(outputs("MK-F122b", "T1")).contains("max(货值金额 * 10 - 0.01, 0)");
        assertThat(outputs("JM-ENV-1-1", "T1")).contains("建设项目总投资额 * 0.01", "建设项目总投资额 * 0.02");
        assertThat(outputs("SZ-URB-3", "T2")).contains("平方米 * 1000", "\"must\"");
        assertThat(outputs("JM-ENV-8-6", "T1")).contains("所收费用 * 1", "所收费用 * 2");
        assertThat(outputs("JM-ENV-7-1", "T1")).contains("\"may\"", "0", "5000");
    }

    @Test
    @DisplayName("单位与个人、限期与逾期、责任人员、倍数与数额的分界分开成行")
    void stepsAndSubjects() {
        assertThat(sheet("JX-URB-1").decisions().get(0).inputs()).contains("partyKind");
        assertThat(sheet("WS-97-4").decisions().get(0).inputs()).contains(Steps.CORRECTION);
        assertThat(outputs("WS-97-4", "T1.1"))
                .containsExactly("\"1\"", "\"must\"", "0", "30000", "\"none\"", "null", "null");
        assertThat(outputs("WS-97-4", "T1.2"))
                .containsExactly("\"1\"", "\"must\"", "100000", "130000", "\"must\"", "20000", "20000");
        assertThat(sheet("TR-2").decisions().get(0).rows().get(1).cells()).containsExactly("\"初次\"", ">= 20000");
        assertThat(outputs("SD-TRAF-77", "T1")).containsExactly("\"1\"", "\"none\"", "null", "null", "\"must\"");
        assertThat(outputs("RTSL-91", "T3")).contains("\"transfer-criminal\"");
        assertThat(outputs("SZ-URB-2", "T1")).contains("\"no-penalty\"");
    }

    @Test
    @DisplayName("文字与数字不一致、没有数额的，由人决定并提出问题，不猜")
    void unsureIsSaid() {
        for (String row : List.of("JM-ENV-4-27 T4", "JM-ENV-10-16 T2", "TR-3 T1", "SX-SAFE-4 T1")) {
            String[] parts = row.split(" ", -1);
            assertThat(outputs(parts[0], parts[1])).as(row).contains("\"person-decides\"");
            assertThat(asks(parts[0], parts[1])).as(row).hasSize(1);
        }
        assertThat(outputs("JM-ENV-4-25", "T1")).contains("代为处置费用 * 1");
        assertThat(outputs("GD-ENV-4.45", "T1")).containsExactly("\"1\"", "\"may\"", "0", "2500", "\"must\"");
        assertThat(asks("GD-ENV-2.35", "T3")).isEmpty();
        assertThat(sheet("GD-ENV-2.35").notes()).contains("有笔误，只有一种读法");
        assertThat(outputs("GD-ENV-2.35", "T3")).contains("75000", "85000");
        assertThat(asks("TR-3", "effective")).hasSize(1);
        assertThat(asks("WS-97-4", "jurisdiction")).hasSize(1);
        assertThat(asks("GD-ENV-4.28", Steps.GROUP)).hasSize(1);
        assertThat(asks("GD-ENV-3.5.2", "total")).singleElement().asString().contains("102%");
        assertThat(Samples.item(RESULT, "GD-ENV-1.8").status()).isEqualTo(Status.FULL);
    }

    @Test
    @DisplayName("1/3等分数精确计算")
    void fractionsAreExact() {
        Sheet sheet = sheet("GD-ENV-4.7");
        assertThat(sheet.decisions())
                .filteredOn(d -> d.name().equals("total"))
                .singleElement()
                .extracting(d -> d.expression())
                .isEqualTo("min(8 + weight1 + weight2 + weight3 + weight4, 24)");
        assertThat(sheet.decisions().get(sheet.decisions().size() - 1).entries())
                .anyMatch(e -> e.expression().equals("max(所需处置费用, 100000) * total * 0.125"));
    }

    @Test
    @DisplayName("处罚依据的款、项成为条文位置")
    void citations() {
        assertThat(sheet("GD-ENV-1.1").basis()).extracting(b -> b.at()).containsExactly("31/1", "31/2");
        assertThat(sheet("JM-ENV-2-3").basis()).extracting(b -> b.at()).containsExactly("82//2");
        assertThat(sheet("SX-SAFE-4").item()).extracting(i -> i.field()).isEqualTo("work-safety");
        assertThat(sheet("LS-CONS-1").item()).extracting(i -> i.field()).isEqualTo("construction");
    }
}
