package cn.faheng.web.deadlines;

import cn.faheng.server.identity.RoleRoute;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who sees the deadlines of cases; administrators do not. */
@Configuration(proxyBeanMethods = false)
class DeadlineRoutes {

    @Bean
    RoleRoute deadlinesOfCases() {
        return new RoleRoute("/deadlines/**", List.of("OFFICER", "HEAD", "REVIEWER", "LEGAL", "SUPERVISOR", "AUDITOR"));
    }
}
