package cn.faheng.server.casefiles;

import cn.faheng.engine.gate.GateReport;
import cn.faheng.engine.gate.Gatekeeper;
import cn.faheng.engine.steps.StepLaw;
import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Gate;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.server.registry.RuleBaseState;
import cn.faheng.server.registry.RuleBases;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Asks the rule base that answers now about cases: what the law says at a gate, and which order of procedure counts. */
@Service
public final class GateService {

    private final RuleBases ruleBases;
    private volatile Kept kept;

    private record Kept(String hash, Gatekeeper gatekeeper) {}

    GateService(RuleBases ruleBases) {
        this.ruleBases = ruleBases;
        this.kept = keep(ruleBases.current());
    }

    private static Kept keep(RuleBaseState state) {
        return new Kept(state.hash(), new Gatekeeper(state.engine()));
    }

    /** What the law says of a case at a gate. */
    public GateReport check(CaseFile file, Gate gate, LocalDateTime now) {
        RuleBaseState state = ruleBases.current();
        if (!kept.hash().equals(state.hash())) {
            kept = keep(state);
        }
        return kept.gatekeeper().check(file, gate, now);
    }

    /** The order of procedure in force on a day. */
    public StepLaw order(String field, Division place, LocalDate day) {
        RuleBaseState state = ruleBases.current();
        return StepLaw.on(state.catalogue(), state.models(), field, place, day);
    }

    /** The order of procedure that some rule sets lay down; throws {@link IllegalStateException} where one is no longer held. */
    public StepLaw order(List<RuleSetRef> refs) {
        RuleBaseState state = ruleBases.current();
        List<RuleSet> sets = refs.stream()
                .map(ref -> state.catalogue()
                        .ruleSet(ref)
                        .orElseThrow(() -> new IllegalStateException("The rule base no longer holds " + ref)))
                .toList();
        return new StepLaw(sets, state.models());
    }

    /** The item with this code or alias. */
    public Optional<Item> item(String code) {
        return ruleBases.current().catalogue().item(code);
    }
}
