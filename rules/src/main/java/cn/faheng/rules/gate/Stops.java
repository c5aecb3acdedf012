package cn.faheng.rules.gate;

import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Hearing.HearingHeld;
import cn.faheng.rules.casefile.Hearing.HearingRefused;
import cn.faheng.rules.casefile.Hearing.HearingRequested;
import cn.faheng.rules.casefile.Hearing.HearingWaived;
import cn.faheng.rules.casefile.Opening.Resumed;
import cn.faheng.rules.casefile.Opening.Suspended;
import cn.faheng.rules.casefile.Proof.AppraisalCommissioned;
import cn.faheng.rules.casefile.Proof.AppraisalReturned;
import cn.faheng.rules.casefile.Serving.Served;
import cn.faheng.rules.casefile.Serving.Way;
import cn.faheng.rules.gate.Running.Stood;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The times on file for which a limit may stand still; each rule says which of them its law takes out. The day on which something
 * begins is the first that does not count, the day on which it ends counts again: never later than another reading.
 */
public final class Stops {

    private Stops() {}

    /** 中止. */
    public static List<Stood> suspensions(CaseFile file) {
        return spans(file.all(Suspended.class).stream()
                .map(stop -> span(stop, Events.first(file, Resumed.class, Resumed::suspension, stop.id()), "中止")));
    }

    /** 听证, from the request to the end of the hearing. */
    public static List<Stood> hearings(CaseFile file) {
        return spans(file.all(HearingRequested.class).stream().map(request -> {
            LocalDateTime end = Stream.of(
                            Events.after(file, HearingHeld.class, HearingHeld::party, request.party(), request.at()),
                            Events.after(
                                    file, HearingWaived.class, HearingWaived::party, request.party(), request.at()),
                            Events.first(file, HearingRefused.class, HearingRefused::request, request.id()))
                    .filter(Objects::nonNull)
                    .min(LocalDateTime::compareTo)
                    .orElse(null);
            return span(request, end, "听证");
        }));
    }

    /** 公告: a document is served by public notice. */
    public static List<Stood> publicNotices(CaseFile file) {
        return spans(file.all(Served.class).stream()
                .filter(served -> served.way() == Way.PUBLIC_NOTICE)
                .map(served -> span(
                        served,
                        served.received(),
                        served.effectiveOn() == null
                                ? null
                                : served.effectiveOn().atStartOfDay(),
                        "公告")));
    }

    /** 检测、检验、检疫、鉴定. */
    public static List<Stood> appraisals(CaseFile file) {
        return spans(file.all(AppraisalCommissioned.class).stream().map(appraisal -> appraisal(file, appraisal)));
    }

    /** Those that concern a seizure and whose length was told to the party in writing, no longer than was told (行政强制法 第二十五条第三款). */
    public static List<Stood> appraisalsOf(CaseFile file, String measure) {
        return spans(file.all(AppraisalCommissioned.class).stream()
                .filter(appraisal -> measure.equals(appraisal.measure()))
                .filter(appraisal -> appraisal.partyToldOn() != null && appraisal.until() != null)
                .map(appraisal -> appraisal(file, appraisal).map(stood -> notAfter(stood, appraisal.until()))));
    }

    private static Stood notAfter(Stood stood, @Nullable LocalDate last) {
        boolean longer = last != null && (stood.to() == null || stood.to().isAfter(last));
        return longer ? new Stood(stood.from(), last, stood.why(), stood.ground()) : stood;
    }

    private static Optional<Stood> appraisal(CaseFile file, AppraisalCommissioned appraisal) {
        LocalDateTime returned =
                Events.first(file, AppraisalReturned.class, AppraisalReturned::appraisal, appraisal.id());
        return span(appraisal, returned, "检测、检验、检疫、鉴定");
    }

    private static List<Stood> spans(Stream<Optional<Stood>> spans) {
        return spans.flatMap(Optional::stream).toList();
    }

    private static Optional<Stood> span(Entry start, @Nullable LocalDateTime end, String ground) {
        return span(start, start.at(), end, ground);
    }

    private static Optional<Stood> span(Entry why, LocalDateTime start, @Nullable LocalDateTime end, String ground) {
        LocalDate from = start.toLocalDate();
        LocalDate to = end == null ? null : end.toLocalDate().minusDays(1);
        return to != null && to.isBefore(from) ? Optional.empty() : Optional.of(new Stood(from, to, why.id(), ground));
    }
}
