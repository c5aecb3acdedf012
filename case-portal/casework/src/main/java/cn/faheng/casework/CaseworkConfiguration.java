package cn.faheng.casework;

import cn.faheng.server.storage.RoomSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.annotation.Order;

/** Everything casework is made of. A process in which cases are handled imports this beside the server. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@PropertySource("classpath:cn/faheng/casework/casework.properties")
public class CaseworkConfiguration {

    @Bean
    @Order(40)
    RoomSchema caseworkSchema() {
        return new RoomSchema("casework");
    }
}
