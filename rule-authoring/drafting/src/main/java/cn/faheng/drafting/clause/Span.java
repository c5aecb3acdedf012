package cn.faheng.drafting.clause;

/**
 * A piece of the words.
 *
 * @param start first character
 * @param end after the last character
 */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("A span from " + start + " to " + end + " does not exist.");
        }
    }
}
