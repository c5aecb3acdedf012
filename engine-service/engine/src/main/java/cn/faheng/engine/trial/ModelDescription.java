package cn.faheng.engine.trial;

import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNType;
import org.kie.dmn.api.core.ast.DMNNode;
import org.kie.dmn.api.core.ast.DecisionNode;
import org.kie.dmn.api.core.ast.DecisionServiceNode;
import org.kie.dmn.api.core.ast.InputDataNode;
import org.kie.dmn.core.compiler.profiles.ExtendedDMNProfile;
import org.kie.dmn.model.api.DMNElementReference;
import org.kie.dmn.model.api.Import;
import org.kie.dmn.validation.DMNValidator;
import org.kie.dmn.validation.DMNValidator.Validation;
import org.kie.dmn.validation.DMNValidatorFactory;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a loaded model holds, as JSON. */
final class ModelDescription {

    private final TrialModel trial;
    private final DMNModel model;

    ModelDescription(TrialModel trial) {
        this.trial = trial;
        this.model = trial.model();
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("namespace", model.getNamespace());
        json.put("name", model.getName());
        imports(model, json.putArray("imports"));
        inputs(json.putArray("inputs"));
        ArrayNode decisions = json.putArray("decisions");
        own(model.getDecisions()).forEach(decision -> decision(decision, decisions.addObject()));
        ArrayNode services = json.putArray("decisionServices");
        own(model.getDecisionServices()).forEach(service -> service(service, services.addObject()));
        List<DMNMessage> messages = new ArrayList<>(model.getMessages());
        trial.runtime().getModels().stream().filter(m -> m != model).forEach(m -> messages.addAll(m.getMessages()));
        TrialAnswer.messages(messages, json.putArray("messages"));
        return json;
    }

    private <T extends DMNNode> List<T> own(java.util.Collection<T> nodes) {
        List<String> order = model.getDefinitions().getDrgElement().stream()
                .map(element -> String.valueOf(element.getId()))
                .toList();
        return nodes.stream()
                .filter(node -> TrialModel.isOwn(model, node))
                .sorted(Comparator.<T>comparingInt(node -> order.indexOf(node.getId()))
                        .thenComparing(DMNNode::getName))
                .toList();
    }

    private void imports(DMNModel of, ArrayNode into) {
        for (Import i : of.getDefinitions().getImport()) {
            ObjectNode node = into.addObject();
            node.put("name", i.getName());
            node.put("namespace", i.getNamespace());
            node.put("found", trial.runtime().getModels().stream().anyMatch(m -> m.getNamespace()
                    .equals(i.getNamespace())));
        }
    }

    /** Own inputs, and those of imported models below the name of the import. */
    private void inputs(ArrayNode into) {
        for (InputDataNode input : own(model.getInputs())) {
            named(input, input.getType(), into.addObject());
        }
        model.getInputs().stream()
                .filter(input -> !TrialModel.isOwn(model, input))
                .sorted(Comparator.comparing(DMNNode::getName))
                .forEach(input -> {
                    ObjectNode node = into.addObject();
                    alias(input).ifPresent(name -> node.put("import", name));
                    named(input, input.getType(), node);
                });
    }

    /** The name under which the model of a node is imported. */
    private Optional<String> alias(DMNNode node) {
        return model.getDefinitions().getImport().stream()
                .filter(i -> !TrialModel.isOwn(model, node) && i.getNamespace().equals(node.getModelNamespace()))
                .map(Import::getName)
                .findFirst();
    }

    private void named(DMNNode named, DMNType type, ObjectNode node) {
        node.put("id", named.getId());
        node.put("name", named.getName());
        FeelTypes.describe(type, node);
    }

    private void decision(DecisionNode decision, ObjectNode node) {
        named(decision, decision.getResultType(), node);
        ArrayNode needs = node.putArray("inputs");
        model.getRequiredInputsForDecisionId(decision.getId()).stream()
                .map(input -> alias(input).map(a -> a + ".").orElse("") + input.getName())
                .sorted()
                .forEach(needs::add);
    }

    private void service(DecisionServiceNode service, ObjectNode node) {
        node.put("id", service.getId());
        node.put("name", service.getName());
        names(service.getDecisionService().getInputData(), node.putArray("inputs"));
        names(service.getDecisionService().getInputDecision(), node.putArray("inputDecisions"));
        names(service.getDecisionService().getOutputDecision(), node.putArray("decisions"));
    }

    private void names(List<DMNElementReference> references, ArrayNode into) {
        for (DMNElementReference reference : references) {
            String href = reference.getHref();
            String id = href.substring(href.indexOf('#') + 1);
            InputDataNode input = model.getInputById(id);
            DecisionNode decision = model.getDecisionById(id);
            into.add(input != null ? input.getName() : decision != null ? decision.getName() : href);
        }
    }

    /** What the schema and the static checks of the library say of the texts. */
    static void validate(ModelTexts texts, ObjectNode into) {
        DMNValidator validator = DMNValidatorFactory.newValidator(List.of(new ExtendedDMNProfile()));
        try {
            Reader[] readers = texts.all().stream().map(StringReader::new).toArray(Reader[]::new);
            List<DMNMessage> found = validator
                    .validateUsing(Validation.VALIDATE_SCHEMA, Validation.VALIDATE_MODEL)
                    .theseModels(readers);
            TrialAnswer.messages(found, into.putArray("validation"));
        } finally {
            validator.dispose();
        }
    }
}
