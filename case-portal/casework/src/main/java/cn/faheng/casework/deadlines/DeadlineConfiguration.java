package cn.faheng.casework.deadlines;

import cn.faheng.rules.calendar.WorkingCalendar;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The settings, and how warnings are computed. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeadlineSettings.class)
class DeadlineConfiguration {

    @Bean
    WarningDays warningDays(DeadlineSettings settings) {
        return new WarningDays(settings, WorkingCalendar.published());
    }
}
