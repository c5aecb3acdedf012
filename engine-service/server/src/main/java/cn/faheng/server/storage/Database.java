package cn.faheng.server.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL this process works on: the embedded one, or an external one when its URL is set. */
final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final @Nullable EmbeddedPostgres embedded;
    private final StorageSettings settings;

    Database(StorageSettings settings, DataFolder folder) {
        this.settings = settings;
        if (settings.url() != null) {
            this.embedded = null;
        } else {
            folder.lock();
            this.embedded = EmbeddedPostgres.start(folder, settings.port());
        }
    }

    EmbeddedPostgres.Access owner() {
        return embedded != null ? embedded.owner() : external();
    }

    private EmbeddedPostgres.Access external() {
        String url = settings.url();
        String user = settings.user();
        String password = settings.password();
        if (url == null || user == null || password == null) {
            throw new StorageException("外部数据库需要三项设置：faheng.storage.url、faheng.storage.user、faheng.storage.password。"
                    + "An external database needs url, user and password.");
        }
        return new EmbeddedPostgres.Access(url, user, password);
    }

    /** Brings the schemas up to date and opens a pool with the rights of the application only. */
    HikariDataSource open(List<RoomSchema> schemas) {
        EmbeddedPostgres.Access owner = owner();
        for (RoomSchema schema : schemas) {
            int applied = Flyway.configure()
                    .dataSource(owner.url(), owner.user(), owner.password())
                    .schemas(schema.name())
                    .defaultSchema(schema.name())
                    .locations("classpath:db/" + schema.name())
                    .load()
                    .migrate()
                    .migrationsExecuted;
            LOG.info("Schema {}: {} migrations applied", schema.name(), applied);
        }
        HikariConfig config = new HikariConfig();
        EmbeddedPostgres.Access access = embedded != null ? embedded.application() : owner;
        config.setJdbcUrl(access.url());
        config.setUsername(access.user());
        config.setPassword(access.password());
        if (embedded == null) {
            // The external user owns the schemas; what it does in this pool it does with the rights of the application.
            config.setConnectionInitSql("set role faheng_app");
        }
        config.setMaximumPoolSize(settings.connections());
        config.setConnectionTimeout(5_000);
        config.setPoolName("faheng");
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
