package cn.faheng.authoring.publishing;

import cn.faheng.authoring.drafts.Draft.Signature;
import cn.faheng.engine.proof.ProofReport;
import cn.faheng.engine.proof.ProofReport.Finding;
import cn.faheng.server.registry.Base;
import java.util.List;
import java.util.Optional;

/**
 * A proof of a draft.
 *
 * @param number its number, from 1
 * @param revision the revision that was proved
 * @param contentHash hash of what was proved
 * @param made who asked for it, and when
 * @param base the state of the rule base it was proved on
 * @param reports one for each rule set of the draft
 * @param acknowledgements what could not be proved and who answers for it
 * @param outdated whether the content has changed since
 */
public record StoredProof(
        int number,
        int revision,
        String contentHash,
        Signature made,
        Base base,
        List<ProofReport> reports,
        List<Acknowledgement> acknowledgements,
        boolean outdated) {

    public StoredProof {
        reports = List.copyOf(reports);
        acknowledgements = List.copyOf(acknowledgements);
    }

    /**
     * Somebody answers for what could not be proved.
     *
     * @param finding key of the finding
     * @param reason why it may be published so
     * @param made who and when
     */
    public record Acknowledgement(String finding, String reason, Signature made) {}

    public List<Finding> refuted() {
        return findings(ProofReport.Status.REFUTED);
    }

    public List<Finding> notProved() {
        return findings(ProofReport.Status.NOT_PROVED);
    }

    private List<Finding> findings(ProofReport.Status status) {
        return reports.stream()
                .flatMap(report -> report.findings().stream())
                .filter(finding -> finding.status() == status)
                .toList();
    }

    public Optional<Acknowledgement> acknowledgement(String finding) {
        return acknowledgements.stream()
                .filter(a -> a.finding().equals(finding))
                .findFirst();
    }
}
