package cn.faheng.web;

import cn.faheng.server.identity.Hashes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole product with its database, once for all tests of its pages. Today is 2026-11-22. */
@SpringBootTest(
        classes = FahengApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"faheng.demo=true", "faheng.source-url=https://example.org/faheng-source"})
@Import(PageTest.Today.class)
public abstract class PageTest {

    protected static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /** A second officer; the demo has one. */
    protected static final String COLLEAGUE = "colleague";

    protected static final String PASSWORD = "faheng-demo";

    private static final String COLLEAGUES_HASH = Hashes.of(PASSWORD);
    private static final Path DATA = freshFolder();

    @LocalServerPort
    protected int port;

    protected String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    @DynamicPropertySource
    static void storage(DynamicPropertyRegistry properties) {
        properties.add("faheng.storage.data", DATA::toString);
        properties.add("faheng.identity.users." + COLLEAGUE + ".password-hash", () -> COLLEAGUES_HASH);
        properties.add("faheng.identity.users." + COLLEAGUE + ".roles", () -> "OFFICER");
    }

    private static Path freshFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "data")), "test-")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestConfiguration
    static class Today {

        @Bean
        @Primary
        Clock fixedClock() {
            ZoneId zone = ZoneId.of("Asia/Shanghai");
            return Clock.fixed(TODAY.atTime(10, 0).atZone(zone).toInstant(), zone);
        }
    }
}
