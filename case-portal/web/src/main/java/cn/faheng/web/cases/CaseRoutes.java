package cn.faheng.web.cases;

import cn.faheng.server.identity.RoleRoute;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Who opens the pages of cases; administrators see no case content. */
@Configuration(proxyBeanMethods = false)
class CaseRoutes {

    @Bean
    @Order(1)
    RoleRoute newLeadRoute() {
        return new RoleRoute("/cases/new/**", List.of("OFFICER"));
    }

    @Bean
    @Order(2)
    RoleRoute caseRoute() {
        return new RoleRoute("/cases/**", List.of("OFFICER", "HEAD", "REVIEWER", "LEGAL", "SUPERVISOR", "AUDITOR"));
    }

    @Bean
    RoleRoute inboxRoute() {
        return new RoleRoute("/inbox/**", List.of("OFFICER", "HEAD", "REVIEWER"));
    }
}
