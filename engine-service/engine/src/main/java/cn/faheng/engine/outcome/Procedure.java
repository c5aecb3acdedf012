package cn.faheng.engine.outcome;

import cn.faheng.rules.legal.Citation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The procedure that the proposed penalty (or, without one, the greatest remaining penalty) demands.
 *
 * @param measuredBy "proposal" or "greatest-remaining"
 * @param steps requirement by requirement: on-the-spot, on-the-spot-collection, hearing, legal-review, collective-discussion,
 *     decision-limit, …
 * @param remedies the remedies the decision has to name; where it may be made on the spot and nobody said how it is made, those of a
 *     decision on the spot
 * @param remediesIfOrdinary then those of a decision by ordinary procedure, else null
 */
public record Procedure(
        String measuredBy,
        List<Requirement> steps,
        @Nullable Remedies remedies,
        @Nullable Remedies remediesIfOrdinary) {

    public Procedure {
        steps = List.copyOf(steps);
    }

    /**
     * One requirement.
     *
     * @param code slug of the step
     * @param required yes, no, available, conditional (on a hearing being held) or person-decides
     * @param text in Chinese
     * @param limit the amount or the length that belongs to it, plain decimal, or null
     * @param unit yuan, hour, day, working-day, month, or null
     * @param citations the provisions
     */
    public record Requirement(
            String code,
            String required,
            String text,
            @Nullable String limit,
            @Nullable String unit,
            List<Citation> citations) {
        public Requirement {
            citations = List.copyOf(citations);
        }
    }

    /**
     * The remedies.
     *
     * @param text standard text with {reconsiderationBody} and {court} left open
     * @param textEn the same in English
     * @param reconsiderationDays days to apply for reconsideration
     * @param litigationMonths months to sue directly, or null where reconsideration comes first
     * @param reconsiderationFirst whether reconsideration comes before a suit
     * @param citations the provisions
     */
    public record Remedies(
            String text,
            String textEn,
            int reconsiderationDays,
            @Nullable Integer litigationMonths,
            boolean reconsiderationFirst,
            List<Citation> citations) {
        public Remedies {
            citations = List.copyOf(citations);
        }
    }
}
