package cn.faheng.engine.gate;

import cn.faheng.rules.calendar.WorkingCalendar;
import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Coercion.MeasureExtended;
import cn.faheng.rules.casefile.Coercion.MeasureKind;
import cn.faheng.rules.casefile.Coercion.MeasureReleased;
import cn.faheng.rules.casefile.Coercion.MeasureTaken;
import cn.faheng.rules.casefile.Deciding.DecisionMade;
import cn.faheng.rules.casefile.Deciding.RemedyText;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Entry.Leave;
import cn.faheng.rules.casefile.Entry.Rank;
import cn.faheng.rules.casefile.Execution.DeferralDecided;
import cn.faheng.rules.casefile.Execution.DeferralRequested;
import cn.faheng.rules.casefile.Execution.Instalment;
import cn.faheng.rules.casefile.Execution.Paid;
import cn.faheng.rules.casefile.Gate;
import cn.faheng.rules.casefile.Notifying.NoticeGiven;
import cn.faheng.rules.casefile.Opening.Filed;
import cn.faheng.rules.casefile.Opening.LimitExtended;
import cn.faheng.rules.casefile.Opening.Procedure;
import cn.faheng.rules.casefile.Opening.SourceKind;
import cn.faheng.rules.casefile.Opening.SourceRegistered;
import cn.faheng.rules.casefile.Participants.MentalState;
import cn.faheng.rules.casefile.Participants.PartyKind;
import cn.faheng.rules.casefile.Participants.PartyRecorded;
import cn.faheng.rules.casefile.Proof.AppraisalCommissioned;
import cn.faheng.rules.casefile.Proof.AppraisalReturned;
import cn.faheng.rules.casefile.Proof.Outcome;
import cn.faheng.rules.casefile.Proposing.Penalty;
import cn.faheng.rules.casefile.Remedying.Path;
import cn.faheng.rules.casefile.Remedying.RemedyEnded;
import cn.faheng.rules.casefile.Remedying.RemedySought;
import cn.faheng.rules.casefile.Remedying.Result;
import cn.faheng.rules.casefile.Serving.Served;
import cn.faheng.rules.casefile.Serving.Way;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.gate.CaseLaw;
import cn.faheng.rules.gate.CaseUnit;
import cn.faheng.rules.gate.CaseUnitRuleUnit;
import cn.faheng.rules.gate.Moment;
import cn.faheng.rules.timelimit.TimeLimits;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A case as the tests tell it, with the limits that the rules find in it. */
final class Story {

    static final LocalDateTime NEVER = LocalDateTime.MAX;

    private final List<Entry> entries = new ArrayList<>();
    private final String field;
    private final String place;

    private Story(String field, String place) {
        this.field = field;
        this.place = place;
    }

    /** A case of a field in Jining. */
    static Story of(String field) {
        return new Story(field, "370811");
    }

    static Story in(String field, String place) {
        return new Story(field, place);
    }

    static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    static LocalDateTime at(String moment) {
        return moment.length() > 10
                ? LocalDateTime.parse(moment)
                : LocalDate.parse(moment).atTime(9, 0);
    }

    static Leave head(String moment) {
        return new Leave("王五", Rank.HEAD, at(moment));
    }

    Story and(Entry entry) {
        entries.add(entry);
        return this;
    }

    Story source(String received) {
        return and(new SourceRegistered("source", at(received), SourceKind.COMPLAINT, day(received), "", "线索"));
    }

    Story filed(String on) {
        return and(new Filed("filed", at(on), Procedure.ORDINARY, "1", "案由", head(on)));
    }

    Story party(String key) {
        return and(new PartyRecorded(
                "party-" + key,
                at("2021-01-04"),
                key,
                PartyKind.ORGANISATION,
                "某公司",
                null,
                null,
                MentalState.NORMAL,
                "",
                null,
                null));
    }

    Story extended(String limit, String on, String until) {
        return extended(limit, on, until, Rank.HEAD);
    }

    Story extended(String limit, String on, String until, Rank rank) {
        return and(new LimitExtended(
                "ext" + entries.size(), at(on), limit, day(until), "案情复杂", new Leave("王五", rank, at(on))));
    }

    Story seized(String id, String on) {
        return measure(id, MeasureKind.SEIZURE, on, false, day(on).plusDays(30));
    }

    Story measure(String id, MeasureKind kind, String on, boolean onTheSpot, LocalDate until) {
        return and(new MeasureTaken(
                id,
                at(on),
                kind,
                "",
                "370811-01",
                onTheSpot,
                null,
                null,
                List.of(),
                true,
                true,
                true,
                null,
                false,
                true,
                true,
                true,
                false,
                false,
                "奶粉",
                until));
    }

    Story measureExtended(String id, String on, String until) {
        return and(new MeasureExtended("x" + id, at(on), id, day(until), "复杂", day(on), head(on)));
    }

    Story released(String id, String on) {
        return and(new MeasureReleased("r" + id, at(on), id, true, ""));
    }

    Story appraisal(String from, @Nullable String to, @Nullable String measure, @Nullable String until) {
        String id = "appraisal" + entries.size();
        and(new AppraisalCommissioned(
                id,
                at(from),
                "奶粉",
                "某检测公司",
                true,
                measure,
                until == null ? null : day(until),
                until == null ? null : day(from)));
        return to == null ? this : and(new AppraisalReturned("back-" + id, at(to), id, "不合格", null));
    }

    Story notice(String on) {
        and(new NoticeGiven(
                "notice",
                at(on),
                "p1",
                List.of(new Penalty("fine", 5_000_000L)),
                true,
                true,
                true,
                true,
                true,
                true,
                false));
        return served("notice", on);
    }

    Story served(String document, String on) {
        return served(document, on, Way.DIRECT, null);
    }

    Story served(String document, String on, Way way, @Nullable LocalDate effective) {
        return and(new Served(
                "served-" + document,
                at(on),
                document,
                "p1",
                way,
                at(on),
                "",
                null,
                true,
                null,
                false,
                false,
                false,
                List.of(),
                effective));
    }

    Story decided(String on, long fen) {
        return decided(on, fen, false, new RemedyText(60, 6, false, "", ""));
    }

    Story decided(String on, long fen, boolean onTheSpot, @Nullable RemedyText remedies) {
        return and(new DecisionMade(
                "decision",
                at(on),
                "p1",
                "处罚1号",
                Outcome.PENALTY,
                List.of(new Penalty("fine", fen)),
                "某局",
                List.of(),
                true,
                true,
                true,
                true,
                remedies,
                15,
                true,
                onTheSpot,
                List.of(),
                head(on)));
    }

    Story paid(String on, long fen) {
        return and(new Paid("paid" + entries.size(), at(on), "p1", fen, 0, 0, false, null, null));
    }

    Story deferred(String on, Instalment... parts) {
        and(new DeferralRequested("request", at(on), "p1", "困难"));
        return and(new DeferralDecided("deferral", at(on), "request", true, List.of(parts), head(on)));
    }

    Story sought(Path path, String on, @Nullable String ended) {
        String id = "remedy" + entries.size();
        and(new RemedySought(id, at(on), path, "p1", "decision", "市政府", day(on), false));
        return ended == null ? this : and(new RemedyEnded("end-" + id, at(ended), id, Result.UPHELD, day(ended), null));
    }

    CaseFile file() {
        return new CaseFile(entries);
    }

    DecisionMade decision() {
        return file().last(DecisionMade.class).orElseThrow();
    }

    CaseLaw law() {
        return law(WorkingCalendar.published());
    }

    CaseLaw law(WorkingCalendar calendar) {
        return new CaseLaw(TimeLimits.published(), calendar, field, new Division(place));
    }

    /** The limits at a moment. */
    List<CaseLimit> limits(String now) {
        LocalDateTime moment = at(now);
        CaseUnit unit = new CaseUnit(file(), new Moment(Gate.EXECUTION, moment), List.of(), law());
        try (var rules = new CaseUnitRuleUnit().createInstance(unit)) {
            rules.fire();
        }
        return new RunningLimits(law(), moment).of(unit.getRunning().limits());
    }

    Optional<CaseLimit> find(String id, String now) {
        return limits(now).stream()
                .filter(limit -> limit.limit().id().equals(id))
                .findFirst();
    }

    CaseLimit limit(String id, String now) {
        return find(id, now)
                .orElseThrow(() -> new AssertionError(id + " does not run: "
                        + limits(now).stream().map(limit -> limit.limit().id()).toList()));
    }

    LocalDate due(String id, String now) {
        var due = limit(id, now).due();
        if (due == null) {
            throw new AssertionError(id + " has no last day");
        }
        return due.date();
    }
}
