package cn.faheng.web.audit;

import cn.faheng.server.identity.RoleRoute;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who opens the audit log. */
@Configuration(proxyBeanMethods = false)
class AuditRoutes {

    @Bean
    RoleRoute auditRoute() {
        return new RoleRoute("/audit/**", List.of("AUDITOR", "SUPERVISOR"));
    }
}
