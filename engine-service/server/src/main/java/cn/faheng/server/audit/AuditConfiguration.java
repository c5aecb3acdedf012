package cn.faheng.server.audit;

import cn.faheng.server.storage.RoomSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    @Order(5)
    RoomSchema auditSchema() {
        return new RoomSchema("audit");
    }
}
