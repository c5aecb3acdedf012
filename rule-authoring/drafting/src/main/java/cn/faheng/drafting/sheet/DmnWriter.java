package cn.faheng.drafting.sheet;

import cn.faheng.drafting.sheet.SheetDecision.SheetEntry;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import cn.faheng.drafting.sheet.SheetFact.SheetChoice;
import cn.faheng.rules.catalogue.RuleSetRef;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the model of a sheet as DMN 1.6. */
final class DmnWriter {

    static final String NAMESPACE = "https://www.omg.org/spec/DMN/20240513/MODEL/";

    private final RuleSetRef ref;
    private final Sheet sheet;
    private final SheetTypes types;
    private final XmlText xml = new XmlText();
    private final Map<String, String> idOfName = new HashMap<>();

    DmnWriter(Sheet sheet) {
        this(SheetWriter.ref(sheet), sheet);
    }

    DmnWriter(RuleSetRef ref, Sheet sheet) {
        this.ref = ref;
        this.sheet = sheet;
        SheetNames.check(sheet);
        this.types = new SheetTypes(sheet);
    }

    String write() {
        String path = ref.id() + "/" + ref.version();
        xml.open(
                "definitions",
                "xmlns",
                NAMESPACE,
                "id",
                "_m",
                "name",
                path.replace('/', '_'),
                "namespace",
                "https://faheng.cn/rules/" + path);
        if (sheet.item() != null) {
            xml.text("description", sheet.item().name());
        }
        List<SheetFact> facts = sheet.facts();
        for (int i = 0; i < facts.size(); i++) {
            itemDefinition(i + 1, facts.get(i));
        }
        for (int i = 0; i < facts.size(); i++) {
            String name = facts.get(i).name();
            String id = "_i" + (i + 1);
            idOfName.put(name, id);
            xml.open("inputData", "id", id, "name", name);
            xml.empty("variable", "id", id + "v", "name", name, "typeRef", types.of(name));
            xml.close("inputData");
        }
        for (int i = 0; i < sheet.decisions().size(); i++) {
            idOfName.put(sheet.decisions().get(i).name(), "_d" + (i + 1));
        }
        sheet.decisions().forEach(this::decision);
        return xml.close("definitions").toString();
    }

    private void itemDefinition(int number, SheetFact fact) {
        if (!fact.type().equals("choice") || fact.values().isEmpty()) {
            return;
        }
        xml.open("itemDefinition", "id", "_t" + number, "name", types.of(fact.name()));
        xml.text("typeRef", "string");
        xml.open("allowedValues", "id", "_t" + number + "a");
        xml.text(
                "text",
                fact.values().stream()
                        .map(SheetChoice::value)
                        .map(FeelText::quote)
                        .collect(Collectors.joining(", ")));
        xml.close("allowedValues");
        xml.close("itemDefinition");
    }

    private void decision(SheetDecision decision) {
        String id = id(decision.name());
        xml.open("decision", "id", id, "name", decision.name());
        String title = decision.title();
        if (title != null) {
            xml.text("description", title);
        }
        String type = decision.form() == SheetDecision.Form.EXPRESSION ? types.of(decision.name()) : "";
        xml.empty("variable", "id", id + "v", "name", decision.name(), "typeRef", type);
        requirements(id, decision);
        switch (decision.form()) {
            case TABLE -> table(id, decision);
            case EXPRESSION -> expression(id + "e", String.valueOf(decision.expression()));
            case CONTEXT -> context(id, decision);
        }
        xml.close("decision");
    }

    private void requirements(String id, SheetDecision decision) {
        Set<String> used = new LinkedHashSet<>(decision.inputs());
        Set<String> known = new LinkedHashSet<>(idOfName.keySet());
        known.remove(decision.name());
        decision.rows().forEach(row -> {
            row.cells().forEach(cell -> used.addAll(FeelText.namesIn(cell, known)));
            row.outputs().forEach(cell -> used.addAll(FeelText.namesIn(cell, known)));
        });
        if (decision.expression() != null) {
            used.addAll(FeelText.namesIn(decision.expression(), known));
        }
        Set<String> own = new LinkedHashSet<>();
        for (SheetEntry entry : decision.entries()) {
            // An entry that stands above hides what bears its name outside.
            Set<String> visible = new LinkedHashSet<>(known);
            visible.addAll(own);
            FeelText.namesIn(entry.expression(), visible).stream()
                    .filter(name -> !own.contains(name))
                    .forEach(used::add);
            own.add(entry.name());
        }
        int number = 1;
        for (String name : used) {
            boolean fact = sheet.facts().stream().anyMatch(f -> f.name().equals(name));
            xml.open("informationRequirement", "id", id + "r" + number++);
            xml.empty(fact ? "requiredInput" : "requiredDecision", "href", "#" + id(name));
            xml.close("informationRequirement");
        }
    }

    private String id(String name) {
        String id = idOfName.get(name);
        if (id == null) {
            throw new IllegalArgumentException("“" + name + "”既不是事实，也不是决策");
        }
        return id;
    }

    private void table(String id, SheetDecision decision) {
        xml.open("decisionTable", "id", id + "t", "hitPolicy", decision.hitPolicy());
        for (int i = 0; i < decision.inputs().size(); i++) {
            String input = decision.inputs().get(i);
            xml.open("input", "id", id + "in" + (i + 1), "label", input);
            xml.open("inputExpression", "id", id + "ie" + (i + 1), "typeRef", types.ofInput(input));
            xml.text("text", input);
            xml.close("inputExpression");
            List<String> values = types.answersOf(input);
            if (!values.isEmpty()) {
                xml.open("inputValues", "id", id + "iv" + (i + 1));
                xml.text("text", String.join(", ", values));
                xml.close("inputValues");
            }
            xml.close("input");
        }
        for (int i = 0; i < decision.outputs().size(); i++) {
            xml.empty(
                    "output",
                    "id",
                    id + "o" + (i + 1),
                    "name",
                    decision.outputs().get(i),
                    "typeRef",
                    types.declared(decision, i));
        }
        xml.empty("annotation", "name", "依据文字");
        decision.rows().forEach(this::row);
        xml.close("decisionTable");
    }

    private void row(SheetRow row) {
        xml.open("rule", "id", row.id());
        cells("inputEntry", "_" + row.id() + "i", row.cells());
        cells("outputEntry", "_" + row.id() + "o", row.outputs());
        xml.open("annotationEntry");
        xml.text("text", row.says());
        xml.close("annotationEntry");
        xml.close("rule");
    }

    private void cells(String element, String id, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            expressionElement(element, id + (i + 1), cells.get(i));
        }
    }

    private void context(String id, SheetDecision decision) {
        xml.open("context", "id", id + "c");
        for (int i = 0; i < decision.entries().size(); i++) {
            SheetEntry entry = decision.entries().get(i);
            String entryId = id + "c" + (i + 1);
            xml.open("contextEntry", "id", entryId);
            xml.empty("variable", "id", entryId + "v", "name", entry.name());
            expression(entryId + "e", entry.expression());
            xml.close("contextEntry");
        }
        xml.close("context");
    }

    private void expression(String id, String text) {
        expressionElement("literalExpression", id, text);
    }

    private void expressionElement(String element, String id, String text) {
        xml.open(element, "id", id);
        xml.text("text", text);
        xml.close(element);
    }
}
