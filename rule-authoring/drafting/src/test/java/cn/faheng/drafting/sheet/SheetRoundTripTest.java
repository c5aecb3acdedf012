package cn.faheng.drafting.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.drafting.sheet.SheetDecision.SheetCitation;
import cn.faheng.drafting.sheet.SheetDecision.SheetEntry;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import cn.faheng.engine.evaluation.CompiledRuleSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("任何表格写成文件再读回来都相同")
class SheetRoundTripTest {

    @Property(tries = 150)
    @Label("读写互逆，且同样的表格写出同样的字节")
    void readsWhatIsWritten(@ForAll("sheets") Sheet sheet) {
        SheetFiles files = SheetWriter.write(sheet, "id,title\n");
        assertThat(SheetReader.read(SheetWriter.ref(sheet), files)).isEqualTo(sheet);
        assertThat(SheetWriter.write(sheet, "id,title\n")).isEqualTo(files);
    }

    @Property(tries = 40)
    @Label("写出的模型能编译，每个选项都命中自己的一行")
    void runsWhatIsWritten(@ForAll("weights") Sheet sheet) {
        CompiledRuleSet compiled = new CompiledRuleSet(SheetWriter.toRuleSet(sheet, "id,title\n"));
        SheetFact fact = sheet.facts().get(0);
        for (int i = 0; i < fact.values().size(); i++) {
            Map<String, Object> facts = Map.of(fact.name(), fact.values().get(i).value());
            assertThat(compiled.evaluate(facts).rowIds()).containsExactly("W" + (i + 1));
            assertThat(compiled.evaluate(facts).column("penalty", "fineMin"))
                    .isEqualTo(BigDecimal.valueOf(1000L * (i + 1)));
        }
    }

    /** Any text with what XML, YAML and FEEL treat as signs of their own. */
    private static Arbitrary<String> texts() {
        return Arbitraries.of("货值金额甲乙（），、：“”<>&'\"\\{}[]#-%!*?|@,: \n\t　éß𠮷0a"
                        .codePoints()
                        .mapToObj(Character::toString)
                        .toList())
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(letters -> String.join("", letters))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("货值金额甲乙（），、：“”()/,%≥.0123ab")
                .ofMinLength(1)
                .ofMaxLength(8)
                .map(text -> FeelNames.legal("事" + text));
    }

    @Provide
    Arbitrary<Sheet> sheets() {
        Arbitrary<SheetFact> facts = Combinators.combine(
                        names(), texts(), texts().list().ofMinSize(2).ofMaxSize(4), texts())
                .as((name, label, values, help) -> new SheetFact(
                        name,
                        label.equals(name) ? null : label,
                        null,
                        "choice",
                        null,
                        null,
                        null,
                        distinct(values),
                        help,
                        null,
                        null,
                        false))
                .filter(fact -> fact.values().size() > 1);
        return Combinators.combine(
                        facts.list().ofMinSize(1).ofMaxSize(3),
                        texts().list().ofMinSize(1).ofMaxSize(4),
                        texts())
                .as(SheetRoundTripTest::sheet)
                .filter(sheet ->
                        sheet.facts().stream().map(SheetFact::name).distinct().count()
                                == sheet.facts().size());
    }

    private static List<SheetFact.SheetChoice> distinct(List<String> values) {
        return new LinkedHashSet<>(values)
                .stream()
                        .map(value -> new SheetFact.SheetChoice(value, null, null))
                        .toList();
    }

    private static Sheet sheet(List<SheetFact> facts, List<String> says, String title) {
        List<SheetRow> rows = new ArrayList<>();
        for (int i = 0; i < says.size(); i++) {
            int row = i;
            rows.add(new SheetRow(
                    "T" + (i + 1),
                    facts.stream()
                            .map(fact -> FeelText.quote(fact.values()
                                    .get(row % fact.values().size())
                                    .value()))
                            .toList(),
                    List.of(FeelText.quote(says.get(i)), "\"must\"", "1", "2.5"),
                    says.get(i),
                    List.of(SheetCitation.ofSource(), SheetCitation.at("124/1")),
                    null));
        }
        List<String> inputs = facts.stream().map(SheetFact::name).toList();
        return Sheets.with(
                facts,
                List.of(
                        SheetDecision.expression("基数", title, "1 + 2"),
                        SheetDecision.context(
                                "合计", null, List.of(new SheetEntry("甲", "基数 * 2"), new SheetEntry("乙", "甲"))),
                        SheetDecision.table(
                                "penalty", null, inputs, List.of("tier", "fine", "fineMin", "fineMax"), rows)));
    }

    @Provide
    Arbitrary<Sheet> weights() {
        return Combinators.combine(names(), texts().list().ofMinSize(2).ofMaxSize(5))
                .as((name, values) -> {
                    SheetFact fact = new SheetFact(
                            name, null, null, "choice", null, null, null, distinct(values), null, null, null, false);
                    List<SheetRow> rows = IntStream.range(0, fact.values().size())
                            .mapToObj(i -> new SheetRow(
                                    "W" + (i + 1),
                                    List.of(FeelText.quote(fact.values().get(i).value())),
                                    List.of(String.valueOf(i + 1)),
                                    "原文",
                                    List.of(SheetCitation.ofSource()),
                                    null))
                            .toList();
                    return Sheets.with(
                            List.of(fact),
                            List.of(
                                    SheetDecision.table("weight1", "权重", List.of(name), List.of(""), rows),
                                    SheetDecision.context(
                                            "penalty",
                                            null,
                                            List.of(
                                                    new SheetEntry("tier", "\"权重\""),
                                                    new SheetEntry("fine", "\"must\""),
                                                    new SheetEntry("fineMin", "weight1 * 1000"),
                                                    new SheetEntry("fineMax", "weight1 * 1000")))));
                })
                .filter(sheet -> sheet.facts().get(0).values().size() > 1);
    }
}
