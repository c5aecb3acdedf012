package cn.faheng.authoring.publishing;

import cn.faheng.authoring.drafts.BoundedModel;
import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.DraftLaws;
import cn.faheng.authoring.drafts.DraftRuleSets;
import cn.faheng.engine.proof.ProofReport;
import cn.faheng.engine.proof.Prover;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.server.registry.Base;
import cn.faheng.server.registry.Publications;
import cn.faheng.server.registry.RuleBaseState;
import cn.faheng.server.registry.RuleBases;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Proves the rule sets of a draft against the rule base of now. */
@Component
final class Proving {

    private final RuleBases ruleBases;
    private final Publications publications;
    private final DraftLaws laws;

    Proving(RuleBases ruleBases, Publications publications, DraftLaws laws) {
        this.ruleBases = ruleBases;
        this.publications = publications;
        this.laws = laws;
    }

    /**
     * The reports, and what they rest on.
     *
     * @param base the state of the rule base
     * @param reports one for each rule set
     */
    record Proved(Base base, List<ProofReport> reports) {}

    Proved prove(Draft draft) {
        DraftRuleSets parts = DraftRuleSets.of(draft);
        BoundedModel.require(parts);
        // The log first: what is published in between is then newer than what was proved.
        Base base = publications.base();
        RuleBaseState state = ruleBases.current();
        Prover prover = new Prover(state.base(), state.models(), false);
        List<ProofReport> reports = new ArrayList<>();
        for (RuleSet ruleSet : parts.ruleSets()) {
            List<RuleSet> companions = parts.ruleSets().stream()
                    .filter(other -> !other.equals(ruleSet))
                    .toList();
            reports.add(prover.prove(ruleSet, companions, laws.of(draft)));
        }
        return new Proved(base, reports);
    }
}
