package cn.faheng.server.identity;

import cn.faheng.server.audit.AuditTrail;
import cn.faheng.server.audit.RefusalLog;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.web.session.HttpSessionDestroyedEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Writes down who signed in and out, and who could not. Where that cannot be written, nobody signs in. */
@Component
class SignInLog {

    private static final Logger LOG = LoggerFactory.getLogger(SignInLog.class);
    private static final String SIGNED_OUT = SignInLog.class.getName();

    private final AuditTrail audit;
    private final RefusalLog refusals;
    private final Accounts accounts;
    private final Clients clients;

    SignInLog(AuditTrail audit, RefusalLog refusals, Accounts accounts, Clients clients) {
        this.audit = audit;
        this.refusals = refusals;
        this.accounts = accounts;
        this.clients = clients;
    }

    /** Comes before the session: an exception here refuses the sign-in. After the throttle, which may still refuse it. */
    @EventListener
    @Order(100)
    void succeeded(AuthenticationSuccessEvent event) {
        Authentication who = event.getAuthentication();
        if (who.getPrincipal() instanceof Person) {
            String way = who.getPrincipal() instanceof OidcPerson ? "oidc" : "password";
            audit.writeAs(who, "signed-in", "account", who.getName(), Map.of("way", way));
        } else if (who instanceof OAuth2AccessTokenAuthenticationToken token) {
            Authentication client = token.getPrincipal() instanceof Authentication known ? known : who;
            audit.writeAs(
                    client,
                    "token-issued",
                    "client",
                    token.getRegisteredClient().getClientId(),
                    Map.of(
                            "scopes",
                            token.getAccessToken().getScopes().stream().sorted().toList()));
        }
    }

    /** A name that nobody has is not written down: people type their password into the wrong field. */
    void failed(String name, String reason) {
        boolean known = accounts.find(name).isPresent();
        refusals.refused(
                "sign-in-failed", "account", known ? name : "", Map.of("reason", reason, "knownAccount", known));
    }

    /** A token was refused to a client, or to a name that no client has. */
    void refusedToken(String name) {
        boolean known = clients.findByClientId(name) != null;
        refusals.refused("token-refused", "client", known ? name : "", Map.of("knownClient", known));
    }

    void signedOut(HttpSession session, Authentication who) {
        session.setAttribute(SIGNED_OUT, true);
        audit.writeAs(who, "signed-out", "account", who.getName(), Map.of());
    }

    /** A session that ended without anybody signing out: idle for too long, or the service stops. */
    @EventListener
    void ended(HttpSessionDestroyedEvent event) {
        if (event.getSession().getAttribute(SIGNED_OUT) != null) {
            return;
        }
        event.getSecurityContexts().forEach(context -> {
            Authentication who = context.getAuthentication();
            if (who != null && who.getPrincipal() instanceof Person) {
                try {
                    audit.writeAs(who, "session-ended", "account", who.getName(), Map.of());
                } catch (DataAccessException | TransactionException e) {
                    LOG.warn("The end of a session of {} could not be written down: {}", who.getName(), e.getMessage());
                }
            }
        });
    }
}
