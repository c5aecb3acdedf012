package cn.faheng.authoring;

import cn.faheng.server.ServerConfiguration;
import cn.faheng.server.testing.HttpTest;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The server with authoring, running once for all tests that talk to it. */
@SpringBootTest(
        classes = AuthoringTest.Server.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "faheng.demo=true")
public abstract class AuthoringTest extends HttpTest {

    protected AuthoringTest() {
        super("decisions:write decisions:read receipts:audit catalogue:read"
                + " rules:read rules:write rules:review rules:approve");
    }

    /** The server with authoring and without pages. */
    @SpringBootApplication(scanBasePackages = "cn.faheng.nothing")
    @Import({ServerConfiguration.class, AuthoringConfiguration.class})
    static class Server {}
}
