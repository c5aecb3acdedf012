package cn.faheng.casework.cases;

import cn.faheng.casework.cases.CaseRecorder.Hand;
import cn.faheng.casework.inspections.FindingRaised;
import cn.faheng.rules.casefile.Opening.SourceKind;
import java.util.stream.Collectors;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Makes a case source of what an inspection found; told again after a crash, it makes no second one. */
@Component
class InspectionFindings {

    private final CaseDesk desk;

    InspectionFindings(CaseDesk desk) {
        this.desk = desk;
    }

    @ApplicationModuleListener
    void register(FindingRaised finding) {
        String failed = finding.failed().stream()
                .map(point -> point.text() + "（" + point.basis() + "）")
                .collect(Collectors.joining("；"));
        String field = finding.items().isEmpty() ? "" : finding.items().get(0).field();
        desk.register(
                new NewLead(
                        SourceKind.INSPECTION,
                        finding.foundOn(),
                        "检查任务" + finding.taskNumber(),
                        finding.partyName() + "：" + finding.findings() + (failed.isEmpty() ? "" : "。检查表不符合项：" + failed),
                        field,
                        finding.division(),
                        finding.counterpart(),
                        null,
                        "inspection-task:" + finding.task()),
                finding.body(),
                new Hand(finding.raisedBy(), finding.raisedByName()));
    }
}
