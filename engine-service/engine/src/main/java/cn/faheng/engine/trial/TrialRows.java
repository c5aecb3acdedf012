package cn.faheng.engine.trial;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kie.dmn.api.core.event.AfterEvaluateDecisionTableEvent;
import org.kie.dmn.api.core.event.DMNRuntimeEventListener;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Keeps the rows of decision tables that decided. One evaluation at a time. */
final class TrialRows implements DMNRuntimeEventListener {

    private static final int MOST = 1000;

    private final Map<String, ArrayNode> found = new LinkedHashMap<>();
    private int count;

    @Override
    public void afterEvaluateDecisionTable(AfterEvaluateDecisionTableEvent event) {
        String decision = event.getDecisionName() == null ? event.getNodeName() : event.getDecisionName();
        List<Integer> selected = event.getSelected();
        List<String> ids = event.getSelectedIds();
        ArrayNode rows = found.computeIfAbsent(decision, name -> JsonNodeFactory.instance.arrayNode());
        for (int i = 0; i < selected.size() && count < MOST; i++, count++) {
            ObjectNode row = rows.addObject();
            row.put("table", event.getDecisionTableId());
            row.put("row", selected.get(i));
            row.put("id", i < ids.size() ? ids.get(i) : null);
        }
    }

    void clear() {
        found.clear();
        count = 0;
    }

    /** The rows that decided in a decision: table, number from 1, id. */
    ArrayNode of(String decision) {
        return found.getOrDefault(decision, JsonNodeFactory.instance.arrayNode());
    }
}
