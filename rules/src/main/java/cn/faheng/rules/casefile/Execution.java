package cn.faheng.rules.casefile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carrying out the decision (行政处罚法 第六十六至七十四条; 行政强制法 第四章、第五章). */
public sealed interface Execution extends Entry {

    /**
     * Money was paid.
     *
     * @param towardsFen fen towards the fine
     * @param surchargeFen fen towards the surcharge (加处罚款)
     * @param confiscatedFen fen towards confiscated income
     * @param toOfficer collected by officers on the spot
     * @param voucher number of the special receipt of the finance department, or null
     * @param collectionGround why it could be collected on the spot, or null
     */
    record Paid(
            String id,
            LocalDateTime at,
            String party,
            long towardsFen,
            long surchargeFen,
            long confiscatedFen,
            boolean toOfficer,
            @Nullable String voucher,
            @Nullable String collectionGround)
            implements Execution {}

    /**
     * Money collected on the spot was handed in.
     *
     * @param payment id of the payment
     * @param toOrgan the day the officers handed it to the organ
     * @param toBank the day the organ paid it to the bank, or null
     */
    record HandedIn(String id, LocalDateTime at, String payment, LocalDate toOrgan, @Nullable LocalDate toBank)
            implements Execution {}

    /** The party asked to pay later or in parts. */
    record DeferralRequested(String id, LocalDateTime at, String party, String grounds) implements Execution {}

    /**
     * It was granted or not.
     *
     * @param instalments last day and fen of each part; one part is a postponement
     */
    record DeferralDecided(
            String id,
            LocalDateTime at,
            String request,
            boolean granted,
            List<Instalment> instalments,
            @Nullable Leave leave)
            implements Execution {
        public DeferralDecided {
            instalments = List.copyOf(instalments);
        }
    }

    /** A part of the fine. */
    record Instalment(LocalDate due, long fen) {}

    /**
     * The party was urged to pay (催告).
     *
     * @param fineFen principal still due
     * @param surchargeFen surcharge as stated
     * @param rightsTold the right to state and defend was told
     * @param within days that it gives
     */
    record DemandServed(
            String id, LocalDateTime at, String party, long fineFen, long surchargeFen, boolean rightsTold, int within)
            implements Execution {}

    /** The party objected to the demand, and what the organ said. */
    record DemandAnswered(String id, LocalDateTime at, String demand, boolean accepted, String reasons)
            implements Execution {}

    /** The court was asked to enforce. */
    record CourtApplied(String id, LocalDateTime at, String decision, String court, @Nullable Leave leave)
            implements Execution {}

    /** The court's answer. */
    record CourtRuled(String id, LocalDateTime at, String application, boolean allowed, String reasons)
            implements Execution {}

    /**
     * The organ enforced by itself.
     *
     * @param law statute that gives it the power, or empty
     * @param atNightOrHoliday done at night or on a statutory holiday
     * @param utilitiesCut cut water, power, heat or gas of a home
     */
    record EnforcedByOrgan(
            String id,
            LocalDateTime at,
            String decision,
            String law,
            String how,
            boolean atNightOrHoliday,
            boolean utilitiesCut,
            @Nullable Leave leave)
            implements Execution {}

    /** Enforcement stands still, or ended before it was done (行政强制法 第三十九条、第四十条). */
    record EnforcementHalted(String id, LocalDateTime at, boolean forGood, String grounds) implements Execution {}

    /** A penalty other than money was carried out. */
    record PenaltyCarriedOut(String id, LocalDateTime at, String decision, String kind, String how)
            implements Execution {}
}
