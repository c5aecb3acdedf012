package cn.faheng.drafting.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.drafting.sheet.SheetFact;
import cn.faheng.drafting.sheet.SheetWriter;
import cn.faheng.engine.evaluation.CompiledRuleSet;
import cn.faheng.engine.evaluation.Evaluation;
import cn.faheng.rules.catalogue.RuleSet;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same tables were encoded by hand in the rule base: the import must say the same on their own cases. */
class BundledAgreementTest {

    private static final IntakeResult RESULT = Intake.read(Samples.json(), Samples.CONTEXT);
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "totalInvestment",
            "建设项目总投资额",
            "feesCollected",
            "所收费用",
            "disposalCost",
            "所需处置费用",
            "directLoss",
            "直接经济损失",
            "lastYearIncome",
            "上一年度从本单位取得的收入",
            "裁量情节",
            "违法情节");
    private static final Map<String, String> OTHER_COLUMNS = Map.of(
            "finePersonsMin",
            "responsibleFineMin",
            "finePersonsMax",
            "responsibleFineMax",
            "finePersons",
            "responsibleFine");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GD-ENV-1.1",
                "GD-ENV-1.3",
                "GD-ENV-1.8",
                "GD-ENV-1.10",
                "GD-ENV-2.5.2",
                "GD-ENV-3.33",
                "GD-ENV-4.7",
                "GD-ENV-4.27",
                "GD-ENV-6.19",
                "JM-ENV-1-1",
                "JM-ENV-2-3"
            })
    @DisplayName("与手工编入的规则集在其自己的用例上结果相同")
    void saysTheSame(String id) throws IOException {
        RuleSet byHand = Samples.BASE.catalogue().benchmarks(id).get(0);
        ImportedItem imported = Samples.item(RESULT, id);
        CompiledRuleSet model = new CompiledRuleSet(SheetWriter.toRuleSet(
                imported.content().sheet(), imported.content().cases()));
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        int compared = 0;
        try (CSVParser cases = format.parse(new StringReader(byHand.cases()))) {
            for (CSVRecord one : cases) {
                Map<String, Object> facts = facts(one, cases.getHeaderNames(), imported);
                Evaluation evaluation = model.evaluate(facts);
                for (String column : cases.getHeaderNames()) {
                    if (column.matches("=(?:fine|responsibleFine|finePersons)(?:Min|Max)?")) {
                        String own = column.substring(1);
                        Object value = evaluation.column("penalty", OTHER_COLUMNS.getOrDefault(own, own));
                        assertThat(text(value))
                                .as(id + " " + one.get("id") + " " + column)
                                .isEqualTo(expected(one.get(column)));
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).isPositive();
    }

    private static String text(@Nullable Object value) {
        return value instanceof BigDecimal number ? Numbers.text(number) : String.valueOf(value);
    }

    private static String expected(String cell) {
        return cell.matches("[0-9.]+") ? Numbers.text(new BigDecimal(cell)) : cell;
    }

    private static Map<String, Object> facts(CSVRecord one, List<String> header, ImportedItem imported) {
        Map<String, Object> facts = new HashMap<>();
        for (String column : header) {
            String name = OTHER_NAMES.getOrDefault(column, column);
            Optional<SheetFact> fact = imported.content().sheet().facts().stream()
                    .filter(f -> f.name().equals(name))
                    .findFirst();
            if (fact.isPresent() && !one.get(column).isBlank()) {
                facts.put(name, fact.get().type().equals("money") ? new BigDecimal(one.get(column)) : one.get(column));
            }
        }
        return facts;
    }
}
