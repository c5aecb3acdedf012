package cn.faheng.casework;

import cn.faheng.server.ServerConfiguration;
import cn.faheng.server.testing.HttpTest;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The server with casework, running once for all tests that need its database. */
@SpringBootTest(
        classes = CaseworkTest.Server.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "faheng.demo=true")
public abstract class CaseworkTest extends HttpTest {

    protected CaseworkTest() {
        super("decisions:write decisions:read catalogue:read");
    }

    /** The server with casework and without pages. */
    @SpringBootApplication(scanBasePackages = "cn.faheng.nothing")
    @Import({ServerConfiguration.class, CaseworkConfiguration.class})
    static class Server {}
}
