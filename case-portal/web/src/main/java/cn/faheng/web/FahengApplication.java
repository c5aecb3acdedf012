package cn.faheng.web;

import cn.faheng.authoring.AuthoringConfiguration;
import cn.faheng.casework.CaseworkConfiguration;
import cn.faheng.server.ServerConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The whole product in one process. */
@SpringBootApplication
@Import({ServerConfiguration.class, AuthoringConfiguration.class, CaseworkConfiguration.class})
public class FahengApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(FahengApplication.class, arguments);
    }
}
