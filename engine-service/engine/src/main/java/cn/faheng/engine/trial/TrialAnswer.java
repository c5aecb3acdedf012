package cn.faheng.engine.trial;

import cn.faheng.engine.trial.TrialException.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNDecisionResult.DecisionEvaluationStatus;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.model.api.DRGElement;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What Drools answered, as JSON: every decision with status, value, type, rows and messages, in the order of the model. */
final class TrialAnswer {

    private final DMNModel model;
    private final DMNResult result;
    private final TrialRows rows;
    private final ResultValues values = new ResultValues();

    TrialAnswer(DMNModel model, DMNResult result, TrialRows rows) {
        this.model = model;
        this.result = result;
        this.rows = rows;
    }

    ObjectNode json(@Nullable String decisionService) {
        result.getMessages().forEach(TrialAnswer::refuseExhausted);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("model").put("namespace", model.getNamespace()).put("name", model.getName());
        if (decisionService != null) {
            answer.put("decisionService", decisionService);
        }
        ArrayNode decisions = answer.putArray("decisions");
        for (DMNDecisionResult decision : inOrder()) {
            if (decision.getEvaluationStatus() != DecisionEvaluationStatus.NOT_EVALUATED) {
                decision(decision, decisions.addObject());
            }
        }
        messages(result.getMessages(), answer.putArray("messages"));
        messages(model.getMessages(), answer.putArray("modelMessages"));
        return answer;
    }

    private void decision(DMNDecisionResult decision, ObjectNode node) {
        node.put("id", decision.getDecisionId());
        node.put("name", decision.getDecisionName());
        node.put("status", decision.getEvaluationStatus().name().toLowerCase(Locale.ROOT));
        values.put(decision.getResult(), node);
        node.set("rows", rows.of(decision.getDecisionName()));
        messages(decision.getMessages(), node.putArray("messages"));
    }

    private List<DMNDecisionResult> inOrder() {
        List<String> order = model.getDefinitions().getDrgElement().stream()
                .map(DRGElement::getId)
                .toList();
        List<DMNDecisionResult> sorted = new ArrayList<>(result.getDecisionResults());
        sorted.sort(Comparator.<DMNDecisionResult>comparingInt(decision -> {
                    int at = order.indexOf(decision.getDecisionId());
                    return at < 0 ? Integer.MAX_VALUE : at;
                })
                .thenComparing(decision -> String.valueOf(decision.getDecisionName())));
        return sorted;
    }

    /** Drools goes on after a stack or a heap that is full; a trial does not pretend that this is an answer. */
    private static void refuseExhausted(DMNMessage message) {
        for (Throwable cause = message.getException(); cause != null; cause = cause.getCause()) {
            if (cause instanceof VirtualMachineError) {
                throw exhausted();
            }
        }
    }

    static TrialException exhausted() {
        return new TrialException(Reason.TOO_EXPENSIVE, "/model", "模型的计算用尽了内存或者递归层数；请检查没有终点的递归、过长的列表和字符串，缩小后再试。");
    }

    /** Messages without repetitions, in an order that does not depend on chance. */
    static void messages(List<DMNMessage> messages, ArrayNode into) {
        Set<ObjectNode> all = new LinkedHashSet<>();
        for (DMNMessage message : messages) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("severity", message.getLevel().name().toLowerCase(Locale.ROOT));
            node.put(
                    "code",
                    message.getMessageType() == null
                            ? null
                            : message.getMessageType().name());
            node.put("sourceId", message.getSourceId());
            node.put("text", message.getText());
            all.add(node);
        }
        all.stream()
                .sorted(Comparator.<ObjectNode, String>comparing(
                                node -> node.path("sourceId").asString(""))
                        .thenComparing(node -> node.path("text").asString("")))
                .forEach(into::add);
    }
}
