package cn.faheng.server.identity;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** The other systems that may ask for tokens: those of the settings, and in the demo those of the demo. */
@Component
final class Clients implements RegisteredClientRepository {

    private final Map<String, RegisteredClient> byId = new LinkedHashMap<>();

    Clients(IdentitySettings settings, DemoMode demo, ContractScopes contract) {
        demo.clients().forEach(c -> add(settings.tokenLife(), c.id(), demo.hash(c.secret()), c.scopes()));
        settings.clients().forEach((id, client) -> {
            Hashes.require("faheng.identity.clients." + id + ".secret-hash", client.secretHash());
            Set<String> known = contract.scopes();
            if (!known.containsAll(client.scopes())) {
                throw new IllegalStateException("faheng.identity.clients." + id + ".scopes: 可用的权限是 " + known);
            }
            add(settings.tokenLife(), id, client.secretHash(), client.scopes());
        });
        Set<String> both = new TreeSet<>(settings.users().keySet());
        demo.users().forEach(user -> both.add(user.username()));
        both.retainAll(byId.keySet());
        if (!both.isEmpty()) {
            throw new IllegalStateException("faheng.identity: 账号与系统不得同名，留痕要说得清是谁：" + both);
        }
    }

    private void add(Duration tokenLife, String id, String secretHash, List<String> scopes) {
        byId.put(
                id,
                RegisteredClient.withId(id)
                        .clientId(id)
                        .clientName(id)
                        .clientSecret(secretHash)
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .scopes(all -> all.addAll(scopes))
                        .tokenSettings(TokenSettings.builder()
                                .accessTokenTimeToLive(tokenLife)
                                .build())
                        .build());
    }

    @Override
    public void save(RegisteredClient registeredClient) {
        // Spring saves a client again when the strength of the hashes was raised; the settings stay as they are.
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return byId.get(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return byId.get(clientId);
    }
}
