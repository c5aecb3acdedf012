package cn.faheng.web.frame;

import cn.faheng.server.identity.OpenRoute;
import cn.faheng.server.identity.RoleRoute;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

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

    /** Drafts are seen by those who write, review and approve them. */
    @Bean
    RoleRoute authoring() {
        return new RoleRoute("/authoring/**", List.of("AUTHOR", "REVIEWER", "APPROVER"));
    }

    /** The scripts of the editor are modules that name each other: no content hash, so every use asks whether they are still the same. */
    @Bean
    WebMvcConfigurer editorScripts() {
        return new WebMvcConfigurer() {
            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler("/assets/authoring/**")
                        .addResourceLocations("classpath:/static/assets/authoring/")
                        .setCacheControl(CacheControl.noCache());
            }
        };
    }

    @Bean
    OpenRoute icon() {
        return new OpenRoute("/favicon.ico", "browsers ask for it unasked");
    }
}
