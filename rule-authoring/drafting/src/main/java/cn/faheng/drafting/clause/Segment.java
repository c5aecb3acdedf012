package cn.faheng.drafting.clause;

/**
 * A piece of the words between two marks of punctuation.
 *
 * @param text the words
 * @param start first character in the plain text
 * @param end after the last character
 * @param subClause number of the sub-clause (between two ；) it belongs to
 * @param sentence number of the sentence or item
 * @param item whether it belongs to an item （一）
 * @param first whether its sub-clause is the first of its sentence
 */
record Segment(String text, int start, int end, int subClause, int sentence, boolean item, boolean first) {
    boolean sameSubClause(Segment other) {
        return subClause == other.subClause;
    }
}
