package cn.faheng.server.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Lets the rule bases follow the publications of all processes: woken by PostgreSQL at once, and looking by itself every second or
 * two in case the call was lost; so it also sees midnight.
 */
final class RegistryWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryWatch.class);
    private static final int LISTEN_MILLIS = 1_500;
    private static final int PAUSE_MILLIS = 1_000;

    private final RuleBases ruleBases;
    private final ConnectionSource connections;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "registry-watch");
    private Optional<Connection> listening = Optional.empty();
    private boolean complained;

    /** Opens a connection of its own, outside the pool. */
    @FunctionalInterface
    interface ConnectionSource {
        Connection open() throws SQLException;
    }

    RegistryWatch(RuleBases ruleBases, ConnectionSource connections) {
        this.ruleBases = ruleBases;
        this.connections = connections;
        thread.setDaemon(true);
    }

    RegistryWatch start() {
        thread.start();
        return this;
    }

    private void run() {
        while (closed.getCount() > 0) {
            try {
                ruleBases.refresh();
                complained = false;
            } catch (DataAccessException e) {
                complain("规则库暂时看不到新的公布", e);
            } catch (RuntimeException e) {
                LOG.error("规则库没有更新", e);
            }
            waitForCall();
        }
        forget();
    }

    /** Returns when PostgreSQL calls, or after a while. */
    private void waitForCall() {
        try {
            if (listening.isEmpty()) {
                listening = Optional.of(listen());
                // What was published while nobody listened.
                return;
            }
            listening.get().unwrap(PGConnection.class).getNotifications(LISTEN_MILLIS);
        } catch (SQLException e) {
            complain("规则库改为每秒查看一次，直到重新连上数据库", e);
            forget();
            pause();
        }
    }

    private Connection listen() throws SQLException {
        Connection connection = connections.open();
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + PublicationStore.CHANNEL);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void complain(String what, Exception e) {
        if (!complained) {
            LOG.warn("{}：{}", what, e.getMessage());
            complained = true;
        }
    }

    private void forget() {
        listening.ifPresent(connection -> {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.debug("The connection was gone already", e);
            }
        });
        listening = Optional.empty();
    }

    private void pause() {
        try {
            closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
