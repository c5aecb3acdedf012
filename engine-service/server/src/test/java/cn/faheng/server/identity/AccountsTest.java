package cn.faheng.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import cn.faheng.server.ServerTest;
import cn.faheng.server.audit.AuditEntry;
import cn.faheng.server.audit.AuditQuery;
import cn.faheng.server.audit.AuditReader;
import cn.faheng.server.problems.ProblemException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@DisplayName("账号：新建、角色、停用、一次性密码")
class AccountsTest extends ServerTest {

    private static final String RENCHENG = "370811-SCJG";
    private static final String GOOD = "秋天的泗河边-风很大";

    @Autowired
    private AccountDesk desk;

    @Autowired
    private OwnPassword own;

    @Autowired
    private Accounts accounts;

    @Autowired
    private AuditReader audit;

    @Autowired
    private JdbcTemplate jdbc;

    private final String name = "p" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    private void as(String who) {
        Person person = accounts.loadUserByUsername(who);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities()));
    }

    private NewAccount wanted(String... roles) {
        return new NewAccount(name, "赵敏", List.of(roles), RENCHENG, "", "370811");
    }

    private String created() {
        as("admin");
        return desk.create(wanted("OFFICER"));
    }

    private List<String> audited() {
        return audit.find(new AuditQuery("", "", name, "", null, null), null, 50).stream()
                .map(AuditEntry::action)
                .toList();
    }

    private static List<String> codes(Runnable act) {
        try {
            act.run();
            return List.of();
        } catch (AccountRefusedException e) {
            return e.reasons().stream()
                    .map(AccountRefusedException.Reason::code)
                    .toList();
        }
    }

    @Test
    @DisplayName("新账号用一次性密码登录，只能先改密码；改了以后用新密码，带着执法主体和区划")
    void aNewAccountChangesItsPasswordFirst() throws Exception {
        String once = created();
        Visitor visitor = new Visitor(port);
        assertThat(visitor.signIn(name, once)).doesNotContain("error");
        assertThat(visitor.get("/no-such-page").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/account/password"));

        as(name);
        assertThat(Caller.person().account().mustChangePassword()).isTrue();
        own.change(once, GOOD, GOOD);

        assertThat(visitor.isSignedIn()).as("the old session has ended").isFalse();
        assertThat(new Visitor(port).signIn(name, once)).contains("error");
        Visitor again = new Visitor(port);
        assertThat(again.signIn(name, GOOD)).doesNotContain("error");
        assertThat(again.isSignedIn()).isTrue();
        Person person = accounts.loadUserByUsername(name);
        assertThat(person.body()).isEqualTo(RENCHENG);
        assertThat(person.hasRole("OFFICER")).isTrue();
        assertThat(person.hasRole("HEAD")).isFalse();
        assertThat(audited()).contains("account-created", "password-changed", "signed-in", "sign-in-failed");
    }

    @Test
    @DisplayName("停用：登录着的会话随即结束，也登录不了；启用后又能登录")
    void disablingEndsSessions() throws Exception {
        String once = created();
        as(name);
        own.change(once, GOOD, GOOD);
        Visitor visitor = new Visitor(port);
        visitor.signIn(name, GOOD);
        assertThat(visitor.isSignedIn()).isTrue();

        as("admin");
        desk.enable(name, false);

        assertThat(visitor.isSignedIn()).isFalse();
        assertThat(new Visitor(port).signIn(name, GOOD)).contains("error");
        desk.enable(name, true);
        assertThat(new Visitor(port).signIn(name, GOOD)).doesNotContain("error");
        assertThat(audited()).contains("account-disabled", "account-enabled");
    }

    @Test
    @DisplayName("另一个进程停用的账号：会话在一分钟之内结束")
    void anotherProcessDisables() throws Exception {
        String once = created();
        as(name);
        own.change(once, GOOD, GOOD);
        Visitor visitor = new Visitor(port);
        visitor.signIn(name, GOOD);
        assertThat(visitor.isSignedIn()).isTrue();

        jdbc.update("update identity.account set enabled = false, revision = revision + 1 where name = ?", name);

        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> !visitor.isSignedIn());
    }

    @Test
    @DisplayName("改角色：会话结束，重新登录后是新的角色；改前改后都记下")
    void changingRolesEndsSessions() throws Exception {
        String once = created();
        as(name);
        own.change(once, GOOD, GOOD);
        Visitor visitor = new Visitor(port);
        visitor.signIn(name, GOOD);

        as("admin");
        int revision = accounts.loadUserByUsername(name).account().revision();
        desk.change(wanted("HEAD", "OFFICER"), revision);

        assertThat(visitor.isSignedIn()).isFalse();
        assertThat(accounts.loadUserByUsername(name).roles()).containsExactly("HEAD", "OFFICER");
        assertThat(codes(() -> desk.change(wanted("OFFICER"), revision))).containsExactly("stale");
        AuditEntry changed = audit.find(new AuditQuery("admin", "account-changed", name, "", null, null), null, 1)
                .get(0);
        assertThat(changed.details()).contains("\"after\":", "\"roles\":[\"HEAD\",\"OFFICER\"]", "\"before\":");
    }

    @ParameterizedTest
    @CsvSource({
        "ADMIN+OFFICER, alone-ADMIN",
        "ADMIN+AUDITOR, alone-ADMIN alone-AUDITOR",
        "AUDITOR+SUPERVISOR, alone-AUDITOR",
        "ADMIN+LEGAL, alone-ADMIN",
        "AUDITOR+AUTHOR, alone-AUDITOR",
        "ROOT, unknown-role",
        "'', no-role"
    })
    @DisplayName("职责分离：系统管理员、审计员不得兼任，保存时拒绝并说明")
    void dutiesAreSeparate(String roles, String reasons) {
        as("admin");
        List<String> wanted = roles.isEmpty() ? List.of() : List.of(roles.split("\\+"));

        assertThat(codes(() -> desk.create(new NewAccount(name, "赵敏", wanted, RENCHENG, "", ""))))
                .containsExactly(reasons.split(" "));
        assertThat(accounts.find(name)).isEmpty();
    }

    @Test
    @DisplayName("每两个角色：能不能由一人担任，与规定一致")
    void everyPairOfRoles() {
        for (Role one : Role.values()) {
            for (Role other : Role.values()) {
                boolean alone = one != other
                        && (List.of(one, other).contains(Role.ADMIN)
                                || List.of(one, other).contains(Role.AUDITOR));
                assertThat(Role.clashing(List.of(one.name(), other.name()).stream()
                                .distinct()
                                .toList()))
                        .as(one + " " + other)
                        .matches(clashing -> clashing.isEmpty() != alone);
            }
        }
    }

    @Test
    @DisplayName("执法人员要有执法主体；证号不能登记两次；账号不能与系统或者已有账号同名")
    void refusesWhatDoesNotFit() {
        as("admin");

        assertThat(codes(() -> desk.create(new NewAccount(name, "", List.of("OFFICER"), "", "!!", "37"))))
                .containsExactly("display-name", "body-needed", "division", "certificate");
        assertThat(codes(() -> desk.create(new NewAccount(name, "赵敏", List.of("LEGAL"), "", "37081100101", ""))))
                .containsExactly("certificate-taken");
        for (String taken : List.of("officer", "demo-system")) {
            assertThat(codes(() -> desk.create(new NewAccount(taken, "赵敏", List.of("LEGAL"), "", "", ""))))
                    .containsExactly("name-taken");
        }
        for (String odd : List.of("", "A", "Zhao", "赵敏", "a b", "-x", "x".repeat(41), "<script>")) {
            assertThat(codes(() -> desk.create(new NewAccount(odd, "赵敏", List.of("LEGAL"), "", "", ""))))
                    .as(odd)
                    .containsExactly("name");
        }
    }

    @Test
    @DisplayName("只有系统管理员能管账号；自己的、写在设置里的不能改")
    void onlyAdministrators() {
        created();
        assertThat(codes(() -> desk.enable("admin", false))).containsExactly("fixed");
        for (String who : List.of("officer", "auditor", "supervisor")) {
            as(who);
            assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> desk.all());
            assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> desk.resetPassword(name));
            assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> desk.enable(name, false));
            assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> desk.create(wanted("OFFICER")));
        }
        as("admin");
        String other = name + "-admin";
        desk.create(new NewAccount(other, "第二位管理员", List.of("ADMIN"), "", "", ""));
        as(other);
        assertThat(codes(() -> desk.enable(other, false))).containsExactly("own");
        assertThat(codes(() -> desk.resetPassword(other))).containsExactly("own");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "短",
                "short1!",
                "password12",
                "Password2026!",
                "1234567890",
                "aaaaaaaaaaaa",
                "abcabcabcabc",
                "qwertyuiop",
                "0987654321",
                "fahengdemo1",
                "woaini1314"
            })
    @DisplayName("密码太短或者太常见：不收")
    void refusesWeakPasswords(String weak) {
        String once = created();
        as(name);

        assertThat(codes(() -> own.change(once, weak, weak)))
                .singleElement()
                .asString()
                .isIn("password-short", "password-common");
    }

    @Test
    @DisplayName("密码不能含账号、不能太长、两次要一样；现在的密码要对；最近5次用过的不能再用")
    void rulesOfPasswords() {
        String once = created();
        as(name);

        assertThat(codes(() -> own.change(once, "Xx-" + name + "-xX", "Xx-" + name + "-xX")))
                .containsExactly("password-name");
        assertThat(codes(() -> own.change(once, "长".repeat(25), "长".repeat(25))))
                .isNotEmpty();
        assertThat(codes(() -> own.change(once, GOOD, GOOD + "!"))).containsExactly("again");
        assertThat(codes(() -> own.change("wrong", GOOD, GOOD))).containsExactly("present");
        String present = once;
        for (int i = 0; i < 5; i++) {
            own.change(present, GOOD + i, GOOD + i);
            present = GOOD + i;
        }
        String now = present;
        assertThat(codes(() -> own.change(now, GOOD + 0, GOOD + 0))).containsExactly("password-used");
        assertThat(codes(() -> own.change(now, now, now))).containsExactly("password-used");
        own.change(now, GOOD + 5, GOOD + 5);
        own.change(GOOD + 5, GOOD + 6, GOOD + 6);
        own.change(GOOD + 6, GOOD + 0, GOOD + 0);
    }

    @Test
    @DisplayName("重置密码：旧密码作废，锁定解除，新的一次性密码可用")
    void resetsPasswords() throws Exception {
        String once = created();
        for (int i = 0; i < 5; i++) {
            new Visitor(port).signIn(name, "wrong");
        }
        assertThat(new Visitor(port).signIn(name, once)).contains("error");

        as("admin");
        String fresh = desk.resetPassword(name);

        assertThat(new Visitor(port).signIn(name, fresh)).doesNotContain("error");
        assertThat(new Visitor(port).signIn(name, once)).contains("error");
        assertThat(audited()).contains("password-reset");
    }

    @Test
    @DisplayName("到期的密码：登录后要先改")
    void oldPasswordsHaveToBeChanged() throws Exception {
        String once = created();
        as(name);
        own.change(once, GOOD, GOOD);
        assertThat(accounts.loadUserByUsername(name).account().mustChangePassword())
                .isFalse();

        jdbc.update("update identity.account set password_since = now() - interval '91 days' where name = ?", name);

        assertThat(accounts.loadUserByUsername(name).account().mustChangePassword())
                .isTrue();
    }

    @Test
    @DisplayName("日志写不进去，账号也建不成")
    void nothingHappensUnlogged() throws Exception {
        as("admin");
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("revoke insert on audit.entry from faheng_app");
            try {
                assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> desk.create(wanted("OFFICER")));
            } finally {
                statement.execute("grant insert on audit.entry to faheng_app");
            }
        }
        assertThat(accounts.find(name)).isEmpty();
    }

    @Test
    @DisplayName("应用的数据库账号不能删账号")
    void accountsAreNotDeleted() {
        created();

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.update("delete from identity.account where name = ?", name));
    }

    @Test
    @DisplayName("区划范围：全市的看得到各县区，县区的看不到别的县区和全市")
    void divisions() {
        Person city = Objects.requireNonNull(accounts.loadUserByUsername("legal"));
        Person county = accounts.loadUserByUsername("officer");
        Person auditor = accounts.loadUserByUsername("auditor");

        assertThat(city.covers("370811")).isTrue();
        assertThat(city.covers("370811002000")).isTrue();
        assertThat(city.covers("370900")).isFalse();
        assertThat(county.covers("370811")).isTrue();
        assertThat(county.covers("370811002")).isTrue();
        assertThat(county.covers("370883")).isFalse();
        assertThat(county.covers("370800")).isFalse();
        assertThat(auditor.covers("110000")).isTrue();
    }
}
