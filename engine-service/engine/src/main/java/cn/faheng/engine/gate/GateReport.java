package cn.faheng.engine.gate;

import cn.faheng.rules.casefile.Gate;
import cn.faheng.rules.gate.Assessed;
import cn.faheng.rules.gate.Severity;
import java.util.List;

/**
 * What the law says of a case at a gate.
 *
 * @param gate the gate
 * @param findings what was found, the most severe first
 * @param limits the time limits of the case, those that are done included
 * @param assessed what was computed for each act and party
 */
public record GateReport(Gate gate, List<CaseFinding> findings, List<CaseLimit> limits, List<Assessed> assessed) {

    public GateReport {
        findings = List.copyOf(findings);
        limits = List.copyOf(limits);
        assessed = List.copyOf(assessed);
    }

    /** The findings of one severity. */
    public List<CaseFinding> of(Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).toList();
    }

    /** Whether the case may not pass. */
    public boolean isBlocked() {
        return !of(Severity.BLOCK).isEmpty();
    }
}
