package cn.faheng.authoring.publishing;

import cn.faheng.contract.model.CounterExampleBody;
import cn.faheng.contract.model.ProofFindingBody;
import cn.faheng.contract.model.ProofReportBody;
import cn.faheng.engine.proof.ProofReport;
import cn.faheng.engine.proof.ProofReport.CounterExample;
import cn.faheng.engine.proof.ProofReport.Finding;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Proofs as the contract writes them. */
final class ProofViews {

    private ProofViews() {}

    static ProofReportBody report(ProofReport report) {
        return new ProofReportBody()
                .ruleSet(report.ruleSet().toString())
                .contentHash(report.contentHash())
                .findings(report.findings().stream().map(ProofViews::finding).toList());
    }

    private static ProofFindingBody finding(Finding finding) {
        ProofFindingBody body = new ProofFindingBody()
                .property(ProofFindingBody.PropertyEnum.fromValue(
                        finding.property().name()))
                .status(ProofFindingBody.StatusEnum.fromValue(finding.status().name()))
                .key(finding.key())
                .where(finding.where())
                .message(finding.message());
        CounterExample example = finding.example();
        if (example != null) {
            body.setExample(new CounterExampleBody()
                    .facts(facts(example.facts()))
                    .rows(example.rows())
                    .amounts(example.amounts())
                    .on(example.on()));
        }
        return body;
    }

    private static Map<String, Object> facts(Map<String, Object> facts) {
        Map<String, Object> shown = new LinkedHashMap<>();
        facts.forEach((name, value) -> shown.put(name, value instanceof LocalDate ? value.toString() : value));
        return shown;
    }
}
