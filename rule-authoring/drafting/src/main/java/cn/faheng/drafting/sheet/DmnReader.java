package cn.faheng.drafting.sheet;

import cn.faheng.drafting.sheet.DmnModel.Input;
import cn.faheng.drafting.sheet.SheetDecision.Form;
import cn.faheng.drafting.sheet.SheetDecision.SheetEntry;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads the tables, expressions and contexts of a DMN file. What a sheet cannot hold is refused by name. */
final class DmnReader {

    private static final Map<String, String> FOREIGN = Map.ofEntries(
            Map.entry("import", "引用其他模型（import）"),
            Map.entry("businessKnowledgeModel", "业务知识模型（business knowledge model）"),
            Map.entry("decisionService", "决策服务（decision service）"),
            Map.entry("invocation", "调用（invocation）"),
            Map.entry("functionDefinition", "函数（function）"),
            Map.entry("relation", "关系表（relation）"),
            Map.entry("list", "列表（list）"),
            Map.entry("for", "循环（for）"),
            Map.entry("every", "全称判断（every）"),
            Map.entry("some", "存在判断（some）"),
            Map.entry("conditional", "条件框（conditional）"),
            Map.entry("filter", "筛选（filter）"));
    private static final Set<String> FEEL = Set.of(
            "",
            "feel",
            "http://www.omg.org/spec/FEEL/20140401",
            "http://www.omg.org/spec/DMN/20180521/FEEL/",
            "https://www.omg.org/spec/DMN/20191111/FEEL/",
            "https://www.omg.org/spec/DMN/20211108/FEEL/",
            "https://www.omg.org/spec/DMN/20230324/FEEL/",
            "https://www.omg.org/spec/DMN/20240513/FEEL/");
    private static final Set<String> HIT_POLICIES = Set.of("UNIQUE", "ANY", "FIRST", "RULE ORDER", "COLLECT");

    private final Element root;
    private final Map<String, DmnModel.Type> types = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();

    private DmnReader(Element root) {
        this.root = root;
    }

    static DmnModel read(String dmn) {
        return new DmnReader(DmnXml.definitions(dmn)).model();
    }

    private DmnModel model() {
        language("模型", root);
        for (Element child : DmnXml.children(root)) {
            String foreign = FOREIGN.get(child.getLocalName());
            if (foreign != null) {
                throw new NotASheetException("模型中的“" + child.getAttribute("name") + "”是" + foreign + "，表格中无法表示");
            }
        }
        DmnXml.children(root, "itemDefinition").forEach(this::type);
        List<Input> inputs = new ArrayList<>();
        for (Element input : DmnXml.children(root, "inputData")) {
            String type = DmnXml.child(input, "variable")
                    .map(v -> v.getAttribute("typeRef"))
                    .orElse("");
            DmnModel.Type known = DmnModel.Type.of(types, local(type));
            inputs.add(new Input(input.getAttribute("id"), name(input), known.type(), known.values()));
            names.add(name(input));
        }
        List<Element> elements = DmnXml.children(root, "decision");
        elements.forEach(decision -> names.add(name(decision)));
        return new DmnModel(inputs, elements.stream().map(this::decision).toList());
    }

    private static String name(Element element) {
        return element.getAttribute("name").strip();
    }

    /** DMN 1.1 writes types with the prefix of FEEL. */
    private static String local(String type) {
        return type.startsWith("feel:") ? type.substring("feel:".length()) : type;
    }

    private void type(Element definition) {
        String restsOn = local(DmnXml.text(definition, "typeRef"));
        Optional<Element> allowed = DmnXml.child(definition, "allowedValues");
        List<String> values = new ArrayList<>();
        allowed.map(element -> DmnXml.text(element, "text")).map(FeelText::split).orElse(List.of()).stream()
                .filter(FeelText::isString)
                .map(DmnReader::unquote)
                .forEach(values::add);
        types.put(name(definition), new DmnModel.Type(restsOn, values));
    }

    private static String unquote(String literal) {
        try {
            return FeelText.unquote(literal);
        } catch (IllegalArgumentException e) {
            throw new NotASheetException("取值不能读取：" + e.getMessage());
        }
    }

    private static void language(String where, Element element) {
        String language = element.getAttribute("expressionLanguage");
        if (!FEEL.contains(language)) {
            throw new NotASheetException(where + "使用的表达式语言是“" + language + "”，表格中只能使用FEEL");
        }
    }

    private SheetDecision decision(Element decision) {
        String name = name(decision);
        String description = DmnXml.text(decision, "description");
        String title = description.isEmpty() ? null : description;
        for (Element child : DmnXml.children(decision)) {
            switch (child.getLocalName()) {
                case "decisionTable" -> {
                    return table(name, title, child);
                }
                case "literalExpression" -> {
                    return SheetDecision.expression(name, title, literal(name, child));
                }
                case "context" -> {
                    return SheetDecision.context(name, title, entries(name, child));
                }
                case "knowledgeRequirement" -> throw refused(name, "对业务知识模型的引用（knowledge requirement）");
                default -> {
                    String foreign = FOREIGN.get(child.getLocalName());
                    if (foreign != null) {
                        throw refused(name, foreign);
                    }
                }
            }
        }
        throw new NotASheetException("决策“" + name + "”还没有内容，请填写表格或者表达式");
    }

    private static NotASheetException refused(String decision, String construct) {
        return new NotASheetException("决策“" + decision + "”中有" + construct + "，表格中无法表示");
    }

    private static String literal(String decision, Element expression) {
        language("决策“" + decision + "”", expression);
        if (DmnXml.child(expression, "importedValues").isPresent()) {
            throw refused(decision, "引入的值（imported values）");
        }
        return DmnXml.text(expression, "text");
    }

    private static List<SheetEntry> entries(String decision, Element context) {
        List<SheetEntry> entries = new ArrayList<>();
        for (Element entry : DmnXml.children(context, "contextEntry")) {
            Optional<Element> variable = DmnXml.child(entry, "variable");
            if (variable.isEmpty()) {
                throw refused(decision, "没有名称的结果格（context result）");
            }
            String name = name(variable.get());
            Element value = DmnXml.children(entry).stream()
                    .filter(child -> child.getLocalName().equals("literalExpression"))
                    .findFirst()
                    .orElseThrow(() -> refused(decision, "嵌套在“" + name + "”中的框"));
            entries.add(new SheetEntry(name, literal(decision, value)));
        }
        return entries;
    }

    private SheetDecision table(String name, @Nullable String title, Element table) {
        String policy = table.getAttribute("hitPolicy").isEmpty() ? "UNIQUE" : table.getAttribute("hitPolicy");
        if (!HIT_POLICIES.contains(policy)) {
            throw refused(name, "命中策略" + policy);
        }
        if (!table.getAttribute("aggregation").isEmpty()) {
            throw refused(name, "汇总" + table.getAttribute("aggregation"));
        }
        List<String> inputs = new ArrayList<>();
        for (Element input : DmnXml.children(table, "input")) {
            String text = DmnXml.child(input, "inputExpression")
                    .map(expression -> literal(name, expression))
                    .orElse("");
            if (!names.contains(text)) {
                throw refused(name, "条件列“" + text + "”（既不是事实，也不是决策）");
            }
            inputs.add(text);
        }
        List<String> outputs = new ArrayList<>();
        for (Element output : DmnXml.children(table, "output")) {
            if (DmnXml.child(output, "defaultOutputEntry").isPresent()) {
                throw refused(name, "缺省结果（default output）");
            }
            outputs.add(name(output));
        }
        List<SheetRow> rows = new ArrayList<>();
        for (Element rule : DmnXml.children(table, "rule")) {
            rows.add(row(name, rule, inputs.size(), outputs.size()));
        }
        // The name of a single output says nothing: its value is the decision's.
        List<String> columns = outputs.size() == 1 ? List.of("") : outputs;
        return new SheetDecision(name, title, Form.TABLE, policy, inputs, columns, rows, null, List.of());
    }

    private static SheetRow row(String decision, Element rule, int inputs, int outputs) {
        List<String> cells = new ArrayList<>();
        for (Element entry : DmnXml.children(rule, "inputEntry")) {
            String text = literal(decision, entry);
            cells.add(text.isEmpty() ? "-" : text);
        }
        List<String> results = new ArrayList<>();
        for (Element entry : DmnXml.children(rule, "outputEntry")) {
            results.add(literal(decision, entry));
        }
        if (cells.size() != inputs || results.size() != outputs) {
            throw new NotASheetException("决策“" + decision + "”的“" + rule.getAttribute("id") + "”行格数与列数不符");
        }
        String says = DmnXml.child(rule, "annotationEntry")
                .map(annotation -> DmnXml.text(annotation, "text"))
                .orElse("");
        return new SheetRow(rule.getAttribute("id"), cells, results, says, List.of(), null);
    }
}
