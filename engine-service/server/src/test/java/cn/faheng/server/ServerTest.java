package cn.faheng.server;

import cn.faheng.server.testing.HttpTest;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.boot.test.context.SpringBootTest;

/** The decision server alone, running once for all tests that talk to it. */
@SpringBootTest(
        classes = DecisionServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"faheng.demo=true", "faheng.receipts.seal-every=100", "faheng.law=src/test/resources/law-texts"})
public abstract class ServerTest extends HttpTest {

    protected ServerTest() {
        super("decisions:write decisions:read receipts:audit catalogue:read");
    }

    protected Reply decide(String json) throws IOException, InterruptedException {
        return post("/api/v1/decisions", json);
    }

    /** What only a superuser of the database could do. */
    protected Connection superuser() throws SQLException, IOException {
        return superuser("faheng");
    }
}
