package cn.faheng.web.inspections;

import cn.faheng.server.identity.OpenRoute;
import cn.faheng.server.identity.RoleRoute;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who opens inspections: those who do them, approve them, review and watch them. */
@Configuration(proxyBeanMethods = false)
class InspectionRoutes {

    @Bean
    RoleRoute inspectionPages() {
        return new RoleRoute(
                "/inspections/**", List.of("OFFICER", "HEAD", "REVIEWER", "LEGAL", "SUPERVISOR", "AUDITOR"));
    }

    @Bean
    OpenRoute drawNotices() {
        return new OpenRoute(
                "/double-random", "commitments of draws are worth nothing unless they are public before the draw");
    }
}
