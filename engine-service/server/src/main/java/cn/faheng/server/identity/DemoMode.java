package cn.faheng.server.identity;

import java.util.List;
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
    private static final List<DemoUser> USERS = List.of(
            new DemoUser("officer", "张明（执法人员）", List.of("OFFICER")),
            new DemoUser("author", "周敏（法制科·起草）", List.of("AUTHOR")),
            new DemoUser("reviewer", "李静（法制审核）", List.of("REVIEWER")),
            new DemoUser("approver", "陈立（分管领导·批准）", List.of("APPROVER")),
            new DemoUser("auditor", "王芳（审计员）", List.of("AUDITOR")),
            new DemoUser("admin", "赵刚（系统管理员）", List.of("ADMIN")));
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
                            *  用户 users:    officer, author, reviewer, approver, auditor, admin           *
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

    /**
     * A demo account.
     *
     * @param username user name
     * @param displayName name and office
     * @param roles roles
     */
    public record DemoUser(String username, String displayName, List<String> roles) {}

    /** A demo system. */
    record DemoClient(String id, String secret, List<String> scopes) {}
}
