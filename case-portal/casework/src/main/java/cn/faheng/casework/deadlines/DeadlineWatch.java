package cn.faheng.casework.deadlines;

import cn.faheng.casework.deadlines.DeadlineAlert.Level;
import cn.faheng.casework.deadlines.Sweeps.Last;
import cn.faheng.rules.casefile.Gate;
import cn.faheng.server.audit.AuditLog;
import cn.faheng.server.casefiles.GateService;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Watches over all deadlines, every hour and at start: computes all cases again when calendar, limits or rules are other ones,
 * those that depend on the day always, and raises warnings and escalations, each once.
 */
@Service
public class DeadlineWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineWatch.class);
    private static final int PAGE = 200;

    private final Sweeps sweeps;
    private final Deadlines deadlines;
    private final ObjectProvider<CaseFiles> files;
    private final GateService laws;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final DeadlineSettings settings;
    private final Clock clock;

    DeadlineWatch(
            Sweeps sweeps,
            Deadlines deadlines,
            ObjectProvider<CaseFiles> files,
            GateService laws,
            AuditLog audit,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            DeadlineSettings settings,
            Clock clock) {
        this.sweeps = sweeps;
        this.deadlines = deadlines;
        this.files = files;
        this.laws = laws;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void onStart() {
        Thread thread = new Thread(this::everyHour, "deadline-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** A watch that fails is said and comes again; it must not stop what else is scheduled. */
    @Scheduled(cron = "${faheng.deadlines.sweep:0 5 * * * *}", zone = "Asia/Shanghai")
    void everyHour() {
        try {
            sweep();
        } catch (RuntimeException e) {
            LOG.error("The deadlines were not swept; they will be at the next hour", e);
        }
    }

    /** Brings everything up to date and raises what is due; gives the warnings and escalations that are new. */
    public List<DeadlineAlert> sweep() {
        LocalDateTime now = LocalDateTime.now(clock);
        String fingerprint = Basis.fingerprint(settings);
        Optional<Last> last = sweeps.last();
        if (last.filter(known -> known.fingerprint().equals(fingerprint)).isEmpty()) {
            LOG.info("Calendar, limits or rules are other ones than before: all deadlines are computed again");
            each(after -> files.getObject().open(after, PAGE));
        } else {
            LocalDateTime since = last.get().sweptAt();
            each(after -> sweeps.moving(since, now, after, PAGE));
        }
        List<DeadlineAlert> raised = transactions.execute(status -> raise(fingerprint, now));
        return raised == null ? List.of() : raised;
    }

    /** Computes one case again from its file. */
    public void recompute(UUID caseId) {
        CaseFiles held = files.getIfAvailable();
        if (held == null) {
            return;
        }
        LocalDateTime now = LocalDateTime.now(clock);
        transactions.executeWithoutResult(status -> held.file(caseId)
                .ifPresent(
                        file -> deadlines.recompute(held.ref(caseId, file, now), laws.check(file, Gate.CLOSING, now))));
    }

    private void each(Function<@Nullable UUID, List<UUID>> pages) {
        if (files.getIfAvailable() == null) {
            return;
        }
        List<UUID> page = pages.apply(null);
        while (!page.isEmpty()) {
            page.forEach(this::recomputeOne);
            page = page.size() < PAGE ? List.of() : pages.apply(page.get(page.size() - 1));
        }
    }

    /** One case that cannot be computed does not keep the others from it. */
    private void recomputeOne(UUID caseId) {
        try {
            recompute(caseId);
        } catch (RuntimeException e) {
            LOG.error("The deadlines of case {} were not computed", caseId, e);
        }
    }

    private List<DeadlineAlert> raise(String fingerprint, LocalDateTime now) {
        if (!sweeps.tryLock()) {
            return List.of();
        }
        List<DeadlineAlert> raised = new ArrayList<>();
        for (Level level : Level.values()) {
            raised.addAll(sweeps.raise(level, now));
        }
        for (DeadlineAlert alert : raised) {
            events.publishEvent(alert);
            if (alert.level() == Level.TO_SUPERVISOR) {
                audit.write(
                        "deadline-escalated",
                        "case",
                        alert.caseId().toString(),
                        Map.of("limit", alert.key().limit(), "level", alert.level(), "body", alert.body()));
            }
        }
        // Without files nothing was computed, and the next time has to begin again.
        sweeps.remember(files.getIfAvailable() == null ? "" : fingerprint, now);
        return raised;
    }
}
