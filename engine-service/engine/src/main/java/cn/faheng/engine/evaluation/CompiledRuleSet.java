package cn.faheng.engine.evaluation;

import cn.faheng.rules.catalogue.RuleSet;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.ast.InputDataNode;
import org.kie.dmn.api.core.event.AfterEvaluateDecisionTableEvent;
import org.kie.dmn.api.core.event.DMNRuntimeEventListener;
import org.kie.dmn.core.compiler.RuntimeTypeCheckOption;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionRule;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.internal.io.ResourceFactory;
import org.kie.kogito.decision.DecisionModel;
import org.kie.kogito.dmn.DmnDecisionModel;

/** A rule set whose model is ready to run. Thread-safe. */
public final class CompiledRuleSet {

    /** Rows matched by the evaluation that runs on a thread; evaluations do not nest. */
    private static final ThreadLocal<@Nullable Map<String, List<String>>> TRACE = new ThreadLocal<>();

    private static final int MOST_ANSWERS = 1024;

    private final Map<Map<String, Object>, Evaluation> answers = new ConcurrentHashMap<>();
    private final RuleSet ruleSet;
    private final DMNModel model;
    private final DecisionModel decisionModel;
    private final List<ModelTable> tables;
    private final List<ModelExpression> expressions;
    private final List<String> decisionOrder;
    private final Map<String, String> titles;

    /**
     * Compiles the model of {@code ruleSet}.
     *
     * @throws InvalidModelException when it is not a DMN model or does not compile
     */
    public CompiledRuleSet(RuleSet ruleSet) {
        this.ruleSet = ruleSet;
        DMNRuntime runtime = runtime(ruleSet);
        this.model = runtime.getModels().get(0);
        if (model.hasErrors()) {
            throw new InvalidModelException(ruleSet.ref(), messages(model.getMessages(DMNMessage.Severity.ERROR)));
        }
        runtime.addListener(new RowListener());
        this.decisionModel = new DmnDecisionModel(runtime, model.getNamespace(), model.getName());
        List<ModelTable> found = new ArrayList<>();
        List<ModelExpression> written = new ArrayList<>();
        List<String> order = new ArrayList<>();
        Map<String, String> described = new HashMap<>();
        model.getDefinitions().getDrgElement().stream()
                .filter(Decision.class::isInstance)
                .map(Decision.class::cast)
                .forEach(decision -> {
                    order.add(decision.getName());
                    if (decision.getDescription() != null) {
                        described.put(
                                decision.getName(), decision.getDescription().strip());
                    }
                    if (decision.getExpression() instanceof DecisionTable table) {
                        found.add(table(decision.getName(), table));
                    } else {
                        written.add(ModelExpression.of(decision.getName(), decision.getExpression()));
                    }
                });
        this.tables = List.copyOf(found);
        this.expressions = List.copyOf(written);
        this.decisionOrder = List.copyOf(order);
        this.titles = Map.copyOf(described);
    }

    private static DMNRuntime runtime(RuleSet ruleSet) {
        try {
            DMNRuntime runtime = DMNRuntimeBuilder.fromDefaults()
                    .setOption(new RuntimeTypeCheckOption(true))
                    .setRootClassLoader(new NoClasses())
                    .buildConfiguration()
                    .fromResources(List.of(ResourceFactory.newReaderResource(new StringReader(ruleSet.dmn()), "UTF-8")))
                    .getOrElseThrow(e -> notDmn(ruleSet, e));
            if (runtime.getModels().size() != 1) {
                throw new InvalidModelException(ruleSet.ref(), List.of("The file holds no DMN model."));
            }
            return runtime;
        } catch (IllegalStateException | NullPointerException | IllegalArgumentException e) {
            // What the library throws for XML that is not DMN.
            throw notDmn(ruleSet, e);
        }
    }

    /** The library's message is all there is to tell. */
    private static InvalidModelException notDmn(RuleSet ruleSet, Exception e) {
        return new InvalidModelException(ruleSet.ref(), List.of("The file is not a DMN model: " + e.getMessage()));
    }

    private static ModelTable table(String decision, DecisionTable table) {
        List<String> inputs = table.getInput().stream()
                .map(input -> input.getInputExpression().getText().strip())
                .toList();
        List<String> outputs = table.getOutput().stream()
                .map(output -> Optional.ofNullable(output.getName()).orElse(""))
                .toList();
        List<ModelTable.TableRow> rows = new ArrayList<>();
        for (DecisionRule rule : table.getRule()) {
            List<String> cells =
                    rule.getInputEntry().stream().map(cell -> cell.getText()).toList();
            rows.add(new ModelTable.TableRow(
                    Optional.ofNullable(rule.getId()).orElse(""),
                    cells,
                    cells.stream().map(CellCondition::parse).toList(),
                    rule.getOutputEntry().stream().map(cell -> cell.getText()).toList()));
        }
        return new ModelTable(decision, table.getHitPolicy().value(), inputs, outputs, rows);
    }

    public RuleSet ruleSet() {
        return ruleSet;
    }

    /** The tables of the model in the order in which they stand in it. */
    public List<ModelTable> tables() {
        return tables;
    }

    /** The names of all decisions in the order in which they stand in the model. */
    public List<String> decisions() {
        return decisionOrder;
    }

    /** What a decision is called in Chinese: its description in the model, or its name where it has none. */
    public String title(String decision) {
        return titles.getOrDefault(decision, decision);
    }

    /** What each decision that is no table is made of, as written. */
    public List<ModelExpression> expressions() {
        return expressions;
    }

    /** Kogito's view of the model. */
    public DecisionModel decisionModel() {
        return decisionModel;
    }

    public String namespace() {
        return model.getNamespace();
    }

    public String name() {
        return model.getName();
    }

    /** The inputs of the model, each with the allowed values of its type as FEEL literals; none for a free type. */
    public Map<String, List<String>> inputs() {
        Map<String, List<String>> inputs = new LinkedHashMap<>();
        for (InputDataNode input : model.getInputs()) {
            List<String> allowed = new ArrayList<>();
            String typeName = input.getType().getName();
            model.getDefinitions().getItemDefinition().stream()
                    .filter(type -> type.getName().equals(typeName) && type.getAllowedValues() != null)
                    .forEach(type -> allowed.addAll(
                            CellParser.split(type.getAllowedValues().getText()).stream()
                                    .map(String::strip)
                                    .toList()));
            inputs.put(input.getName(), List.copyOf(allowed));
        }
        return inputs;
    }

    /**
     * Runs every decision of the model.
     *
     * @param facts fact name to BigDecimal (yuan for money), String, Boolean or LocalDate
     */
    public Evaluation evaluate(Map<String, Object> facts) {
        if (ruleSet.kind() != RuleSet.Kind.GENERAL) {
            return run(facts);
        }
        // The general part is asked the same few things in every case; its answers depend on nothing but these facts.
        Map<String, Object> asked = normal(facts);
        Evaluation known = answers.get(asked);
        if (known == null) {
            known = run(facts);
            if (answers.size() < MOST_ANSWERS) {
                answers.putIfAbsent(asked, known);
            }
        }
        return known;
    }

    private static Map<String, Object> normal(Map<String, Object> facts) {
        Map<String, Object> normal = new HashMap<>();
        facts.forEach((name, value) ->
                normal.put(name, value instanceof BigDecimal number ? number.stripTrailingZeros() : value));
        return normal;
    }

    private Evaluation run(Map<String, Object> facts) {
        Map<String, List<String>> matched = new HashMap<>();
        TRACE.set(matched);
        try {
            DMNResult result = decisionModel.evaluateAll(decisionModel.newContext(facts));
            Map<String, @Nullable Object> results = new LinkedHashMap<>();
            List<String> failures = new ArrayList<>();
            for (String decision : decisionOrder) {
                DMNDecisionResult decisionResult = result.getDecisionResultByName(decision);
                Object value = decisionResult.getResult();
                results.put(decision, value);
                boolean failed =
                        decisionResult.getEvaluationStatus() != DMNDecisionResult.DecisionEvaluationStatus.SUCCEEDED;
                if (failed || (value == null && !decisionResult.getMessages().isEmpty())) {
                    failures.add(decision + ": " + String.join("; ", messages(decisionResult.getMessages())));
                }
            }
            List<Evaluation.MatchedRows> rows = tables.stream()
                    .map(t -> new Evaluation.MatchedRows(t.decision(), matched.getOrDefault(t.decision(), List.of())))
                    .toList();
            return new Evaluation(results, rows, failures);
        } finally {
            TRACE.remove();
        }
    }

    private static List<String> messages(List<? extends DMNMessage> messages) {
        return messages.stream()
                .map(DMNMessage::getText)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** Keeps the rule ids that matched in the evaluation that runs on this thread. */
    private static final class RowListener implements DMNRuntimeEventListener {
        @Override
        public void afterEvaluateDecisionTable(AfterEvaluateDecisionTableEvent event) {
            Map<String, List<String>> matched = TRACE.get();
            if (matched != null) {
                matched.computeIfAbsent(event.getDecisionName(), name -> new ArrayList<>())
                        .addAll(event.getSelectedIds());
            }
        }
    }
}
