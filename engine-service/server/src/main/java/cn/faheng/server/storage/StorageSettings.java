package cn.faheng.server.storage;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code faheng.storage.*}.
 *
 * @param data the data folder
 * @param url JDBC URL of an external PostgreSQL 14 or later; the embedded one runs when left out
 * @param user its user, owner of the schemas
 * @param password the user's password
 * @param port port of the embedded PostgreSQL on 127.0.0.1; 0 takes a free one
 * @param connections most connections of the pool
 */
@ConfigurationProperties("faheng.storage")
record StorageSettings(
        @DefaultValue("data") Path data,
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("0") int port,
        @DefaultValue("16") int connections) {}
