package cn.faheng.rules.gate;

import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Execution.Paid;
import cn.faheng.rules.casefile.Hearing.HearingHeld;
import cn.faheng.rules.casefile.Hearing.HearingRequested;
import cn.faheng.rules.casefile.Notifying.NoticeGiven;
import cn.faheng.rules.casefile.Opening.LimitExtended;
import cn.faheng.rules.casefile.Opening.Resumed;
import cn.faheng.rules.casefile.Opening.Suspended;
import cn.faheng.rules.casefile.Participants.ActRecorded;
import cn.faheng.rules.casefile.Participants.InterestKnown;
import cn.faheng.rules.casefile.Participants.OfficerAssigned;
import cn.faheng.rules.casefile.Proof.AppraisalCommissioned;
import cn.faheng.rules.casefile.Proof.AppraisalReturned;
import cn.faheng.rules.casefile.Proof.EvidenceAdded;
import cn.faheng.rules.casefile.Proof.EvidenceAssessed;
import cn.faheng.rules.casefile.Proposing.Penalty;
import cn.faheng.rules.casefile.Proposing.PenaltyProposed;
import cn.faheng.rules.casefile.Serving.Served;
import cn.faheng.rules.catalogue.Division;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Questions that the rules of the gates ask about a file; none of them holds any law. */
public final class Asked {

    private Asked() {}

    /** Whether an entry of a kind is on record before a moment. */
    public static boolean before(CaseFile file, Class<? extends Entry> kind, LocalDateTime moment) {
        return file.all(kind).stream().anyMatch(entry -> entry.at().isBefore(moment));
    }

    /** The last entry of a kind before a moment. */
    public static <E extends Entry> Optional<E> lastBefore(CaseFile file, Class<E> kind, LocalDateTime moment) {
        List<E> all = file.all(kind).stream()
                .filter(entry -> entry.at().isBefore(moment))
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The last notice to a party before a moment. */
    public static Optional<NoticeGiven> notice(CaseFile file, String party, LocalDateTime moment) {
        return file.all(NoticeGiven.class).stream()
                .filter(notice -> notice.party().equals(party) && notice.at().isBefore(moment))
                .reduce((first, second) -> second);
    }

    /** The first service of a document. */
    public static Optional<Served> served(CaseFile file, String document) {
        return file.servings(document).stream().findFirst();
    }

    /** Facts that a tier rests on and that nothing in the file proves. */
    public static List<String> unproved(CaseFile file, Assessed assessed) {
        Map<String, List<String>> proved =
                file.act(assessed.act()).map(ActRecorded::provedBy).orElse(Map.of());
        return assessed.reliedOn().stream()
                .filter(fact -> proved.getOrDefault(fact, List.of()).isEmpty())
                .sorted()
                .toList();
    }

    /** Ids that acts name as evidence and that the file does not hold. */
    public static List<String> unknownEvidence(CaseFile file) {
        return reliedOn(file).stream()
                .filter(id ->
                        file.entry(id).filter(EvidenceAdded.class::isInstance).isEmpty())
                .toList();
    }

    /** Ids of the evidence on which the acts rest. */
    public static List<String> reliedOn(CaseFile file) {
        return file.acts().stream()
                .flatMap(act -> act.provedBy().values().stream())
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether the last check of a piece of evidence found it true. */
    public static boolean verified(CaseFile file, String evidence) {
        return file.all(EvidenceAssessed.class).stream()
                .filter(assessed -> assessed.evidence().equals(evidence))
                .reduce((first, second) -> second)
                .map(EvidenceAssessed::verified)
                .orElse(false);
    }

    /** Whether a person, by name or certificate, investigates or ever investigated the case. */
    public static boolean investigates(CaseFile file, String person) {
        return file.all(OfficerAssigned.class).stream()
                .anyMatch(officer ->
                        officer.name().equals(person) || officer.certificate().equals(person));
    }

    /** Whether an interest of a person is on record, by name or certificate. */
    public static boolean interested(CaseFile file, String person) {
        List<String> names = new ArrayList<>(List.of(person));
        file.all(OfficerAssigned.class).stream()
                .filter(officer ->
                        officer.name().equals(person) || officer.certificate().equals(person))
                .forEach(officer -> names.addAll(List.of(officer.name(), officer.certificate())));
        return file.all(InterestKnown.class).stream().anyMatch(known -> names.contains(known.person()));
    }

    /** The certificate under which an officer was assigned. */
    public static Optional<OfficerAssigned> officer(CaseFile file, String certificate) {
        return file.all(OfficerAssigned.class).stream()
                .filter(officer -> officer.certificate().equals(certificate))
                .reduce((first, second) -> second);
    }

    /** Whether one division lies in another; false where a code is none. */
    public static boolean inside(String outer, String inner) {
        return new Division(outer).contains(new Division(inner));
    }

    /** How often one of some time limits was lengthened. */
    public static int extensions(CaseFile file, String ids) {
        return (int) file.all(LimitExtended.class).stream()
                .filter(extended -> List.of(ids.split(" ")).contains(extended.limit()))
                .count();
    }

    /** Whether one of some time limits was lengthened to a day or beyond. */
    public static boolean extendedTo(CaseFile file, String ids, LocalDateTime moment) {
        return file.all(LimitExtended.class).stream()
                .filter(extended -> List.of(ids.split(" ")).contains(extended.limit()))
                .anyMatch(extended -> !extended.until().isBefore(moment.toLocalDate()));
    }

    /** Days before a moment on which the case stood still: suspended, in a hearing, or waiting for an appraisal. */
    public static long stoodDays(CaseFile file, LocalDateTime moment) {
        BitSet days = new BitSet();
        LocalDate origin =
                file.entries().stream().map(Entry::on).min(LocalDate::compareTo).orElse(moment.toLocalDate());
        file.all(Suspended.class)
                .forEach(suspended -> mark(
                        days,
                        origin,
                        suspended,
                        moment,
                        file.all(Resumed.class).stream()
                                .filter(resumed -> resumed.suspension().equals(suspended.id()))
                                .map(Entry::at)
                                .findFirst()));
        file.all(HearingRequested.class)
                .forEach(request -> mark(
                        days,
                        origin,
                        request,
                        moment,
                        file.all(HearingHeld.class).stream()
                                .filter(held -> held.party().equals(request.party()))
                                .map(Entry::at)
                                .findFirst()));
        file.all(AppraisalCommissioned.class)
                .forEach(appraisal -> mark(
                        days,
                        origin,
                        appraisal,
                        moment,
                        file.all(AppraisalReturned.class).stream()
                                .filter(returned -> returned.appraisal().equals(appraisal.id()))
                                .map(Entry::at)
                                .findFirst()));
        return days.cardinality();
    }

    private static void mark(
            BitSet days, LocalDate origin, Entry from, LocalDateTime moment, Optional<LocalDateTime> to) {
        LocalDate end = to.filter(moment::isAfter).orElse(moment).toLocalDate();
        if (end.isAfter(from.on())) {
            days.set((int) ChronoUnit.DAYS.between(origin, from.on()), (int) ChronoUnit.DAYS.between(origin, end));
        }
    }

    /** The fine proposed for a party over all acts. */
    public static long proposedFine(CaseFile file, String party) {
        return file.proposals().stream()
                .filter(proposal -> proposal.party().equals(party))
                .mapToLong(PenaltyProposed::fineFen)
                .sum();
    }

    /** Sums over the payments of a party. */
    public static long paid(CaseFile file, String party, ToLongFunction<Paid> part) {
        return file.all(Paid.class).stream()
                .filter(payment -> payment.party().equals(party))
                .mapToLong(part)
                .sum();
    }

    /** Kinds of penalty among some that another list lacks. */
    public static List<String> kindsBeyond(Collection<Penalty> some, Collection<Penalty> others) {
        List<String> known = others.stream().map(Penalty::kind).toList();
        return some.stream()
                .map(Penalty::kind)
                .filter(kind -> !known.contains(kind))
                .distinct()
                .toList();
    }

    /** Whether one penalty is of a kind. */
    public static boolean has(Collection<Penalty> penalties, String kind) {
        return penalties.stream().anyMatch(penalty -> penalty.kind().equals(kind));
    }

    /** Whether two stretches of time have a moment in common. */
    public static boolean overlap(EvidenceAdded one, EvidenceAdded other) {
        return one.startedAt() != null
                && one.endedAt() != null
                && other.startedAt() != null
                && other.endedAt() != null
                && one.startedAt().isBefore(other.endedAt())
                && other.startedAt().isBefore(one.endedAt())
                && one.collectedBy().stream().anyMatch(other.collectedBy()::contains)
                && !Objects.equals(one.id(), other.id());
    }
}
