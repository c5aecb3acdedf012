package cn.faheng.engine.request;

import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The penalty an officer proposes, and how far its procedure has come.
 *
 * @param penalties the penalties proposed
 * @param deviationGround code of the ground on which the proposal leaves the benchmark, or null
 * @param deviationReasons the officer's reasons for it, or null
 * @param mitigationGround code of the circumstance on which a penalty below the minimum rests, or null
 * @param steps what has been done
 */
public record Proposal(
        List<Proposed> penalties,
        @Nullable String deviationGround,
        @Nullable String deviationReasons,
        @Nullable String mitigationGround,
        Steps steps) {

    public Proposal {
        penalties = List.copyOf(penalties);
    }

    /**
     * One proposed penalty.
     *
     * @param kind kind of penalty
     * @param subject on whom
     * @param amount fen for a fine, months for a licence suspension, days for detention; null for kinds without an amount
     */
    public record Proposed(PenaltyKind kind, Penalty.Subject subject, @Nullable Long amount) {}

    /**
     * What has been done on the way to the decision.
     *
     * @param factsProved the facts are proved by evidence
     * @param mitigationConsidered whether mitigation (减轻) was considered
     * @param hearingRequested the party asked for a hearing and did not withdraw
     * @param hearingHeld the hearing was held
     * @param legalReviewDone 法制审核 passed
     * @param collectiveDiscussionDone 集体讨论 held
     * @param defenceMade the party stated or defended itself
     * @param notifiedFineFen the fine in the prior notice, or null when no notice was given
     * @param newFactsFound new facts were found after the notice, and the party was notified of them
     * @param onTheSpot whether the decision is made on the spot (简易程序), or null where that is not settled
     */
    public record Steps(
            boolean factsProved,
            boolean mitigationConsidered,
            boolean hearingRequested,
            boolean hearingHeld,
            boolean legalReviewDone,
            boolean collectiveDiscussionDone,
            boolean defenceMade,
            @Nullable Long notifiedFineFen,
            boolean newFactsFound,
            @Nullable Boolean onTheSpot) {

        /** At the first proposal: facts proved, nothing else done. */
        public static Steps initial() {
            return new Steps(true, false, false, false, false, false, false, null, false, null);
        }
    }
}
