package cn.faheng.engine.trial;

import cn.faheng.engine.evaluation.NoClasses;
import cn.faheng.engine.trial.TrialException.Reason;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.ast.DMNNode;
import org.kie.dmn.api.core.ast.DecisionNode;
import org.kie.dmn.api.core.ast.DecisionServiceNode;
import org.kie.dmn.api.core.ast.InputDataNode;
import org.kie.dmn.core.compiler.RuntimeTypeCheckOption;
import org.kie.dmn.core.impl.DMNModelImpl;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model with its imports, loaded as Drools loads it. Trusts the texts: {@link ModelGate} comes first, and what nobody proved is run by
 * {@link TrialWorkers}, not in this process.
 */
public final class TrialModel {

    private final DMNRuntime runtime;
    private final DMNModel model;
    private final TrialRows rows = new TrialRows();

    private TrialModel(DMNRuntime runtime, DMNModel model) {
        this.runtime = runtime;
        this.model = model;
        runtime.addListener(rows);
    }

    /**
     * Loads a model. One that does not compile is loaded too; its messages say so.
     *
     * @throws TrialException when it is no DMN model
     */
    public static TrialModel load(ModelTexts texts, boolean typeCheck) {
        List<Resource> resources = new ArrayList<>();
        texts.all().forEach(text -> resources.add(ResourceFactory.newReaderResource(new StringReader(text), "UTF-8")));
        DMNRuntime runtime = DMNRuntimeBuilder.fromDefaults()
                .setOption(new RuntimeTypeCheckOption(typeCheck))
                .setRootClassLoader(new NoClasses())
                .setRelativeImportResolver((namespace, name, uri) -> refuseLocation(uri))
                .buildConfiguration()
                .fromResources(resources)
                .getOrElseThrow(e -> new TrialException(
                        Reason.NOT_DMN, "/model", "模型无法读取：" + e.getMessage() + "。请用 DMN 工具打开检查后重新导出。"));
        return new TrialModel(runtime, main(runtime, texts));
    }

    private static Reader refuseLocation(@Nullable String uri) {
        throw new TrialException(Reason.REFUSED, "/model", "不按地址（" + uri + "）读取被引入的内容；请把被引入的 DMN 模型一并提交。");
    }

    /** Models are sorted by their imports; which one was meant is known by its namespace and name. */
    private static DMNModel main(DMNRuntime runtime, ModelTexts texts) {
        QName meant = ModelGate.nameOf(texts.model());
        DMNModel model = runtime.getModel(meant.getNamespaceURI(), meant.getLocalPart());
        if (model == null) {
            throw new TrialException(Reason.NOT_DMN, "/model", "模型没有写明 namespace 和 name；请补上后再提交。");
        }
        return model;
    }

    DMNModel model() {
        return model;
    }

    DMNRuntime runtime() {
        return runtime;
    }

    /** The model that an import of {@code importing} stands for, by the name under which it is imported. */
    Optional<DMNModel> imported(DMNModel importing, String alias) {
        return importing.getDefinitions().getImport().stream()
                .filter(i -> alias.equals(i.getName()))
                .flatMap(i -> runtime.getModels().stream().filter(m -> ((DMNModelImpl) importing)
                        .getImportAliasFor(m.getNamespace(), m.getName())
                        .filter(alias::equals)
                        .isPresent()))
                .findFirst();
    }

    /** Names, inputs with their types, decisions, decision services and messages. */
    public ObjectNode describe() {
        return new ModelDescription(this).json();
    }

    /**
     * Evaluates it.
     *
     * @return the answer as the contract's {@code TrialAnswer}
     * @throws TrialException when an input does not fit, or it has no such decision
     */
    public ObjectNode evaluate(JsonNode inputs, List<String> decisions, @Nullable String decisionService) {
        DMNContext context = runtime.newContext();
        inputs(model, inputs, "/inputs", 0).forEach(context::set);
        rows.clear();
        DMNResult result = evaluate(context, decisions, decisionService);
        return new TrialAnswer(model, result, rows).json(decisionService);
    }

    private DMNResult evaluate(DMNContext context, List<String> decisions, @Nullable String decisionService) {
        if (decisionService != null) {
            require(
                    model.getDecisionServices().stream()
                            .map(DecisionServiceNode::getName)
                            .toList(),
                    decisionService,
                    "/decisionService",
                    "决定服务");
            return runtime.evaluateDecisionService(model, context, decisionService);
        }
        if (decisions.isEmpty()) {
            return runtime.evaluateAll(model, context);
        }
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < decisions.size(); i++) {
            ids.add(decisionId(decisions.get(i), "/decisions/" + i));
        }
        return runtime.evaluateById(model, context, ids.toArray(String[]::new));
    }

    private String decisionId(String asked, String pointer) {
        DecisionNode byName = model.getDecisionByName(asked);
        if (byName != null) {
            return byName.getId();
        }
        if (model.getDecisionById(asked) == null) {
            require(model.getDecisions().stream().map(DecisionNode::getName).toList(), asked, pointer, "决定");
        }
        return asked;
    }

    private static void require(List<String> known, String asked, String pointer, String kind) {
        if (!known.contains(asked)) {
            throw new TrialException(
                    Reason.UNKNOWN_DECISION,
                    pointer,
                    "模型里没有" + kind + "“" + asked + "”；有："
                            + String.join("、", known.stream().sorted().toList()) + "。");
        }
    }

    private Map<String, @Nullable Object> inputs(DMNModel of, JsonNode json, String pointer, int depth) {
        if (!json.isObject()) {
            throw new TrialException(Reason.WRONG_INPUT, pointer, "输入 " + pointer + " 应当是 JSON 对象：输入名作键。");
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            String name = entry.getKey();
            String at = InputValues.below(pointer, name);
            InputDataNode input = of.getInputByName(name);
            DecisionNode decision = of.getDecisionByName(name);
            Optional<DMNModel> imported = imported(of, name);
            if (imported.isPresent() && input == null && entry.getValue().isObject() && depth < 20) {
                values.put(name, inputs(imported.get(), entry.getValue(), at, depth + 1));
            } else if (input != null) {
                values.put(name, InputValues.read(entry.getValue(), input.getType(), at));
            } else {
                values.put(
                        name,
                        InputValues.read(entry.getValue(), decision == null ? null : decision.getResultType(), at));
            }
        }
        return values;
    }

    static boolean isOwn(DMNModel model, DMNNode node) {
        return node.getModelNamespace().equals(model.getNamespace())
                && node.getModelName().equals(model.getName());
    }
}
