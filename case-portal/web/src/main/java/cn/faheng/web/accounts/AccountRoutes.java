package cn.faheng.web.accounts;

import cn.faheng.server.identity.RoleRoute;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who opens the accounts. */
@Configuration(proxyBeanMethods = false)
class AccountRoutes {

    @Bean
    RoleRoute accountsRoute() {
        return new RoleRoute("/accounts/**", List.of("ADMIN"));
    }
}
