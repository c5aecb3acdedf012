package cn.faheng.server.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Makes a person of what another service says about whoever signed in there; without a role here nobody comes in. */
@Component
final class OidcPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OidcUserService claims = new OidcUserService();
    private final OidcSettings settings;
    private final Accounts accounts;
    private final Clients clients;

    OidcPeople(OidcSettings settings, Accounts accounts, Clients clients) {
        this.settings = settings;
        this.accounts = accounts;
        this.clients = clients;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser user = claims.loadUser(request);
        return new OidcPerson(account(user.getClaims()), user);
    }

    /** The account of someone of whom this is said. */
    Account account(Map<String, Object> said) {
        String name = text(said, settings.userNameClaim());
        if (name == null || !name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,99}")) {
            throw refused("no_user_name", "用户名的声明 " + settings.userNameClaim() + " 缺失或者不能用作账号。");
        }
        if (clients.findByClientId(name) != null) {
            throw refused("name_of_a_system", name + " 是一个系统的名字。");
        }
        Optional<Account> kept = accounts.find(name).map(Person::account);
        if (kept.isPresent() && !kept.get().enabled()) {
            throw refused("account_disabled", name + " 已停用。");
        }
        List<String> roles = settings.rolesClaim().isEmpty()
                ? kept.map(Account::roles).orElse(List.of())
                : values(said, settings.rolesClaim()).stream()
                        .map(settings.roles()::get)
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .toList();
        if (roles.isEmpty()) {
            throw refused("no_role", name + " 在这里没有角色。");
        }
        if (!Role.clashing(roles).isEmpty()) {
            throw refused("roles_clash", name + "：" + String.join("、", Role.clashing(roles)) + " 不得与其他角色由同一人担任。");
        }
        String shown = text(said, settings.displayNameClaim());
        return new Account(
                name,
                shown == null ? kept.map(Account::displayName).orElse("") : shown,
                roles,
                said(said, settings.bodyClaim(), kept.map(Account::body)),
                said(said, settings.certificateClaim(), kept.map(Account::certificate)),
                said(said, settings.divisionClaim(), kept.map(Account::division)),
                true,
                false,
                0,
                Account.Origin.PROVIDER);
    }

    private static OAuth2AuthenticationException refused(String code, String why) {
        return new OAuth2AuthenticationException(new OAuth2Error(code, why, null), why);
    }

    /** What a claim says, or where none is named what is kept here. */
    private static @Nullable String said(Map<String, Object> said, String claim, Optional<String> kept) {
        return claim.isEmpty() ? kept.orElse(null) : text(said, claim);
    }

    private static @Nullable String text(Map<String, Object> said, String path) {
        Object value = at(said, path);
        return value instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    private static List<String> values(Map<String, Object> said, String path) {
        Object value = at(said, path);
        if (value instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).toList();
        }
        return value instanceof String text ? List.of(text.strip().split("[\\s,]+")) : List.of();
    }

    private static @Nullable Object at(Map<String, Object> said, String path) {
        if (said.containsKey(path)) {
            return said.get(path);
        }
        Object here = said;
        for (String step : path.split("\\.")) {
            here = here instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return here;
    }
}
