package cn.faheng.server.identity;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Someone who signed in at another service. */
final class OidcPerson extends Person implements OidcUser {

    private static final long serialVersionUID = 1L;

    private final transient OidcUser claims;

    OidcPerson(Account account, OidcUser claims) {
        super(account, "", false);
        this.claims = claims;
    }

    @Override
    public Map<String, Object> getClaims() {
        return claims.getClaims();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return claims.getAttributes();
    }

    @Override
    public @Nullable OidcUserInfo getUserInfo() {
        return claims.getUserInfo();
    }

    @Override
    public OidcIdToken getIdToken() {
        return claims.getIdToken();
    }

    @Override
    public String getName() {
        return getUsername();
    }
}
