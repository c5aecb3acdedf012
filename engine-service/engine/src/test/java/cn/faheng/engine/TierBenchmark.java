package cn.faheng.engine;

import cn.faheng.engine.evaluation.ModelRegistry;
import cn.faheng.rules.format.ResourceTree;
import cn.faheng.rules.format.RuleBase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The bundled rule base with a benchmark of 杭州市 on 食品安全法 (2021-04-29) 第一百二十四条, whose fine is 5万元 to 10万元. It has one
 * question, 档次, and a row for each tier.
 */
final class TierBenchmark implements ResourceTree {

    private static final String FOLDER = "rulesets/food/MK-F124/330100/2021-05-01/";

    private final ResourceTree bundled = ResourceTree.bundled();
    private final Map<String, String> own = new HashMap<>();
    private final List<String> rows = new ArrayList<>();
    private final StringBuilder rules = new StringBuilder();
    private final Set<String> values = new LinkedHashSet<>();
    private String waivers = "";

    /** With tiers, each as {@code answer|least|most} in yuan. */
    TierBenchmark(String... tiers) {
        for (String tier : tiers) {
            row(tier.split("\\|", -1));
        }
    }

    private void row(String[] cells) {
        String id = "T" + (rows.size() + 1);
        values.add(cells[0]);
        rows.add("  " + id + ": {cite: [source], says: \"" + cells[0] + "\"}\n");
        rules.append("<rule id=\"" + id + "\"><inputEntry id=\"" + id + "i\">" + element("\"" + cells[0] + "\"")
                + "</inputEntry>");
        List<String> outputs = List.of("\"" + cells[0] + "\"", "\"must\"", cells[1], cells[2]);
        for (int i = 0; i < outputs.size(); i++) {
            rules.append("<outputEntry id=\"" + id + "o" + i + "\">" + element(outputs.get(i)) + "</outputEntry>");
        }
        rules.append("</rule>\n");
    }

    private static String element(String feel) {
        return "<text>" + feel + "</text>";
    }

    /** An answer that no row is for. */
    TierBenchmark answer(String value) {
        values.add(value);
        return this;
    }

    /** Something that the document leaves open. */
    TierBenchmark leaving(String finding, String reason) {
        waivers = "analysisWaivers:\n  - {table: penalty, finding: " + finding + ", reason: " + reason + "}\n";
        return this;
    }

    /** Another file in place of a bundled one. */
    TierBenchmark with(String path, String text) {
        own.put(path, text);
        return this;
    }

    Engine engine() {
        own.put(FOLDER + "ruleset.yaml", ruleSet());
        own.put(FOLDER + "discretion.dmn", model());
        own.put(FOLDER + "cases.csv", "id,title\n");
        own.put(FOLDER + "notes.md", "# 裁量基准\n");
        return new Engine(RuleBase.read(this), new ModelRegistry(), true);
    }

    private String ruleSet() {
        return """
                kind: benchmark
                effective: {from: "2021-05-01", to: "open"}
                jurisdiction: "330100"
                authority: 杭州市市场监督管理局
                basis:
                  - {role: parent, law: 中华人民共和国食品安全法, version: "2021-04-29", at: "124/1"}
                source:
                  {document: 市场监管行政处罚裁量基准, number: 杭市管〔2021〕1号, issuer: 杭州市市场监督管理局, item: "1",
                   reference: 第1页, confidence: exact from source}
                form: tiers
                facts:
                  - {name: 档次, label: 档次, labelEn: Tier, type: choice, values: [%s]}
                penalties:
                  - {id: fine, kind: fine, subject: party}
                rows:
                %s%s"""
                .formatted(
                        values.stream()
                                .map(v -> "{value: " + v + ", labelEn: " + v + "}")
                                .collect(Collectors.joining(", ")),
                        String.join("", rows),
                        waivers);
    }

    private String model() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20240513/MODEL/" id="m" name="food_MK-F124_330100_2021-05-01"
                    namespace="https://faheng.cn/rules/food/MK-F124/330100/2021-05-01">
                <itemDefinition id="t1" name="t_1"><typeRef>string</typeRef>
                <allowedValues><text>%s</text></allowedValues></itemDefinition>
                <inputData id="i1" name="档次"><variable id="iv1" name="档次" typeRef="t_1"/></inputData>
                <decision id="d1" name="penalty"><variable id="d1v" name="penalty"/>
                <informationRequirement id="d1r1"><requiredInput href="#i1"/></informationRequirement>
                <decisionTable id="d1t" hitPolicy="UNIQUE">
                <input id="d1in1"><inputExpression id="d1ie1" typeRef="t_1"><text>档次</text></inputExpression></input>
                <output id="d1o1" name="tier" typeRef="string"/><output id="d1o2" name="fine" typeRef="string"/>
                <output id="d1o3" name="fineMin" typeRef="number"/><output id="d1o4" name="fineMax" typeRef="number"/>
                %s</decisionTable></decision></definitions>
                """
                .formatted(values.stream().map(v -> "\"" + v + "\"").collect(Collectors.joining(", ")), rules);
    }

    @Override
    public NavigableSet<String> paths() {
        NavigableSet<String> all = new TreeSet<>(bundled.paths());
        all.addAll(own.keySet());
        return all;
    }

    @Override
    public String text(String path) {
        String text = own.get(path);
        return text == null ? bundled.text(path) : text;
    }
}
