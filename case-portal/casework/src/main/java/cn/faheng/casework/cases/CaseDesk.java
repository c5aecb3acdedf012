package cn.faheng.casework.cases;

import cn.faheng.casework.cases.CaseRecorder.Hand;
import cn.faheng.casework.cases.CaseStore.Row;
import cn.faheng.casework.directory.Body;
import cn.faheng.engine.gate.GateReport;
import cn.faheng.engine.steps.Stage;
import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Entry.Rank;
import cn.faheng.rules.casefile.Opening.SourceRegistered;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.gate.Assessed;
import cn.faheng.server.audit.AuditLog;
import cn.faheng.server.casefiles.GateService;
import cn.faheng.server.identity.Person;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The desk at which cases are worked on. */
@Service
class CaseDesk implements Cases {

    private static final int SIMILAR = 200;

    private final CaseStore store;
    private final RequestStore requests;
    private final CaseRecorder recorder;
    private final StepTaking steps;
    private final GateService laws;
    private final Snapshots snapshots;
    private final CaseScope scope;
    private final AuditLog audit;

    CaseDesk(
            CaseStore store,
            RequestStore requests,
            CaseRecorder recorder,
            StepTaking steps,
            GateService laws,
            Snapshots snapshots,
            CaseScope scope,
            AuditLog audit) {
        this.store = store;
        this.requests = requests;
        this.recorder = recorder;
        this.steps = steps;
        this.laws = laws;
        this.snapshots = snapshots;
        this.scope = scope;
        this.audit = audit;
    }

    @Override
    @Transactional
    public UUID register(NewLead lead) {
        Person person = scope.reader();
        String body = person.body();
        if (body == null || !person.hasRole("OFFICER")) {
            throw new ProblemException(ProblemType.FORBIDDEN, "案件来源由执法机关的执法人员登记。");
        }
        return register(lead, body, StepTaking.hand(person));
    }

    /** Registers a lead for a body; the same origin a second time gives the case that it gave first. */
    UUID register(NewLead lead, String bodyCode, Hand hand) {
        Optional<UUID> known = Optional.ofNullable(lead.origin()).flatMap(store::ofOrigin);
        if (known.isPresent()) {
            return known.get();
        }
        LocalDateTime now = recorder.now();
        require(lead, now);
        Body body = snapshots.body(bodyCode, now);
        UUID id = UUID.randomUUID();
        String number = bodyCode + "线〔" + now.getYear() + "〕" + store.next(bodyCode, now.getYear(), "线") + "号";
        CaseHead head = new CaseHead(
                id,
                0,
                1,
                bodyCode,
                body.division().code(),
                lead.field(),
                number,
                Stage.LEAD,
                null,
                lead.summary().length() > 60 ? lead.summary().substring(0, 60) + "…" : lead.summary(),
                "",
                lead.item(),
                lead.receivedOn(),
                null,
                null,
                null,
                0,
                0,
                0,
                List.of(),
                recorder.moment());
        store.create(
                new Row(head, List.of(), ""), number, lead.origin(), CaseText.pairs(CaseFile.empty(), lead.summary()));
        audit.write(
                "case-registered", "case", number, Map.of("source", lead.kind().name()));
        List<Entry> first = new ArrayList<>();
        first.add(snapshots.organ("e1", bodyCode, now));
        first.add(new SourceRegistered(
                "e2",
                now,
                lead.kind(),
                lead.receivedOn(),
                lead.from().strip(),
                lead.summary().strip()));
        if (lead.counterpart() != null) {
            first.add(snapshots.party("e3", "p1", lead.counterpart(), now));
        }
        for (Entry entry : first) {
            recorder.append(store.find(id).orElseThrow(), store.entries(id), entry, List.of(), hand);
        }
        return id;
    }

    private static void require(NewLead lead, LocalDateTime now) {
        List<Problem.FieldError> errors = new ArrayList<>();
        if (lead.summary().isBlank()) {
            errors.add(Problem.FieldError.at("/summary", ProblemType.MISSING_FIELD, "请写明线索的内容。"));
        }
        if (lead.receivedOn().isAfter(now.toLocalDate())) {
            errors.add(Problem.FieldError.at("/receivedOn", ProblemType.IMPOSSIBLE_DATES, "发现或者收到线索的日期不能在今天以后。"));
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.ofFields(errors));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public CaseView open(UUID id) {
        Row row = visible(id);
        List<Recorded> recorded = store.entries(id);
        CaseFile file = CaseStore.file(recorded);
        GateReport report = laws.check(file, NextGate.of(row.head().stage()), recorder.now());
        return new CaseView(
                row.head(),
                file,
                recorded,
                List.copyOf(steps.order(row).steps(file).values()),
                report,
                requests.ofCase(id),
                steps.order(row).ruleSets().stream().map(RuleSet::ref).toList());
    }

    private Row visible(UUID id) {
        return store.find(id).filter(row -> scope.sees(row.head().body())).orElseThrow(CaseScope::notFound);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<CaseFile> file(UUID id) {
        return store.find(id).map(row -> CaseStore.file(store.entries(id)));
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseHead> list(CaseQuery query) {
        Optional<Set<String>> bodies = scope.visible();
        return store.list(query, bodies);
    }

    @Override
    @Transactional
    public StepResult take(UUID id, int revision, Entry entry, Map<String, String> reasons) {
        Person person = scope.reader();
        Row row = locked(id, revision);
        StepResult result = steps.take(row, store.entries(id), entry, reasons, person);
        if (!(result instanceof StepResult.Blocked || result instanceof StepResult.WantsReasons)) {
            requests.dropDraft(id, person.getUsername(), cn.faheng.engine.steps.Step.of(entry));
        }
        return result;
    }

    private Row locked(UUID id, int revision) {
        visible(id);
        if (store.lock(id) != revision) {
            throw CaseStore.stale();
        }
        return store.find(id).orElseThrow();
    }

    @Override
    @Transactional(readOnly = true)
    public String nextEntryId(UUID id) {
        visible(id);
        return "e" + (store.entries(id).size() + 1);
    }

    @Override
    @Transactional
    public StepResult assign(UUID id, int revision, String certificate, boolean lead) {
        Person person = scope.reader();
        Row row = locked(id, revision);
        List<Recorded> recorded = store.entries(id);
        Entry entry = snapshots.officer("e" + (recorded.size() + 1), certificate, lead, recorder.now());
        return steps.take(row, recorded, entry, Map.of(), person);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseRequest> inbox() {
        Person person = scope.reader();
        return person.hasRole("HEAD") && person.body() != null
                ? requests.waiting(person.body(), person.getUsername())
                : List.of();
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseRequest> ownRequests() {
        return requests.own(scope.reader().getUsername());
    }

    @Override
    @Transactional(readOnly = true)
    public CaseRequest request(UUID id) {
        CaseRequest request = requests.find(id).orElseThrow(CaseScope::notFound);
        visible(request.caseId());
        return request;
    }

    @Override
    @Transactional
    public StepResult grant(UUID id, String remark) {
        Person head = scope.reader();
        CaseRequest request = request(id);
        store.lock(request.caseId());
        Row row = store.find(request.caseId()).orElseThrow();
        StepResult result = steps.grant(row, store.entries(request.caseId()), request, head);
        if (result instanceof StepResult.OnRecord) {
            settle(request, CaseRequest.State.GRANTED, head, remark);
        }
        return result;
    }

    @Override
    @Transactional
    public void sendBack(UUID id, String remark) {
        Person head = scope.reader();
        CaseRequest request = request(id);
        rights(request, head).requireGives(Rank.HEAD, request.byAccount());
        if (remark.isBlank()) {
            throw new ProblemException(Problem.ofFields(
                    List.of(Problem.FieldError.at("/remark", ProblemType.MISSING_FIELD, "退回的，请写明理由和需要补正的内容。"))));
        }
        settle(request, CaseRequest.State.RETURNED, head, remark.strip());
    }

    private StepRights rights(CaseRequest request, Person person) {
        Row row = store.find(request.caseId()).orElseThrow();
        return steps.rights(row, CaseStore.file(store.entries(request.caseId())), person);
    }

    private void settle(CaseRequest request, CaseRequest.State state, Person person, String remark) {
        if (!requests.settle(
                request.id(), state, person.getUsername(), person.displayName(), recorder.moment(), remark)) {
            throw new ProblemException(ProblemType.STEP_NOT_ALLOWED, "这一事项已经由他人处理。请重新打开待办查看结果。");
        }
        audit.write(
                "case-request-" + state.name().toLowerCase(java.util.Locale.ROOT),
                "case",
                request.caseNumber(),
                Map.of("step", request.step()));
    }

    @Override
    @Transactional
    public void passOn(UUID id, String account) {
        Person head = scope.reader();
        CaseRequest request = request(id);
        rights(request, head).requireGives(Rank.HEAD, request.byAccount());
        if (account.equals(request.byAccount())) {
            throw new ProblemException(ProblemType.FORBIDDEN, "不能转给提出人自己。");
        }
        if (!requests.passOn(id, account)) {
            throw new ProblemException(ProblemType.STEP_NOT_ALLOWED, "这一事项已经由他人处理。请重新打开待办查看结果。");
        }
        audit.write("case-request-passed-on", "case", request.caseNumber(), Map.of("to", account));
    }

    @Override
    @Transactional
    public void withdraw(UUID id) {
        Person person = scope.reader();
        CaseRequest request = request(id);
        if (!request.byAccount().equals(person.getUsername())) {
            throw new ProblemException(ProblemType.FORBIDDEN, "只有提出人可以撤回。");
        }
        settle(request, CaseRequest.State.WITHDRAWN, person, "");
    }

    @Override
    @Transactional
    public void keepDraft(UUID id, String step, int revision, String content) {
        Person person = scope.reader();
        visible(id);
        if (content.length() > 200_000) {
            throw new ProblemException(ProblemType.BODY_TOO_LARGE, "填写的内容超过二十万字，没有保存。请改为附件。");
        }
        requests.keepDraft(id, person.getUsername(), step, content, revision, recorder.moment());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<KeptDraft> draft(UUID id, String step) {
        Person person = scope.reader();
        visible(id);
        return requests.draft(id, person.getUsername(), step);
    }

    @Override
    @Transactional(readOnly = true)
    public List<SimilarCase> similar(UUID id, String act, String party) {
        Row row = visible(id);
        CaseFile file = CaseStore.file(store.entries(id));
        return laws.check(file, NextGate.of(row.head().stage()), recorder.now()).assessed().stream()
                .filter(a -> a.act().equals(act)
                        && a.party().equals(party)
                        && !a.tier().isEmpty())
                .map(Assessed::tier)
                .findFirst()
                .flatMap(tier -> file.act(act).map(found -> store.similar(found.item(), tier, id, SIMILAR)))
                .orElse(List.of());
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isIntact(UUID id) {
        visible(id);
        return store.isIntact(id);
    }
}
