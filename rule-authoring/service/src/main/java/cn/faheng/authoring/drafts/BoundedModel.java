package cn.faheng.authoring.drafts;

import cn.faheng.engine.trial.ModelGate;
import cn.faheng.engine.trial.ModelTexts;
import cn.faheng.engine.trial.TrialException;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.io.StringReader;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Models whose cost is bounded by their size: no loops, no functions of their own, no patterns. Only these are computed in this process
 * and published; any other model is tried in a worker.
 */
public final class BoundedModel {

    private static final Set<String> ELEMENTS = Set.of(
            "for", "some", "every", "filter", "iterator", "businessKnowledgeModel", "functionDefinition", "invocation");
    private static final Pattern STRING_OR_COMMENT =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|/\\*.*?\\*/|//[^\\r\\n]*+", Pattern.DOTALL);
    private static final Pattern LOOP = Pattern.compile("\\b(for|some|every)\\b(?=.*\\bin\\b)", Pattern.DOTALL);
    private static final Pattern FUNCTION = Pattern.compile("\\b(function|matches|replace|split)\\s*\\(");
    private static final int LONGEST = 20_000;

    private BoundedModel() {}

    /** Throws {@code model-refused} where one of the models could take for ever. */
    public static void require(DraftRuleSets parts) {
        parts.ruleSets().forEach(ruleSet -> require(ruleSet.dmn()));
    }

    static void require(String dmn) {
        try {
            ModelGate.check(ModelTexts.of(dmn));
        } catch (TrialException e) {
            throw new ProblemException(ProblemType.MODEL_REFUSED, e.detail());
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(dmn));
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT && ELEMENTS.contains(reader.getLocalName())) {
                    throw refused("元素 " + reader.getLocalName());
                }
                if (event == XMLStreamConstants.CHARACTERS) {
                    text(reader.getText());
                }
            }
        } catch (XMLStreamException e) {
            throw new ProblemException(ProblemType.MODEL_REFUSED, "模型不是合法的 XML；请用 DMN 工具重新导出。");
        }
    }

    private static void text(String feel) {
        if (feel.length() > LONGEST) {
            throw new ProblemException(
                    ProblemType.MODEL_REFUSED, "有一个表达式长达 " + feel.length() + " 个字符，最多 " + LONGEST + " 个；请拆成几个决定。");
        }
        String code = STRING_OR_COMMENT.matcher(feel).replaceAll("\"\"");
        Matcher loop = LOOP.matcher(code);
        if (loop.find()) {
            throw refused("循环（" + loop.group(1) + " … in …）");
        }
        Matcher function = FUNCTION.matcher(code);
        if (function.find()) {
            throw refused("函数 " + function.group(1));
        }
    }

    private static ProblemException refused(String what) {
        return new ProblemException(
                ProblemType.MODEL_REFUSED, "模型用了" + what + "，算完要多久没有上限，不能校验，也不能公布；可以试算（:try）。请改用表格、比较和四则运算。草案保持原样。");
    }
}
