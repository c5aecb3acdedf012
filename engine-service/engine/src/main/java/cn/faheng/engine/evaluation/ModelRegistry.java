package cn.faheng.engine.evaluation;

import cn.faheng.rules.catalogue.RuleSet;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kie.kogito.decision.DecisionModel;
import org.kie.kogito.decision.DecisionModels;

/**
 * Every version of every rule set that has been asked for, compiled once. Several versions live side by side; bundled and
 * later-published rule sets take the same path. Thread-safe.
 */
public final class ModelRegistry implements DecisionModels {

    private final Map<String, CompiledRuleSet> byContentHash = new ConcurrentHashMap<>();

    /**
     * The compiled form of {@code ruleSet}.
     *
     * @throws InvalidModelException when its model does not compile
     */
    public CompiledRuleSet compiled(RuleSet ruleSet) {
        return byContentHash.computeIfAbsent(ruleSet.contentHash(), hash -> new CompiledRuleSet(ruleSet));
    }

    /** A registry for another state of the rule base: it takes over what is compiled already of these rule sets, and nothing else. */
    public ModelRegistry sharedWith(Collection<RuleSet> ruleSets) {
        ModelRegistry other = new ModelRegistry();
        for (RuleSet ruleSet : ruleSets) {
            CompiledRuleSet compiled = byContentHash.get(ruleSet.contentHash());
            if (compiled != null) {
                other.byContentHash.put(ruleSet.contentHash(), compiled);
            }
        }
        return other;
    }

    @Override
    public DecisionModel getDecisionModel(String namespace, String name) {
        return byContentHash.values().stream()
                .filter(c -> c.namespace().equals(namespace) && c.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No model " + namespace + " " + name + " is loaded"))
                .decisionModel();
    }
}
