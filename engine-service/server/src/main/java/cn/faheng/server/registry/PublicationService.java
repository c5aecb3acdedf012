package cn.faheng.server.registry;

import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetId;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.rules.format.FormatProblem;
import cn.faheng.rules.format.RuleBase;
import cn.faheng.server.registry.NewPublication.Ending;
import cn.faheng.server.registry.PublicationLog.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes: one at a time across all processes, in one transaction, that of the caller where there is one. */
@Service
class PublicationService implements Publications {

    private static final Logger LOG = LoggerFactory.getLogger(PublicationService.class);
    private static final long TAKE_OVER_MILLIS = 10_000;

    private final RuleBases ruleBases;
    private final PublicationStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final PublicationChecks checks;
    private final Staleness staleness;

    PublicationService(RuleBases ruleBases, PublicationStore store, TransactionTemplate transaction, Clock clock) {
        this.ruleBases = ruleBases;
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
        this.checks = new PublicationChecks(ruleBases);
        this.staleness = new Staleness(ruleBases, store);
    }

    @Override
    public Base base() {
        ruleBases.refresh();
        return ruleBases.base();
    }

    @Override
    public List<FormatProblem> check(NewPublication publication) {
        try {
            prepare(publication, newestLog());
            return List.of();
        } catch (RefusedPublicationException e) {
            return e.problems();
        }
    }

    @Override
    public Publication publish(NewPublication publication) {
        return commit(() -> {
            PublicationLog log = newestLog();
            return store(prepare(publication, log), log);
        });
    }

    private Event prepare(NewPublication asked, PublicationLog log) {
        PublicationContents contents = checks.contents(asked);
        LocalDate visible = Optional.ofNullable(asked.visibleFrom()).orElseGet(ruleBases::today);
        TreeSet<RuleSetRef> touched = new TreeSet<>(contents.versions());
        asked.endings().forEach(ending -> touched.add(ending.ruleSet()));
        staleness.check(asked.base(), touched, contents.laws(), log);
        NavigableMap<String, StoredFile> files = checks.files(asked, contents, log, visible);
        Event event = new Event(
                new Publication(
                        log.sequence() + 1,
                        Publication.Kind.PUBLISH,
                        List.of(),
                        asked.endings(),
                        List.of(),
                        asked.authoredBy(),
                        asked.reviewedBy(),
                        asked.approvedBy(),
                        asked.reason(),
                        asked.proofReport(),
                        asked.acknowledged(),
                        now(),
                        visible,
                        asked.base(),
                        null,
                        null),
                files);
        RuleBase base = checks.readable(log.and(List.of(event)), visible);
        List<RuleSet> added = contents.versions().stream()
                .map(ref -> base.catalogue().ruleSet(ref).orElseThrow())
                .toList();
        checks.runnable(added);
        staleness.checkLaw(asked.base(), added.stream(), base.law(), log);
        return new Event(
                event.publication()
                        .with(added.stream()
                                .map(r -> new Publication.Version(r.ref(), r.contentHash()))
                                .toList()),
                files);
    }

    @Override
    public Publication repeal(NewRepeal asked) {
        return commit(() -> {
            PublicationLog log = newestLog();
            checks.people(asked.authoredBy(), asked.approvedBy(), asked.reason());
            checks.lastDay(asked);
            Base base = Optional.ofNullable(asked.base()).orElseGet(() -> new Base(log.sequence(), hash(log)));
            staleness.check(base, new TreeSet<>(List.of(asked.ruleSet())), new TreeSet<>(), log);
            String by = Optional.ofNullable(asked.document())
                    .filter(document -> !document.isBlank())
                    .orElse("废止");
            Ending ending = new Ending(asked.ruleSet(), asked.lastDay(), by, asked.reason());
            Event event = new Event(
                    new Publication(
                            log.sequence() + 1,
                            Publication.Kind.REPEAL,
                            List.of(),
                            List.of(ending),
                            List.of(),
                            asked.authoredBy(),
                            asked.reviewedBy(),
                            asked.approvedBy(),
                            asked.reason(),
                            "",
                            List.of(),
                            now(),
                            ruleBases.today(),
                            base,
                            null,
                            null),
                    checks.endings(List.of(ending), log, ruleBases.today()));
            checks.readable(log.and(List.of(event)), ruleBases.today());
            return store(event, log);
        });
    }

    @Override
    public Publication withdraw(long sequence, String by, String approvedBy, String reason) {
        return commit(() -> {
            PublicationLog log = newestLog();
            checks.people(by, approvedBy, reason);
            Publication target = checks.withdrawable(sequence, log);
            Event event = new Event(
                    new Publication(
                            log.sequence() + 1,
                            Publication.Kind.WITHDRAW,
                            target.versions(),
                            target.endings(),
                            target.laws(),
                            by,
                            null,
                            approvedBy,
                            reason,
                            "",
                            List.of(),
                            now(),
                            ruleBases.today(),
                            new Base(log.sequence(), hash(log)),
                            sequence,
                            null),
                    new TreeMap<>());
            checks.readableWithout(target, log.and(List.of(event)));
            return store(event, log);
        });
    }

    private Publication store(Event event, PublicationLog log) {
        store.insert(event);
        PublicationLog after = log.and(List.of(event));
        ruleBases.keep(hash(after), after, ruleBases.today());
        return store.find(event.sequence()).orElseThrow();
    }

    private String hash(PublicationLog log) {
        return ruleBases.files(log, ruleBases.today()).hash();
    }

    private PublicationLog newestLog() {
        PublicationLog seen = ruleBases.log();
        return seen.and(store.after(seen.sequence()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Does it while nobody else publishes; when it is on disk, this process answers with it. */
    private Publication commit(Supplier<Publication> work) {
        boolean joined = TransactionSynchronizationManager.isSynchronizationActive();
        Publication done = Objects.requireNonNull(transaction.execute(status -> {
            store.lock();
            return work.get();
        }));
        if (joined) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    takeOver();
                }
            });
        } else {
            takeOver();
        }
        return done;
    }

    /** On a thread of its own: this one may still hold the connection of a transaction that has just been committed. */
    private void takeOver() {
        Thread thread = new Thread(
                () -> {
                    try {
                        ruleBases.refresh();
                    } catch (RuntimeException e) {
                        LOG.warn("公布已经保存，本进程稍后才会使用它：{}", e.getMessage());
                    }
                },
                "registry-take-over");
        thread.start();
        try {
            thread.join(TAKE_OVER_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Optional<Publication> find(long sequence) {
        return store.find(sequence);
    }

    @Override
    public List<Publication> list(@Nullable Long before, int limit) {
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("limit is from 1 to 1000: " + limit);
        }
        return store.list(before == null ? Long.MAX_VALUE : before, limit);
    }

    @Override
    public List<Publication> concerning(RuleSetId ruleSet) {
        return store.concerning(ruleSet);
    }

    @Override
    public NavigableMap<String, String> files(long sequence) {
        NavigableMap<String, String> texts = new TreeMap<>();
        store.files(sequence).forEach((path, file) -> texts.put(path, file.text()));
        return texts;
    }

    @Override
    public LocalDate today() {
        return ruleBases.today();
    }
}
