package cn.faheng.casework.cases;

import cn.faheng.engine.gate.GateReport;
import cn.faheng.engine.steps.LawfulStep;
import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.catalogue.RuleSetRef;
import java.util.List;
import java.util.Optional;

/**
 * A case as one page shows it.
 *
 * @param head what lists show of it
 * @param file everything on record
 * @param recorded the same with who put it on record
 * @param steps every step of the procedure, open or not, in the order of the work
 * @param report what the law says of the case at its next gate
 * @param requests steps that wait for leave, and those that were settled, the newest first
 * @param order the rule sets whose order of procedure it follows
 */
public record CaseView(
        CaseHead head,
        CaseFile file,
        List<Recorded> recorded,
        List<LawfulStep> steps,
        GateReport report,
        List<CaseRequest> requests,
        List<RuleSetRef> order) {

    public CaseView {
        recorded = List.copyOf(recorded);
        steps = List.copyOf(steps);
        requests = List.copyOf(requests);
        order = List.copyOf(order);
    }

    /** The step of a name. */
    public Optional<LawfulStep> step(String name) {
        return steps.stream().filter(step -> step.name().equals(name)).findFirst();
    }

    /** The steps that can be taken now. */
    public List<LawfulStep> open() {
        return steps.stream().filter(LawfulStep::isOpen).toList();
    }
}
