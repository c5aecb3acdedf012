package cn.faheng.web.audit;

import cn.faheng.server.audit.AuditQuery;
import cn.faheng.web.show.FieldErrors;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * The filter of the list as it was typed.
 *
 * @param user user name or client id
 * @param action what was done
 * @param subject number or code of the thing
 * @param outcome done or refused
 * @param from first day
 * @param to last day
 */
public record AuditFilter(String user, String action, String subject, String outcome, String from, String to) {

    static AuditFilter of(Map<String, String> entries) {
        return new AuditFilter(
                entries.getOrDefault("user", ""),
                entries.getOrDefault("action", ""),
                entries.getOrDefault("subject", ""),
                entries.getOrDefault("outcome", ""),
                entries.getOrDefault("from", ""),
                entries.getOrDefault("to", ""));
    }

    FieldErrors errors(MessageSource messages, Locale locale) {
        Map<String, String> errors = new LinkedHashMap<>();
        String notADay = messages.getMessage("audit.error.day", null, locale);
        if (!from.isBlank() && day(from) == null) {
            errors.put("from", notADay);
        }
        if (!to.isBlank() && day(to) == null) {
            errors.put("to", notADay);
        }
        LocalDate first = day(from);
        LocalDate last = day(to);
        if (first != null && last != null && last.isBefore(first)) {
            errors.put("to", messages.getMessage("audit.error.order", null, locale));
        }
        return new FieldErrors(errors);
    }

    AuditQuery query() {
        return new AuditQuery(user, action, subject, outcome, day(from), day(to));
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
