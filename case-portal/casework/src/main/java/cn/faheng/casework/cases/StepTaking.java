package cn.faheng.casework.cases;

import cn.faheng.casework.cases.CaseRecorder.Hand;
import cn.faheng.casework.cases.CaseStore.Row;
import cn.faheng.engine.gate.CaseFinding;
import cn.faheng.engine.gate.GateReport;
import cn.faheng.engine.steps.LawfulStep;
import cn.faheng.engine.steps.Step;
import cn.faheng.engine.steps.StepLaw;
import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Entry.Leave;
import cn.faheng.rules.casefile.Entry.Rank;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.gate.Severity;
import cn.faheng.rules.legal.Citation;
import cn.faheng.server.audit.AuditLog;
import cn.faheng.server.casefiles.GateService;
import cn.faheng.server.identity.Person;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One step of a case: is it open, may this person take it, does the law let it pass, whose leave does it need. */
@Component
final class StepTaking {

    private final CaseRecorder recorder;
    private final RequestStore requests;
    private final GateService laws;
    private final Snapshots snapshots;
    private final AuditLog audit;

    StepTaking(CaseRecorder recorder, RequestStore requests, GateService laws, Snapshots snapshots, AuditLog audit) {
        this.recorder = recorder;
        this.requests = requests;
        this.laws = laws;
        this.snapshots = snapshots;
        this.audit = audit;
    }

    /** What somebody may do in a case. */
    StepRights rights(Row row, CaseFile file, Person person) {
        LocalDateTime now = recorder.now();
        return new StepRights(file, row.head().body(), person, snapshots.certificate(person, now), now);
    }

    /** The order of procedure that a case follows: that of its filing, before it that of today. */
    StepLaw order(Row row) {
        return row.order().isEmpty()
                ? laws.order(
                        row.head().field(),
                        new Division(row.head().division()),
                        recorder.now().toLocalDate())
                : laws.order(row.order());
    }

    /** Takes a step, or puts it forward where it needs leave. */
    StepResult take(Row row, List<Recorded> recorded, Entry entry, Map<String, String> reasons, Person person) {
        CaseFile file = CaseStore.file(recorded);
        LawfulStep step = openStep(row, file, entry);
        rights(row, file, person).requireTakes(step);
        requirePlausible(entry, recorder.now());
        GateReport report = report(step, after(file, asIfGranted(step, entry)));
        if (report != null && report.isBlocked()) {
            audit.write(
                    "case-step-blocked",
                    "case",
                    row.head().number(),
                    Map.of("step", step.name(), "findings", codes(report)));
            return new StepResult.Blocked(report.findings());
        }
        List<CaseFinding> open = report == null ? List.of() : report.of(Severity.REASON);
        if (open.stream().anyMatch(f -> reasons.getOrDefault(f.code(), "").isBlank())) {
            return new StepResult.WantsReasons(open);
        }
        List<GivenReason> given = open.stream()
                .map(CaseFinding::code)
                .distinct()
                .map(code ->
                        new GivenReason(code, reasons.getOrDefault(code, "").strip(), ""))
                .toList();
        Rank rank = step.leave() == null && !given.isEmpty() ? Rank.HEAD : step.leave();
        if (rank != null) {
            return putForward(row, step, rank, entry, given, open, person);
        }
        return record(row, recorded, entry, given, report, hand(person));
    }

    /** What would be on record if leave were given: that it is not given yet is no defect of what is put forward. */
    private Entry asIfGranted(LawfulStep step, Entry entry) {
        return step.leave() == null ? entry : CaseJson.withLeave(entry, new Leave("待批准", step.leave(), recorder.now()));
    }

    private StepResult putForward(
            Row row,
            LawfulStep step,
            Rank rank,
            Entry entry,
            List<GivenReason> reasons,
            List<CaseFinding> findings,
            Person person) {
        requests.open(row.head().id(), step.name()).ifPresent(waiting -> {
            throw new ProblemException(
                    ProblemType.STEP_NOT_ALLOWED,
                    "“" + step.title() + "”已由" + waiting.byName() + "提出，正在等待批准。请等待批准，或者由提出人撤回后重新提出。");
        });
        UUID id = UUID.randomUUID();
        requests.add(
                new CaseRequest(
                        id,
                        0,
                        row.head().id(),
                        row.head().number(),
                        row.head().cause(),
                        step.name(),
                        step.title(),
                        rank,
                        entry,
                        reasons,
                        row.head().body(),
                        person.getUsername(),
                        person.displayName(),
                        recorder.moment(),
                        null,
                        CaseRequest.State.OPEN,
                        null,
                        null,
                        ""),
                row.head().revision(),
                CaseJson.findings(findings));
        audit.write("case-step-put-forward", "case", row.head().number(), Map.of("step", step.name()));
        return new StepResult.AwaitsLeave(id, findings);
    }

    /** Puts on record what was put forward, with leave; the law is asked again as the case stands now. */
    StepResult grant(Row row, List<Recorded> recorded, CaseRequest request, Person head) {
        CaseFile file = CaseStore.file(recorded);
        LocalDateTime now = recorder.now();
        rights(row, file, head).requireGives(request.rank(), request.byAccount());
        Leave leave = new Leave(head.displayName(), request.rank(), now);
        Entry entry = CaseJson.withLeave(request.entry(), leave);
        LawfulStep step = openStep(row, file, entry);
        GateReport report = report(step, after(file, entry));
        if (report != null && report.isBlocked()) {
            return new StepResult.Blocked(report.findings());
        }
        List<GivenReason> reasons = request.reasons().stream()
                .map(given -> new GivenReason(given.code(), given.reason(), head.displayName()))
                .toList();
        List<CaseFinding> fresh = report == null
                ? List.of()
                : report.of(Severity.REASON).stream()
                        .filter(f -> reasons.stream().noneMatch(r -> r.code().equals(f.code())))
                        .toList();
        if (!fresh.isEmpty()) {
            return new StepResult.WantsReasons(fresh);
        }
        return record(row, recorded, entry, reasons, report, new Hand(request.byAccount(), request.byName()));
    }

    private StepResult record(
            Row row,
            List<Recorded> recorded,
            Entry entry,
            List<GivenReason> reasons,
            @Nullable GateReport report,
            Hand hand) {
        int seq = recorder.append(row, recorded, entry, reasons, hand);
        return new StepResult.OnRecord(seq, report == null ? List.of() : report.of(Severity.NOTE));
    }

    private LawfulStep openStep(Row row, CaseFile file, Entry entry) {
        String name = Step.of(entry);
        LawfulStep step = order(row)
                .step(file, name)
                .orElseThrow(
                        () -> new ProblemException(ProblemType.STEP_NOT_ALLOWED, "本案立案时施行的程序没有“" + name + "”这一步。"));
        if (!step.isOpen()) {
            String basis =
                    step.row().citations().stream().map(Citation::chinese).collect(Collectors.joining("、"));
            throw new ProblemException(
                    ProblemType.STEP_NOT_ALLOWED,
                    "现在不能“" + step.title() + "”：" + step.row().says() + "。依据：" + basis + "。请看案件页上可以办理的步骤。");
        }
        return step;
    }

    private static CaseFile after(CaseFile file, Entry entry) {
        try {
            return CaseState.of(file).with(entry).file();
        } catch (IllegalTransitionException e) {
            throw new ProblemException(ProblemType.STEP_NOT_ALLOWED, "案件现在的状态不能记入这一步。请看案件页上可以办理的步骤。");
        }
    }

    private @Nullable GateReport report(LawfulStep step, CaseFile after) {
        return step.gate() == null ? null : laws.check(after, step.gate(), recorder.now());
    }

    private static void requirePlausible(Entry entry, LocalDateTime now) {
        if (entry.at().isAfter(now.plusMinutes(1))) {
            throw new ProblemException(Problem.ofFields(
                    List.of(Problem.FieldError.at("/at", ProblemType.IMPOSSIBLE_DATES, "发生时间不能在现在以后。请核对日期和时间。"))));
        }
    }

    private static List<String> codes(GateReport report) {
        return report.of(Severity.BLOCK).stream()
                .map(CaseFinding::code)
                .distinct()
                .toList();
    }

    static Hand hand(Person person) {
        return new Hand(person.getUsername(), person.displayName());
    }
}
