package cn.faheng.casework.deadlines;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/**
 * A warning of a deadline or its escalation, raised once.
 *
 * @param caseId the case
 * @param key the limit of the case
 * @param endsAt the end it is about
 * @param level how far it has come
 * @param body code of the body that handles the case
 * @param officers certificate numbers of the officers on it
 * @param raisedAt when it was raised, Beijing time
 */
public record DeadlineAlert(
        UUID caseId,
        Deadline.Key key,
        LocalDateTime endsAt,
        Level level,
        String body,
        List<String> officers,
        LocalDateTime raisedAt) {

    public DeadlineAlert {
        officers = List.copyOf(officers);
    }

    /** How far it has come, and who learns of it. */
    public enum Level {
        /** The officers on the case. */
        AMBER("amber_from"),
        /** The officers on the case. */
        RED("red_from"),
        /** The officers on the case: it was missed. */
        OVERDUE("ends_at"),
        /** The heads of the body. */
        TO_HEAD("head_from"),
        /** Those who watch over the body. */
        TO_SUPERVISOR("supervisor_from");

        private final String column;

        Level(String column) {
            this.column = column;
        }

        /** Column of the moment from which it is due. */
        String column() {
            return column;
        }

        /** Who learns of it. */
        public String role() {
            return switch (this) {
                case AMBER, RED, OVERDUE -> "OFFICER";
                case TO_HEAD -> "HEAD";
                case TO_SUPERVISOR -> "SUPERVISOR";
            };
        }
    }
}
