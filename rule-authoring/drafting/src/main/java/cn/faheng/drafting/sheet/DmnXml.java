package cn.faheng.drafting.sheet;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Parses DMN 1.1 to 1.6; a file with a DTD or external entities is refused. */
final class DmnXml {

    private static final Set<String> NAMESPACES = Set.of(
            "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
            "http://www.omg.org/spec/DMN/20180521/MODEL/",
            "https://www.omg.org/spec/DMN/20191111/MODEL/",
            "https://www.omg.org/spec/DMN/20211108/MODEL/",
            "https://www.omg.org/spec/DMN/20230324/MODEL/",
            DmnWriter.NAMESPACE);

    private DmnXml() {}

    static Element definitions(String dmn) {
        String text = dmn.startsWith("\uFEFF") ? dmn.substring(1) : dmn;
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setCoalescing(true);
            factory.setIgnoringComments(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Throwing());
            Element root =
                    builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
            if (!"definitions".equals(root.getLocalName()) || !NAMESPACES.contains(root.getNamespaceURI())) {
                throw new NotASheetException("这个文件不是DMN 1.1至1.6的模型：最外层元素是“" + root.getNodeName() + "”");
            }
            return root;
        } catch (SAXParseException e) {
            throw new NotASheetException("这个文件不是可以读取的DMN（第" + e.getLineNumber() + "行）：" + e.getMessage());
        } catch (SAXException | IOException e) {
            throw new NotASheetException("这个文件不是可以读取的DMN：" + e.getMessage());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Every Java platform has a secure XML parser", e);
        }
    }

    /** The child elements in the namespace of DMN itself. */
    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && NAMESPACES.contains(element.getNamespaceURI())) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getLocalName().equals(name))
                .toList();
    }

    static Optional<Element> child(Element parent, String name) {
        return children(parent, name).stream().findFirst();
    }

    /** The content of the child {@code text}, or of the named child, stripped; empty where there is none. */
    static String text(Element parent, String name) {
        return child(parent, name).map(Element::getTextContent).orElse("").strip();
    }

    private static final class Throwing implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            // A warning of the parser does not change what was read.
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
