package cn.faheng.server.receipts;

import cn.faheng.server.storage.RoomSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableJdbcRepositories
@EnableScheduling
class ReceiptsConfiguration {

    @Bean
    @Order(20)
    RoomSchema receiptsSchema() {
        return new RoomSchema("receipts");
    }
}
