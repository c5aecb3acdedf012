package cn.faheng.server.casefiles;

import cn.faheng.contract.api.CaseFilesApi;
import cn.faheng.contract.model.CaseFileCheckBody;
import cn.faheng.contract.model.CaseFileQuestionBody;
import cn.faheng.contract.model.CaseStepsBody;
import cn.faheng.contract.model.EntryKindBody;
import cn.faheng.contract.model.FindingKindBody;
import cn.faheng.contract.model.GateReportBody;
import cn.faheng.engine.steps.Milestones;
import cn.faheng.engine.steps.Stage;
import cn.faheng.engine.steps.StepLaw;
import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Entries;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.EntryFormatException;
import cn.faheng.rules.casefile.Gate;
import cn.faheng.rules.casefile.Participants.ActRecorded;
import cn.faheng.rules.casefile.Participants.OrganRecorded;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.gate.FindingKinds;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CaseFilesController implements CaseFilesApi {

    private static final int MOST_ENTRIES = 2000;

    private final GateService gates;

    CaseFilesController(GateService gates) {
        this.gates = gates;
    }

    @Override
    public ResponseEntity<GateReportBody> checkCaseFile(CaseFileCheckBody body) {
        LocalDateTime now = moment(body.getAt());
        CaseFile file = file(body.getEntries());
        Gate gate = Gate.ofCode(body.getGate().getValue()).orElseThrow();
        return ResponseEntity.ok(CaseFileViews.report(gates.check(file, gate, now), now));
    }

    @Override
    public ResponseEntity<CaseStepsBody> listLawfulSteps(CaseFileQuestionBody body) {
        LocalDateTime now = moment(body.getAt());
        CaseFile file = file(body.getEntries());
        LocalDate day = file.filed().map(Entry::on).orElse(now.toLocalDate());
        StepLaw law = gates.order(field(file), place(file), day);
        Stage stage = new Milestones(file).stage();
        return ResponseEntity.ok(new CaseStepsBody()
                .stage(stage.code())
                .stageText(stage.chinese())
                .steps(law.steps(file).values().stream()
                        .map(CaseFileViews::step)
                        .toList())
                .order(law.ruleSets().stream().map(set -> set.ref().toString()).toList()));
    }

    @Override
    public ResponseEntity<List<EntryKindBody>> listEntryKinds() {
        return ResponseEntity.ok(EntryKinds.all());
    }

    @Override
    public ResponseEntity<List<FindingKindBody>> listFindingKinds(@Nullable LocalDate on) {
        return ResponseEntity.ok(FindingKinds.published().all().stream()
                .filter(kind -> on == null || kind.set().effective().contains(on))
                .map(CaseFileViews::kind)
                .toList());
    }

    private String field(CaseFile file) {
        return file.acts().stream()
                .findFirst()
                .flatMap(act -> gates.item(act.item()))
                .map(Item::field)
                .orElse("");
    }

    private static Division place(CaseFile file) {
        return file.organ()
                .map(OrganRecorded::division)
                .or(() -> file.acts().stream().findFirst().map(ActRecorded::place))
                .map(Division::new)
                .orElse(Division.NATION);
    }

    private static LocalDateTime moment(String text) {
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeException e) {
            throw wrong("/at", "“" + text + "”不是时间。请写北京时间，例如 2026-05-20T10:30。");
        }
    }

    private static CaseFile file(List<Map<String, Object>> raw) {
        if (raw.size() > MOST_ENTRIES) {
            throw wrong("/entries", "一个案卷最多" + MOST_ENTRIES + "个条目。");
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            entries.add(entry(raw.get(i), "/entries/" + i));
        }
        requireOneFile(entries);
        return new CaseFile(entries);
    }

    private static Entry entry(Map<String, Object> raw, String pointer) {
        try {
            return Entries.read(Entries.mapper().valueToTree(raw), pointer);
        } catch (EntryFormatException e) {
            throw wrong(e.pointer(), "这一条目读不出来：" + e.getMessage() + "。条目的种类和字段见 GET /api/v1/case-files/entry-kinds。");
        }
    }

    /** Ids differ, and divisions are six digits. */
    private static void requireOneFile(List<Entry> entries) {
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (seen.contains(entry.id())) {
                throw wrong("/entries/" + i + "/id", "“" + entry.id() + "”已用于前面的条目。请为每个条目用不同的 id。");
            }
            seen.add(entry.id());
            String division = entry instanceof OrganRecorded organ
                    ? organ.division()
                    : entry instanceof ActRecorded act ? act.place() : "000000";
            if (!division.matches("\\d{6}")) {
                throw wrong("/entries/" + i, "“" + division + "”不是六位的行政区划代码。");
            }
        }
    }

    private static ProblemException wrong(String pointer, String detail) {
        return new ProblemException(
                Problem.ofFields(List.of(Problem.FieldError.at(pointer, ProblemType.WRONG_TYPE, detail))));
    }
}
