package cn.faheng.server;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Settings of the framework as this server needs them, wherever it runs; any of them can be set otherwise. */
final class ServerDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("spring.application.name", "faheng");
        defaults.put("spring.main.banner-mode", "off");
        defaults.put("spring.threads.virtual.enabled", "true");
        defaults.put("spring.jmx.enabled", "false");
        defaults.put("server.port", "8080");
        defaults.put("server.shutdown", "graceful");
        defaults.put("spring.lifecycle.timeout-per-shutdown-phase", "20s");
        defaults.put("server.tomcat.connection-timeout", "30s");
        // A body that is refused is still read to its end, else the client never sees why.
        defaults.put("server.tomcat.max-swallow-size", "32MB");
        defaults.put("server.servlet.session.timeout", "30m");
        defaults.put("server.servlet.session.cookie.http-only", "true");
        defaults.put("server.servlet.session.cookie.same-site", "lax");
        defaults.put("server.compression.enabled", "true");
        defaults.put("server.compression.min-response-size", "4KB");
        defaults.put(
                "server.compression.mime-types", "application/json,application/xml,text/html,text/css,text/javascript");
        defaults.put("management.endpoints.web.exposure.include", "health,info,metrics");
        defaults.put("management.endpoint.health.probes.enabled", "true");
        defaults.put("management.endpoint.health.group.readiness.include", "readinessState,db");
        defaults.put("management.observations.enable.spring.security", "false");
        defaults.put("logging.level.org.kie", "OFF");
        defaults.put("logging.level.org.drools", "ERROR");
        defaults.put("logging.level.org.flywaydb", "WARN");
        defaults.put("logging.level.com.zaxxer.hikari", "WARN");
        environment.getPropertySources().addLast(new MapPropertySource("faheng-server-defaults", defaults));
    }
}
