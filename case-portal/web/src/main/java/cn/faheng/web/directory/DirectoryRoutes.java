package cn.faheng.web.directory;

import cn.faheng.server.identity.RoleRoute;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Who may open which page of the master data; everyone signed in reads bodies, officers, items and lists of powers. */
@Configuration(proxyBeanMethods = false)
class DirectoryRoutes {

    @Bean
    @Order(1)
    RoleRoute directoryNewPages() {
        return new RoleRoute("/directory/*/new", List.of("LEGAL"));
    }

    @Bean
    @Order(1)
    RoleRoute directoryChangePages() {
        return new RoleRoute("/directory/*/change", List.of("LEGAL"));
    }

    @Bean
    @Order(1)
    RoleRoute directoryFirstItems() {
        return new RoleRoute("/directory/items/first", List.of("LEGAL"));
    }

    @Bean
    @Order(1)
    RoleRoute directoryImportPages() {
        return new RoleRoute("/directory/*/import", List.of("LEGAL", "HEAD", "SUPERVISOR", "AUDITOR"));
    }

    @Bean
    @Order(1)
    RoleRoute directoryReviewPages() {
        return new RoleRoute("/directory/reviews/**", List.of("LEGAL", "HEAD", "SUPERVISOR", "AUDITOR"));
    }

    @Bean
    @Order(1)
    RoleRoute counterpartEntryPages() {
        return new RoleRoute("/counterparts/new", List.of("OFFICER", "LEGAL"));
    }

    @Bean
    @Order(1)
    RoleRoute counterpartImportPages() {
        return new RoleRoute("/counterparts/import", List.of("OFFICER", "LEGAL"));
    }

    /** Whoever only administers accounts sees no personal data. */
    @Bean
    @Order(2)
    RoleRoute counterpartPages() {
        return new RoleRoute(
                "/counterparts/**", List.of("OFFICER", "HEAD", "REVIEWER", "LEGAL", "SUPERVISOR", "AUDITOR"));
    }
}
