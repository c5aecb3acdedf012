package cn.faheng.casework.inspections;

import cn.faheng.casework.directory.Officer;
import cn.faheng.casework.directory.Officers;
import cn.faheng.server.audit.AuditLog;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.data.domain.Sort;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may not be sent to whom: declared by officers for themselves, by a head for anyone of the body; ended only by a head. */
@Service
public class Recusals {

    private static final String WHAT = "回避";

    private final Store store;
    private final Officers officers;
    private final ObjectLibrary objects;
    private final InspectionPolicy policy;
    private final AuditLog audit;
    private final Clock clock;

    Recusals(
            Store store,
            Officers officers,
            ObjectLibrary objects,
            InspectionPolicy policy,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.officers = officers;
        this.objects = objects;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /** Declares a recusal. */
    @Transactional
    public Recusal declare(String inspector, UUID object, Recusal.Ground ground, String note) {
        Officer officer = officers.find(inspector, LocalDate.now(clock)).orElseThrow(() -> Refused.unknown("执法人员"));
        Actor actor = policy.caller();
        if (!actor.account().equals(officer.account())) {
            actor.require("为他人登记回避", "HEAD");
        }
        policy.requireWorks(officer.body(), WHAT);
        InspectionObject about = objects.get(object);
        if (note.isBlank()) {
            throw Refused.field("note", "请写明回避的具体情形。");
        }
        Recusal recusal = store.insert(new RecusalRow(
                        UUID.randomUUID(),
                        0,
                        inspector,
                        object,
                        ground,
                        note.strip(),
                        actor.account(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        null,
                        null,
                        ""))
                .recusal();
        audit.write(
                "inspection-recusal-declared",
                "inspection-object",
                object.toString(),
                Map.of("inspector", inspector, "ground", ground, "name", about.name()));
        return recusal;
    }

    /** Ends a recusal with a reason; 行政处罚法 第四十三条第三款 leaves the decision to the head. */
    @Transactional
    public Recusal end(UUID id, String reason) {
        RecusalRow row = store.find(id, RecusalRow.class).orElseThrow(() -> Refused.unknown(WHAT));
        Actor actor = policy.caller();
        actor.require("解除回避", "HEAD");
        policy.requireWorks(bodyOf(row.inspector()), WHAT);
        if (row.endedAt() != null) {
            throw Refused.step("这一回避已经解除。");
        }
        if (reason.isBlank()) {
            throw Refused.field("reason", "请写明解除回避的理由。");
        }
        Recusal ended = store.update(
                        row.ended(actor.account(), clock.instant().truncatedTo(ChronoUnit.MICROS), reason.strip()),
                        WHAT)
                .recusal();
        audit.write(
                "inspection-recusal-ended",
                "inspection-object",
                row.object().toString(),
                Map.of("inspector", row.inspector(), "reason", reason.strip()));
        return ended;
    }

    /** The recusals about an object that hold now. */
    @Transactional(readOnly = true)
    public List<Recusal> of(UUID object) {
        return store
                .list(
                        Criteria.where("object").is(object).and("endedAt").isNull(),
                        RecusalRow.class,
                        Sort.by("declaredAt"))
                .stream()
                .map(RecusalRow::recusal)
                .toList();
    }

    /** All that hold now, whatever they are about. */
    List<Recusal> holding() {
        return store.all(Criteria.where("endedAt").isNull(), RecusalRow.class, Sort.by("declaredAt")).stream()
                .map(RecusalRow::recusal)
                .toList();
    }

    private String bodyOf(String inspector) {
        return officers.find(inspector, LocalDate.now(clock)).map(Officer::body).orElse("");
    }
}
