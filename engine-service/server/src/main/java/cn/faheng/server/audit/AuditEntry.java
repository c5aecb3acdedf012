package cn.faheng.server.audit;

import cn.faheng.server.canonical.CanonicalJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One entry of the log.
 *
 * @param sequence its number, in the order of writing
 * @param at when, by the clock of the database
 * @param callerKind person, system or none
 * @param user user name or client id; empty where nobody was signed in
 * @param displayName name shown to others
 * @param roles roles of a person or scopes of a system, with commas
 * @param address where the request came from; empty for work in the background
 * @param trace trace id of the request
 * @param action what was done, as a slug
 * @param subjectKind kind of the thing it was done to
 * @param subject number or code of the thing
 * @param details canonical JSON
 * @param outcome done or refused
 */
public record AuditEntry(
        long sequence,
        Instant at,
        String callerKind,
        String user,
        String displayName,
        String roles,
        String address,
        String trace,
        String action,
        String subjectKind,
        String subject,
        String details,
        String outcome) {

    /** The columns of an entry, for queries on {@code audit.entry e}. */
    static final String COLUMNS =
            "e.sequence, e.at, e.caller_kind, e.user_name, e.display_name, e.roles, e.address, e.trace,"
                    + " e.action, e.subject_kind, e.subject, e.details, e.outcome";

    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    static AuditEntry of(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("sequence"),
                row.getTimestamp("at").toInstant(),
                row.getString("caller_kind"),
                row.getString("user_name"),
                row.getString("display_name"),
                row.getString("roles"),
                row.getString("address"),
                row.getString("trace"),
                row.getString("action"),
                row.getString("subject_kind"),
                row.getString("subject"),
                row.getString("details"),
                row.getString("outcome"));
    }

    /** The canonical JSON of the entry, whose hash is its place in the chain: members sorted by name, no white space. */
    String canonical() {
        return "{\"action\":" + quoted(action)
                + ",\"address\":" + quoted(address)
                + ",\"at\":" + quoted(MICROS.format(at))
                + ",\"callerKind\":" + quoted(callerKind)
                + ",\"details\":" + details
                + ",\"displayName\":" + quoted(displayName)
                + ",\"outcome\":" + quoted(outcome)
                + ",\"roles\":" + quoted(roles)
                + ",\"sequence\":" + sequence
                + ",\"subject\":" + quoted(subject)
                + ",\"subjectKind\":" + quoted(subjectKind)
                + ",\"trace\":" + quoted(trace)
                + ",\"user\":" + quoted(user)
                + "}";
    }

    private static String quoted(String text) {
        return CanonicalJson.of(JsonNodeFactory.instance.stringNode(text));
    }
}
