package cn.faheng.server.identity;

import org.springframework.stereotype.Component;

/** In which ways people can sign in, for the page on which they do. */
@Component
public final class SignInWays {

    private final OidcSettings oidc;

    SignInWays(OidcSettings oidc) {
        this.oidc = oidc;
    }

    /** The address at which sign-in with the accounts of another service begins; empty where there is none. */
    public String providerAddress() {
        return oidc.isOn() ? "/oauth2/authorization/" + OidcConfiguration.ID : "";
    }

    /** What the button says; empty for a plain text. */
    public String providerLabel() {
        return oidc.label();
    }
}
