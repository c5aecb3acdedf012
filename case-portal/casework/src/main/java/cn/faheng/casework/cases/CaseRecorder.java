package cn.faheng.casework.cases;

import cn.faheng.casework.cases.CaseStore.Row;
import cn.faheng.casework.deadlines.Deadlines;
import cn.faheng.engine.gate.GateReport;
import cn.faheng.engine.steps.Stage;
import cn.faheng.engine.steps.Step;
import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Deciding.DecisionMade;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Opening.Filed;
import cn.faheng.rules.casefile.Opening.Procedure;
import cn.faheng.rules.casefile.Participants.ActRecorded;
import cn.faheng.rules.casefile.Participants.OfficerAssigned;
import cn.faheng.rules.casefile.Participants.PartyRecorded;
import cn.faheng.rules.casefile.Winding.Closed;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.rules.gate.Assessed;
import cn.faheng.rules.gate.Severity;
import cn.faheng.server.audit.AuditLog;
import cn.faheng.server.casefiles.GateService;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts entries on record, and brings up to date what lists read of a case. */
@Component
final class CaseRecorder {

    private final CaseStore store;
    private final GateService laws;
    private final Snapshots snapshots;
    private final FilesOfCases files;
    private final Deadlines deadlines;
    private final ApplicationEventPublisher events;
    private final AuditLog audit;
    private final Clock clock;

    CaseRecorder(
            CaseStore store,
            GateService laws,
            Snapshots snapshots,
            FilesOfCases files,
            Deadlines deadlines,
            ApplicationEventPublisher events,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.laws = laws;
        this.snapshots = snapshots;
        this.files = files;
        this.deadlines = deadlines;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who puts something on record. */
    record Hand(String account, String name) {}

    LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MINUTES);
    }

    OffsetDateTime moment() {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }

    /** Appends one entry to a case that stands at {@code row}; gives its place. */
    int append(Row row, List<Recorded> before, Entry given, List<GivenReason> reasons, Hand hand) {
        Entry entry = numbered(given, row.head());
        int seq = before.size() + 1;
        String content = CaseJson.write(entry);
        String why = CaseJson.write(reasons);
        String previous = before.isEmpty()
                ? EntryChain.START
                : before.get(before.size() - 1).hash();
        OffsetDateTime at = moment();
        String hash = EntryChain.seal(previous, row.head().id().toString(), seq, content, why, hand.account(), at);
        Recorded recorded = new Recorded(seq, entry, reasons, hand.account(), hand.name(), at, hash);
        store.append(row.head().id(), recorded, content, why, previous);
        CaseFile file = CaseStore.file(before).with(entry);
        refresh(row, file, at);
        String step = Step.of(entry);
        audit.write("case-step", "case", row.head().number(), Map.of("step", step, "entry", entry.id()));
        events.publishEvent(
                new CaseChanged(row.head().id(), step, entry.id(), row.head().body()));
        return seq;
    }

    /** A case gets its number when it is put on record, so that none is lost. */
    private Entry numbered(Entry entry, CaseHead head) {
        if (!(entry instanceof Filed filed)) {
            return entry;
        }
        int year = filed.on().getYear();
        String kind = filed.procedure() == Procedure.SUMMARY ? "简" : "立";
        int number = store.next(head.body(), year, kind);
        return new Filed(
                filed.id(),
                filed.at(),
                filed.procedure(),
                head.body() + kind + "〔" + year + "〕" + number + "号",
                filed.cause(),
                filed.leave());
    }

    private void refresh(Row row, CaseFile file, OffsetDateTime at) {
        CaseHead head = row.head();
        LocalDateTime now = now();
        Stage stage = CaseState.of(file).stage();
        GateReport report = laws.check(file, NextGate.of(stage), now);
        Optional<Filed> filed = file.filed();
        String field = file.acts().stream()
                .findFirst()
                .flatMap(act -> laws.item(act.item()))
                .map(Item::field)
                .orElse(head.field());
        List<RuleSetRef> order = filed.isPresent() && row.order().isEmpty()
                ? laws.order(field, new Division(head.division()), filed.get().on()).ruleSets().stream()
                        .map(RuleSet::ref)
                        .toList()
                : row.order();
        CaseHead next = new CaseHead(
                head.id(),
                head.serial(),
                head.revision() + 1,
                head.body(),
                head.division(),
                field,
                head.number(),
                stage,
                file.procedure().orElse(null),
                filed.map(Filed::cause).orElse(head.cause()),
                parties(file, head.parties()),
                file.acts().stream().findFirst().map(ActRecorded::item).orElse(null),
                head.openedOn(),
                filed.map(Entry::on).orElse(null),
                file.decisions().stream()
                        .map(Entry::on)
                        .max(LocalDate::compareTo)
                        .orElse(null),
                file.last(Closed.class).map(Entry::on).orElse(null),
                file.decisions().stream().mapToLong(DecisionMade::fineFen).sum(),
                report.of(Severity.BLOCK).size(),
                report.of(Severity.REASON).size(),
                file.officers(now).stream().map(OfficerAssigned::name).toList(),
                at);
        deadlines.recompute(files.ref(head.id(), file, now), report);
        store.update(
                new Row(next, order, tier(report)),
                head.revision(),
                filed.map(Filed::number).orElse(null),
                CaseText.pairs(file, next.cause(), next.parties(), head.number()),
                file.officers(now).stream()
                        .map(officer -> snapshots.account(officer.certificate(), now))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static String parties(CaseFile file, String otherwise) {
        String names = file.parties().stream().map(PartyRecorded::name).collect(Collectors.joining("、"));
        return names.isEmpty() ? otherwise : names;
    }

    private static String tier(GateReport report) {
        return report.assessed().stream()
                .map(Assessed::tier)
                .filter(Objects::nonNull)
                .filter(tier -> !tier.isEmpty())
                .findFirst()
                .orElse("");
    }
}
