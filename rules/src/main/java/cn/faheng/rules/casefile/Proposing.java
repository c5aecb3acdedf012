package cn.faheng.rules.casefile;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What penalty is proposed for an act of a party. */
public sealed interface Proposing extends Entry {

    /**
     * One penalty.
     *
     * @param kind kind as the decision engine names it: fine, warning, confiscation-of-illegal-income, …
     * @param amount fen of money, days of detention or suspension, or null
     */
    record Penalty(String kind, @Nullable Long amount) {}

    /**
     * A ground on which the benchmark is left, or the penalty mitigated.
     *
     * @param code the coded ground
     * @param reasons the reasons in words
     * @param leave who approved it, or null
     */
    record CodedGround(String code, String reasons, @Nullable Leave leave) {}

    /**
     * A proposal. A later one for the same act and party takes the place of the earlier.
     *
     * @param act key of the act
     * @param party key of the party
     * @param outcome what is proposed
     * @param penalties the penalties; empty unless the outcome is a penalty
     * @param mitigation ground of 减轻, or null
     * @param deviation ground on which the benchmark is left, or null
     * @param receipt id of the receipt of the computation it rests on, or null
     */
    record PenaltyProposed(
            String id,
            LocalDateTime at,
            String act,
            String party,
            Proof.Outcome outcome,
            List<Penalty> penalties,
            @Nullable CodedGround mitigation,
            @Nullable CodedGround deviation,
            @Nullable String receipt)
            implements Proposing {
        public PenaltyProposed {
            penalties = List.copyOf(penalties);
        }

        /** The fine in fen, 0 where none is proposed. */
        public long fineFen() {
            return fineOf(penalties);
        }
    }

    /** The fine in fen among penalties, 0 where there is none. */
    static long fineOf(List<Penalty> penalties) {
        return penalties.stream()
                .filter(p -> p.kind().equals("fine"))
                .map(Penalty::amount)
                .filter(java.util.Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }
}
