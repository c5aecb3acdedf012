package cn.faheng.server.decisions;

import cn.faheng.contract.model.DecisionResponseBody;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads answers back from receipts, also from those that an earlier version wrote: a field it no longer knows is left out. */
@Component
public final class StoredAnswers {

    private final JsonMapper json;

    StoredAnswers(JsonMapper json) {
        this.json = json.rebuild()
                .disable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }

    /**
     * The answer that was given, without its receipt.
     *
     * @param content content of the receipt
     * @param trace trace of the receipt, whose tables go back to their places
     */
    public DecisionResponseBody read(JsonNode content, JsonNode trace) {
        JsonNode decision = content.path("decision").deepCopy();
        trace.properties().forEach(tables -> {
            String pointer = tables.getKey();
            if (decision.at(pointer.substring(0, pointer.lastIndexOf('/'))) instanceof ObjectNode owner) {
                owner.set("tables", tables.getValue());
            }
        });
        return json.treeToValue(decision, DecisionResponseBody.class);
    }
}
