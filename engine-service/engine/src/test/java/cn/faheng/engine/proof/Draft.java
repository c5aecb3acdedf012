package cn.faheng.engine.proof;

import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetId;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.rules.format.RuleBase;
import cn.faheng.rules.format.RuleSetReader;
import cn.faheng.rules.legal.EffectivePeriod;
import cn.faheng.rules.legal.LawLibrary;
import cn.faheng.rules.legal.LegalInstrument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A rule set written by hand for one test: facts, tables, and a law of one article that it rests on. */
public final class Draft {

    static final String LAW = "某某管理条例";
    static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    private final String kind;
    private final String division;
    private String code = "X-1";
    private String name = "";
    private String from = "2020-01-01";
    private String to = "open";
    private String parents = "2020-01-01";
    private String penalties = "  - {id: fine, kind: fine, subject: party}\n";
    private String waivers = "";
    private String cases = "id,title\n";
    private final StringBuilder facts = new StringBuilder();
    private final StringBuilder types = new StringBuilder();
    private final StringBuilder inputs = new StringBuilder();
    private final StringBuilder decisions = new StringBuilder();
    private final StringBuilder rows = new StringBuilder();
    private final List<String> required = new ArrayList<>();

    private Draft(String kind, String division) {
        this.kind = kind;
        this.division = division;
    }

    /** A benchmark of a division. */
    public static Draft benchmark(String division) {
        return new Draft("benchmark", division);
    }

    static Draft statute() {
        return new Draft("statute", "000000");
    }

    Draft inForce(String first, String last) {
        from = first;
        to = last;
        return this;
    }

    /** Of another item, called as its model says. */
    Draft ofItem(String itemCode, String itemName) {
        code = itemCode;
        name = itemName;
        return this;
    }

    Draft restsOn(String version) {
        parents = version;
        return this;
    }

    Draft penalties(String yaml) {
        penalties = yaml;
        return this;
    }

    Draft waiver(String table, String finding, String reason) {
        waivers = "analysisWaivers:\n  - {table: " + table + ", finding: " + finding + ", reason: " + reason + "}\n";
        return this;
    }

    Draft cases(String csv) {
        cases = csv;
        return this;
    }

    Draft money(String name) {
        return fact(name, "type: money, unit: 元, min: 0", "number", "");
    }

    /** A number of a kind: {@code number} or {@code integer}, with its least value. */
    public Draft number(String name, String type) {
        return fact(name, "type: " + type + ", unit: 个, min: 0", "number", "");
    }

    Draft truth(String name) {
        return fact(name, "type: boolean", "boolean", "");
    }

    /** A choice. */
    public Draft choice(String name, String... values) {
        String yaml = Arrays.stream(values).map(v -> "{value: \"" + v + "\"}").collect(Collectors.joining(", "));
        String allowed = Arrays.stream(values).map(v -> "\"" + v + "\"").collect(Collectors.joining(", "));
        return fact(
                name,
                "type: choice, values: [" + yaml + "]",
                "t_" + required.size(),
                "<itemDefinition name=\"t_" + required.size() + "\"><typeRef>string</typeRef><allowedValues><text>"
                        + allowed + "</text></allowedValues></itemDefinition>");
    }

    private Draft fact(String name, String yaml, String type, String definition) {
        facts.append("  - {name: ")
                .append(name)
                .append(", label: ")
                .append(name)
                .append(", ")
                .append(yaml)
                .append("}\n");
        types.append(definition);
        String id = "i" + required.size();
        inputs.append("<inputData id=\"")
                .append(id)
                .append("\" name=\"")
                .append(name)
                .append("\"><variable name=\"")
                .append(name)
                .append("\" typeRef=\"")
                .append(type)
                .append("\"/></inputData>");
        required.add("<informationRequirement id=\"%s" + id + "\"><requiredInput href=\"#" + id
                + "\"/></informationRequirement>");
        return this;
    }

    /** The last table: columns, then rows of id, cells, least and greatest fine; the tier is the id. */
    public Draft penalty(List<String> columns, String... lines) {
        List<String> full = new ArrayList<>();
        for (String line : lines) {
            String[] cells = line.split("\\|", -1);
            int n = cells.length;
            String head = String.join("|", Arrays.copyOf(cells, n - 2));
            full.add(head + "|\"" + cells[0].strip() + "\"|\"must\"|" + cells[n - 2] + "|" + cells[n - 1]);
        }
        return table("penalty", "UNIQUE", columns, List.of("tier", "fine", "fineMin", "fineMax"), full);
    }

    /** A table: rows of id, input cells and output cells, separated by upright strokes. */
    Draft table(String name, String policy, List<String> columns, List<String> outputs, List<String> lines) {
        StringBuilder xml = open(name);
        xml.append("<decisionTable id=\"t")
                .append(name)
                .append("\" hitPolicy=\"")
                .append(policy)
                .append("\">");
        for (String column : columns) {
            xml.append("<input><inputExpression><text>")
                    .append(escape(column))
                    .append("</text></inputExpression></input>");
        }
        outputs.forEach(o -> xml.append("<output")
                .append(o.isEmpty() ? "" : " name=\"" + o + "\"")
                .append("/>"));
        for (String line : lines) {
            String[] cells = line.split("\\|", -1);
            String id = cells[0].strip();
            xml.append("<rule id=\"").append(id).append("\">");
            for (int i = 1; i < cells.length; i++) {
                String tag = i <= columns.size() ? "inputEntry" : "outputEntry";
                xml.append("<")
                        .append(tag)
                        .append("><text>")
                        .append(escape(cells[i].strip()))
                        .append("</text></")
                        .append(tag)
                        .append(">");
            }
            xml.append("</rule>");
            rows.append("  ")
                    .append(id)
                    .append(": {cite: [")
                    .append(kind.equals("statute") ? "\"1\"" : "source")
                    .append("], says: 第")
                    .append(id)
                    .append("档}\n");
        }
        decisions.append(xml).append("</decisionTable></decision>");
        required.add("<informationRequirement id=\"%s" + name + "\"><requiredDecision href=\"#" + name
                + "\"/></informationRequirement>");
        return this;
    }

    Draft expression(String name, String feel) {
        decisions
                .append(open(name))
                .append("<literalExpression><text>")
                .append(escape(feel))
                .append("</text></literalExpression></decision>");
        required.add("<informationRequirement id=\"%s" + name + "\"><requiredDecision href=\"#" + name
                + "\"/></informationRequirement>");
        return this;
    }

    Draft context(Map<String, String> entries) {
        decisions.append(open("penalty")).append("<context>");
        entries.forEach((name, feel) -> decisions
                .append("<contextEntry><variable name=\"")
                .append(name)
                .append("\"/><literalExpression><text>")
                .append(escape(feel))
                .append("</text></literalExpression></contextEntry>"));
        decisions.append("</context></decision>");
        return this;
    }

    private StringBuilder open(String name) {
        StringBuilder xml = new StringBuilder("<decision id=\"" + name + "\" name=\"" + name + "\"><description>判定"
                + name + "</description><variable name=\"" + name + "\"/>");
        required.forEach(r -> xml.append(r.formatted(name)));
        return xml;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The rule set. */
    public RuleSet build() {
        boolean statute = kind.equals("statute");
        String id = "market/" + code + "/" + (statute ? "statute" : division);
        String basis = Arrays.stream(parents.split(",", -1))
                .map(v -> "  - {role: " + (statute ? "penalty" : "parent") + ", law: " + LAW + ", version: " + v
                        + ", at: \"1\"}\n")
                .collect(Collectors.joining());
        String yaml = "kind: " + kind + "\neffective: {from: " + from + ", to: " + to + "}\njurisdiction: \"" + division
                + "\"\nauthority: 某某机关\nbasis:\n" + basis
                + (statute
                        ? ""
                        : "source: {document: 某某裁量基准, number: 某〔2020〕1号, issuer: 某局, item: \"1\", confidence: exact from source}\n")
                + "form: " + (statute ? "range" : "tiers") + "\nfacts:" + (facts.length() == 0 ? " []\n" : "\n" + facts)
                + "penalties:\n" + penalties + "rows:\n" + rows + "leftToPerson: [具体数额]\n" + waivers;
        String dmn = "<definitions xmlns=\"https://www.omg.org/spec/DMN/20240513/MODEL/\" id=\"m\" name=\""
                + id.replace('/', '_') + "_" + from + "\" namespace=\"https://faheng.cn/rules/" + id + "/" + from
                + "\">"
                + (name.isEmpty() ? "" : "<description>" + name + "</description>") + types + inputs + decisions
                + "</definitions>";
        return RuleSetReader.read(
                new RuleSetRef(new RuleSetId(id), LocalDate.parse(from)),
                code,
                new RuleSetReader.Files(yaml, dmn, cases, "说明"));
    }

    /** A law of one article whose words may differ from version to version. */
    static LegalInstrument law(String first, @Nullable String last, String words) {
        return new LegalInstrument(
                LAW,
                "行政法规",
                new EffectivePeriod(LocalDate.parse(first), last == null ? null : LocalDate.parse(last)),
                "test",
                "exact",
                Map.of("1", new LegalInstrument.Article("第一条", List.of(words))));
    }

    /** A rule base of one item. */
    static RuleBase base(List<LegalInstrument> laws, RuleSet... ruleSets) {
        Item item = new Item("X-1", "某某行为", "Some act", "market", "某某部门", List.of());
        return new RuleBase(new Catalogue(List.of(item), List.of(ruleSets), List.of()), new LawLibrary(laws));
    }

    /** A rule base of several items: code and name. */
    static RuleBase base(Map<String, String> items, List<LegalInstrument> laws, RuleSet... ruleSets) {
        List<Item> all = items.entrySet().stream()
                .map(e -> new Item(e.getKey(), e.getValue(), "Some act", "market", "某某部门", List.of()))
                .toList();
        return new RuleBase(new Catalogue(all, List.of(ruleSets), List.of()), new LawLibrary(laws));
    }

    /** A rule base whose statute fines from 100 to 1,000,000 yuan. */
    public static RuleBase wideBase() {
        return base(List.of(law("2020-01-01", null, "处一百元以上一百万元以下罚款")), wideStatute());
    }

    static RuleSet wideStatute() {
        return statute()
                .choice("any", "是", "否")
                .penalty(List.of("any"), "S1|-|100|1000000")
                .build();
    }
}
