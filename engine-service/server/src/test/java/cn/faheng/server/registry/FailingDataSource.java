package cn.faheng.server.registry;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Connections that end for good at one step, as those of a process that is killed do: the server rolls back what is not committed.
 * A step is a statement or a commit.
 */
final class FailingDataSource extends AbstractDataSource {

    private static final Set<String> STEPS =
            Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "commit");
    private static final Map<Class<?>, Class<?>> WATCHED =
            Map.of(PreparedStatement.class, PreparedStatement.class, Statement.class, Statement.class);

    private final String url;
    private final String user;
    private final String password;
    private final int failAt;
    private final boolean afterwards;
    private int step;

    /**
     * @param failAt number of the step, from 1
     * @param afterwards whether the step is done and only its answer is lost
     */
    FailingDataSource(String url, String user, String password, int failAt, boolean afterwards) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.failAt = failAt;
        this.afterwards = afterwards;
    }

    /** Whether it came to the step. */
    boolean failed() {
        return step >= failAt;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = DriverManager.getConnection(url, user, password);
        return watched(Connection.class, connection, connection);
    }

    @Override
    public Connection getConnection(String otherUser, String otherPassword) throws SQLException {
        return getConnection();
    }

    private <T> T watched(Class<T> type, T target, Connection connection) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            boolean fails = STEPS.contains(method.getName()) && ++step == failAt;
            if (fails && !afterwards) {
                throw killed(connection);
            }
            Object result;
            try {
                result = method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            if (fails) {
                throw killed(connection);
            }
            Class<?> made = WATCHED.get(method.getReturnType());
            return made == null || result == null ? result : watchedAs(made, result, connection);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private <T> T watchedAs(Class<T> type, Object target, Connection connection) {
        return watched(type, type.cast(target), connection);
    }

    private static SQLException killed(Connection connection) throws SQLException {
        connection.abort(Runnable::run);
        return new SQLException("The process ended here", "08006");
    }
}
