package cn.faheng.server.identity;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code faheng.identity.*}. Secrets are given as hashes ({@code {bcrypt}…}), which {@code --hash-password} makes.
 *
 * @param clients other systems, by client id
 * @param users people, by user name
 * @param tokenLife how long an access token is good
 * @param loginPage path of the page on which people sign in; a plain one is made when left out
 * @param contentSecurityPolicy the policy sent with every page
 * @param passwordAge after how long a password has to be changed; 0 for never
 * @param passwordPage path of the page on which people change their password
 */
@ConfigurationProperties("faheng.identity")
record IdentitySettings(
        @DefaultValue Map<String, Client> clients,
        @DefaultValue Map<String, Account> users,
        @DefaultValue("10m") Duration tokenLife,
        @DefaultValue("") String loginPage,
        @DefaultValue("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                        + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
                String contentSecurityPolicy,
        @DefaultValue("90d") Duration passwordAge,
        @DefaultValue("/account/password") String passwordPage) {

    /**
     * Another system.
     *
     * @param secretHash hash of its secret
     * @param scopes what it may do
     */
    record Client(String secretHash, @DefaultValue List<String> scopes) {}

    /**
     * A person.
     *
     * @param passwordHash hash of the password
     * @param displayName name shown to others
     * @param roles what the person does
     * @param body code of the enforcement body, or null
     * @param certificate number of the law enforcement certificate, or null
     * @param division code of the division to which the person is confined, or null
     */
    record Account(
            String passwordHash,
            @DefaultValue("") String displayName,
            @DefaultValue List<String> roles,
            @Nullable String body,
            @Nullable String certificate,
            @Nullable String division) {}
}
