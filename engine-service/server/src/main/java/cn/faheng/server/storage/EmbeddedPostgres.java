package cn.faheng.server.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL 18 in the data folder, listening on 127.0.0.1 with passwords that only this installation knows. It is stopped
 * with the process; one that a killed process left behind is stopped at the next start.
 */
final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int ATTEMPTS = 5;

    private final DataFolder folder;
    private final Path home;
    private final Path cluster;
    private final PostgresAccount account;
    private volatile int port;
    private volatile boolean closing;

    private EmbeddedPostgres(DataFolder folder) {
        this.folder = folder;
        this.account = PostgresAccount.choose(folder.root());
        this.home = PostgresBinaries.unpacked(account.base());
        this.cluster = account.base().resolve("pg");
    }

    /** Starts the database; the folder has to be locked by the caller. */
    static EmbeddedPostgres start(DataFolder folder, int wantedPort) {
        EmbeddedPostgres postgres = new EmbeddedPostgres(folder);
        try {
            postgres.initialise();
            postgres.account.own(postgres.cluster);
            postgres.stopOrphan();
            postgres.launch(wantedPort);
            postgres.watch();
            postgres.createRolesAndDatabase();
            return postgres;
        } catch (IOException | SQLException e) {
            postgres.close();
            throw new StorageException("内嵌的 PostgreSQL 无法启动，详见 " + postgres.log() + "。PostgreSQL does not start.", e);
        }
    }

    /** The database as its owner, who may change the schemas. */
    Access owner() {
        return new Access(url("faheng"), "faheng_owner", password("owner"));
    }

    /** The database as the application, which may do what the schemas grant it. */
    Access application() {
        return new Access(url("faheng"), "faheng_app", password("app"));
    }

    /**
     * A way into the database.
     *
     * @param url JDBC URL
     * @param user user
     * @param password password
     */
    record Access(String url, String user, String password) {}

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?reWriteBatchedInserts=true";
    }

    private String password(String role) {
        return folder.secret("postgres-" + role, DataFolder::randomSecret);
    }

    private Path log() {
        return account.base().resolve("pg-log").resolve("postgresql.log");
    }

    private void initialise() throws IOException {
        Path logs = Files.createDirectories(account.base().resolve("pg-log"));
        account.own(logs);
        if (Files.exists(cluster.resolve("PG_VERSION"))) {
            return;
        }
        Path fresh = Files.createTempDirectory(account.base(), "pg-");
        Path passwordFile = Files.createTempFile(account.base(), "pg-", ".password");
        try {
            Files.writeString(passwordFile, password("superuser"));
            account.own(fresh);
            account.own(passwordFile);
            run(
                    home.resolve("bin/initdb").toString(),
                    "-D",
                    fresh.toString(),
                    "-U",
                    "postgres",
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + passwordFile,
                    "-E",
                    "UTF-8",
                    "--no-locale");
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(fresh, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void stopOrphan() throws IOException {
        Optional<ProcessHandle> orphan = running();
        if (orphan.isPresent()) {
            LOG.warn(
                    "Stopping the PostgreSQL (pid {}) that an earlier process left running",
                    orphan.get().pid());
            stop();
        } else {
            forgetPid();
        }
    }

    /** The number of one that has ended may belong to another program by now, which PostgreSQL could mistake for itself. */
    private void forgetPid() throws IOException {
        Files.deleteIfExists(cluster.resolve("postmaster.pid"));
    }

    private void stop() throws IOException {
        run(home.resolve("bin/pg_ctl").toString(), "-D", cluster.toString(), "-m", "fast", "-w", "stop");
    }

    private boolean isOurs(long pid) {
        try {
            String commandLine = Files.readString(Path.of("/proc/" + pid + "/cmdline"));
            return commandLine.contains("postgres") && commandLine.contains(cluster.toString());
        } catch (IOException e) {
            return false;
        }
    }

    private void launch(int wantedPort) throws IOException {
        for (int attempt = 1; ; attempt++) {
            port = wantedPort == 0 ? freePort() : wantedPort;
            try {
                run(
                        home.resolve("bin/pg_ctl").toString(),
                        "-D",
                        cluster.toString(),
                        "-l",
                        log().toString(),
                        "-t",
                        "120",
                        "-w",
                        "-o",
                        "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
                                + " -c shared_buffers=128MB -c max_connections=60",
                        "start");
                return;
            } catch (IOException e) {
                if (wantedPort != 0 || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void watch() {
        Thread watcher = new Thread(this::keepRunning, "postgres-watch");
        watcher.setDaemon(true);
        watcher.start();
    }

    /** Starts the database again whenever it ends without being told to. */
    private void keepRunning() {
        long pause = 1;
        while (!closing) {
            running().ifPresent(server -> server.onExit().join());
            if (relaunch()) {
                pause = 1;
            } else {
                // The last processes of the one that ended may still hold its memory.
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(pause));
                pause = Math.min(60, 2 * pause);
            }
        }
    }

    private synchronized boolean relaunch() {
        if (closing || running().isPresent()) {
            return true;
        }
        LOG.error("PostgreSQL ended unexpectedly and is started again");
        try {
            forgetPid();
            launch(port);
            return true;
        } catch (IOException e) {
            LOG.warn("PostgreSQL does not start yet: {}", e.getMessage());
            return false;
        }
    }

    /** The server that the pid file names, if it runs and is ours. */
    private Optional<ProcessHandle> running() {
        try {
            List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            return lines.isEmpty() || !isOurs(Long.parseLong(lines.get(0).strip()))
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void createRolesAndDatabase() throws SQLException {
        try (Connection superuser = DriverManager.getConnection(url("postgres"), "postgres", password("superuser"));
                Statement statement = superuser.createStatement()) {
            for (String role : List.of("owner", "app")) {
                if (!exists(superuser, "select 1 from pg_roles where rolname = ?", "faheng_" + role)) {
                    statement.execute("create role faheng_" + role + " login password '" + password(role) + "'");
                }
            }
            if (!exists(superuser, "select 1 from pg_database where datname = ?", "faheng")) {
                statement.execute("create database faheng owner faheng_owner");
                statement.execute("revoke all on database faheng from public");
                statement.execute("grant connect on database faheng to faheng_app");
            }
        }
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    /** Runs a command as the account; throws with its output when it fails. */
    private void run(String... command) throws IOException {
        Path output = Files.createTempFile(
                "faheng-pg-",
                ".out",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            List<String> all = new ArrayList<>(account.command(command));
            ProcessBuilder builder = new ProcessBuilder(all)
                    .directory(account.base().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
            builder.environment().put("LANG", "C");
            Process process = builder.start();
            if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException(String.join(" ", all) + ": " + Files.readString(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for PostgreSQL", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** Leaves the database running and looks after it no more, as a process that is killed does. */
    void abandon() {
        closing = true;
    }

    @Override
    public void close() {
        closing = true;
        synchronized (this) {
            try {
                if (running().isPresent()) {
                    stop();
                }
            } catch (IOException e) {
                LOG.warn("PostgreSQL was not stopped: {}", e.getMessage());
            }
        }
    }
}
