package cn.faheng.casework.directory;

import cn.faheng.casework.directory.CounterpartWriter.Decision;
import cn.faheng.casework.directory.CounterpartWriter.NewChange;
import cn.faheng.server.audit.AuditLog;
import cn.faheng.server.identity.Role;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The counterparts on their table. */
@Service
@Transactional
class CounterpartService implements Counterparts {

    private static final String WHAT = "counterpart";

    private final CounterpartRows rows;
    private final CounterpartSearch search;
    private final CounterpartWriter writer;
    private final VersionStore locks;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    CounterpartService(
            CounterpartRows rows,
            CounterpartSearch search,
            CounterpartWriter writer,
            VersionStore locks,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.search = search;
        this.writer = writer;
        this.locks = locks;
        this.audit = audit;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Counterpart> find(UUID id) {
        return row(id).map(CounterpartRow::content);
    }

    private Optional<CounterpartRow> row(UUID id) {
        return rows.findById(id).flatMap(row -> {
            UUID into = row.mergedInto();
            return into == null ? Optional.of(row) : rows.findById(into);
        });
    }

    private CounterpartRow require(UUID id) {
        return row(id).orElseThrow(() -> new ProblemException(ProblemType.RECORD_NOT_FOUND, "没有这个行政相对人。请从名录里查找。"));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<CounterpartCard> card(UUID id) {
        requireReader();
        return find(id).map(CounterpartCard::of);
    }

    private static Actor requireReader() {
        return Actor.callerWith("查看行政相对人", Actor.READERS_OF_COUNTERPARTS);
    }

    @Override
    @Transactional(readOnly = true)
    public Found<CounterpartCard> search(Find query) {
        requireReader();
        return search.find(query)
                .map(hit -> CounterpartCard.of(require(hit.id()).content()));
    }

    @Override
    public Registered register(CounterpartEntry entry) {
        Actor actor = Actor.callerWith("登记行政相对人", Actor.WRITERS_OF_COUNTERPARTS);
        locks.lock(Subject.COUNTERPART);
        Typed typed = new Typed(entry.typed(), CounterpartLayout.COLUMNS);
        Optional<Counterpart> read = CounterpartLayout.read(typed, writer.today());
        if (read.isEmpty()) {
            throw Proposals.refused(typed.faults());
        }
        String key = CounterpartRow.numberKey(read.orElseThrow());
        Optional<Decision> decision =
                writer.decide(read.orElseThrow(), writer.held(List.of(key)).get(key), typed);
        if (decision.isEmpty()) {
            throw Proposals.refused(typed.faults());
        }
        return stored(decision.orElseThrow(), actor);
    }

    private Registered stored(Decision decision, Actor actor) {
        CounterpartRow now = writer.store(List.of(decision), "", actor).get(0);
        if (decision.outcome() != Outcome.UNCHANGED) {
            audit.write(
                    decision.outcome() == Outcome.MADE ? "counterpart-registered" : "counterpart-changed",
                    WHAT,
                    now.id().toString(),
                    Map.of("fields", decision.fields(), "revision", now.revision()));
        }
        return new Registered(CounterpartCard.of(now.content()), decision.outcome(), alike(now));
    }

    @Override
    public Registered change(UUID id, int revision, CounterpartEntry entry) {
        Actor actor = Actor.callerWith("变更行政相对人", Actor.WRITERS_OF_COUNTERPARTS);
        locks.lock(Subject.COUNTERPART);
        CounterpartRow held = require(id);
        Typed typed = new Typed(entry.typed(), CounterpartLayout.COLUMNS);
        Optional<Counterpart> read = CounterpartLayout.read(typed, writer.today());
        if (read.isEmpty()) {
            throw Proposals.refused(typed.faults());
        }
        if (held.revision() != revision) {
            throw new ProblemException(ProblemType.RECORD_CHANGED, "您填写期间，这个行政相对人已由他人变更。没有采用您的填写。请打开最新的资料重新变更。");
        }
        String key = CounterpartRow.numberKey(read.orElseThrow());
        CounterpartRow other = writer.held(List.of(key)).get(key);
        if (other != null && !other.id().equals(held.id())) {
            typed.fault("name", "这个号码已经登记给另一个行政相对人“" + other.name() + "”", "是同一个的请合并，不是的请核对号码");
            throw Proposals.refused(typed.faults());
        }
        return stored(writer.changed(read.orElseThrow(), held), actor);
    }

    @Override
    public Counterpart reveal(UUID id, String reason) {
        Actor actor = requireReader();
        String why = Proposals.reason(reason);
        CounterpartRow row = require(id);
        writer.note(List.of(new NewChange(row, "REVEALED", List.of(), why)), actor);
        audit.write("id-number-unmasked", WHAT, row.id().toString(), Map.of("reason", why));
        return row.content();
    }

    @Override
    @Transactional(readOnly = true)
    public List<CounterpartCard> likeThis(UUID id) {
        requireReader();
        return alike(require(id));
    }

    private List<CounterpartCard> alike(CounterpartRow row) {
        return rows.findByNameKeyAndMergedIntoIsNull(row.nameKey()).stream()
                .filter(other -> !other.id().equals(row.id()))
                .filter(other -> same(other.address(), row.address())
                        || (!row.phone().isEmpty() && same(other.phone(), row.phone())))
                .map(other -> CounterpartCard.of(other.content()))
                .toList();
    }

    private static boolean same(String a, String b) {
        return a.replaceAll("\\s", "").equals(b.replaceAll("\\s", ""));
    }

    @Override
    public void merge(UUID duplicate, UUID kept, String reason) {
        Actor actor = Actor.callerWith("合并行政相对人", Role.LEGAL);
        String why = Proposals.reason(reason);
        locks.lock(Subject.COUNTERPART);
        CounterpartRow from = require(duplicate);
        CounterpartRow to = require(kept);
        if (from.id().equals(to.id())) {
            throw new ProblemException(ProblemType.STEP_NOT_ALLOWED, "两条已经是同一个行政相对人，不用合并。");
        }
        if (!from.kind().equals(to.kind())) {
            throw new ProblemException(ProblemType.STEP_NOT_ALLOWED, "两条的类别不同（公民、个体工商户、法人是不同的当事人），不能合并。请先更正类别。");
        }
        CounterpartRow merged = rows.save(CounterpartRow.of(from.content(), from.id(), from.revision(), to.id()));
        rows.lead(from.id(), to.id());
        writer.note(
                List.of(new NewChange(merged, "MERGED", List.of(), why), new NewChange(to, "MERGED", List.of(), why)),
                actor);
        audit.write(
                "counterpart-merged",
                WHAT,
                to.id().toString(),
                Map.of("duplicate", from.id().toString(), "reason", why));
        events.publishEvent(new CounterpartsMerged(from.id(), to.id()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<UUID> allIds(UUID id) {
        CounterpartRow row = require(id);
        return Stream.concat(
                        Stream.of(row.id()),
                        rows.findByMergedInto(row.id()).stream().map(CounterpartRow::id))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<CounterpartChange> history(UUID id) {
        requireReader();
        return new ArrayList<>(writer.history(allIds(id)));
    }
}
