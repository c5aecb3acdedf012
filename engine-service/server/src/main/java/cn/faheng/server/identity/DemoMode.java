package cn.faheng.server.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Demo accounts, which exist only while {@code faheng.demo=true}; without it there is no default credential at all. */
@Component
public final class DemoMode {

    private static final Logger LOG = LoggerFactory.getLogger(DemoMode.class);
    private static final String PASSWORD = "faheng-demo";
    private static final String RENCHENG = "370811-SCJG";
    private static final String ZOUCHENG = "370883-SCJG";
    private static final List<DemoUser> USERS = List.of(
            of("officer", "张明（执法人员）", "OFFICER", RENCHENG, "37081100101", "370811"),
            of("officer2", "刘洋（执法人员）", "OFFICER", RENCHENG, "37081100102", "370811"),
            of("head", "孙伟（负责人）", "HEAD", RENCHENG, "37081100103", "370811"),
            of("author", "周敏（法制科·起草）", "AUTHOR", null, null, null),
            of("reviewer", "李静（法制审核）", "REVIEWER", RENCHENG, "37081100104", "370811"),
            of("approver", "陈立（分管领导·批准）", "APPROVER", null, null, null),
            of("legal", "吴桐（市司法局·法制）", "LEGAL", null, null, "370800"),
            of("legal2", "郑洁（市司法局·法制）", "LEGAL", null, null, "370800"),
            of("supervisor", "冯远（执法监督）", "SUPERVISOR", null, null, "370800"),
            of("officer-zc", "孟凡（邹城·执法人员）", "OFFICER", ZOUCHENG, "37088300101", "370883"),
            of("head-zc", "颜青（邹城·负责人）", "HEAD", ZOUCHENG, "37088300102", "370883"),
            of("auditor", "王芳（审计员）", "AUDITOR", null, null, null),
            of("admin", "赵刚（系统管理员）", "ADMIN", null, null, null));
    private static final List<DemoClient> CLIENTS = List.of(
            new DemoClient(
                    "demo-system",
                    "demo-system-secret",
                    List.of(
                            "decisions:write",
                            "decisions:read",
                            "receipts:audit",
                            "catalogue:read",
                            "rules:read",
                            "rules:write",
                            "rules:review",
                            "rules:approve")),
            new DemoClient(
                    "demo-approver",
                    "demo-approver-secret",
                    List.of("catalogue:read", "rules:read", "rules:write", "rules:review", "rules:approve")),
            new DemoClient("demo-reader", "demo-reader-secret", List.of("catalogue:read")));

    private final boolean active;
    private final PasswordEncoder encoder;

    DemoMode(@Value("${faheng.demo:false}") boolean active, PasswordEncoder encoder) {
        this.active = active;
        this.encoder = encoder;
        if (active) {
            LOG.warn(
                    """

                            ******************************************************************************
                            *  演示模式  DEMO MODE  ——  口令是公开的，不得用于真实办案，不得接入真实数据         *
                            *  The passwords are public. Not for real cases, not for real data.            *
                            *  用户 users:    officer, officer2, head, author, reviewer, approver, legal,   *
                            *                legal2, supervisor, officer-zc, head-zc, auditor, admin      *
                            *                口令 password: faheng-demo                                  *
                            *  系统 clients:  demo-system   密钥 secret: demo-system-secret                 *
                            *                demo-approver 密钥 secret: demo-approver-secret             *
                            ******************************************************************************""");
        }
    }

    public boolean isActive() {
        return active;
    }

    /** The accounts to show on a sign-in page; none outside the demo. */
    public List<DemoUser> users() {
        return active ? USERS : List.of();
    }

    /** The password of all demo accounts, for the sign-in page of the demo. */
    public String password() {
        return active ? PASSWORD : "";
    }

    List<DemoClient> clients() {
        return active ? CLIENTS : List.of();
    }

    String hash(String secret) {
        return java.util.Objects.requireNonNull(encoder.encode(secret));
    }

    private static DemoUser of(
            String username,
            String displayName,
            String role,
            @Nullable String body,
            @Nullable String certificate,
            @Nullable String division) {
        return new DemoUser(username, displayName, List.of(role), body, certificate, division);
    }

    /**
     * A demo account.
     *
     * @param username user name
     * @param displayName name and office
     * @param roles roles
     * @param body code of the enforcement body, or null
     * @param certificate number of the law enforcement certificate, or null
     * @param division code of the division to which the person is confined, or null
     */
    public record DemoUser(
            String username,
            String displayName,
            List<String> roles,
            @Nullable String body,
            @Nullable String certificate,
            @Nullable String division) {

        IdentitySettings.Account settings(String hash) {
            return new IdentitySettings.Account(hash, displayName, roles, body, certificate, division);
        }
    }

    /** A demo system. */
    record DemoClient(String id, String secret, List<String> scopes) {}
}
