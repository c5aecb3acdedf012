package cn.faheng.server.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Another service at which people sign in: everyone who comes is who {@link #claims} says, at once. */
final class Issuer implements AutoCloseable {

    static final String CLIENT = "faheng";
    static final String SECRET = "the-secret-of-faheng";

    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey otherKey;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

    /** What the next identity token says, beside the usual. */
    final Map<String, Object> claims = new HashMap<>();

    /** What the next identity token says instead of the usual. */
    final Map<String, Object> wrong = new HashMap<>();

    /** Whether the next identity token is signed with a key nobody knows. */
    boolean forged;

    Issuer() {
        try {
            this.key = new RSAKeyGenerator(2048).keyID("known").generate();
            this.otherKey = new RSAKeyGenerator(2048).keyID("known").generate();
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/.well-known/openid-configuration", this::configuration);
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key).toJSONObject()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next one to sign in is somebody else. */
    void is(Map<String, Object> said) {
        claims.clear();
        claims.putAll(said);
        wrong.clear();
        forged = false;
    }

    private void configuration(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                200,
                Map.of(
                        "issuer", address(),
                        "authorization_endpoint", address() + "/authorize",
                        "token_endpoint", address() + "/token",
                        "jwks_uri", address() + "/keys",
                        "response_types_supported", Set.of("code"),
                        "subject_types_supported", Set.of("public"),
                        "id_token_signing_alg_values_supported", Set.of("RS256"),
                        "code_challenge_methods_supported", Set.of("S256")));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = form(String.valueOf(exchange.getRequestURI().getRawQuery()));
        boolean proper = "code".equals(asked.get("response_type"))
                && CLIENT.equals(asked.get("client_id"))
                && "S256".equals(asked.get("code_challenge_method"))
                && asked.containsKey("state")
                && asked.containsKey("nonce");
        if (!proper) {
            answer(exchange, 400, asked);
            return;
        }
        String code = "code-" + codes.size();
        codes.put(code, asked);
        exchange.getResponseHeaders()
                .set("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> sent = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(String.valueOf(sent.get("code")));
        String basic =
                "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        boolean proper = asked != null
                && basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && challenge(String.valueOf(sent.get("code_verifier"))).equals(asked.get("code_challenge"))
                && String.valueOf(asked.get("redirect_uri")).equals(sent.get("redirect_uri"));
        if (!proper || asked == null) {
            answer(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        answer(
                exchange,
                200,
                Map.of(
                        "access_token",
                        "opaque",
                        "token_type",
                        "Bearer",
                        "expires_in",
                        300,
                        "scope",
                        String.valueOf(asked.get("scope")),
                        "id_token",
                        idToken(String.valueOf(asked.get("nonce")))));
    }

    private String idToken(String nonce) {
        Instant now = Instant.now();
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("iss", address());
        said.put("sub", "subject-1");
        said.put("aud", CLIENT);
        said.put("iat", Date.from(now));
        said.put("exp", Date.from(now.plusSeconds(300)));
        said.put("nonce", nonce);
        said.putAll(claims);
        said.putAll(wrong);
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder();
        said.forEach(set::claim);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("known").build(), set.build());
        try {
            token.sign(new RSASSASigner(forged ? otherKey : key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> form(String query) {
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8), (a, b) -> b));
    }

    /** The query of an address. */
    static Map<String, String> query(String address) {
        return form(String.valueOf(URI.create(address).getRawQuery()));
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] json = JsonMapper.shared().writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
