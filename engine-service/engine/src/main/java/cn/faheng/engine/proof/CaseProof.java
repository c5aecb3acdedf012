package cn.faheng.engine.proof;

import cn.faheng.engine.evaluation.CompiledRuleSet;
import cn.faheng.engine.proof.ProofReport.Property;
import java.util.ArrayList;
import java.util.List;

/** What the cases of a rule set show: one that fails refutes, one that is missing leaves something unproved. */
final class CaseProof {

    private final CompiledRuleSet compiled;
    private final Findings findings;

    CaseProof(CompiledRuleSet compiled, Findings findings) {
        this.compiled = compiled;
        this.findings = findings;
    }

    void prove() {
        List<String> rows = new ArrayList<>();
        // A case that does not name its rows (check "rows") is one that a lawyer wrote by its amounts; it counts by
        // what it expects.
        for (GateFinding finding : new CaseCheck(compiled).findings()) {
            if (finding.check().equals("case")) {
                findings.refuted(
                        Property.CASES, finding.where(), "案例" + finding.where() + "不符：" + finding.reason(), null);
            } else if (finding.check().equals("boundary")) {
                findings.notProved(
                        Property.CASES,
                        finding.where(),
                        "“" + finding.where() + "”" + finding.reason() + "。请补上案例，或者确认不需要。",
                        null);
            } else if (finding.check().equals("coverage")) {
                rows.add(finding.where());
            }
        }
        if (!rows.isEmpty()) {
            findings.notProved(
                    Property.CASES,
                    String.join("、", rows),
                    "没有案例用到这些行：" + String.join("、", rows) + "。请补上案例，或者确认不需要。",
                    null);
        }
        findings.conclude(Property.CASES, "案例全部通过，用到了每一行和每一界限的两侧。");
    }
}
