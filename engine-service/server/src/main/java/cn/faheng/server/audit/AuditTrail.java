package cn.faheng.server.audit;

import cn.faheng.server.problems.TraceIds;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Writes the log. An entry is inserted freely, in the transaction of the act, and gets its place in the chain afterwards. */
@Component
public final class AuditTrail implements AuditLog, RefusalLog {

    private static final int LONGEST_SUBJECT = 400;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate alone;

    AuditTrail(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void write(String action, String subjectKind, String subject, Map<String, ?> details) {
        insert(caller(), action, subjectKind, subject, details, "done");
    }

    /** Writes that someone did something who is not, or not yet, the caller on this thread. */
    public void writeAs(Authentication who, String action, String subjectKind, String subject, Map<String, ?> details) {
        insert(who, action, subjectKind, subject, details, "done");
    }

    @Override
    public void refused(String action, String subjectKind, String subject, Map<String, ?> details) {
        Authentication who = caller();
        alone.executeWithoutResult(status -> insert(who, action, subjectKind, subject, details, "refused"));
    }

    private static @Nullable Authentication caller() {
        return SecurityContextHolder.getContext().getAuthentication();
    }

    private void insert(
            @Nullable Authentication who,
            String action,
            String subjectKind,
            String subject,
            Map<String, ?> details,
            String outcome) {
        String kind = kind(who);
        Authentication known = kind.equals("none") ? null : who;
        HttpServletRequest request =
                RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
                        ? here.getRequest()
                        : null;
        jdbc.update(
                "insert into audit.entry (at, caller_kind, user_name, display_name, roles, address, trace, action,"
                        + " subject_kind, subject, details, outcome) values (now(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                kind,
                known == null ? "" : text(known.getName()),
                known == null ? "" : text(shown(known)),
                known == null ? "" : text(roles(known)),
                request == null ? "" : text(String.valueOf(request.getRemoteAddr())),
                request == null ? "" : text(TraceIds.of(request)),
                text(action),
                text(subjectKind),
                text(subject),
                AuditDetails.canonical(details),
                outcome);
    }

    private static String kind(@Nullable Authentication who) {
        if (who == null || !who.isAuthenticated() || who instanceof AnonymousAuthenticationToken) {
            return "none";
        }
        boolean person = who.getPrincipal() instanceof AuditedPerson
                || who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(authority -> authority != null && authority.startsWith("ROLE_"));
        return person ? "person" : "system";
    }

    private static String shown(Authentication who) {
        return who.getPrincipal() instanceof AuditedPerson person ? person.displayName() : who.getName();
    }

    private static String roles(Authentication who) {
        List<String> roles = who.getPrincipal() instanceof AuditedPerson person
                ? person.roles()
                : who.getAuthorities().stream()
                        .map(authority -> String.valueOf(authority.getAuthority()))
                        .filter(authority -> authority.startsWith("ROLE_") || authority.startsWith("SCOPE_"))
                        .map(authority -> authority.substring(authority.indexOf('_') + 1))
                        .sorted()
                        .toList();
        return String.join(",", roles);
    }

    private static String text(String text) {
        String cleaned = AuditDetails.clean(text);
        return cleaned.length() <= LONGEST_SUBJECT
                ? cleaned
                : AuditDetails.clean(cleaned.substring(0, LONGEST_SUBJECT) + "…");
    }
}
