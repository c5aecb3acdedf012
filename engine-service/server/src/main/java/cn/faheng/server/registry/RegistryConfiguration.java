package cn.faheng.server.registry;

import cn.faheng.rules.format.ResourceTree;
import cn.faheng.server.storage.RoomSchema;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class RegistryConfiguration {

    @Bean
    @Order(10)
    RoomSchema registrySchema() {
        return new RoomSchema("registry");
    }

    /** The bundled rule base, or the one in the folder that {@code faheng.rules} names, with the publications. */
    @Bean
    RuleBases ruleBases(
            @Value("${faheng.rules:}") String folder, RuleBaseStore store, PublicationStore publications, Clock clock) {
        ResourceTree tree = folder.isBlank() ? ResourceTree.bundled() : ResourceTree.folder(Path.of(folder));
        return new RuleBases(tree, store, publications, clock);
    }

    @Bean
    RegistryWatch registryWatch(RuleBases ruleBases, HikariDataSource pool) {
        return new RegistryWatch(
                        ruleBases,
                        () -> DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword()))
                .start();
    }

    /** The law to look up, with the bulk collection in the folder that {@code faheng.law} names. */
    @Bean
    LawTexts lawTexts(@Value("${faheng.law:}") String folder, RuleBases ruleBases, ObjectProvider<StoredLaw> stored) {
        return new LawTexts(
                () -> ruleBases.current().law(),
                folder.isBlank() ? null : Path.of(folder),
                stored.getIfAvailable(() -> StoredLaw.NONE));
    }
}
