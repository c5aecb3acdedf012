package cn.faheng.engine.gate;

import cn.faheng.engine.Engine;
import cn.faheng.rules.calendar.WorkingCalendar;
import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Deciding.DecisionMade;
import cn.faheng.rules.casefile.Gate;
import cn.faheng.rules.casefile.Participants.ActRecorded;
import cn.faheng.rules.casefile.Participants.OrganRecorded;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.gate.Assessed;
import cn.faheng.rules.gate.CaseLaw;
import cn.faheng.rules.gate.CaseUnit;
import cn.faheng.rules.gate.CaseUnitRuleUnit;
import cn.faheng.rules.gate.FindingKind;
import cn.faheng.rules.gate.FindingKinds;
import cn.faheng.rules.gate.Moment;
import cn.faheng.rules.gate.Raised.Hit;
import cn.faheng.rules.gate.Severity;
import cn.faheng.rules.timelimit.TimeLimits;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.drools.ruleunits.api.RuleUnitInstance;

/** Holds cases against the law. Immutable and thread-safe; made anew when the rule base changes. */
public final class Gatekeeper {

    private static final CaseUnitRuleUnit RULES = new CaseUnitRuleUnit();

    private final Engine engine;
    private final FindingKinds kinds;
    private final TimeLimits limits;
    private final WorkingCalendar calendar;

    public Gatekeeper(Engine engine) {
        this(engine, FindingKinds.published(), TimeLimits.published(), WorkingCalendar.published());
    }

    Gatekeeper(Engine engine, FindingKinds kinds, TimeLimits limits, WorkingCalendar calendar) {
        this.engine = engine;
        this.kinds = kinds;
        this.limits = limits;
        this.calendar = calendar;
    }

    /**
     * What the law says of a case that stands at a gate.
     *
     * @param file everything on record, the step that is about to be taken included
     * @param gate the gate
     * @param now when, Beijing time
     */
    public GateReport check(CaseFile file, Gate gate, LocalDateTime now) {
        List<Assessed> assessed = new FileAssessment(engine, file, now.toLocalDate()).all();
        CaseLaw law = new CaseLaw(limits, calendar, engine.base().law(), field(assessed), place(file));
        CaseUnit unit = new CaseUnit(file, new Moment(gate, now), assessed, law);
        try (RuleUnitInstance<CaseUnit> rules = RULES.createInstance(unit)) {
            rules.fire();
        }
        return new GateReport(
                gate,
                unit.getRaised().hits().stream()
                        .map(hit -> finding(hit, gate, now.toLocalDate(), law))
                        .flatMap(Optional::stream)
                        .distinct()
                        .sorted(Comparator.comparing(CaseFinding::severity)
                                .reversed()
                                .thenComparing(CaseFinding::code))
                        .toList(),
                new RunningLimits(law, now).of(unit.getRunning().limits()),
                assessed);
    }

    /**
     * What a party owes beside the fine of a decision that was not paid in time.
     *
     * @param file everything on record
     * @param decision the decision
     * @param day the day up to and including which it is computed
     */
    public Surcharge surcharge(CaseFile file, DecisionMade decision, LocalDate day) {
        return new Surcharges(file, new CaseLaw(limits, calendar, engine.base().law(), "", place(file)), decision)
                .asOf(day);
    }

    private Optional<CaseFinding> finding(Hit hit, Gate gate, LocalDate today, CaseLaw law) {
        FindingKind kind = kinds.find(hit.set(), hit.code())
                .orElseThrow(() -> new IllegalStateException(
                        "A rule raises " + hit.code() + ", which " + hit.set() + " does not describe"));
        LocalDate day = hit.on() == null ? today : hit.on();
        Severity severity = kind.gates().get(gate);
        return severity != null && kind.set().holds(law.field(), law.place(), day)
                ? Optional.of(new CaseFinding(kind, severity, hit.entry(), hit.detail()))
                : Optional.empty();
    }

    private static String field(List<Assessed> assessed) {
        return assessed.stream()
                .map(Assessed::field)
                .filter(field -> !field.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Where the case is handled: the division of the organ, else that of the first act. */
    private static Division place(CaseFile file) {
        return file.organ()
                .map(OrganRecorded::division)
                .or(() -> file.acts().stream().findFirst().map(ActRecorded::place))
                .map(Division::new)
                .orElse(Division.NATION);
    }
}
