package cn.faheng.server.casefiles;

import cn.faheng.contract.model.CaseFindingBody;
import cn.faheng.contract.model.CaseLimitBody;
import cn.faheng.contract.model.ComputedActBody;
import cn.faheng.contract.model.FindingKindBody;
import cn.faheng.contract.model.GateReportBody;
import cn.faheng.contract.model.LawfulStepBody;
import cn.faheng.engine.gate.CaseFinding;
import cn.faheng.engine.gate.CaseLimit;
import cn.faheng.engine.gate.GateReport;
import cn.faheng.engine.steps.LawfulStep;
import cn.faheng.rules.gate.Assessed;
import cn.faheng.rules.gate.FindingKind;
import cn.faheng.server.catalogue.CatalogueViews;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Findings, limits and steps as the contract shows them. */
final class CaseFileViews {

    private CaseFileViews() {}

    static GateReportBody report(GateReport report, LocalDateTime now) {
        return new GateReportBody()
                .gate(report.gate().code())
                .blocked(report.isBlocked())
                .findings(report.findings().stream().map(CaseFileViews::finding).toList())
                .limits(report.limits().stream().map(limit -> limit(limit, now)).toList())
                .computed(
                        report.assessed().stream().map(CaseFileViews::computed).toList());
    }

    private static CaseFindingBody finding(CaseFinding finding) {
        FindingKind kind = finding.kind();
        return new CaseFindingBody()
                .code(kind.code())
                .severity(CaseFindingBody.SeverityEnum.fromValue(
                        finding.severity().code()))
                .title(kind.title())
                .titleEn(kind.titleEn())
                .detail(finding.detail())
                .entry(finding.entry())
                .says(kind.says())
                .mend(kind.mend())
                .mendEn(kind.mendEn())
                .ruleSet(kind.set().name())
                .ruleSetHash(kind.set().contentHash())
                .citations(CatalogueViews.citations(kind.citations()));
    }

    private static CaseLimitBody limit(CaseLimit limit, LocalDateTime now) {
        CaseLimitBody body = new CaseLimitBody()
                .id(limit.limit().id())
                .title(limit.limit().title())
                .length(limit.limit().length().chinese())
                .start(limit.start())
                .from(limit.from().toString())
                .stoodDays(limit.stoodDays())
                .standing(limit.isStanding())
                .overdue(limit.isOverdue(now))
                .done(limit.done())
                .citation(CatalogueViews.citations(List.of(limit.limit().citation()))
                        .get(0));
        if (limit.due() != null) {
            body.lastDay(limit.due().date())
                    .provisional(limit.due().provisional())
                    .reason(limit.due().reason());
        }
        return limit.dueAt() == null ? body : body.lastMoment(limit.dueAt().toString());
    }

    private static ComputedActBody computed(Assessed assessed) {
        return new ComputedActBody()
                .act(assessed.act())
                .party(assessed.party())
                .known(assessed.known())
                .answered(assessed.answered())
                .refusal(assessed.refusal())
                .outcome(assessed.outcome())
                .tier(assessed.tier())
                .minFen(assessed.minFen())
                .maxFen(assessed.maxFen())
                .verdict(assessed.verdict())
                .unanswered(assessed.unanswered());
    }

    static LawfulStepBody step(LawfulStep step) {
        LawfulStepBody body = new LawfulStepBody()
                .name(step.name())
                .title(step.title())
                .state(LawfulStepBody.StateEnum.fromValue(code(step.state())))
                .by(LawfulStepBody.ByEnum.fromValue(code(step.by())))
                .documents(step.documents())
                .row(step.ruleSet().row(step.row().id()))
                .says(step.row().says())
                .citations(CatalogueViews.citations(step.row().citations()));
        if (step.leave() != null) {
            body.leave(LawfulStepBody.LeaveEnum.fromValue(code(step.leave())));
        }
        return step.gate() == null ? body : body.gate(step.gate().code());
    }

    static FindingKindBody kind(FindingKind kind) {
        Map<String, String> gates = new TreeMap<>();
        kind.gates().forEach((gate, severity) -> gates.put(gate.code(), severity.code()));
        return new FindingKindBody()
                .code(kind.code())
                .ruleSet(kind.set().name())
                .from(kind.set().effective().from())
                .to(kind.set().effective().to())
                .jurisdiction(kind.set().jurisdiction().code())
                .fields(kind.set().fields().stream().sorted().toList())
                .title(kind.title())
                .titleEn(kind.titleEn())
                .says(kind.says())
                .mend(kind.mend())
                .mendEn(kind.mendEn())
                .gates(gates)
                .citations(CatalogueViews.citations(kind.citations()));
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
