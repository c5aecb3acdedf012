package cn.faheng.authoring;

import cn.faheng.server.storage.RoomSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Everything authoring is made of. A process that lets people author imports this beside the server. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class AuthoringConfiguration {

    @Bean
    @Order(30)
    RoomSchema authoringSchema() {
        return new RoomSchema("authoring");
    }
}
