package cn.faheng.authoring.drafts;

import cn.faheng.authoring.drafts.FeelText.Unbounded;
import cn.faheng.authoring.drafts.ModelGrowth.Value;
import cn.faheng.engine.trial.ModelGate;
import cn.faheng.engine.trial.ModelTexts;
import cn.faheng.engine.trial.TrialException;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Models whose cost is bounded by their size: no loops, no functions but known ones, no values that grow and grow. Only these are
 * computed in this process and published; any other model is tried in a worker.
 */
public final class BoundedModel {

    private static final Set<String> REFUSED = Set.of(
            "for",
            "some",
            "every",
            "filter",
            "iterator",
            "businessKnowledgeModel",
            "functionDefinition",
            "invocation",
            "decisionService");

    /** What a person reads and nothing computes. */
    private static final Set<String> READ_ONLY =
            Set.of("description", "annotation", "annotationEntry", "textAnnotation", "extensionElements", "DMNDI");

    private static final Set<String> ALL_ROWS = Set.of("COLLECT", "RULE ORDER", "OUTPUT ORDER");

    private final ModelGrowth growth = new ModelGrowth();
    private final List<FeelText> texts = new ArrayList<>();
    private final IdentityHashMap<FeelText, FeelText> compared = new IdentityHashMap<>();

    private BoundedModel() {}

    /** Throws {@code model-refused} where one of the models could take for ever. */
    public static void require(DraftRuleSets parts) {
        parts.ruleSets().forEach(ruleSet -> require(ruleSet.dmn()));
    }

    static void require(String dmn) {
        try {
            ModelGate.check(ModelTexts.of(dmn));
            BoundedModel model = new BoundedModel();
            model.read(root(dmn), null);
            model.measure();
        } catch (TrialException e) {
            throw new ProblemException(ProblemType.MODEL_REFUSED, e.detail());
        } catch (Unbounded e) {
            throw new ProblemException(
                    ProblemType.MODEL_REFUSED,
                    "模型用了" + e.what() + "，算完要多久没有上限，不能校验，也不能公布；可以试算（:try）。请改用表格、比较和四则运算。草案保持原样。");
        }
    }

    private static Element root(String dmn) {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setIgnoringComments(true);
        factory.setCoalescing(true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        try {
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(dmn)))
                    .getDocumentElement();
        } catch (SAXException e) {
            throw new ProblemException(ProblemType.MODEL_REFUSED, "模型不是合法的 XML；请用 DMN 工具重新导出。");
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("The JDK's own parser reads from memory", e);
        }
    }

    /** Reads what is below an element; {@code value} is what the texts there belong to, or null where they only restrict. */
    private void read(Element element, @Nullable Value value) {
        String kind = element.getLocalName();
        if (REFUSED.contains(kind)) {
            throw new Unbounded("元素 " + kind);
        }
        if (READ_ONLY.contains(kind)) {
            return;
        }
        switch (kind) {
            case "text" -> {
                FeelText text = text(element);
                if (value != null) {
                    value.texts().add(text);
                }
            }
            case "inputData" -> growth.name(element.getAttribute("name"));
            case "decision" -> children(element, named(element, element.getAttribute("name")));
            case "contextEntry" -> {
                Value entry = named(element, "");
                children(element, entry);
                if (value != null && entry != value) {
                    value.texts().addAll(entry.texts());
                    value.tables().addAll(entry.tables());
                }
            }
            case "decisionTable" -> table(element, value);
            default -> children(element, value);
        }
    }

    private void children(Element element, @Nullable Value value) {
        elements(element).forEach(child -> read(child, value));
    }

    /** What the name of a decision, or of its variable, stands for. */
    private Value named(Element element, String name) {
        List<Value> values = new ArrayList<>();
        if (!name.isEmpty()) {
            values.add(growth.name(name));
        }
        elements(element).stream()
                .filter(child -> child.getLocalName().equals("variable"))
                .map(variable -> variable.getAttribute("name"))
                .filter(variable -> !variable.isEmpty())
                .forEach(variable -> values.add(growth.name(variable)));
        if (values.size() > 1 && values.get(0) != values.get(1)) {
            throw new Unbounded("两个名称的决定“" + name + "”");
        }
        return values.isEmpty() ? new Value() : values.get(0);
    }

    private void table(Element table, @Nullable Value value) {
        List<FeelText> inputs = new ArrayList<>();
        List<List<FeelText>> rows = new ArrayList<>();
        for (Element child : elements(table)) {
            switch (child.getLocalName()) {
                case "input" -> inputs.add(input(child));
                case "rule" -> rows.add(row(child, inputs));
                case "output" -> children(child, value);
                default -> read(child, null);
            }
        }
        if (value != null && ALL_ROWS.contains(table.getAttribute("hitPolicy"))) {
            rows.forEach(value.texts()::addAll);
        } else if (value != null) {
            value.tables().add(rows);
        }
    }

    private FeelText input(Element input) {
        Value expression = new Value();
        for (Element child : elements(input)) {
            read(child, child.getLocalName().equals("inputExpression") ? expression : null);
        }
        return expression.texts().isEmpty()
                ? FeelText.read("")
                : expression.texts().get(0);
    }

    private List<FeelText> row(Element rule, List<FeelText> inputs) {
        Value outputs = new Value();
        int column = 0;
        for (Element child : elements(rule)) {
            if (child.getLocalName().equals("inputEntry")) {
                Value cell = new Value();
                children(child, cell);
                FeelText against = column < inputs.size() ? inputs.get(column) : FeelText.read("");
                cell.texts().forEach(text -> compared.put(text, against));
                column++;
            } else {
                read(child, outputs);
            }
        }
        return outputs.texts();
    }

    private FeelText text(Element element) {
        if (!elements(element).isEmpty()) {
            throw new Unbounded("夹有元素的表达式");
        }
        FeelText text = FeelText.read(element.getTextContent());
        texts.add(text);
        return text;
    }

    private void measure() {
        for (FeelText text : texts) {
            FeelText against = compared.get(text);
            growth.count(text, against == null ? 0 : growth.length(against));
        }
    }

    private static List<Element> elements(Element parent) {
        List<Element> elements = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
