package cn.faheng.server.decisions;

import cn.faheng.contract.model.ConcurrenceBody;
import cn.faheng.contract.model.ConcurringNormBody;
import cn.faheng.contract.model.DecisionResponseBody;
import cn.faheng.contract.model.FindingBody;
import cn.faheng.contract.model.ProcedureBody;
import cn.faheng.contract.model.QuotedProvisionBody;
import cn.faheng.contract.model.ReasonBody;
import cn.faheng.contract.model.RemediesBody;
import cn.faheng.contract.model.RequirementBody;
import cn.faheng.contract.model.VerdictBody;
import cn.faheng.contract.model.VerdictNeedBody;
import cn.faheng.contract.model.VerdictPartBody;
import cn.faheng.contract.model.VerdictStatusBody;
import cn.faheng.engine.outcome.Concurrence;
import cn.faheng.engine.outcome.Decision;
import cn.faheng.engine.outcome.Procedure;
import cn.faheng.engine.outcome.Verdict;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.server.catalogue.CatalogueViews;
import java.util.Optional;

/** The whole answer as the contract writes it, still without its receipt. */
final class DecisionViews {

    private DecisionViews() {}

    static DecisionResponseBody answer(Decision decision) {
        DecisionResponseBody body = new DecisionResponseBody()
                .item(CatalogueViews.item(decision.item()))
                .outcome(OutcomeViews.outcome(decision.outcome()))
                .reasons(decision.reasons().stream().map(DecisionViews::reason).toList())
                .findings(decision.findings().stream()
                        .map(f -> new FindingBody()
                                .code(f.code())
                                .severity(f.severity())
                                .text(f.text())
                                .citations(CatalogueViews.citations(f.citations())))
                        .toList())
                .assumptions(decision.assumptions())
                .ruleSets(decision.used().stream().map(CatalogueViews::ruleSet).toList());
        Optional.ofNullable(decision.verdict()).ifPresent(v -> body.setVerdict(verdict(v)));
        Optional.ofNullable(decision.procedure()).ifPresent(p -> body.setProcedure(procedure(p)));
        Optional.ofNullable(decision.concurrence())
                .ifPresent(c -> body.setConcurrence(concurrence(decision.item().code(), c)));
        return body;
    }

    private static ReasonBody reason(Decision.Reason reason) {
        return new ReasonBody()
                .step(reason.step())
                .text(reason.text())
                .row(reason.row())
                .provisions(reason.provisions().stream()
                        .map(p -> new QuotedProvisionBody()
                                .citation(p.citation())
                                .version(p.version())
                                .words(p.words()))
                        .toList());
    }

    private static VerdictBody verdict(Verdict verdict) {
        return new VerdictBody()
                .status(VerdictStatusBody.fromValue(verdict.status().code()))
                .statusText(verdict.status().chinese())
                .parts(verdict.parts().stream().map(DecisionViews::part).toList())
                .needs(verdict.needs().stream()
                        .map(n -> new VerdictNeedBody()
                                .code(n.code())
                                .text(n.text())
                                .citations(CatalogueViews.citations(n.citations())))
                        .toList());
    }

    private static VerdictPartBody part(Verdict.Part part) {
        VerdictPartBody body = new VerdictPartBody()
                .status(VerdictStatusBody.fromValue(part.status().code()))
                .statusText(part.status().chinese())
                .text(part.text())
                .citations(CatalogueViews.citations(part.citations()));
        Penalty penalty = part.penalty();
        Long amount = part.proposedAmount();
        if (penalty != null) {
            body.setPenalty(CatalogueViews.penalty(penalty));
        }
        if (amount == null) {
            return body;
        }
        PenaltyKind.Quantity quantity =
                penalty == null ? PenaltyKind.Quantity.MONEY : penalty.kind().quantity();
        return switch (quantity) {
            case MONTHS -> body.months(amount);
            case DAYS -> body.days(amount);
            default -> body.amountFen(amount);
        };
    }

    private static ProcedureBody procedure(Procedure procedure) {
        ProcedureBody body = new ProcedureBody()
                .measuredBy(ProcedureBody.MeasuredByEnum.fromValue(procedure.measuredBy()))
                .steps(procedure.steps().stream()
                        .map(s -> new RequirementBody()
                                .code(s.code())
                                .required(s.required())
                                .text(s.text())
                                .limit(s.limit())
                                .unit(s.unit())
                                .citations(CatalogueViews.citations(s.citations())))
                        .toList());
        Optional.ofNullable(procedure.remedies()).ifPresent(r -> body.setRemedies(remedies(r)));
        Optional.ofNullable(procedure.remediesIfOrdinary()).ifPresent(r -> body.setRemediesIfOrdinary(remedies(r)));
        return body;
    }

    private static RemediesBody remedies(Procedure.Remedies remedies) {
        return new RemediesBody()
                .text(remedies.text())
                .textEn(remedies.textEn())
                .reconsiderationDays(remedies.reconsiderationDays())
                .litigationMonths(remedies.litigationMonths())
                .reconsiderationFirst(remedies.reconsiderationFirst())
                .citations(CatalogueViews.citations(remedies.citations()));
    }

    private static ConcurrenceBody concurrence(String item, Concurrence concurrence) {
        return new ConcurrenceBody()
                .rule(concurrence.rule())
                .appliedItem(concurrence.appliedItem())
                .norms(concurrence.norms().stream().map(n -> norm(item, n)).toList())
                .reason(concurrence.reason())
                .citations(CatalogueViews.citations(concurrence.citations()));
    }

    private static ConcurringNormBody norm(String item, Concurrence.Norm norm) {
        ConcurringNormBody body = new ConcurringNormBody().item(norm.item());
        if (!norm.item().equals(item)) {
            body.setOutcome(OutcomeViews.outcome(norm.outcome()));
        }
        Long greatest = norm.greatestFine();
        if (greatest != null && greatest != Long.MAX_VALUE) {
            body.setGreatestFineFen(greatest);
        }
        return body;
    }
}
