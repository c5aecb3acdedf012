package cn.faheng.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.faheng.server.DecisionServer;
import cn.faheng.server.audit.AuditEntry;
import cn.faheng.server.audit.AuditQuery;
import cn.faheng.server.audit.AuditReader;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@DisplayName("用统一身份认证登录（OpenID Connect）")
@SpringBootTest(
        classes = DecisionServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "faheng.demo=true",
            "faheng.identity.oidc.roles-claim=realm_access.roles",
            "faheng.identity.oidc.roles.zfry=OFFICER",
            "faheng.identity.oidc.roles.gly=ADMIN",
            "faheng.identity.oidc.roles.sjy=AUDITOR",
            "faheng.identity.oidc.body-claim=org_code",
            "faheng.identity.oidc.certificate-claim=cert_no",
            "faheng.identity.oidc.division-claim=region"
        })
class OidcSignInTest {

    private static final Issuer ISSUER = new Issuer();

    @Autowired
    private AuditReader audit;

    @Autowired
    private JdbcTemplate jdbc;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) throws IOException {
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "data")), "oidc-");
        properties.add("faheng.storage.data", () -> data.toAbsolutePath().toString());
        properties.add("faheng.identity.oidc.issuer", ISSUER::address);
        properties.add("faheng.identity.oidc.client-id", () -> Issuer.CLIENT);
        properties.add("faheng.identity.oidc.client-secret", () -> Issuer.SECRET);
    }

    @AfterAll
    static void close() {
        ISSUER.close();
    }

    private static Map<String, Object> said(String name, String... roles) {
        return Map.of(
                "preferred_username", name,
                "name", "韩冰",
                "realm_access", Map.of("roles", List.of(roles)),
                "org_code", "370811-SCJG",
                "cert_no", "37081100999",
                "region", "370811");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    /** Goes the whole way; where it ends. */
    private String signIn(Visitor visitor) throws Exception {
        String toIssuer = location(visitor.get("/oauth2/authorization/oidc"));
        assertThat(toIssuer).startsWith(ISSUER.address() + "/authorize?");
        String back = location(visitor.get(toIssuer));
        assertThat(back).startsWith("http://localhost:" + port + "/login/oauth2/code/oidc?code=");
        return location(visitor.get(back));
    }

    private AuditEntry latest(String action) {
        return audit.find(new AuditQuery("", action, "", "", null, null), null, 1)
                .get(0);
    }

    @Test
    @DisplayName("授权码加 PKCE、state、nonce：走完就登录了，角色、执法主体、证号、区划来自声明")
    void signsIn() throws Exception {
        ISSUER.is(said("hanbing", "zfry", "something-else"));
        Visitor visitor = new Visitor(port);

        Map<String, String> asked = Issuer.query(location(visitor.get("/oauth2/authorization/oidc")));
        assertThat(asked).containsKeys("state", "nonce", "code_challenge");
        assertThat(asked.get("code_challenge_method")).isEqualTo("S256");
        assertThat(asked.get("scope")).isEqualTo("openid profile");
        assertThat(signIn(visitor)).doesNotContain("error");

        assertThat(visitor.isSignedIn()).isTrue();
        AuditEntry in = latest("signed-in");
        assertThat(in.user()).isEqualTo("hanbing");
        assertThat(in.displayName()).isEqualTo("韩冰");
        assertThat(in.roles()).isEqualTo("OFFICER");
        assertThat(in.details()).isEqualTo("{\"way\":\"oidc\"}");
        assertThat(visitor.get("/actuator/metrics").statusCode()).isEqualTo(403);
        visitor.post("/logout", "");
        assertThat(visitor.isSignedIn()).isFalse();
    }

    @Test
    @DisplayName("角色到哪里都有效：映射为系统管理员的，打得开系统管理员的页面")
    void mapsRoles() throws Exception {
        ISSUER.is(said("boss", "gly"));
        Visitor visitor = new Visitor(port);
        signIn(visitor);

        assertThat(visitor.get("/actuator/metrics").statusCode()).isNotIn(302, 401, 403);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "发给别的系统的, aud, someone-else",
        "不是这次登录的, nonce, another-nonce",
        "别的签发者的, iss, http://127.0.0.1:1",
        "过期的, exp, past"
    })
    @DisplayName("身份令牌不对：登录不了，留下记录")
    void refusesWrongTokens(String name, String claim, String value) throws Exception {
        ISSUER.is(said("hanbing", "zfry"));
        ISSUER.wrong.put(claim, value.equals("past") ? Date.from(Instant.now().minusSeconds(3600)) : value);
        Visitor visitor = new Visitor(port);

        assertThat(signIn(visitor)).endsWith("/login?error");
        assertThat(visitor.isSignedIn()).isFalse();
        assertThat(latest("sign-in-failed").details()).containsAnyOf("invalid_id_token", "invalid_nonce");
    }

    @Test
    @DisplayName("签名不对：登录不了")
    void refusesForgedTokens() throws Exception {
        ISSUER.is(said("hanbing", "zfry"));
        ISSUER.forged = true;
        Visitor visitor = new Visitor(port);

        assertThat(signIn(visitor)).endsWith("/login?error");
        assertThat(visitor.isSignedIn()).isFalse();
    }

    @Test
    @DisplayName("state 不是这个浏览器的：登录不了（登录 CSRF）")
    void refusesAnothersAnswer() throws Exception {
        ISSUER.is(said("hanbing", "zfry"));
        Visitor attacker = new Visitor(port);
        String back = location(attacker.get(location(attacker.get("/oauth2/authorization/oidc"))));
        Visitor victim = new Visitor(port);

        assertThat(location(victim.get(back))).endsWith("/login?error");
        assertThat(victim.isSignedIn()).isFalse();
    }

    @Test
    @DisplayName("没有认识的角色：进不来")
    void withoutARoleNobodyComesIn() throws Exception {
        for (String[] roles : List.of(new String[] {}, new String[] {"visitor"}, new String[] {"ADMIN"})) {
            ISSUER.is(said("stranger", roles));
            Visitor visitor = new Visitor(port);

            assertThat(signIn(visitor)).endsWith("/login?error");
            assertThat(visitor.isSignedIn()).isFalse();
            assertThat(latest("sign-in-failed").details()).contains("\"reason\":\"no_role\"");
        }
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({"hanbing, gly zfry, roles_clash", "demo-system, zfry, name_of_a_system", "'<b>', zfry, no_user_name"})
    @DisplayName("职责冲突、系统的名字、不能用的名字：进不来")
    void refusesWhoDoesNotFit(String name, String roles, String reason) throws Exception {
        ISSUER.is(said(name, roles.split(" ")));
        Visitor visitor = new Visitor(port);

        assertThat(signIn(visitor)).endsWith("/login?error");
        assertThat(latest("sign-in-failed").details()).contains("\"reason\":\"" + reason + "\"");
    }

    @Test
    @DisplayName("在这里停用的人：从别处登录也进不来；已经在里面的，会话随即结束")
    void disabledHereIsDisabled() throws Exception {
        jdbc.update(
                "insert into identity.account (name, display_name, password_hash, password_since, must_change_password,"
                        + " created_by, created_at, changed_by, changed_at) values ('hanbing2', '韩冰', '', now(), false, 'admin',"
                        + " now(), 'admin', now())");
        ISSUER.is(said("hanbing2", "zfry"));
        Visitor inside = new Visitor(port);
        signIn(inside);
        assertThat(inside.isSignedIn()).isTrue();

        jdbc.update("update identity.account set enabled = false, revision = revision + 1 where name = 'hanbing2'");

        Visitor outside = new Visitor(port);
        assertThat(signIn(outside)).endsWith("/login?error");
        assertThat(latest("sign-in-failed").details()).contains("\"reason\":\"account_disabled\"");
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> !inside.isSignedIn());
    }

    @Test
    @DisplayName("用账号和密码登录照常")
    void theFormStays() throws Exception {
        Visitor visitor = new Visitor(port);

        assertThat(visitor.signIn("officer", "faheng-demo")).doesNotContain("error");
        assertThat(visitor.isSignedIn()).isTrue();
    }
}
