package cn.faheng.drafting.clause;

import java.util.List;

/**
 * What was read in the words of a provision: a proposal, not yet confirmed by a person.
 *
 * @param words the words, as given; all spans are positions in them
 * @param forms the penalties, in the order of the words
 * @param doubts what a person has to look at
 */
public record ClauseReading(String words, List<PenaltyForm> forms, List<Doubt> doubts) {
    public ClauseReading {
        forms = List.copyOf(forms);
        doubts = List.copyOf(doubts);
    }

    /** The words below a span. */
    public String wordsOf(Span span) {
        return words.substring(span.start(), span.end());
    }
}
