package cn.faheng.server.identity;

import cn.faheng.server.audit.RefusalLog;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.server.problems.ProblemWriter;
import cn.faheng.server.storage.DataFolder;
import cn.faheng.server.storage.RoomSchema;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Three chains: tokens, the API with tokens, and everything else with a session. Each is closed unless it says otherwise. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(IdentitySettings.class)
class SecurityConfiguration {

    @Bean
    @Order(6)
    RoomSchema identitySchema() {
        return new RoomSchema("identity");
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    RSAKey tokenKey(DataFolder folder) {
        return TokenKey.parse(folder.secret("token-key.json", TokenKey::fresh));
    }

    @Bean
    JWKSource<SecurityContext> tokenKeys(RSAKey tokenKey) {
        return new ImmutableJWKSet<>(new JWKSet(tokenKey));
    }

    @Bean
    JwtDecoder jwtDecoder(RSAKey tokenKey) throws JOSEException {
        return NimbusJwtDecoder.withPublicKey(tokenKey.toRSAPublicKey()).build();
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings() {
        return AuthorizationServerSettings.builder().build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain tokenChain(
            HttpSecurity http,
            IdentitySettings settings,
            LoginThrottle throttle,
            ProblemWriter problems,
            SignInLog signIns)
            throws Exception {
        http.oauth2AuthorizationServer(server -> http.securityMatcher(server.getEndpointsMatcher()));
        headers(http, settings);
        return http.addFilterAfter(
                        new TokenThrottle(throttle, problems, signIns::refusedToken), HeaderWriterFilter.class)
                .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain apiChain(
            HttpSecurity http,
            ContractScopes contract,
            ApiRefusal refusal,
            IdentitySettings settings,
            RefusalLog refusals)
            throws Exception {
        headers(http, settings);
        return http.securityMatcher("/api/v1/**")
                .addFilterAfter(new RefusalFilter(refusals), HeaderWriterFilter.class)
                .authorizeHttpRequests(all -> {
                    contract.operations().forEach(operation -> ContractScopes.methods(operation)
                            .forEach(method -> all.requestMatchers(PathPatternRequestMatcher.withDefaults()
                                            .matcher(method, operation.path().getPatternString()))
                                    .hasAuthority("SCOPE_" + operation.scope())));
                    all.anyRequest().denyAll();
                })
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults())
                        .authenticationEntryPoint(refusal)
                        .accessDeniedHandler(refusal))
                .exceptionHandling(e -> e.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .build();
    }

    @Bean
    @Order(100)
    SecurityFilterChain pageChain(
            HttpSecurity http,
            ObjectProvider<OpenRoute> open,
            ObjectProvider<RoleRoute> forRoles,
            ProblemWriter problems,
            IdentitySettings settings,
            SignInLog signIns,
            AccountWatch watch,
            RefusalLog refusals,
            OidcConfiguration oidc)
            throws Exception {
        List<OpenRoute> routes = open.orderedStream().toList();
        List<RoleRoute> roleRoutes = forRoles.orderedStream().toList();
        headers(http, settings);
        FailedSignIn failedSignIn = new FailedSignIn(
                (settings.loginPage().isEmpty() ? "/login" : settings.loginPage()) + "?error", signIns);
        oidc.addTo(http, settings.loginPage(), failedSignIn);
        return http.authorizeHttpRequests(all -> {
                    all.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                            .permitAll();
                    routes.forEach(route -> all.requestMatchers(route.pattern()).permitAll());
                    roleRoutes.forEach(route -> all.requestMatchers(route.pattern())
                            .hasAnyRole(route.roles().toArray(String[]::new)));
                    all.requestMatchers("/actuator/**").hasRole("ADMIN");
                    all.anyRequest().authenticated();
                })
                .formLogin(form -> {
                    if (!settings.loginPage().isEmpty()) {
                        form.loginPage(settings.loginPage()).permitAll();
                    }
                    form.failureHandler(failedSignIn);
                })
                .logout(logout -> logout.addLogoutHandler((request, response, who) -> {
                    if (who != null && who.getPrincipal() instanceof Person) {
                        signIns.signedOut(request.getSession(), who);
                    }
                }))
                .addFilterAfter(new RefusalFilter(refusals), HeaderWriterFilter.class)
                .addFilterBefore(new LiveAccount(watch, settings.passwordPage()), AnonymousAuthenticationFilter.class)
                .exceptionHandling(e -> e.defaultAuthenticationEntryPointFor(
                        (request, response, refused) ->
                                problems.write(request, response, Problem.of(ProblemType.UNAUTHORISED)),
                        notForPeople()))
                .build();
    }

    private static RequestMatcher notForPeople() {
        return SecurityConfiguration::wantsNoPage;
    }

    private static boolean wantsNoPage(HttpServletRequest request) {
        return !Optional.ofNullable(request.getHeader("Accept")).orElse("").contains(MediaType.TEXT_HTML_VALUE);
    }

    private static void headers(HttpSecurity http, IdentitySettings settings) throws Exception {
        http.headers(h -> h.contentSecurityPolicy(csp -> csp.policyDirectives(settings.contentSecurityPolicy()))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(p -> p.policy("camera=(), microphone=(), payment=(), usb=()")));
    }

    /** Tells when a session ends. */
    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }

    @Bean
    OpenRoute openContractYaml() {
        return new OpenRoute("/openapi.yaml", "the contract is public");
    }

    @Bean
    OpenRoute openContractJson() {
        return new OpenRoute("/openapi.json", "the contract is public");
    }

    @Bean
    OpenRoute openProblemList() {
        return new OpenRoute("/problems", "says what the errors of the contract mean");
    }

    @Bean
    OpenRoute openProblemPages() {
        return new OpenRoute("/problems/*", "says what the errors of the contract mean");
    }

    @Bean
    OpenRoute openLiveness() {
        return new OpenRoute("/actuator/health/liveness", "asked by the platform, says up or down");
    }

    @Bean
    OpenRoute openReadiness() {
        return new OpenRoute("/actuator/health/readiness", "asked by the platform, says up or down");
    }
}
