package cn.faheng.engine.proof;

import cn.faheng.engine.evaluation.CompiledRuleSet;
import cn.faheng.engine.evaluation.InvalidModelException;
import cn.faheng.rules.catalogue.RuleSet;
import java.util.ArrayList;
import java.util.List;

/** The gate every rule set passes before it is bundled or published. Nothing is skipped silently. Not thread-safe. */
public final class RuleSetGate {

    private final StockAnalysis stockAnalysis = new StockAnalysis();

    /** Every reason against {@code ruleSet}; empty when it may be used. */
    public List<GateFinding> check(RuleSet ruleSet) {
        List<GateFinding> findings = new ArrayList<>();
        CompiledRuleSet compiled;
        try {
            compiled = new CompiledRuleSet(ruleSet);
        } catch (InvalidModelException e) {
            e.reasons()
                    .forEach(reason -> findings.add(new GateFinding(ruleSet.ref(), "model", "discretion.dmn", reason)));
            return findings;
        }
        findings.addAll(new ShapeCheck(compiled).findings());
        findings.addAll(new HookCheck(compiled).findings());
        findings.addAll(new GridAnalysis(compiled).findings());
        findings.addAll(stockAnalysis.findings(ruleSet));
        findings.addAll(new CaseCheck(compiled).findings());
        return findings;
    }
}
