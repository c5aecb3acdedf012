package cn.faheng.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Sign-in at another service by OpenID Connect: code flow with PKCE, where the settings name an issuer. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OidcSettings.class)
class OidcConfiguration {

    /** What the registration is called in the addresses of the flow. */
    static final String ID = "oidc";

    private final OidcSettings settings;
    private final OidcPeople people;
    private volatile @Nullable ClientRegistration registration;

    OidcConfiguration(OidcSettings settings, OidcPeople people) {
        this.settings = settings;
        this.people = people;
    }

    /** Adds the flow to a chain of pages. */
    void addTo(HttpSecurity http, String loginPage, AuthenticationFailureHandler failed) throws Exception {
        if (!settings.isOn()) {
            return;
        }
        http.oauth2Login(login -> {
            if (!loginPage.isEmpty()) {
                login.loginPage(loginPage);
            }
            login.clientRegistrationRepository(id -> id.equals(ID) ? registration() : null)
                    .authorizedClientRepository(new NothingKept())
                    .userInfoEndpoint(info -> info.oidcUserService(people))
                    .failureHandler(failed);
        });
    }

    /** Asked for when somebody first signs in, so that this server starts while the other one is down. */
    private ClientRegistration registration() {
        ClientRegistration known = registration;
        if (known == null) {
            known = ClientRegistrations.fromIssuerLocation(settings.issuer())
                    .registrationId(ID)
                    .clientId(settings.clientId())
                    .clientSecret(settings.clientSecret())
                    .scope(settings.scopes())
                    .clientSettings(ClientRegistration.ClientSettings.builder()
                            .requireProofKey(true)
                            .build())
                    .build();
            registration = known;
        }
        return known;
    }

    /** Who signed in is known from the identity token; the access token is of no further use. */
    private static final class NothingKept implements OAuth2AuthorizedClientRepository {
        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // The signature is that of the interface.
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String clientRegistrationId, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient authorizedClient,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // Nothing to keep.
        }

        @Override
        public void removeAuthorizedClient(
                String clientRegistrationId,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // Nothing to forget.
        }
    }
}
