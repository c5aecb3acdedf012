package cn.faheng.server.receipts;

import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Who may see a receipt: whoever asked for the decision, and whoever reviews, audits or supervises; not who administers accounts. */
public final class ReceiptAccess {

    private static final Set<String> SEE_ALL =
            Set.of("SCOPE_receipts:audit", "ROLE_REVIEWER", "ROLE_AUDITOR", "ROLE_SUPERVISOR");

    private ReceiptAccess() {}

    public static boolean mayRead(Receipt receipt, Authentication who) {
        return who.isAuthenticated()
                && (receipt.client().equals(who.getName())
                        || who.getAuthorities().stream()
                                .map(GrantedAuthority::getAuthority)
                                .anyMatch(SEE_ALL::contains));
    }
}
