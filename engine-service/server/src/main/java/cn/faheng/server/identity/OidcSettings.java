package cn.faheng.server.identity;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code faheng.identity.oidc.*}: sign-in with the accounts of another service by OpenID Connect. Claims may be paths, as in
 * {@code realm_access.roles}.
 *
 * @param issuer address of the service; its configuration is read below {@code /.well-known}
 * @param clientId what this server is called there
 * @param clientSecret its secret there
 * @param label what the button of the sign-in page says; a plain text when left out
 * @param scopes what is asked for
 * @param userNameClaim the claim that is the user name
 * @param displayNameClaim the claim that is shown to others
 * @param rolesClaim the claim that holds the roles; when left out they are those of the account of the same name that is kept here
 * @param roles which of its values is which role; a value that is not listed is none
 * @param bodyClaim the claim that is the code of the enforcement body, or empty
 * @param certificateClaim the claim that is the number of the law enforcement certificate, or empty
 * @param divisionClaim the claim that is the code of the division to which the person is confined, or empty
 */
@ConfigurationProperties("faheng.identity.oidc")
record OidcSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String label,
        @DefaultValue({"openid", "profile"}) List<String> scopes,
        @DefaultValue("preferred_username") String userNameClaim,
        @DefaultValue("name") String displayNameClaim,
        @DefaultValue("") String rolesClaim,
        @DefaultValue Map<String, String> roles,
        @DefaultValue("") String bodyClaim,
        @DefaultValue("") String certificateClaim,
        @DefaultValue("") String divisionClaim) {

    OidcSettings {
        scopes = List.copyOf(scopes);
        roles = Map.copyOf(roles);
        if (!issuer.isEmpty() && (clientId.isEmpty() || clientSecret.isEmpty())) {
            throw new IllegalArgumentException(
                    "faheng.identity.oidc 需要 issuer、client-id、client-secret 三项。OpenID Connect needs issuer, client-id and client-secret.");
        }
        if (!Role.names().containsAll(roles.values())) {
            throw new IllegalArgumentException(
                    "faheng.identity.oidc.roles：可用的角色是 " + String.join("、", Role.names()) + "。");
        }
    }

    boolean isOn() {
        return !issuer.isEmpty();
    }
}
