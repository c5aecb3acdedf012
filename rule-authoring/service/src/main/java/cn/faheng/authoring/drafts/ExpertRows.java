package cn.faheng.authoring.drafts;

import cn.faheng.drafting.draft.DraftContent;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.SheetDecision;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The rows of a model that no sheet can hold: ids and sentences only, so that each can be cited and remarked on. */
final class ExpertRows {

    private final Map<String, List<SheetRow>> tables = new LinkedHashMap<>();
    private final Deque<String> decisions = new ArrayDeque<>();
    private String rule = "";

    private ExpertRows() {}

    /** The content with the rows of the model; citations and comments stay by the id of the row. */
    static DraftContent into(DraftContent content, String dmn) {
        ExpertRows rows = new ExpertRows();
        try {
            rows.read(dmn);
        } catch (XMLStreamException e) {
            // It passed the gate, which read it whole; what cannot be read here has no rows to show.
            return content;
        }
        Sheet sheet = content.sheet();
        Map<String, SheetRow> known = new HashMap<>();
        sheet.decisions().forEach(decision -> decision.rows().forEach(row -> known.put(row.id(), row)));
        List<SheetDecision> decisions = new ArrayList<>();
        rows.tables.forEach((name, found) -> decisions.add(SheetDecision.table(
                name,
                null,
                List.of(),
                List.of(),
                found.stream().map(row -> kept(row, known.get(row.id()))).toList())));
        Sheet shown = new Sheet(
                sheet.item(),
                sheet.kind(),
                sheet.hook(),
                sheet.fields(),
                sheet.effectiveFrom(),
                sheet.effectiveTo(),
                sheet.jurisdiction(),
                sheet.authority(),
                sheet.basis(),
                sheet.source(),
                sheet.form(),
                sheet.facts(),
                sheet.penalties(),
                decisions,
                sheet.leftToPerson(),
                sheet.waivers(),
                sheet.notes());
        return new DraftContent(
                shown, content.statute(), content.laws(), content.cases(), content.statuteCases(), content.questions());
    }

    private static SheetRow kept(SheetRow row, @Nullable SheetRow known) {
        return known == null
                ? row
                : new SheetRow(
                        row.id(),
                        List.of(),
                        List.of(),
                        row.says().isBlank() ? known.says() : row.says(),
                        known.cites(),
                        known.comment());
    }

    private void read(String dmn) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(dmn));
        boolean annotation = false;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                annotation |= reader.getLocalName().equals("annotationEntry");
                begin(reader);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                annotation &= !reader.getLocalName().equals("annotationEntry");
                if (reader.getLocalName().equals("decision")) {
                    decisions.pop();
                }
            } else if (event == XMLStreamConstants.CHARACTERS && annotation) {
                says(reader.getText().strip());
            }
        }
    }

    private void begin(XMLStreamReader reader) {
        if (reader.getLocalName().equals("decision")) {
            String name = reader.getAttributeValue(null, "name");
            decisions.push(name == null ? "" : name);
        } else if (reader.getLocalName().equals("rule") && !decisions.isEmpty()) {
            String id = reader.getAttributeValue(null, "id");
            rule = id == null ? "" : id;
            if (!rule.isEmpty()) {
                rows().add(new SheetRow(rule, List.of(), List.of(), "", List.of(), null));
            }
        }
    }

    private List<SheetRow> rows() {
        return tables.computeIfAbsent(decisions.getFirst(), name -> new ArrayList<>());
    }

    private void says(String words) {
        if (!words.isEmpty() && !rule.isEmpty() && !decisions.isEmpty()) {
            rows().removeIf(row -> row.id().equals(rule));
            rows().add(new SheetRow(rule, List.of(), List.of(), words, List.of(), null));
        }
    }
}
