package cn.faheng.casework.inspections;

/**
 * What was found to a question.
 *
 * @param question id of the question
 * @param value the answer
 * @param note remarks, or empty
 */
public record Answer(String question, Value value, String note) {

    /** The answer to a question. */
    public enum Value {
        YES,
        NO,
        NOT_APPLICABLE
    }
}
