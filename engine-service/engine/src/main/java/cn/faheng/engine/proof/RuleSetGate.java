package cn.faheng.engine.proof;

import cn.faheng.engine.evaluation.CompiledRuleSet;
import cn.faheng.engine.evaluation.InvalidModelException;
import cn.faheng.rules.catalogue.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The gate every rule set passes before it is bundled or published. Nothing is skipped silently. Not thread-safe. */
public final class RuleSetGate {

    private final StockAnalysis stockAnalysis = new StockAnalysis();

    /** Every reason against {@code ruleSet}; empty when it may be used. */
    public List<GateFinding> check(RuleSet ruleSet) {
        List<GateFinding> findings = new ArrayList<>();
        Optional<CompiledRuleSet> compiled = compile(ruleSet, findings);
        if (compiled.isPresent()) {
            findings.addAll(contract(compiled.get()));
            findings.addAll(new GridAnalysis(compiled.get()).findings());
            findings.addAll(stockAnalysis.findings(ruleSet));
            findings.addAll(new CaseCheck(compiled.get()).findings());
        }
        return findings;
    }

    /** Every reason why the engine could not work with {@code ruleSet}: it does not compile, or breaks the contract with the engine. */
    public static List<GateFinding> runnable(RuleSet ruleSet) {
        List<GateFinding> findings = new ArrayList<>();
        compile(ruleSet, findings).ifPresent(compiled -> findings.addAll(contract(compiled)));
        return findings;
    }

    private static Optional<CompiledRuleSet> compile(RuleSet ruleSet, List<GateFinding> findings) {
        try {
            return Optional.of(new CompiledRuleSet(ruleSet));
        } catch (InvalidModelException e) {
            e.reasons()
                    .forEach(reason -> findings.add(new GateFinding(ruleSet.ref(), "model", "discretion.dmn", reason)));
            return Optional.empty();
        }
    }

    private static List<GateFinding> contract(CompiledRuleSet compiled) {
        List<GateFinding> findings = new ArrayList<>(new ShapeCheck(compiled).findings());
        findings.addAll(new HookCheck(compiled).findings());
        return findings;
    }
}
