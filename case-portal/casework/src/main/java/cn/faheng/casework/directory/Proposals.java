package cn.faheng.casework.directory;

import cn.faheng.casework.directory.EntryCheck.Result;
import cn.faheng.casework.directory.Layout.Reference;
import cn.faheng.casework.directory.Version.State;
import cn.faheng.casework.workbook.WorkbookReader;
import cn.faheng.server.audit.AuditLog;
import cn.faheng.server.audit.RefusalLog;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 谁梳理谁负责: one compiles a version, another reviews it and puts it in force; both are named in it for ever. */
@Service
public class Proposals {

    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);
    private static final int LONGEST_REASON = 500;
    private static final int MOST_AT_ONCE = WorkbookReader.MOST_ROWS;

    private final VersionStore store;
    private final Layouts layouts;
    private final AuditLog audit;
    private final RefusalLog refusals;

    Proposals(VersionStore store, Layouts layouts, AuditLog audit, RefusalLog refusals) {
        this.store = store;
        this.layouts = layouts;
        this.audit = audit;
        this.refusals = refusals;
    }

    /** The columns of a table and the fields of a form. */
    public List<Column> columns(Subject subject) {
        return EntryCheck.columns(layouts.of(subject));
    }

    /** What a version says, as it would be typed. */
    public Map<String, String> typed(Version<?> version) {
        return layouts.typed(version);
    }

    /**
     * Proposes a first or a changed version.
     *
     * @param basedOn number of the version in force on which the form was opened, or null for something new
     * @param typed the fields by their keys
     * @param reason why
     * @return the proposal, or empty where it says what is in force or proposed already
     * @throws ProblemException naming each field that is wrong, or when something else is in force by now
     */
    @Transactional
    public Optional<Version<?>> propose(
            Subject subject, @Nullable Long basedOn, Map<String, String> typed, String reason) {
        Actor actor = Actor.callerWith("提出名录变更", Actor.COMPILERS);
        store.lock(subject);
        Layout<?> layout = layouts.of(subject);
        Known known = new Known(store, layouts.all(), subject, false);
        Result result = new EntryCheck(known, store.today(), reason(reason), null).check(layout, typed);
        if (result instanceof Result.Refused refused) {
            throw refused(refused.faults());
        }
        String code =
                result instanceof Result.Ready ready ? ready.version().code() : ((Result.Unchanged) result).code();
        requireSame(subject, code, basedOn, known);
        if (!(result instanceof Result.Ready ready)) {
            return Optional.empty();
        }
        long id = store.insert(ready.version(), actor);
        audit.write(
                "directory-proposed",
                subject.slug(),
                code,
                Map.of("version", id, "reason", ready.version().reason()));
        return Optional.of(get(id));
    }

    private static void requireSame(Subject subject, String code, @Nullable Long basedOn, Known known) {
        StoredVersion inForce = known.of(subject, code).inForce();
        Long now = inForce == null ? null : inForce.id();
        if (basedOn == null && now != null) {
            throw refused(
                    List.of(new Fault("code", "编码", subject.chinese() + "“" + code + "”已经在名录里", "请打开它的页面，在那里提出变更")));
        }
        if (basedOn != null && !basedOn.equals(now)) {
            throw new ProblemException(
                    ProblemType.RECORD_CHANGED,
                    "您填写期间，" + subject.chinese() + "“" + code + "”有了新的一版，或者编码被改动。没有采用您的填写。请打开最新的一版重新提出。");
        }
    }

    static String reason(String reason) {
        String text = reason.strip();
        if (text.isEmpty() || text.length() > LONGEST_REASON) {
            throw refused(List.of(new Fault(
                    "reason",
                    "理由",
                    text.isEmpty() ? "没有填写" : "超过" + LONGEST_REASON + "字",
                    "请写明为什么变更、依据什么文件，" + LONGEST_REASON + "字以内")));
        }
        return text;
    }

    static ProblemException refused(List<Fault> faults) {
        List<Problem.FieldError> errors = faults.stream()
                .map(fault -> Problem.FieldError.at("/" + fault.column(), ProblemType.ENTRY_REFUSED, fault.text()))
                .toList();
        return new ProblemException(Problem.ofFields(errors));
    }

    @Transactional(readOnly = true)
    public Version<?> get(long id) {
        return layouts.version(stored(id));
    }

    private StoredVersion stored(long id) {
        return store.get(id)
                .orElseThrow(
                        () -> new ProblemException(ProblemType.RECORD_NOT_FOUND, "没有第" + id + "号变更。请从名录或者待审核的列表里打开。"));
    }

    /** The version that was in force before this one was, to compare with. */
    @Transactional(readOnly = true)
    public Optional<Version<?>> before(Version<?> version) {
        Long basedOn = version.basedOn();
        return basedOn == null ? Optional.empty() : store.get(basedOn).map(layouts::version);
    }

    /** Proposals that wait for a review, the oldest first; the key is the number. */
    @Transactional(readOnly = true)
    public Found<Version<?>> open(
            @Nullable Subject subject, @Nullable UUID importId, @Nullable String after, int limit) {
        long from = after == null || !after.matches("\\d{1,18}") ? 0 : Long.parseLong(after);
        List<StoredVersion> rows = store.open(subject, importId, from, limit + 1);
        return Found.<StoredVersion>cut(rows, limit, row -> String.valueOf(row.id()))
                .map(layouts::version);
    }

    /** How many proposals wait, by subject. */
    @Transactional(readOnly = true)
    public Map<Subject, Long> openCounts() {
        return store.openCounts();
    }

    /** Puts a proposal in force; whoever compiled it cannot. */
    @Transactional
    public void approve(long id, String remark) {
        decide(List.of(open(id)), State.IN_FORCE, remark.strip());
    }

    /** Puts everything that an import proposed, and that is still open, in force; returns how many. */
    @Transactional
    public int approveImport(UUID importId, String remark) {
        List<StoredVersion> waiting = store.open(null, importId, 0, MOST_AT_ONCE);
        if (!waiting.isEmpty()) {
            // Read again under the lock, so that nobody decides in between.
            store.lock(waiting.get(0).subject());
            waiting = store.open(null, importId, 0, MOST_AT_ONCE);
        }
        if (waiting.isEmpty()) {
            throw new ProblemException(ProblemType.STEP_NOT_ALLOWED, "这次导入没有待审核的变更，可能已经由别人审核。请看导入的结果和各条的版本。");
        }
        decide(waiting, State.IN_FORCE, remark.strip());
        return waiting.size();
    }

    /** Returns a proposal with what is to be mended. */
    @Transactional
    public void sendBack(long id, String remark) {
        decide(List.of(open(id)), State.RETURNED, reason(remark));
    }

    /** Takes an own proposal back. */
    @Transactional
    public void withdraw(long id, String remark) {
        Actor actor = Actor.callerWith("撤回名录变更", Actor.COMPILERS);
        StoredVersion version = open(id);
        if (!version.compiled().account().equals(actor.account())) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "第" + id + "号变更由" + version.compiled().name() + "提出，只有本人可以撤回。不同意的请退回。");
        }
        store.review(List.of(id), State.WITHDRAWN, reason(remark), actor);
        audit.write("directory-withdrawn", version.subject().slug(), version.code(), Map.of("version", id));
    }

    private StoredVersion open(long id) {
        store.lock(stored(id).subject());
        StoredVersion version = stored(id);
        if (version.state() != State.PROPOSED) {
            throw new ProblemException(ProblemType.STEP_NOT_ALLOWED, "第" + id + "号变更已经审核过或者撤回了。请打开它的页面看结果。");
        }
        return version;
    }

    private void decide(List<StoredVersion> versions, State decision, String remark) {
        Actor actor = Actor.callerWith("审核名录变更", Actor.REVIEWERS);
        for (StoredVersion version : versions) {
            if (version.compiled().account().equals(actor.account())) {
                refusals.refused(
                        "directory-reviewed",
                        version.subject().slug(),
                        version.code(),
                        Map.of("version", version.id(), "why", "same-person"));
                throw new ProblemException(
                        ProblemType.SAME_PERSON, "第" + version.id() + "号变更是您自己提出的，不能由您审核（谁梳理谁负责，梳理与审核分开）。请由另一名审核人办理。");
            }
        }
        List<Long> ids = versions.stream().map(StoredVersion::id).toList();
        store.review(ids, decision, remark, actor);
        if (decision == State.IN_FORCE) {
            requireUpToDate(ids);
            requireReferences(versions);
        }
        audit(versions, decision, remark);
    }

    /** One entry for one version, and one for all of an import. */
    private void audit(List<StoredVersion> versions, State decision, String remark) {
        String action = decision == State.IN_FORCE ? "directory-put-in-force" : "directory-returned";
        StoredVersion first = versions.get(0);
        if (versions.size() == 1) {
            audit.write(action, first.subject().slug(), first.code(), Map.of("version", first.id(), "remark", remark));
        } else {
            audit.write(
                    action,
                    first.subject().slug() + "-import",
                    String.valueOf(first.importId()),
                    Map.of("versions", versions.size(), "first", first.id(), "remark", remark));
        }
    }

    private void requireUpToDate(List<Long> ids) {
        store.stale(ids).ifPresent(stale -> {
            throw new ProblemException(
                    ProblemType.RECORD_CHANGED,
                    "第" + stale.id() + "号变更提出以后，“" + stale.code() + "”又有一版生效。请退回，由提出人在最新的一版上重新提出。");
        });
    }

    private void requireReferences(List<StoredVersion> versions) {
        Set<Reference> seen = new HashSet<>();
        for (StoredVersion version : versions) {
            for (Reference reference : references(layouts.of(version.subject()), version)) {
                if (seen.add(reference)
                        && store.inForce(reference.subject(), reference.code(), LATEST)
                                .isEmpty()) {
                    throw new ProblemException(
                            ProblemType.STEP_NOT_ALLOWED,
                            "第" + version.id() + "号变更所指的" + reference.subject().chinese() + "“" + reference.code()
                                    + "”还没有审核生效。请先审核它。");
                }
            }
        }
    }

    private static <T> List<Reference> references(Layout<T> layout, StoredVersion version) {
        return layout.references(ContentJson.read(version.content(), layout.type()));
    }
}
