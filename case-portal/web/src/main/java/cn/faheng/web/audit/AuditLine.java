package cn.faheng.web.audit;

import cn.faheng.server.audit.AuditEntry;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;

/**
 * An entry as a line of the list.
 *
 * @param entry the entry
 * @param time when, in Beijing time
 * @param who name shown to others
 * @param action what was done, in words
 */
public record AuditLine(AuditEntry entry, String time, String who, String action) {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    static AuditLine of(AuditEntry entry, MessageSource messages, Locale locale) {
        String who = entry.callerKind().equals("none")
                ? messages.getMessage("audit.nobody", null, locale)
                : entry.displayName();
        return new AuditLine(entry, SECONDS.format(entry.at()), who, label(entry.action(), messages, locale));
    }

    /** What an action is called; actions without a name of their own are called as they are written. */
    static String label(String action, MessageSource messages, Locale locale) {
        return String.valueOf(messages.getMessage("audit.action." + action, null, action, locale));
    }

    public boolean isRefused() {
        return entry.outcome().equals("refused");
    }

    /** Whether it has details at all. */
    public boolean hasDetails() {
        return !entry.details().equals("{}");
    }
}
