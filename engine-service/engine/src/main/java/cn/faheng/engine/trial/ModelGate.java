package cn.faheng.engine.trial;

import cn.faheng.engine.trial.TrialException.Reason;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the XML of models without trust and refuses what must not reach the compiler. */
public final class ModelGate {

    private static final int MOST_BYTES = 5 * 1024 * 1024;
    private static final int MOST_MODELS = 50;
    private static final int MOST_ELEMENTS = 200_000;

    /** As deep as the parsers of JDK 24 and later read. */
    private static final int DEEPEST = 100;

    /** Namespaces of DMN 1.1 to 1.6. */
    private static final Set<String> DMN = Set.of(
            "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
            "http://www.omg.org/spec/DMN/20180521/MODEL/",
            "https://www.omg.org/spec/DMN/20191111/MODEL/",
            "https://www.omg.org/spec/DMN/20211108/MODEL/",
            "https://www.omg.org/spec/DMN/20230324/MODEL/",
            "https://www.omg.org/spec/DMN/20240513/MODEL/");

    private static final Set<String> FOREIGN_KINDS = Set.of("java", "j", "pmml", "p");

    /** Attributes by which a reader of objects could be told what to make; DMN has none of them. */
    private static final Set<String> OBJECT_ATTRIBUTES = Set.of("class", "resolves-to", "reference", "defined-in");

    private ModelGate() {}

    /**
     * Checks a model and its imports.
     *
     * @throws TrialException when one of them is not DMN or is refused
     */
    public static void check(ModelTexts texts) {
        List<String> all = texts.all();
        if (all.size() > MOST_MODELS) {
            throw refused("/imports", "一次最多试算 " + MOST_MODELS + " 个模型；请合并。");
        }
        long bytes = 0;
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String text = all.get(i);
            bytes += text.length() > MOST_BYTES ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) {
                throw refused(ModelTexts.pointer(i), "模型（连同被引入的模型）超过 5 MB；请拆分或者删去图形信息。");
            }
            Reading reading = new Reading(text, ModelTexts.pointer(i));
            reading.check();
            readings.add(reading);
        }
        Set<String> given = readings.stream().map(reading -> reading.namespace).collect(Collectors.toSet());
        for (Reading reading : readings) {
            for (String wanted : reading.imported) {
                if (!given.contains(wanted)) {
                    throw new TrialException(
                            Reason.IMPORT_MISSING,
                            reading.pointer,
                            "模型引入了命名空间 " + wanted + " 的模型，但没有一并提交；请把它的 XML 放进 imports。");
                }
            }
        }
    }

    /** Namespace and name of a model. */
    static QName nameOf(String text) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text));
            reader.nextTag();
            return new QName(attribute(reader, "namespace"), attribute(reader, "name"));
        } catch (XMLStreamException e) {
            throw new TrialException(Reason.NOT_DMN, "/model", "不是合法的 XML；请用 DMN 工具重新导出。");
        }
    }

    private static String attribute(XMLStreamReader reader, String attribute) {
        return Objects.requireNonNullElse(reader.getAttributeValue(null, attribute), "");
    }

    private static TrialException refused(String pointer, String detail) {
        return new TrialException(Reason.REFUSED, pointer, detail);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty("jdk.xml.maxElementDepth", String.valueOf(DEEPEST + 1));
        return factory;
    }

    /** One pass over one text. */
    private static final class Reading {
        private final String text;
        private final String pointer;
        private final Set<String> imported = new LinkedHashSet<>();
        private final StringBuilder written = new StringBuilder();
        private String namespace = "";
        private int elements;
        private int depth;

        Reading(String text, String pointer) {
            this.text = text;
            this.pointer = pointer;
        }

        void check() {
            if (text.contains("<!DOCTYPE") || text.contains("<!ENTITY")) {
                throw refused(pointer, "模型带有文档类型声明（DOCTYPE）或者实体声明，可能引入外部内容；请删去后再提交。");
            }
            try {
                XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text));
                boolean root = true;
                for (int event = reader.getEventType(); ; event = reader.next()) {
                    if (event == XMLStreamConstants.START_ELEMENT) {
                        written();
                        if (root) {
                            root(reader);
                            root = false;
                        }
                        element(reader);
                    } else if (event == XMLStreamConstants.END_ELEMENT) {
                        written();
                        depth--;
                    } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                        written.append(reader.getText());
                    } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                        throw refused(pointer, "模型带有文档类型声明或者实体引用；请删去后再提交。");
                    }
                    if (!reader.hasNext()) {
                        return;
                    }
                }
            } catch (XMLStreamException e) {
                int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
                throw new TrialException(Reason.NOT_DMN, pointer, "不是合法的 XML：第 " + line + " 行附近写法有误；请用 DMN 工具重新导出。");
            }
        }

        /** Text ends where an element begins or ends; comments and instructions between its pieces do not end it. */
        private void written() {
            feel(written.toString());
            written.setLength(0);
        }

        private void root(XMLStreamReader reader) {
            if (!reader.getLocalName().equals("definitions") || !DMN.contains(reader.getNamespaceURI())) {
                throw new TrialException(
                        Reason.NOT_DMN,
                        pointer,
                        "不是 DMN 1.1 至 1.6 的模型：根元素应当是 DMN 命名空间中的 definitions，这里是 "
                                + shortened(reader.getName().toString()) + "。");
            }
            namespace = attribute(reader, "namespace");
        }

        private void element(XMLStreamReader reader) {
            if (++elements > MOST_ELEMENTS) {
                throw refused(pointer, "模型的元素超过 " + MOST_ELEMENTS + " 个；请拆分。");
            }
            if (++depth > DEEPEST) {
                throw refused(pointer, "模型的嵌套超过 " + DEEPEST + " 层；请把内层的表达式另立为决定。");
            }
            if (reader.getLocalName().equals("import") && DMN.contains(attribute(reader, "importType"))) {
                imported.add(attribute(reader, "namespace"));
            }
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                String name = reader.getAttributeLocalName(i);
                String value = reader.getAttributeValue(i);
                boolean plain = reader.getAttributeNamespace(i) == null
                        || reader.getAttributeNamespace(i).isEmpty();
                if (name.equals("kind") && FOREIGN_KINDS.contains(value.strip().toLowerCase(Locale.ROOT))) {
                    throw foreign(reader);
                }
                if (plain && OBJECT_ATTRIBUTES.contains(name)) {
                    throw refused(pointer, at(reader) + "属性 " + name + " 不属于 DMN；请删去。");
                }
                if (name.equals("importType") && value.toUpperCase(Locale.ROOT).contains("PMML")) {
                    throw foreign(reader);
                }
                feel(value);
            }
        }

        private TrialException foreign(XMLStreamReader reader) {
            return refused(pointer, at(reader) + "使用了 Java 或者 PMML 的外部函数，一律不予执行；请改用 FEEL 表达。");
        }

        private void feel(String value) {
            if (ExternalFunctions.in(value)) {
                throw refused(pointer, "表达式“" + shortened(value) + "”定义了外部函数（external），一律不予执行；请改用 FEEL 表达。");
            }
        }

        private static String at(XMLStreamReader reader) {
            return "第 " + reader.getLocation().getLineNumber() + " 行的 " + shortened(reader.getLocalName()) + " ";
        }

        private static String shortened(String value) {
            String line = value.strip().replaceAll("\\s+", " ");
            return line.length() <= 80 ? line : line.substring(0, 80) + "…";
        }
    }
}
