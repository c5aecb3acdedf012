package cn.faheng.rules.gate;

import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Deciding.DecisionMade;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Execution.DeferralDecided;
import cn.faheng.rules.casefile.Execution.DeferralRequested;
import cn.faheng.rules.casefile.Execution.Instalment;
import cn.faheng.rules.casefile.Execution.Paid;
import cn.faheng.rules.casefile.Serving.Served;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is on file about the payment of a fine. */
public final class Fines {

    private Fines() {}

    /** Whether it is the decision that counts for its party, with a fine. */
    public static boolean owed(CaseFile file, DecisionMade decision) {
        return decision.fineFen() > 0 && file.decisions().contains(decision);
    }

    /** The first service of a decision on its party. */
    public static Optional<Served> served(CaseFile file, DecisionMade decision) {
        return file.servings(decision.id()).stream()
                .filter(served -> served.party().equals(decision.party()))
                .min(Comparator.comparing(Served::effective));
    }

    /** Payments of the party of a decision, in the order of time. */
    public static List<Paid> payments(CaseFile file, DecisionMade decision) {
        return file.all(Paid.class).stream()
                .filter(paid ->
                        paid.party().equals(decision.party()) && !paid.at().isBefore(decision.at()))
                .sorted(Comparator.comparing(Paid::at))
                .toList();
    }

    /** Fen of the fine that were paid on days before {@code day}. */
    public static long paidBefore(CaseFile file, DecisionMade decision, LocalDate day) {
        return payments(file, decision).stream()
                .filter(paid -> paid.on().isBefore(day))
                .mapToLong(Paid::towardsFen)
                .sum();
    }

    /** The payment with which a number of fen of the fine was reached; empty while it is not, or where nothing is owed. */
    public static Optional<Entry> paid(CaseFile file, DecisionMade decision, long fen) {
        long sum = 0;
        for (Paid paid : payments(file, decision)) {
            sum += paid.towardsFen();
            if (fen > 0 && sum >= fen) {
                return Optional.of(paid);
            }
        }
        return Optional.empty();
    }

    /** The payment with which the whole fine was paid. */
    public static Optional<Entry> paidUp(CaseFile file, DecisionMade decision) {
        return paid(file, decision, decision.fineFen());
    }

    /** When the whole fine was paid; null while it is not. */
    public static @Nullable LocalDateTime paidUpAt(CaseFile file, DecisionMade decision) {
        return paidUp(file, decision).map(Entry::at).orElse(null);
    }

    /** When the parts up to a number, counted from 1, of a deferral were paid; null while they are not. */
    public static @Nullable LocalDateTime instalmentPaidAt(
            CaseFile file, DecisionMade decision, DeferralDecided deferral, int number) {
        List<Instalment> parts = deferral.instalments();
        long earlier =
                decision.fineFen() - parts.stream().mapToLong(Instalment::fen).sum();
        long fen = earlier
                + parts.subList(0, number).stream().mapToLong(Instalment::fen).sum();
        return paid(file, decision, fen).map(Entry::at).orElse(null);
    }

    /** The last deferral that was granted to the party of a decision (行政处罚法 第六十六条第二款). */
    public static Optional<DeferralDecided> deferral(CaseFile file, DecisionMade decision) {
        List<DeferralDecided> granted = file.all(DeferralDecided.class).stream()
                .filter(decided -> decided.granted() && !decided.instalments().isEmpty())
                .filter(decided -> decided.at().isAfter(decision.at()))
                .filter(decided -> file.entry(decided.request())
                        .filter(DeferralRequested.class::isInstance)
                        .map(DeferralRequested.class::cast)
                        .filter(request -> request.party().equals(decision.party()))
                        .isPresent())
                .toList();
        return granted.isEmpty() ? Optional.empty() : Optional.of(granted.get(granted.size() - 1));
    }

    /** The last day of the last part of a deferral; null where none was granted. */
    public static @Nullable LocalDate lastInstalment(CaseFile file, DecisionMade decision) {
        return deferral(file, decision).stream()
                .flatMap(deferral -> deferral.instalments().stream())
                .map(Instalment::due)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    /**
     * The last day to pay the whole fine.
     *
     * @param limit the limit that begins with service
     */
    public static Optional<LocalDate> lastDay(CaseFile file, CaseLaw law, DecisionMade decision, String limit) {
        LocalDate deferred = lastInstalment(file, decision);
        return deferred != null
                ? Optional.of(deferred)
                : served(file, decision).map(Served::effective).flatMap(day -> law.lastDay(limit, day));
    }

    /** Whether that day is over and something was still unpaid when it ended. */
    public static boolean overdue(CaseFile file, CaseLaw law, DecisionMade decision, String limit, LocalDate day) {
        return lastDay(file, law, decision, limit)
                .filter(last -> day.isAfter(last) && paidBefore(file, decision, last.plusDays(1)) < decision.fineFen())
                .isPresent();
    }
}
