package cn.faheng.rules.casefile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decisions (行政处罚法 第五十二条、第五十七条、第五十九条). */
public sealed interface Deciding extends Entry {

    /**
     * What the decision says about remedies.
     *
     * @param reconsiderationDays days to apply for reconsideration, 0 where it says none
     * @param litigationMonths months to sue directly, or null where it names no direct suit
     * @param reconsiderationFirst whether it says that reconsideration comes first
     * @param reconsiderationBody the body it names
     * @param court the court it names
     */
    record RemedyText(
            int reconsiderationDays,
            @Nullable Integer litigationMonths,
            boolean reconsiderationFirst,
            String reconsiderationBody,
            String court) {}

    /**
     * A decision on one party.
     *
     * @param documentNumber number of the document (决定书文号)
     * @param outcome what was decided
     * @param penalties penalties imposed
     * @param organ name of the organ that signs
     * @param bases provisions it names as its basis, as written
     * @param partyNamed names the party and its address
     * @param factsStated states facts and evidence
     * @param benchmarkExplained says how the benchmark was applied
     * @param defenceAnswered says whether the defence was accepted and why
     * @param remedies what it says about remedies, or null where nothing
     * @param payWithinDays days to pay that it names, or null
     * @param sealed bears the seal of the organ
     * @param onTheSpot made on the spot in summary procedure
     * @param leave of a head of the organ
     */
    record DecisionMade(
            String id,
            LocalDateTime at,
            String party,
            String documentNumber,
            Proof.Outcome outcome,
            List<Proposing.Penalty> penalties,
            String organ,
            List<String> bases,
            boolean partyNamed,
            boolean factsStated,
            boolean benchmarkExplained,
            boolean defenceAnswered,
            @Nullable RemedyText remedies,
            @Nullable Integer payWithinDays,
            boolean sealed,
            boolean onTheSpot,
            List<String> officers,
            @Nullable Leave leave)
            implements Deciding {
        public DecisionMade {
            penalties = List.copyOf(penalties);
            bases = List.copyOf(bases);
            officers = List.copyOf(officers);
        }

        /** The fine imposed, in fen. */
        public long fineFen() {
            return Proposing.fineOf(penalties);
        }
    }

    /** A decision on the spot was reported to the organ for its records (备案). */
    record ReportedForRecord(String id, LocalDateTime at, String decision) implements Deciding {}

    /**
     * The party was educated instead of punished (行政处罚法 第三十三条第三款).
     */
    record PartyEducated(String id, LocalDateTime at, String party, String how) implements Deciding {}

    /** Publication of the decision, masked, in the channel named (行政处罚法 第四十八条). */
    record Published(String id, LocalDateTime at, String decision, String channel, boolean masked)
            implements Deciding {}

    /** It was taken back, with reasons made public. */
    record PublicationWithdrawn(
            String id, LocalDateTime at, String publication, boolean reasonsPublished, String reasons)
            implements Deciding {}

    /**
     * The decision no longer stands as it was made.
     *
     * @param how altered, revoked, found unlawful, found void
     * @param by who did it
     * @param knownOn the day on which the organ learnt of it
     */
    record DecisionChanged(String id, LocalDateTime at, String decision, Change how, String by, LocalDate knownOn)
            implements Deciding {}

    /** 行政处罚法 第四十八条第二款. */
    enum Change {
        ALTERED,
        REVOKED,
        UNLAWFUL,
        VOID
    }
}
