package cn.faheng.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("内嵌的 PostgreSQL")
class EmbeddedPostgresTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path folder;

    private static Connection connect(EmbeddedPostgres.Access access) throws SQLException {
        return DriverManager.getConnection(access.url(), access.user(), access.password());
    }

    private static void execute(EmbeddedPostgres.Access access, String sql) throws SQLException {
        try (Connection connection = connect(access);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(EmbeddedPostgres.Access access) throws SQLException {
        try (Connection connection = connect(access);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from notes.note")) {
            result.next();
            return result.getInt(1);
        }
    }

    @Test
    @DisplayName("重启后数据仍在；被强行终止的进程留下的数据库，下次启动时接管")
    void keepsItsDataAndStopsAnOrphan() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (DataFolder data = new DataFolder(folder)) {
            data.lock();
            try (EmbeddedPostgres first = EmbeddedPostgres.start(data, 0)) {
                execute(
                        first.owner(),
                        "create schema notes; create table notes.note (n int); insert into notes.note values (1)");
                assertThatExceptionOfType(SQLException.class)
                        .as("the application owns nothing")
                        .isThrownBy(() -> execute(first.application(), "create schema mine"));
            }
            EmbeddedPostgres orphan = EmbeddedPostgres.start(data, 0);
            assertThat(count(orphan.owner())).isEqualTo(1);
            execute(orphan.owner(), "insert into notes.note values (2)");
            orphan.abandon();

            try (EmbeddedPostgres next = EmbeddedPostgres.start(data, 0)) {
                assertThat(count(next.owner())).isEqualTo(2);
                assertThatExceptionOfType(SQLException.class).isThrownBy(() -> count(orphan.owner()));
            }
        }
    }

    @Test
    @DisplayName("外部数据库：三项设置即可；应用只有授予的权限")
    void worksOnAnExternalServer() throws Exception {
        try (DataFolder data = new DataFolder(folder)) {
            data.lock();
            try (EmbeddedPostgres server = EmbeddedPostgres.start(data, 0)) {
                EmbeddedPostgres.Access superuser = new EmbeddedPostgres.Access(
                        server.owner().url(), "postgres", data.secret("postgres-superuser", () -> ""));
                execute(superuser, "create role city login password 'city'");
                execute(superuser, "grant faheng_app to city");
                execute(superuser, "create database city owner city");
                String url = server.owner().url().replace("/faheng?", "/city?");
                StorageSettings settings = new StorageSettings(folder, url, "city", "city", 0, 2);

                try (Database external = new Database(settings, data);
                        HikariDataSource pool =
                                external.open(List.of(new RoomSchema("faheng"), new RoomSchema("registry")));
                        Connection connection = pool.getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("insert into registry.rule_base (hash) values (repeat('0', 64))");
                    assertThatExceptionOfType(SQLException.class)
                            .isThrownBy(() -> statement.execute("delete from registry.rule_base"))
                            .withMessageContaining("permission denied");
                }
            }
        }
    }

    private long pid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("pg/postmaster.pid")).get(0).strip());
    }

    @Test
    @DisplayName("数据库进程被强行终止：每次都自动再启动，已提交的数据都在")
    void comesBackWhenKilled() throws Exception {
        try (DataFolder data = new DataFolder(folder)) {
            data.lock();
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, 0)) {
                execute(postgres.owner(), "create schema notes; create table notes.note (n int)");
                execute(postgres.owner(), "insert into notes.note values (1)");
                for (int times = 0; times < 2; times++) {
                    long pid = pid();

                    ProcessHandle.of(pid).orElseThrow().destroyForcibly();

                    await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
                        assertThat(pid()).isNotEqualTo(pid);
                        assertThat(count(postgres.owner())).isEqualTo(1);
                    });
                }
            }
        }
    }

    @Test
    @DisplayName("进程号被别的程序占用的陈旧文件不妨碍启动，也不误伤那个程序")
    void leavesAStrangerAlone() throws Exception {
        try (DataFolder data = new DataFolder(folder)) {
            data.lock();
            EmbeddedPostgres.start(data, 0).close();
            Path pidFile = folder.resolve("pg/postmaster.pid");
            Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + folder.resolve("pg") + "\n");

            EmbeddedPostgres.start(data, 0).close();

            assertThat(ProcessHandle.current().isAlive()).isTrue();
        }
    }

    @Test
    @DisplayName("角色建不成：启动失败，数据库和看护它的线程都停下")
    void leavesNothingRunningWhenItFails() throws Exception {
        try (DataFolder data = new DataFolder(folder)) {
            data.lock();
            EmbeddedPostgres.start(data, 0).close();
            Set<Thread> before = Thread.getAllStackTraces().keySet();
            Files.writeString(folder.resolve("secrets/postgres-superuser"), "wrong");

            assertThatExceptionOfType(StorageException.class).isThrownBy(() -> EmbeddedPostgres.start(data, 0));

            assertThat(folder.resolve("pg/postmaster.pid")).doesNotExist();
            await().atMost(Duration.ofSeconds(20)).until(() -> Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> !before.contains(thread))
                    .noneMatch(thread -> thread.getName().equals("postgres-watch")));
        }
    }

    @Test
    @DisplayName("同一数据目录不能有第二个进程")
    void refusesASecondProcess() throws IOException {
        try (DataFolder first = new DataFolder(folder);
                DataFolder second = new DataFolder(folder)) {
            first.lock();

            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(second::lock)
                    .withMessageContaining("pid " + ProcessHandle.current().pid());
        }
    }

    @Test
    @DisplayName("口令只有本安装知道，只有所有者能读")
    void secretsAreForTheOwnerOnly() throws IOException {
        try (DataFolder data = new DataFolder(folder)) {
            String secret = data.secret("a", DataFolder::randomSecret);

            assertThat(data.secret("a", () -> "other")).isEqualTo(secret).hasSize(64);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets/a"))))
                    .isEqualTo("rw-------");
        }
    }
}
