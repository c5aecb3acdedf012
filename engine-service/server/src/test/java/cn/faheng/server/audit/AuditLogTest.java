package cn.faheng.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.faheng.server.ServerTest;
import cn.faheng.server.identity.Visitor;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("审计日志：谁、何时、做了什么，只增不改")
class AuditLogTest extends ServerTest {

    @Autowired
    private AuditLog log;

    @Autowired
    private RefusalLog refusals;

    @Autowired
    private AuditReader reader;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private List<AuditEntry> about(String subject) {
        return reader.find(new AuditQuery("", "", subject, "", null, null), null, 100);
    }

    private AuditEntry latest(String user, String action) {
        return reader.find(new AuditQuery(user, action, "", "", null, null), null, 1)
                .get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.entry set details = '{}'",
                "delete from audit.entry",
                "truncate audit.entry cascade",
                "update audit.link set head = repeat('0', 64)",
                "delete from audit.link",
                "truncate audit.link",
                "insert into audit.unsealed (sequence) values (0)",
                "drop table audit.entry",
                "alter table audit.entry disable trigger all",
                "drop trigger append_only on audit.entry",
                "set session_replication_role = replica"
            })
    @DisplayName("应用的数据库账号不能改、不能删、不能关掉触发器")
    void theApplicationMayNotChangeAnything(String sql) {
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> jdbc.execute(sql));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit.entry set details = '{}'", "delete from audit.entry", "truncate audit.link"})
    @DisplayName("超级用户不先关掉触发器也不能改")
    void triggersStopTheSuperuserToo(String sql) throws Exception {
        log.write("tried", "test", "superuser", Map.of());
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.execute(sql))
                    .withMessageContaining("append-only");
        }
    }

    @Test
    @DisplayName("时间是数据库的时间：写不进昨天的记录")
    void nobodyWritesForYesterday() {
        String subject = UUID.randomUUID().toString();
        jdbc.update(
                "insert into audit.entry (at, caller_kind, user_name, display_name, roles, address, trace, action,"
                        + " subject_kind, subject, details, outcome) values (now() - interval '1 day', 'none', '', '', '', '',"
                        + " '', 'tried', 'test', ?, '{}', 'done')",
                subject);

        Boolean recent = jdbc.queryForObject(
                "select at > now() - interval '1 minute' from audit.entry where subject = ?", Boolean.class, subject);

        assertThat(recent).isTrue();
    }

    @Test
    @DisplayName("随行为一起回滚；拒绝的记录不随之回滚")
    void takesPartInTheTransaction() {
        String subject = UUID.randomUUID().toString();

        transaction.executeWithoutResult(status -> {
            log.write("case-filed", "case", subject, Map.of());
            refusals.refused("case-filed", "case", subject, Map.of("reason", "stale"));
            status.setRollbackOnly();
        });

        assertThat(about(subject)).singleElement().satisfies(entry -> {
            assertThat(entry.outcome()).isEqualTo("refused");
            assertThat(entry.details()).isEqualTo("{\"reason\":\"stale\"}");
        });
    }

    @Test
    @DisplayName("详情是规范 JSON：成员按名排序，小数写成文字，没有空字符")
    void detailsAreCanonical() {
        String subject = UUID.randomUUID().toString();

        log.write(
                "case-filed",
                "case",
                subject,
                Map.of("b", new BigDecimal("1.50"), "a", List.of(1, true, "甲\u0000"), "c", Map.of("z", "", "y", 2L)));

        assertThat(about(subject))
                .singleElement()
                .extracting(AuditEntry::details)
                .isEqualTo("{\"a\":[1,true,\"甲\uFFFD\"],\"b\":\"1.50\",\"c\":{\"y\":2,\"z\":\"\"}}");
    }

    @Test
    @DisplayName("登录、退出：记下谁、什么角色、从哪里、哪次请求")
    void writesSignInAndOut() throws Exception {
        Visitor officer = new Visitor(port);
        assertThat(officer.signIn("officer", "faheng-demo")).doesNotContain("error");

        AuditEntry in = latest("officer", "signed-in");
        assertThat(in.callerKind()).isEqualTo("person");
        assertThat(in.displayName()).isEqualTo("张明（执法人员）");
        assertThat(in.roles()).isEqualTo("OFFICER");
        assertThat(in.address()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(in.trace()).matches("[0-9a-f]{32}");
        assertThat(in.details()).isEqualTo("{\"way\":\"password\"}");

        officer.post("/logout", "");
        assertThat(officer.isSignedIn()).isFalse();
        assertThat(latest("officer", "signed-out").sequence()).isGreaterThan(in.sequence());
        assertThat(reader.find(new AuditQuery("officer", "session-ended", "", "", null, null), null, 10))
                .noneMatch(entry -> entry.sequence() > in.sequence());
    }

    @Test
    @DisplayName("登录失败：有这个账号就记下账号，没有的不记（可能是误输的口令）")
    void writesFailedSignIns() throws Exception {
        Visitor visitor = new Visitor(port);

        assertThat(visitor.signIn("head-zc", "wrong")).contains("error");
        AuditEntry known = latest("", "sign-in-failed");
        assertThat(visitor.signIn("my-secret-password", "officer")).contains("error");
        AuditEntry unknown = latest("", "sign-in-failed");

        assertThat(known.subject()).isEqualTo("head-zc");
        assertThat(known.outcome()).isEqualTo("refused");
        assertThat(known.callerKind()).isEqualTo("none");
        assertThat(unknown.sequence()).isGreaterThan(known.sequence());
        assertThat(unknown.canonical()).contains("\"knownAccount\":false").doesNotContain("my-secret-password");
    }

    @Test
    @DisplayName("拒绝访问：人打开没有权限的页面，系统用没有权限的令牌，缺 CSRF 令牌的提交，都留下记录")
    void writesRefusedAccess() throws Exception {
        Visitor officer = new Visitor(port);
        officer.signIn("officer", "faheng-demo");
        assertThat(officer.get("/actuator/metrics").statusCode()).isEqualTo(403);
        AuditEntry page = latest("officer", "access-refused");
        assertThat(page.subject()).isEqualTo("/actuator/metrics");
        assertThat(page.outcome()).isEqualTo("refused");
        assertThat(page.details()).isEqualTo("{\"method\":\"GET\"}");

        String token = token("demo-reader", "catalogue:read");
        Reply refused =
                send(HttpRequest.newBuilder(uri("/api/v1/receipts:verify")).header("Authorization", "Bearer " + token));
        assertThat(refused.status()).isEqualTo(403);
        AuditEntry system = latest("demo-reader", "access-refused");
        assertThat(system.callerKind()).isEqualTo("system");
        assertThat(system.roles()).isEqualTo("catalogue:read");
        assertThat(system.trace()).isEqualTo(refused.header("Trace-Id"));

        Reply forged = send(HttpRequest.newBuilder(uri("/logout")).POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(forged.status()).isEqualTo(403);
        assertThat(about("/logout")).first().satisfies(entry -> {
            assertThat(entry.trace()).isEqualTo(forged.header("Trace-Id"));
            assertThat(entry.callerKind()).isEqualTo("none");
        });
    }

    @Test
    @DisplayName("令牌的发放和拒发也留下记录")
    void writesTokens() throws Exception {
        assertThat(token("demo-approver", "rules:read")).isNotEmpty();
        assertThat(latest("demo-approver", "token-issued").subject()).isEqualTo("demo-approver");

        assertThat(token("demo-approver", "wrong", "rules:read ")).isEmpty();
        assertThat(about("demo-approver")).anyMatch(entry -> entry.action().equals("token-refused"));
    }

    @Test
    @DisplayName("日志写不进去，就登录不了；写得进去了，又能登录")
    void withoutTheLogNobodySignsIn() throws Exception {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("revoke insert on audit.entry from faheng_app");
            try {
                Visitor officer = new Visitor(port);
                officer.signIn("officer", "faheng-demo");
                assertThat(officer.isSignedIn()).isFalse();
            } finally {
                statement.execute("grant insert on audit.entry to faheng_app");
            }
        }
        Visitor officer = new Visitor(port);
        officer.signIn("officer", "faheng-demo");
        assertThat(officer.isSignedIn()).isTrue();
    }

    @Test
    @DisplayName("按用户、行为、对象、日子查找；翻页不漏不重")
    void findsEntries() {
        String subject = UUID.randomUUID().toString();
        for (int i = 0; i < 5; i++) {
            log.write("case-noted", "case", subject, Map.of("n", i));
        }

        AuditQuery query = new AuditQuery("", "case-noted", subject, "done", null, null);
        List<AuditEntry> first = reader.find(query, null, 3);
        List<AuditEntry> second = reader.find(query, first.get(2).sequence(), 3);

        assertThat(first).extracting(AuditEntry::details).containsExactly("{\"n\":4}", "{\"n\":3}", "{\"n\":2}");
        assertThat(second).extracting(AuditEntry::details).containsExactly("{\"n\":1}", "{\"n\":0}");
        assertThat(reader.actions()).contains("case-noted").doesNotHaveDuplicates();
        LocalDate longAgo = LocalDate.of(2020, 1, 1);
        assertThat(reader.find(new AuditQuery("", "", subject, "", null, longAgo), null, 3))
                .isEmpty();
        assertThat(reader.find(new AuditQuery("", "", subject, "", longAgo, null), null, 9))
                .hasSize(5);
    }
}
