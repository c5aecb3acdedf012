package cn.faheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.auditor.VerifyAudit;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("账号与审计日志的页面")
class AccountsAndAuditTest extends PageTest {

    private static final Pattern ONE_TIME = Pattern.compile("id=\"one-time\"[^>]*>([^<]+)<");
    private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"(\\d+)\"");
    private static final Pattern OLDER = Pattern.compile("id=\"older\" href=\"([^\"]+)\"");
    private static final Pattern HEAD = Pattern.compile("<code class=\"mono\">([0-9a-f]{64})</code>");
    private static final String GOOD = "秋天的泗河边-风很大";

    private final String name = "p" + UUID.randomUUID().toString().substring(0, 8);

    private Visitor signedIn(String who) {
        return Visitor.signedIn(address(""), who, PASSWORD);
    }

    private static String found(Pattern pattern, HttpResponse<String> page) {
        Matcher m = pattern.matcher(page.body());
        assertThat(m.find()).as(page.body()).isTrue();
        return m.group(1).replace("&amp;", "&");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private String created(Visitor admin) {
        HttpResponse<String> page = admin.post(
                "/accounts/new",
                Map.of(
                        "name",
                        name,
                        "displayName",
                        "赵敏",
                        "roles",
                        "OFFICER",
                        "body",
                        "370811-SCJG",
                        "division",
                        "370811"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(c -> assertThat(c).contains("no-store"));
        return found(ONE_TIME, page);
    }

    @Test
    @DisplayName("从新建账号到本人改好密码、停用：每一步都在页面上走通，每一步都在审计日志里")
    void theLifeOfAnAccount() {
        Visitor admin = signedIn("admin");
        String once = created(admin);
        assertThat(admin.get("/accounts?q=" + name).body()).contains("赵敏", "370811-SCJG", "执法人员");

        Visitor person = Visitor.unknown(address(""));
        person.post("/sign-in", Map.of("username", name, "password", once));
        assertThat(location(person.get("/items"))).endsWith("/account/password");
        assertThat(person.get("/account/password").body()).contains("请先修改密码");
        person = Visitor.at(address(""), "/account/password", name, once);
        HttpResponse<String> weak = person.post(
                "/account/password", Map.of("present", once, "wanted", "password12", "again", "password12"));
        assertThat(weak.body()).contains("id=\"error-summary\"", "新密码太常见", "id=\"wanted-error\"");
        HttpResponse<String> changed =
                person.post("/account/password", Map.of("present", once, "wanted", GOOD, "again", GOOD));
        assertThat(location(changed)).endsWith("/sign-in?changed");

        Visitor again = Visitor.signedIn(address(""), name, GOOD);
        assertThat(again.get("/items").body()).contains("赵敏");
        admin.post("/accounts/" + name + "/enabled", Map.of("enabled", "false"));
        assertThat(location(again.get("/items"))).contains("/sign-in");

        String log = signedIn("auditor").get("/audit?subject=" + name).body();
        assertThat(log).contains("新建账号", "修改密码", "停用账号", "登录").doesNotContain(once, GOOD);
    }

    @Test
    @DisplayName("不合规的账号：留住填过的内容，逐项说明，职责分离也说明")
    void refusalsAreExplained() {
        Visitor admin = signedIn("admin");

        HttpResponse<String> page = admin.post(
                "/accounts/new", Map.of("name", "Zhao <b>", "displayName", "赵敏", "roles", "OFFICER", "division", "37"));

        assertThat(page.body())
                .contains("请先改正 3 处", "Zhao &lt;b&gt;", "执法人员和负责人须写明所属执法主体", "value=\"赵敏\"")
                .doesNotContain("<b>”");
        HttpResponse<String> roles =
                admin.post("/accounts/new?roles=ADMIN", Map.of("name", name, "displayName", "赵敏", "roles", "AUDITOR"));
        assertThat(roles.body()).contains("系统管理员只管账号", "审计员看得到全部内容");
        assertThat(admin.get("/accounts/" + name).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("两位管理员同时改一个账号：后改的不会悄悄盖掉先改的")
    void aStalePageIsRefused() {
        Visitor admin = signedIn("admin");
        created(admin);
        String revision = found(REVISION, admin.get("/accounts/" + name));
        Map<String, String> form =
                Map.of("displayName", "赵敏敏", "roles", "HEAD", "body", "370811-SCJG", "revision", revision);

        assertThat(location(admin.post("/accounts/" + name, form))).endsWith("/accounts/" + name + "?saved");
        assertThat(admin.post("/accounts/" + name, form).body()).contains("刚刚被别人改过");
        assertThat(admin.get("/accounts/officer").body()).contains("不能在这里修改", "disabled");
        assertThat(admin.post("/accounts/officer/password", Map.of()).body()).contains("不能在这里修改");
    }

    @Test
    @DisplayName("审计日志：查找、翻页、核验、导出；导出的文件不靠服务器也核验得了")
    void theAuditLog() throws Exception {
        for (int i = 0; i < 101; i++) {
            signedIn("officer2").get("/accounts");
        }
        Visitor auditor = signedIn("auditor");

        HttpResponse<String> page = auditor.get("/audit?user=officer2");
        assertThat(page.body()).contains("刘洋（执法人员）", "拒绝访问", "/accounts", "被拒绝");
        HttpResponse<String> older = auditor.get(found(OLDER, page));
        assertThat(older.statusCode()).isEqualTo(200);
        assertThat(older.body()).contains("刘洋（执法人员）");
        assertThat(auditor.get("/audit?from=2020-01-01&to=2020-01-02").body()).contains("没有符合条件的记录");
        assertThat(auditor.get("/audit?from=gestern").body()).contains("日期不对", "gestern");

        HttpResponse<String> verified = auditor.post("/audit/verify", Map.of());
        assertThat(verified.body()).contains("完好");
        String head = found(HEAD, verified);
        HttpResponse<String> export = auditor.get("/audit/export");
        assertThat(export.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(d -> assertThat(d).contains("faheng-audit.ndjson"));
        VerifyAudit.Result result = VerifyAudit.verify(
                new ByteArrayInputStream(export.body().getBytes(StandardCharsets.UTF_8)),
                List.of(head),
                "0".repeat(64));
        assertThat(result.intact()).as(result.says()).isTrue();
        assertThat(auditor.post("/audit/verify", Map.of("head", "f".repeat(64))).body())
                .contains("链上没有另行保存的链头");
        assertThat(auditor.post("/audit/verify", Map.of("head", "nonsense")).body())
                .contains("链头是64个字符", "nonsense");
        assertThat(signedIn("supervisor").get("/audit").statusCode()).isEqualTo(200);
        assertThat(signedIn("head").get("/audit").statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName("英文页面上也没有漏下的条目")
    void inEnglish() {
        Visitor auditor = signedIn("auditor");
        assertThat(auditor.get("/audit?lang=en").body())
                .contains("Audit log", "Verify everything")
                .doesNotContain("??");
        Visitor admin = signedIn("admin");
        assertThat(admin.get("/accounts/new?lang=en").body())
                .contains("Enforcement officer")
                .doesNotContain("??");
        assertThat(admin.get("/accounts?lang=en").body()).contains("Accounts").doesNotContain("??");
        assertThat(admin.get("/account/password?lang=en").body())
                .contains("is not kept here")
                .doesNotContain("??");
    }
}
