package cn.faheng.web.frame;

import cn.faheng.server.identity.OpenRoute;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The settings of the frame, and the few routes that need no sign-in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FrameSettings.class)
class FrameConfiguration {

    @Bean
    OpenRoute signInPage() {
        return new OpenRoute("/sign-in", "people sign in here");
    }

    @Bean
    OpenRoute aboutPage() {
        return new OpenRoute("/about", "licence and source code are offered to everyone (AGPL section 13)");
    }

    @Bean
    OpenRoute ownAssets() {
        return new OpenRoute("/assets/**", "style sheet, script and emblem of the sign-in page");
    }

    @Bean
    OpenRoute webjars() {
        return new OpenRoute("/webjars/**", "style sheets and fonts of the sign-in page");
    }

    @Bean
    OpenRoute icon() {
        return new OpenRoute("/favicon.ico", "browsers ask for it unasked");
    }
}
