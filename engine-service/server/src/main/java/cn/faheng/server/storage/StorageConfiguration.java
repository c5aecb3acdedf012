package cn.faheng.server.storage;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StorageSettings.class)
class StorageConfiguration {

    @Bean
    DataFolder dataFolder(StorageSettings settings) {
        return new DataFolder(settings.data());
    }

    @Bean
    Database database(StorageSettings settings, DataFolder folder) {
        return new Database(settings, folder);
    }

    @Bean
    HikariDataSource dataSource(Database database, ObjectProvider<RoomSchema> schemas) {
        return database.open(schemas.orderedStream().toList());
    }

    /** The role is made before any room's schema grants it something. */
    @Bean
    @org.springframework.core.annotation.Order(0)
    RoomSchema applicationRole() {
        return new RoomSchema("faheng");
    }
}
