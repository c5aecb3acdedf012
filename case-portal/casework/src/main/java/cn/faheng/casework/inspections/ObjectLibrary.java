package cn.faheng.casework.inspections;

import cn.faheng.casework.directory.Bodies;
import cn.faheng.casework.directory.Body;
import cn.faheng.casework.directory.Counterpart;
import cn.faheng.casework.directory.Counterparts;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.identity.SocialCreditCode;
import cn.faheng.server.audit.AuditLog;
import cn.faheng.server.problems.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The library of objects (检查对象名录库, 国办发〔2015〕58号 二（二）); one sees those in the territory of one's own body. */
@Service
public class ObjectLibrary {

    private static final String WHAT = "检查对象";
    private static final int COLUMNS = 7;
    private static final int MOST_ROWS = 10_000;

    private final Store store;
    private final InspectionPolicy policy;
    private final Bodies bodies;
    private final Counterparts counterparts;
    private final AuditLog audit;
    private final Clock clock;

    ObjectLibrary(
            Store store,
            InspectionPolicy policy,
            Bodies bodies,
            Counterparts counterparts,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.policy = policy;
        this.bodies = bodies;
        this.counterparts = counterparts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What became of an import.
     *
     * @param taken how many rows were taken over
     * @param refused the rows that were not, with their number and why
     */
    public record Imported(int taken, List<RefusedRow> refused) {
        public Imported {
            refused = List.copyOf(refused);
        }
    }

    /** A row that was not taken over. */
    public record RefusedRow(int row, String text, String reason) {}

    /** Objects whose name or code contains a text, in the territory of the caller, by name; those without a place are shown to all. */
    @Transactional(readOnly = true)
    public List<InspectionObject> search(String text) {
        Actor actor = policy.caller();
        String prefix = actor.is("AUDITOR") ? "" : territory(actor).orElse(null);
        if (prefix == null) {
            return List.of();
        }
        Criteria named = text.isBlank()
                ? Criteria.empty()
                : Criteria.where("name").like("%" + like(text) + "%").or("code").like("%" + like(text) + "%");
        Criteria placed =
                Criteria.where("division").like(prefix + "%").or("division").is("");
        return list(Criteria.from(List.of(named, placed).stream()
                .filter(criteria -> !criteria.isEmpty())
                .toList()));
    }

    @Transactional(readOnly = true)
    public InspectionObject get(UUID id) {
        InspectionObject object = row(id).object();
        requireHere(object.division());
        return object;
    }

    /** The object that stands for a counterpart, if there is one. */
    @Transactional(readOnly = true)
    public Optional<InspectionObject> ofCounterpart(UUID counterpart) {
        return list(Criteria.where("counterpart").is(counterpart)).stream().findFirst();
    }

    /** Takes one over; the one with the same code is changed instead of making a second one. */
    @Transactional
    public InspectionObject add(ObjectEntry entry) {
        policy.caller().require("维护检查对象名录库", "OFFICER");
        return take(entry, null);
    }

    /** Takes a counterpart of the directory over, with what the directory does not know. */
    @Transactional
    public InspectionObject addFrom(UUID counterpart, String fields, String riskClass, String size) {
        policy.caller().require("维护检查对象名录库", "OFFICER");
        Counterpart known = counterparts.find(counterpart).orElseThrow(() -> Refused.unknown("行政相对人"));
        SocialCreditCode code = known.creditCode();
        return take(
                new ObjectEntry(
                        code == null ? "" : code.value(),
                        known.name(),
                        known.division(),
                        fields,
                        riskClass,
                        size,
                        known.address()),
                known.id());
    }

    /** Changes an object as it stood at {@code revision}. */
    @Transactional
    public InspectionObject change(UUID id, int revision, ObjectEntry entry, boolean active) {
        policy.caller().require("维护检查对象名录库", "OFFICER");
        InspectionObject before = get(id);
        Store.requireCurrent(revision, before.revision(), WHAT + "“" + before.name() + "”");
        requireHere(entry.division());
        return save(entry.object(id, revision, before.counterpart(), active), true);
    }

    /** Takes lines over: code, name, division, fields, risk class, size, address, separated by tabs or commas; bad ones are reported. */
    @Transactional
    public Imported takeLines(String lines) {
        policy.caller().require("维护检查对象名录库", "OFFICER");
        List<String> rows = lines.lines().toList();
        if (rows.size() > MOST_ROWS) {
            throw Refused.field("lines", "一次最多导入 " + MOST_ROWS + " 行，现有 " + rows.size() + " 行。请拆分。");
        }
        int taken = 0;
        List<RefusedRow> refused = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String row = rows.get(i);
            if (row.isBlank() || (i == 0 && row.contains("名称"))) {
                continue;
            }
            try {
                take(entry(row), null);
                taken++;
            } catch (ProblemException e) {
                refused.add(new RefusedRow(i + 1, row, e.problem().detail()));
            }
        }
        audit.write(
                "inspection-objects-imported",
                "inspection-object",
                "import",
                Map.of("taken", taken, "refused", refused.size()));
        return new Imported(taken, refused);
    }

    private static ObjectEntry entry(String row) {
        String[] cells = row.split(row.indexOf('\t') >= 0 ? "\t" : ",", -1);
        if (cells.length != COLUMNS) {
            throw Refused.field(
                    "lines",
                    "应当有 " + COLUMNS + " 列（统一社会信用代码、名称、区划代码、领域、风险等级、规模、地址），现有 " + cells.length + " 列。领域有几个的用顿号分开。");
        }
        return new ObjectEntry(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]);
    }

    private InspectionObject take(ObjectEntry entry, @Nullable UUID counterpart) {
        InspectionObject typed = entry.object(UUID.randomUUID(), 0, counterpart, true);
        requireHere(typed.division());
        Optional<InspectionObject> known = counterpart == null ? Optional.empty() : ofCounterpart(counterpart);
        if (known.isEmpty() && !typed.code().isEmpty()) {
            known = list(Criteria.where("code").is(typed.code())).stream().findFirst();
        }
        if (known.isEmpty()) {
            return save(typed, false);
        }
        InspectionObject old = known.get();
        requireHere(old.division());
        UUID linked = counterpart == null ? old.counterpart() : counterpart;
        return save(entry.object(old.id(), old.revision(), linked, true), true);
    }

    private InspectionObject save(InspectionObject object, boolean known) {
        ObjectRow row = ObjectRow.of(object);
        InspectionObject stored =
                (known ? store.update(row, WHAT + "“" + object.name() + "”") : store.insert(row)).object();
        audit.write(
                known ? "inspection-object-changed" : "inspection-object-added",
                "inspection-object",
                stored.id().toString(),
                Map.of("name", stored.name(), "division", stored.division(), "riskClass", stored.riskClass()));
        return stored;
    }

    /** All objects that a plan is about, whoever asks: the plan was checked against the territory of its body. */
    List<InspectionObject> matching(PlanDraft draft) {
        Body body = bodies.find(draft.body(), draft.starts()).orElseThrow(() -> Refused.unknown("执法主体"));
        List<InspectionObject> matching = new ArrayList<>();
        store.jdbc()
                .query(
                        "select id from casework.inspection_object where active and (division = '' or division like ?) order by id",
                        row -> {
                            matching.add(row(row.getObject(1, UUID.class)).object());
                        },
                        prefix(body.division()) + "%");
        return matching.stream().filter(draft.filter()::fits).toList();
    }

    InspectionObject any(UUID id) {
        return row(id).object();
    }

    private List<InspectionObject> list(Criteria criteria) {
        return store.list(criteria, ObjectRow.class, Sort.by("name", "id")).stream()
                .map(ObjectRow::object)
                .toList();
    }

    private void requireHere(String division) {
        Actor actor = policy.caller();
        if (actor.is("AUDITOR") || division.isEmpty()) {
            return;
        }
        if (territory(actor).filter(division::startsWith).isEmpty()) {
            throw Refused.office("行政区划 " + division + " 不在本机关的管辖范围内，请由当地的机关办理。");
        }
    }

    private Optional<String> territory(Actor actor) {
        return Optional.ofNullable(actor.body())
                .flatMap(body -> bodies.find(body, LocalDate.now(clock)))
                .map(body -> prefix(body.division()));
    }

    private static String prefix(Division division) {
        return division.code().replaceAll("(00)+$", "");
    }

    private static String like(String text) {
        return text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private ObjectRow row(UUID id) {
        return store.find(id, ObjectRow.class).orElseThrow(() -> Refused.unknown(WHAT));
    }
}
