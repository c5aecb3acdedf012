package cn.faheng.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.server.ServerTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("取令牌：连续五次密钥错误，该系统锁定")
class TokenThrottleTest extends ServerTest {

    private static final String READER = "demo-reader";
    private static final String SECRET = "demo-reader-secret";

    @Autowired
    private LoginThrottle throttle;

    @AfterEach
    void unlock() {
        throttle.forget(READER);
    }

    private HttpRequest.Builder form(String path, String form) {
        return HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    private static String basic(String client, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private Reply byHeader(String client, String secret) throws Exception {
        return send(form("/oauth2/token", "grant_type=client_credentials&scope=catalogue:read")
                .header("Authorization", basic(client, secret)));
    }

    private Reply byForm(String secret) throws Exception {
        return send(form(
                "/oauth2/token",
                "grant_type=client_credentials&scope=catalogue:read&client_id=" + READER + "&client_secret=" + secret));
    }

    @Test
    @DisplayName("首部、表单、另一种写法的系统名都算在一起；锁定之后密钥对了也不发令牌")
    void locksAfterFive() throws Exception {
        assertThat(byHeader(READER, "a").status()).isEqualTo(401);
        assertThat(byForm("b").status()).isEqualTo(401);
        assertThat(byHeader("demo%2Dreader", "c").status()).isEqualTo(401);
        assertThat(byForm("d").status()).isEqualTo(401);
        assertThat(send(form("/oauth2/introspect", "token=x").header("Authorization", basic(READER, "e")))
                        .status())
                .isEqualTo(401);

        Reply refused = byHeader(READER, SECRET);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.json().path("type").asString()).isEqualTo("/problems/too-many-attempts");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(800, 900);
        assertThat(byForm(SECRET).status()).isEqualTo(429);
        assertThat(send(request("/api/v1/items")).status())
                .as("other clients go on")
                .isEqualTo(200);
    }

    @Test
    @DisplayName("取到令牌，从头计数")
    void countsAnewAfterASuccess() throws Exception {
        for (int i = 0; i < 4; i++) {
            byHeader(READER, "wrong");
        }
        Reply token = byHeader(READER, SECRET);
        for (int i = 0; i < 4; i++) {
            byHeader(READER, "wrong");
        }

        assertThat(token.status()).isEqualTo(200);
        assertThat(token.json().path("access_token").asString()).isNotBlank();
        assertThat(byHeader(READER, SECRET).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("公开的地址带上系统名，不能清零")
    void anOpenAddressCountsNothing() throws Exception {
        for (int i = 0; i < 5; i++) {
            byHeader(READER, "wrong");
            send(HttpRequest.newBuilder(uri("/oauth2/jwks")).header("Authorization", basic(READER, "x")));
        }

        assertThat(byHeader(READER, SECRET).status()).isEqualTo(429);
    }
}
