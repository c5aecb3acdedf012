package cn.faheng.drafting.clause;

/**
 * Something a person has to look at.
 *
 * @param kind what sort
 * @param span where
 * @param asks the question, in Chinese, saying what to do
 */
public record Doubt(Kind kind, Span span, String asks) {

    /** Sorts of doubt. */
    public enum Kind {
        /** The penalty is described by reference to another provision. */
        REFERENCE,
        /** An amount that was not understood as the amount of a penalty. */
        AMOUNT,
        /** It is not clear on whom the penalty is imposed. */
        SUBJECT,
        /** Another organ imposes it. */
        ORGAN,
        /** It is not clear under which condition it is imposed. */
        CONDITION,
        /** The words free from a penalty. */
        EXEMPTION,
        /** A crime, or civil liability, not an administrative penalty. */
        CRIME,
        /** A disciplinary sanction or another measure that is not an administrative penalty. */
        MEASURE,
        /** Any other words about a penalty that were not understood. */
        WORDS
    }
}
